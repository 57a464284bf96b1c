package ringside.ui.feature;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.core.feature.Column;
import ringside.core.feature.Fit;
import ringside.ui.kit.Texts;

/** A platform's name above its column, and whether it fits what was marked. */
final class HeadNode extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

    private final Column column;
    private final Label name;

    /** @param ruling shows the feature whose cell decides */
    HeadNode(Column column, @Nullable Fit fit, Consumer<String> ruling) {
        this.column = column;
        getStyleClass().add("platform-head");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.BUTTON);
        name = new Label(column.name());
        name.getStyleClass().add("name");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(name);
        if (fit != null) getChildren().add(verdict(fit, ruling));
        Tooltip.install(name, new Tooltip(Texts.of("feature.head-node.tip")));
        String says = fit == null ? column.name() : column.name() + ". " + FitText.brief(fit);
        setAccessibleText(Texts.of("feature.head-node.spoken", says));
    }

    /** Whether its name needs a second line in such a column. */
    boolean wraps(double width) {
        return name.prefWidth(-1) > width - snappedLeftInset() - snappedRightInset();
    }

    Column column() {
        return column;
    }

    private static Labeled verdict(Fit fit, Consumer<String> ruling) {
        String text = FitText.brief(fit);
        String style = "verdict-" + (fit.isUnknown() ? "unknown" : fit.verdict().word());
        var decisive = fit.decisive();
        if (decisive.isEmpty() || fit.verdict() == Fit.Verdict.FITS) {
            var label = new Label(text);
            label.getStyleClass().addAll("verdict", style);
            label.setWrapText(true);
            label.setTooltip(new Tooltip(FitText.full(fit)));
            return label;
        }
        var link = new Hyperlink(text);
        link.getStyleClass().addAll("verdict", style);
        link.setWrapText(true);
        link.setTooltip(new Tooltip(Texts.of("feature.head-node.verdict-tip", FitText.full(fit))));
        link.setFocusTraversable(false);
        link.setOnAction(pressed -> {
            link.setVisited(false);
            ruling.accept(decisive.getFirst().feature().id());
        });
        return link;
    }

    void setDragged(boolean dragged) {
        pseudoClassStateChanged(DRAGGED, dragged);
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }
}
