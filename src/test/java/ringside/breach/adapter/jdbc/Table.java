package ringside.breach.adapter.jdbc;

import ringside.breach.adapter.plot.Chart;
import ringside.breach.ui.Pane;

/** An adapter that knows another, and the window. */
public record Table(Chart chart, Pane pane) {}
