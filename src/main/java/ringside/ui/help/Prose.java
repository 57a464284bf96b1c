package ringside.ui.help;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import ringside.core.help.HelpText;
import ringside.core.help.HelpText.Passage;
import ringside.core.help.Span;

/** Draws texts with keys, commands and links in them. */
final class Prose {
    private final Consumer<String> term;

    /** @param term told which term's link was pressed */
    Prose(Consumer<String> term) {
        this.term = term;
    }

    VBox of(HelpText text) {
        var box = new VBox();
        box.getStyleClass().add("prose");
        for (Passage passage : text.passages()) box.getChildren().add(passage(passage));
        return box;
    }

    private Node passage(Passage passage) {
        return switch (passage) {
            case Passage.Heading heading -> heading(heading.text());
            case Passage.Paragraph paragraph -> flow(paragraph.spans());
            case Passage.Point point -> point(point.spans());
        };
    }

    static Label heading(String text) {
        var heading = new Label(text);
        heading.getStyleClass().addAll(Styles.TEXT_BOLD, "heading");
        heading.setWrapText(true);
        return heading;
    }

    private Node point(List<Span> spans) {
        var words = flow(spans);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(new Label("•"), words);
        row.getStyleClass().add("point");
        return row;
    }

    TextFlow flow(List<Span> spans) {
        var flow = new TextFlow();
        for (Span span : spans) flow.getChildren().add(node(span));
        flow.getStyleClass().add("flow");
        flow.setMinWidth(0);
        return flow;
    }

    private Node node(Span span) {
        return switch (span) {
            case Span.Words words -> styled(words.text(), "words");
            case Span.Code code -> styled(code.text(), "code");
            case Span.Keys keys -> keys(keys.combination());
            case Span.Link link -> link(link);
        };
    }

    private static Text styled(String words, String style) {
        var text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private static Label keys(String combination) {
        var keys = new Label(KeyCombination.valueOf(combination).getDisplayText());
        keys.getStyleClass().add("key");
        return keys;
    }

    private Hyperlink link(Span.Link link) {
        var words = new Hyperlink(link.text());
        words.getStyleClass().add("term");
        words.setOnAction(pressed -> {
            words.setVisited(false);
            term.accept(link.term());
        });
        return words;
    }
}
