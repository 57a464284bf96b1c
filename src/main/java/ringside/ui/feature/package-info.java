/** The page of platform features: the matrix, a cell in full, marks and what fits them, probing, export. */
@org.jspecify.annotations.NullMarked
package ringside.ui.feature;
