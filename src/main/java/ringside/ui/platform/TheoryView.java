package ringside.ui.platform;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import ringside.core.platform.Topic;
import ringside.ui.kit.Texts;

/** The theory in short, topic by topic. */
public final class TheoryView extends BorderPane {
    private static final double WIDEST = 980;

    public TheoryView(List<Topic> topics, Consumer<String> browser) {
        var sources = new Sources(browser);
        var title = new Label(Texts.of("platform.theory.title"));
        title.getStyleClass().add(Styles.TITLE_2);
        var content = new VBox(title);
        for (Topic topic : topics) content.getChildren().add(topic(topic, sources));
        content.getChildren().add(Parts.section(Texts.of("platform.sources"), sources.list()));
        content.getStyleClass().add("handbook-content");
        content.setMaxWidth(WIDEST);
        setCenter(Parts.scrolling(content));
    }

    private static Node topic(Topic topic, Sources sources) {
        var section = Parts.section(
                topic.title(), topic.text().stream().map(sources::of).toArray(Node[]::new));
        if (!topic.drawings().isEmpty()) section.getChildren().add(Parts.drawings(topic.drawings(), sources));
        return section;
    }
}
