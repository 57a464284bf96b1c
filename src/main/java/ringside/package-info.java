/** The entry point and the composition root. */
@org.jspecify.annotations.NullMarked
package ringside;
