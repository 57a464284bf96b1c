/** Where the program begins. */
@org.jspecify.annotations.NullMarked
package ringside;
