/** The library: result sets with their origin, their runs down to the raw line, import and export. */
@org.jspecify.annotations.NullMarked
package ringside.ui.result;
