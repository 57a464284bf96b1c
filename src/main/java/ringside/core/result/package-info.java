/** Result sets and all that they are made of, and the port of the store that keeps them. */
@org.jspecify.annotations.NullMarked
package ringside.core.result;
