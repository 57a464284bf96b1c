package ringside.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.util.Duration;

/** Buttons as this workbench makes them: each can be reached by keyboard and says what it does. */
public final class Buttons {
    private static final Duration COPIED = Duration.seconds(1.5);

    private Buttons() {}

    public static Button labelled(String text, String icon, Runnable action) {
        var button = new Button(text, Icon.of(icon));
        button.setMnemonicParsing(true);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    /** Only an icon; the text is its tooltip and what a screen reader says. */
    public static Button icon(String text, String icon, Runnable action) {
        var button = new Button(null, Icon.of(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "compact");
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    public static Button copy(String text, Supplier<String> content) {
        Button button = icon(text, Icon.COPY, () -> {});
        var back = new PauseTransition(COPIED);
        back.setOnFinished(over -> button.setGraphic(Icon.of(Icon.COPY)));
        button.setOnAction(pressed -> {
            copy(content.get());
            button.setGraphic(Icon.of(Icon.CHECK));
            back.playFromStart();
        });
        return button;
    }

    public static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
