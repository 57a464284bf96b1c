/** The page on which a person reads a figure off a document: what it is, its axes, its series, and what was read, drawn over it. */
@org.jspecify.annotations.NullMarked
package ringside.ui.digitise;
