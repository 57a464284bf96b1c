package ringside.ui.guest;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import ringside.core.guest.validate.Validation;
import ringside.core.guest.validate.Validation.Outcome;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** What a platform's own software said of one output. */
final class CheckLine {
    private CheckLine() {}

    static Label of(Validation validation) {
        Label label = SectionPane.words(words(validation));
        Region icon = switch (validation.outcome()) {
            case Outcome.Sound sound -> marked(Icon.CHECK, "good");
            case Outcome.Faulty faulty -> marked(Icon.ERROR, "bad");
            case Outcome.CouldNotRun not -> marked(Icon.NOTE, "unknown");
        };
        label.setGraphic(icon);
        label.getStyleClass().setAll("label", "check-line");
        return label;
    }

    private static Region marked(String path, String style) {
        Region icon = Icon.of(path);
        icon.getStyleClass().add(style);
        return icon;
    }

    static String words(Validation validation) {
        String notes = validation.notes().isEmpty() ? "" : "\n" + String.join("\n", validation.notes());
        return switch (validation.outcome()) {
            case Outcome.Sound sound -> Texts.of("guest.check-line.sound", validation.by(), notes);
            case Outcome.Faulty(var problems) ->
                Texts.of("guest.check-line.faulty", validation.by(), String.join("; ", problems), notes);
            case Outcome.CouldNotRun(String reason, String remedy) ->
                Texts.of(
                        "guest.check-line.not-run",
                        validation.by(),
                        ErrorPane.sentence(reason),
                        ErrorPane.sentence(remedy));
        };
    }
}
