/** An answer to hand on: one page that opens anywhere, the same on paper, its figures, its data. */
@org.jspecify.annotations.NullMarked
package ringside.core.comparison.report;
