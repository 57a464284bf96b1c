/** Plans as files, the sweep that a plan asks for on a machine, and how long it takes. */
@org.jspecify.annotations.NullMarked
package ringside.core.bench.plan;
