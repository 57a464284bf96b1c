package ringside.ui.feature;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import ringside.core.feature.FeatureMatrix;
import ringside.ui.kit.Amount;

/** The heading of a group, which folds it. */
final class GroupNode extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Label title = new Label();
    private final Label amount = new Label();

    GroupNode() {
        getStyleClass().add("feature-group");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.BUTTON);
        title.getStyleClass().add("title");
        amount.getStyleClass().add("muted");
        getChildren().addAll(title, amount);
    }

    void show(Row.Group group) {
        title.setText((group.folded() ? "▸  " : "▾  ") + group.title());
        String count = Amount.of(group.features(), "feature", "features");
        amount.setText(
                group.title().equals(FeatureMatrix.BASIC) ? count + ", what the study of 2013 compared first" : count);
        setAccessibleText(
                group.folded()
                        ? group.title() + ", " + count + ", folded"
                        : group.title() + ", " + count + ", open");
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }
}
