package ringside.ui.feature;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One cell of the table: sign and word, flags at its right, the condition below. Reused as the table scrolls. Plain texts
 * rather than labels: there may be hundreds in view, and a label costs several times as much.
 */
final class CellNode extends Region {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double SIDE = 8;
    private static final double TOP = 4;
    private static final double GAP = 4;

    private final Text says = new Text();
    private final Text flags = new Text();
    private final FittedText note = new FittedText();
    private @Nullable String looks;

    CellNode() {
        getStyleClass().add("cell");
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        says.getStyleClass().add("says");
        flags.getStyleClass().add("flags");
        note.getStyleClass().add("note");
        getChildren().addAll(says, flags, note);
    }

    void show(CellText text, boolean notes) {
        says.setText(text.says());
        flags.setText(text.signs());
        note.setFull(notes ? text.note() : "");
        note.setVisible(notes);
        setAccessibleText(text.spoken());
        requestLayout();
        String style = CellText.style(text.support());
        if (style.equals(looks)) return;
        if (looks != null) getStyleClass().remove(looks);
        getStyleClass().add(style);
        looks = style;
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * SIDE;
        double line = Math.ceil(says.getLayoutBounds().getHeight());
        double top = note.isVisible() ? TOP : Math.round((getHeight() - line) / 2);
        says.relocate(SIDE, top);
        double flagged = flags.getLayoutBounds().getWidth();
        boolean beside = says.getLayoutBounds().getWidth() + GAP + flagged <= width || !note.isVisible();
        flags.relocate(SIDE + width - flagged, beside ? top : top + line);
        if (!note.isVisible()) return;
        double below = top + line;
        note.fit(beside ? width : Math.max(1, width - flagged - GAP), getHeight() - below - 2);
        note.relocate(SIDE, below);
    }
}
