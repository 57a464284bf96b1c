package ringside.ui.guest;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * Text that wraps, and that remembers how high it is: one letter typed on a page lays all of it out anew, and JavaFX would
 * break every text on it into lines again each time.
 */
final class Words extends Label {
    private record Measured(String text, Font font, Insets around, double width, double height) {
        boolean holds(Label label, double width) {
            return this.width == width
                    && text.equals(label.getText())
                    && font.equals(label.getFont())
                    && around.equals(label.getInsets());
        }
    }

    private @Nullable Measured last;

    Words(String text) {
        super(text);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (last != null && last.holds(this, width)) return last.height();
        double height = super.computePrefHeight(width);
        last = new Measured(getText(), getFont(), getInsets(), width, height);
        return height;
    }
}
