/** The {@code .ringside} file: result sets packed, checked and read back. */
@org.jspecify.annotations.NullMarked
package ringside.core.archive;
