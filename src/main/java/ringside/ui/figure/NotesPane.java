package ringside.ui.figure;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.result.Better;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** What a reader must know beside the chart: cautions, what is missing and what would fill it, what is shown. */
final class NotesPane extends ScrollPane {
    private final VBox content = new VBox();

    NotesPane() {
        getStyleClass().addAll("figure-notes", "edge-to-edge");
        content.getStyleClass().add("notes-content");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(content);
    }

    void show(Figure figure, Optional<Plot> plot) {
        content.getChildren().clear();
        plot.ifPresent(now -> {
            part(Texts.of("figure.notes.caution"), now.cautions(), Icon.WARNING, "caution");
            part(Texts.of("figure.notes.missing"), now.missing(), Icon.NOTE, "missing");
            if (!now.caption().isBlank()) section(Texts.of("figure.notes.shown"), List.of(text(now.caption())));
        });
        section(Texts.of("figure.notes.about"), List.of(text(about(figure))));
        setVvalue(0);
    }

    private static String about(Figure figure) {
        String from = figure.ofTheStudy()
                ? Texts.of("figure.notes.of-the-study", figure.id())
                : figure.group() == Figure.Group.PUBLISHED
                        ? Texts.of("figure.notes.published")
                        : Texts.of("figure.notes.own");
        String caption = figure.yAxis().caption();
        String benchmarks =
                String.join(", ", figure.benchmarks().stream().sorted().toList());
        String text = figure.better() == Better.HIGHER
                ? Texts.of("figure.notes.higher-is-better", from, caption, benchmarks)
                : Texts.of("figure.notes.lower-is-better", from, caption, benchmarks);
        return figure.note().isBlank() ? text : text + "\n\n" + figure.note();
    }

    private void part(String title, List<String> sentences, String icon, String kind) {
        if (sentences.isEmpty()) return;
        section(
                title,
                sentences.stream().map(sentence -> item(sentence, icon, kind)).toList());
    }

    private void section(String title, List<? extends Node> items) {
        var heading = new Label(title);
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        var section = new VBox(heading);
        section.getStyleClass().add("section");
        section.getChildren().addAll(items);
        content.getChildren().add(section);
    }

    private static Node item(String sentence, String icon, String kind) {
        var words = text(sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        var item = new HBox(Icon.of(icon, 14), words);
        item.getStyleClass().addAll("item", kind);
        return item;
    }

    private static Label text(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
