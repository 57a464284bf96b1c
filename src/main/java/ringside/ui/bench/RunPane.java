package ringside.ui.bench;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import ringside.core.host.Command;
import ringside.ui.bench.Board.Running;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** The commands that run now, and what they print. */
final class RunPane extends ScrollPane {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final int LINES = 14;

    private final VBox content = new VBox(6);
    private List<Running> shown = List.of();

    RunPane() {
        getStyleClass().add("run-pane");
        content.getStyleClass().add("pane");
        setContent(content);
        setFitToWidth(true);
        content.getChildren().setAll(Words.of(Texts.of("bench.run.none"), "muted"));
    }

    void show(List<Running> running) {
        if (running.equals(shown)) return;
        shown = running;
        content.getChildren().clear();
        running.forEach(this::add);
        if (running.isEmpty()) content.getChildren().setAll(Words.of(Texts.of("bench.run.none"), "muted"));
    }

    private void add(Running run) {
        Label command = Words.of(Command.of(run.command()).line(), "code");
        command.setId("running-command");
        List<String> lines = run.lines();
        Label output = Words.of(
                String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size())), "code", "printed");
        content.getChildren().addAll(Words.of(words(run), "muted"), command);
        if (!lines.isEmpty()) content.getChildren().add(output);
    }

    private static String words(Running run) {
        String begun = TIME.format(run.since());
        String expected = Times.words(run.expected());
        int number = run.slot().repetition();
        return run.slot().warmUp()
                ? Texts.of("bench.run.warm-up", run.label(), number, begun, expected)
                : Texts.of("bench.run.repetition", run.label(), number, begun, expected);
    }
}
