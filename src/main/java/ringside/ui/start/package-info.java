/** The first page: what one can do here, and the latest result sets. */
@org.jspecify.annotations.NullMarked
package ringside.ui.start;
