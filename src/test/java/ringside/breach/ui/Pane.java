package ringside.breach.ui;

import picocli.CommandLine;
import ringside.breach.adapter.plot.Chart;

/** A window that draws by itself and parses arguments. */
public record Pane(Chart chart, CommandLine line) {}
