/** The page of benchmarks: what to measure where, and the measurement while it goes on. */
@org.jspecify.annotations.NullMarked
package ringside.ui.bench;
