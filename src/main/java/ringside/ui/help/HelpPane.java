package ringside.ui.help;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import ringside.ui.help.HelpModel.Topic;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** The help beside a page: the page's own text, the glossary, or one term. */
final class HelpPane extends BorderPane {
    /** Where its links lead. */
    interface Ways {
        void browse(String address);

        /** Shows a row of the matrix. */
        void feature(String id);

        void theory();

        void tour();

        void close();
    }

    private final HelpModel model;
    private final Ways ways;
    private final Prose prose;
    private final Label title = new Label();
    private final ScrollPane scroll = new ScrollPane();
    private final Button back;
    private final TermsView terms;

    HelpPane(HelpModel model, Ways ways) {
        this.model = model;
        this.ways = ways;
        prose = new Prose(model::term);
        terms = new TermsView(model);
        getStyleClass().add("help");
        getStylesheets()
                .add(Objects.requireNonNull(HelpPane.class.getResource("/ringside/ui/help.css"))
                        .toExternalForm());
        back = Buttons.icon(Texts.of("help.back"), Icon.BACK, model::back);
        back.setId("help-back");
        setTop(head());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.FLAT);
        scroll.setId("help-text");
        setCenter(scroll);
        setBottom(foot());
        terms.listen();
        model.topicProperty().subscribe(this::show);
    }

    private Node head() {
        title.getStyleClass().add(Styles.TITLE_4);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setId("help-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        back.managedProperty().bind(back.visibleProperty());
        back.visibleProperty().bind(model.backableProperty());
        Button close = Buttons.icon(Texts.of("help.close"), Icon.CLOSE, ways::close);
        close.setId("help-close");
        var head = new HBox(back, title, close);
        head.getStyleClass().add("help-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node foot() {
        Button all = Buttons.labelled(Texts.of("help.terms"), Icon.LIBRARY, model::terms);
        all.setId("help-glossary");
        Button tour = Buttons.labelled(Texts.of("help.tour"), Icon.PLAY, ways::tour);
        tour.setId("help-tour");
        var foot = new HBox(all, tour);
        foot.getStyleClass().add("help-foot");
        return foot;
    }

    private void show(Topic topic) {
        boolean within = isFocusWithin();
        switch (topic) {
            case Topic.OfPage(String page) -> page(page);
            case Topic.Terms(String query) -> {
                terms.show(query);
                put(Texts.of("help.terms"), terms);
            }
            case Topic.OfTerm(var term) -> put(term.name(), new TermView(term, prose, ways, model::terms));
        }
        if (within) focus();
    }

    private void page(String page) {
        HelpModel.text(page)
                .ifPresentOrElse(
                        text -> put(text.title(), prose.of(text)),
                        () -> put(Texts.of("help.button"), Words.of(Texts.of("help.none"))));
    }

    private void put(String heading, Node content) {
        if (scroll.getContent() == content) return;
        title.setText(heading);
        if (!content.getStyleClass().contains("help-content"))
            content.getStyleClass().add("help-content");
        scroll.setContent(content);
        scroll.setVvalue(0);
        scroll.setAccessibleText(heading);
    }

    /** Where reading begins: the text, which the arrow keys move, or the field that searches the terms. */
    void focus() {
        applyCss(); // what is shown for the first time is in the window only then
        layout();
        if (scroll.getContent() == terms) terms.focus();
        else scroll.requestFocus();
    }
}
