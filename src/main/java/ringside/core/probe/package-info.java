/** Asks a live host about the cells of the matrix, read-only, and keeps what it said. */
@org.jspecify.annotations.NullMarked
package ringside.core.probe;
