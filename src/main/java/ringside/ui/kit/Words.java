package ringside.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Text of more than a line, which wraps and is never cut. */
public final class Words {
    private Words() {}

    public static Label of(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
