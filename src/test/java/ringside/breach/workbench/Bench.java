package ringside.breach.workbench;

import ringside.breach.ui.Pane;

/** A composition root that knows who will show it. */
record Bench(Pane pane) {}
