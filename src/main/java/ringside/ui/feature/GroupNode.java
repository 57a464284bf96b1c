package ringside.ui.feature;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import ringside.core.feature.FeatureMatrix;
import ringside.ui.kit.Texts;

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
        String count = Texts.of("feature.group-node.features", group.features());
        amount.setText(group.title().equals(FeatureMatrix.BASIC) ? Texts.of("feature.group-node.basic", count) : count);
        setAccessibleText(
                group.folded()
                        ? Texts.of("feature.group-node.folded", group.title(), count)
                        : Texts.of("feature.group-node.open", group.title(), count));
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }
}
