package ringside.ui.feature;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import ringside.core.feature.Feature;
import ringside.ui.kit.Texts;

/** A feature's name with its mark, in the column that stays. Reused as the table scrolls. */
final class NameNode extends Region {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final double STAR = 30; // as wide as what one presses
    private static final double SIDE = 8;

    private final Text star = new Text();
    private final FittedText name = new FittedText();
    private final Text says = new Text();

    /** @param mark asked for by a press on the star; @param press by one elsewhere */
    NameNode(Runnable mark, Runnable press) {
        getStyleClass().add("feature-name");
        setAccessibleRole(AccessibleRole.TABLE_ROW);
        star.getStyleClass().add("star");
        name.getStyleClass().add("name");
        says.getStyleClass().add("mark-word");
        getChildren().addAll(star, name, says);
        setOnMouseClicked(click -> {
            if (click.getButton() != MouseButton.PRIMARY) return;
            if (click.getX() < STAR) mark.run();
            else press.run();
        });
        Tooltip.install(star, new Tooltip(Texts.of("feature.name-node.tip")));
    }

    void show(Feature feature, Marks.Mark mark) {
        name.setFull(feature.name());
        star.setText(mark == Marks.Mark.NONE ? Marks.Mark.NICE.sign() : mark.sign());
        says.setText(
                switch (mark) {
                    case MUST -> "must";
                    case NICE -> "nice";
                    case NONE -> "";
                });
        pseudoClassStateChanged(MARKED, mark != Marks.Mark.NONE);
        setAccessibleText(feature.name() + ". " + feature.description() + " " + mark.title() + ".");
        requestLayout();
    }

    String shown() {
        return name.full();
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }

    @Override
    protected void layoutChildren() {
        double word = says.getLayoutBounds().getWidth();
        double room = getWidth() - STAR - SIDE - (word > 0 ? word + SIDE : 0);
        name.fit(room, getHeight());
        middle(star, (STAR - star.getLayoutBounds().getWidth()) / 2);
        middle(name, STAR);
        middle(says, getWidth() - SIDE - word);
    }

    private void middle(Text text, double x) {
        text.relocate(x, Math.round((getHeight() - text.getLayoutBounds().getHeight()) / 2));
    }
}
