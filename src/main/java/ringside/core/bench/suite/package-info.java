/** The benchmarks: one file each, listed in {@link ringside.core.bench.suite.Suite}. */
@org.jspecify.annotations.NullMarked
package ringside.core.bench.suite;
