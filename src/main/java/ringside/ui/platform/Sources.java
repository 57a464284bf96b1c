package ringside.ui.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import ringside.core.platform.Reference;
import ringside.core.platform.Statement;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Texts;

/** Numbers the documents of one page in the order in which its statements name them. */
final class Sources {
    private final List<Reference> numbered = new ArrayList<>();
    private final Consumer<String> browser;

    Sources(Consumer<String> browser) {
        this.browser = browser;
    }

    /** The words, followed by the numbers of what they rest on; a number opens its document. */
    TextFlow of(Statement statement) {
        return flow(statement.text(), statement.sources());
    }

    TextFlow flow(String text, List<Reference> sources) {
        var words = new Text(text);
        words.getStyleClass().add("words");
        var flow = new TextFlow(words);
        for (Reference source : sources) flow.getChildren().add(mark(source));
        flow.getStyleClass().add("statement");
        return flow;
    }

    private Hyperlink mark(Reference source) {
        if (!numbered.contains(source)) numbered.add(source);
        int number = numbered.indexOf(source) + 1;
        var link = new Hyperlink("[" + number + "]");
        link.getStyleClass().add("mark");
        link.setTooltip(new Tooltip(Texts.of("platform.sources.tip", source.title(), source.edition())));
        link.setAccessibleText(Texts.of("platform.sources.spoken", number, source.title()));
        link.setOnAction(pressed -> {
            link.setVisited(false);
            browser.accept(source.address());
        });
        return link;
    }

    /** All documents by number; made last. */
    Node list() {
        var list = new VBox();
        list.getStyleClass().add("references");
        for (int i = 0; i < numbered.size(); i++) list.getChildren().add(line(i + 1, numbered.get(i)));
        return list;
    }

    private Node line(int number, Reference source) {
        var at = new Label("[" + number + "]");
        at.getStyleClass().add("muted");
        at.setMinWidth(30);
        var title = new Hyperlink(source.title());
        title.setWrapText(true);
        title.setTooltip(new Tooltip(source.address()));
        title.setOnAction(pressed -> {
            title.setVisited(false);
            browser.accept(source.address());
        });
        title.setMinHeight(Region.USE_PREF_SIZE);
        var edition = new Label(source.edition());
        edition.getStyleClass().add("muted");
        edition.setWrapText(true);
        var text = new VBox(title, edition);
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(6, at, text, Buttons.copy(Texts.of("platform.sources.copy"), source::citation));
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
