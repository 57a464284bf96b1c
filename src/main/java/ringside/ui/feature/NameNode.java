package ringside.ui.feature;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import ringside.core.feature.Feature;

/** A feature's name with its mark, in the column that stays. Reused as the table scrolls. */
final class NameNode extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Text star = new Text();
    private final Label name = new Label();
    private final Label says = new Label();

    /** @param mark asked for by a press on the star */
    NameNode(Runnable mark) {
        getStyleClass().add("feature-name");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TABLE_ROW);
        star.getStyleClass().add("star");
        star.setPickOnBounds(true);
        var press = new HBox(star);
        press.getStyleClass().add("star-box");
        press.setAlignment(Pos.CENTER);
        press.setOnMouseClicked(click -> {
            mark.run();
            click.consume();
        });
        Tooltip.install(press, new Tooltip("Mark it: must have, nice to have, not marked (Space)"));
        name.getStyleClass().add("name");
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        says.getStyleClass().add("mark-word");
        says.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(press, name, says);
    }

    void show(Feature feature, Marks.Mark mark) {
        name.setText(feature.name());
        star.setText(mark == Marks.Mark.NONE ? "☆" : mark.sign());
        star.setOpacity(mark == Marks.Mark.NONE ? 0.35 : 1);
        says.setText(
                switch (mark) {
                    case MUST -> "must";
                    case NICE -> "nice";
                    case NONE -> "";
                });
        setAccessibleText(feature.name() + ". " + feature.description() + " " + mark.title() + ".");
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }
}
