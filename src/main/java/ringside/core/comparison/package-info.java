/**
 * The guided comparison: which platform, for what one does, and how sure that is. From a need, result sets and the
 * matrix of features to an answer in which every word can be traced to a cell or a measurement.
 */
@org.jspecify.annotations.NullMarked
package ringside.core.comparison;
