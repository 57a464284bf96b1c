/** Benchmarks, and the plans that say which of them to measure: pure data, no command is run here. */
@org.jspecify.annotations.NullMarked
package ringside.core.bench;
