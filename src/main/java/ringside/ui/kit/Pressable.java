package ringside.ui.kit;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;

/** An area that is pressed as a whole, by mouse or keyboard. A Button would not let its text wrap beside an icon. */
public final class Pressable extends StackPane {
    private final Runnable action;

    /** @param says what a screen reader says of it */
    public Pressable(Node content, String says, Runnable action) {
        super(content);
        this.action = action;
        getStyleClass().add("pressable");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(says);
        setOnMousePressed(press -> requestFocus());
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) action.run();
        });
        setOnKeyPressed(key -> {
            if (key.getCode() != KeyCode.ENTER && key.getCode() != KeyCode.SPACE) return;
            key.consume();
            action.run();
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction asked, Object... parameters) {
        if (asked == AccessibleAction.FIRE) action.run();
        else super.executeAccessibleAction(asked, parameters);
    }
}
