package ringside.ui.kit;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.CustomTextFieldSkin;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.control.skin.TextFieldSkin;

/**
 * Text fields whose caret blinks only while they have the focus. JavaFX's own (seen with 26.0.2) begins to blink whenever
 * the caret is moved, also in a field that nobody is in or that was taken out of the window, and never ends: sixty pulses a
 * second from then on, beside whatever is measured. The stylesheet gives these skins to all fields.
 */
public final class StillCaret {
    private StillCaret() {}

    public static class Field extends TextFieldSkin {
        public Field(TextField field) {
            super(field);
        }

        @Override
        public void setCaretAnimating(boolean blinks) {
            super.setCaretAnimating(
                    blinks && getSkinnable() != null && getSkinnable().isFocused());
        }
    }

    public static class Area extends TextAreaSkin {
        public Area(TextArea area) {
            super(area);
        }

        @Override
        public void setCaretAnimating(boolean blinks) {
            super.setCaretAnimating(
                    blinks && getSkinnable() != null && getSkinnable().isFocused());
        }
    }

    /** With a node at its left or right, such as a magnifier. */
    public static class Custom extends CustomTextFieldSkin {
        public Custom(CustomTextField field) {
            super(field);
        }

        @Override
        public void setCaretAnimating(boolean blinks) {
            super.setCaretAnimating(
                    blinks && getSkinnable() != null && getSkinnable().isFocused());
        }

        @Override
        public ObjectProperty<Node> leftProperty() {
            return custom().leftProperty();
        }

        @Override
        public ObjectProperty<Node> rightProperty() {
            return custom().rightProperty();
        }

        /** Asked for while the super class is still being made. */
        private CustomTextField custom() {
            return (CustomTextField) getSkinnable();
        }
    }
}
