/** The composition root: the one place that knows both the core's ports and the adapters behind them. */
@org.jspecify.annotations.NullMarked
package ringside.workbench;
