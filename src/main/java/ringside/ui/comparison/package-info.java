/** The guided comparison in the window: six pages from a purpose to a report. */
@org.jspecify.annotations.NullMarked
package ringside.ui.comparison;
