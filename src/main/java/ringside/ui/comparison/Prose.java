package ringside.ui.comparison;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Words on a page of the guide. */
final class Prose {
    private Prose() {}

    /** As many lines as it takes. */
    static Label text(String words, String... styles) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label heading(String words) {
        return text(words, "section-title");
    }

    static Hyperlink link(String words, Runnable action) {
        var link = new Hyperlink(words);
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.setOnAction(pressed -> action.run());
        return link;
    }

    static VBox section(String heading, Node... below) {
        var section = new VBox(heading(heading));
        section.getChildren().addAll(Arrays.asList(below));
        section.getStyleClass().add("section");
        return section;
    }
}
