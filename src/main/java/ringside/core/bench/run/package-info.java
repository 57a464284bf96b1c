/**
 * Plans being measured: sessions that outlive the program, the order of their runs, the runs themselves, and what is told
 * of them.
 */
@org.jspecify.annotations.NullMarked
package ringside.core.bench.run;
