package ringside.ui.help;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.core.help.Term;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** All terms, or those that have some words in them; with their texts, group by group while nothing is looked for. */
final class TermsView extends VBox {
    private final HelpModel model;
    private final CustomTextField field = new CustomTextField();
    private final Label count = new Label();
    private final VBox list = new VBox();

    TermsView(HelpModel model) {
        this.model = model;
        getStyleClass().add("prose");
        field.setId("glossary-query");
        field.setPromptText(Texts.of("help.glossary.prompt"));
        field.setAccessibleText(Texts.of("help.glossary.prompt"));
        field.setLeft(Icon.of(Icon.SEARCH));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        count.getStyleClass().add("muted");
        list.getStyleClass().add("prose");
        getChildren().addAll(field, count, list);
    }

    /** @param query as the field has it, or is to have it */
    void show(String query) {
        if (!field.getText().equals(query)) field.setText(query);
        List<Term> found = model.glossary().search(query);
        count.setText(
                found.isEmpty() ? Texts.of("help.glossary.nothing") : Texts.of("help.glossary.count", found.size()));
        list.getChildren().clear();
        String group = "";
        for (Term term : found) {
            if (query.isBlank() && !term.group().equals(group))
                list.getChildren().add(Prose.heading(term.group()));
            group = term.group();
            list.getChildren().add(entry(term));
        }
    }

    /** From now on the field searches. */
    void listen() {
        field.textProperty().subscribe(model::search);
    }

    void focus() {
        field.requestFocus();
    }

    private Node entry(Term term) {
        var name = new Hyperlink(term.name());
        name.getStyleClass().addAll("term", "entry");
        name.setOnAction(pressed -> model.term(term.name()));
        var longer = new Label(term.longer());
        longer.getStyleClass().add("muted");
        var head = new HBox(8, name, longer);
        Node text = Words.of(term.text());
        return new VBox(head, text);
    }

    private void key(KeyEvent key) {
        if (key.getCode() != KeyCode.DOWN && key.getCode() != KeyCode.ENTER) return;
        key.consume();
        Node first = list.lookup(".entry");
        if (first instanceof Hyperlink link) {
            if (key.getCode() == KeyCode.ENTER) link.fire();
            else link.requestFocus();
        }
    }
}
