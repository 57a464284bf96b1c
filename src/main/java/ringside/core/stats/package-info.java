/**
 * Statistics of repeated measurements: pure functions, each with the method it follows. Nothing here knows what was
 * measured.
 */
@org.jspecify.annotations.NullMarked
package ringside.core.stats;
