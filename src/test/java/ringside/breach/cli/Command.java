package ringside.breach.cli;

import javafx.scene.Node;
import ringside.breach.adapter.jdbc.Table;
import ringside.breach.ui.Pane;

/** A command that shows windows. */
public record Command(Node node, Pane pane, Table table) {}
