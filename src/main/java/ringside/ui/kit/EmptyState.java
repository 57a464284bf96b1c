package ringside.ui.kit;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands where there is nothing to show yet: why, and what to do. */
public final class EmptyState extends VBox {
    public EmptyState(String icon, String what, String next, Node... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        var heading = new Label(what);
        heading.getStyleClass().add("what");
        var words = new Label(next);
        words.getStyleClass().add("next");
        for (Label label : List.of(heading, words)) {
            label.setWrapText(true);
            label.setMaxWidth(460);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(Icon.of(icon, 36), heading, words);
        if (actions.length == 0) return;
        var row = new HBox(actions);
        row.getStyleClass().add("buttons");
        row.setAlignment(Pos.CENTER);
        getChildren().add(row);
    }
}
