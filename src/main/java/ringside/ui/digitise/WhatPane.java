package ringside.ui.digitise;

import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.Subject;
import ringside.core.figure.Figure;
import ringside.core.result.Citation;
import ringside.core.result.Parameters;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** What the figure is, and where: one of the catalogue, or said freely; its document and citation. */
final class WhatPane extends VBox {
    private final DigitiseModel model;
    private final ComboBox<String> figure = new ComboBox<>();
    private final VBox free;
    private final TextField benchmark = field("benchmark", Texts.of("digitise.what.benchmark-prompt"), this::say);
    private final TextField metric = field("metric", Texts.of("digitise.what.metric-prompt"), this::say);
    private final TextField unit = field("unit", Texts.of("digitise.what.unit-prompt"), this::say);
    private final ComboBox<String> better = new ComboBox<>();
    private final TextField x = field("x", Texts.of("digitise.what.x-prompt"), this::say);
    private final TextField parameters = field("parameters", "cores=1; operation=rd", this::say);
    private final TextField caption = field("caption", Texts.of("digitise.what.caption-prompt"), this::place);
    private final TextField citation = field("citation", Texts.of("digitise.what.citation-prompt"), this::cite);
    private final TextField locator = field("locator", Texts.of("digitise.what.locator-prompt"), this::cite);
    private final TextField set = field("set", Texts.of("digitise.what.set-prompt"), () -> {});
    private final Label objection = Words.of("", "objection", "small");
    private boolean showing;

    WhatPane(DigitiseModel model) {
        this.model = model;
        figure.setId("digitise-figure");
        figure.setAccessibleText(Texts.of("digitise.what.figure-name"));
        figure.getItems().add(Subject.FREE);
        model.figures().all().stream()
                .filter(one -> one.sets().isEmpty())
                .map(Figure::id)
                .forEach(figure.getItems()::add);
        figure.setConverter(new Titles());
        figure.setVisibleRowCount(16);
        figure.valueProperty().subscribe(chosen -> say());
        better.getItems().setAll("higher", "lower");
        better.setPromptText(Texts.of("digitise.what.better-prompt"));
        better.setAccessibleText(Texts.of("digitise.what.better-name"));
        better.setId("digitise-better");
        better.valueProperty().subscribe(chosen -> say());
        GridPane always = Form.grid();
        Form.row(always, Texts.of("digitise.what.figure"), figure);
        free = new VBox(freeFields());
        free.managedProperty().bind(free.visibleProperty());
        GridPane more = Form.grid();
        Form.row(more, Texts.of("digitise.what.parameters"), parameters);
        objection.setId("digitise-parameters-objection");
        objection.managedProperty().bind(objection.textProperty().isNotEmpty());
        more.add(objection, 1, more.getRowCount());
        Form.row(more, Texts.of("digitise.what.caption"), caption);
        Form.row(more, Texts.of("digitise.what.citation"), citation);
        Form.row(more, Texts.of("digitise.what.found-at"), locator);
        Form.row(more, Texts.of("digitise.what.result-set"), set);
        set.textProperty().subscribe(text -> {
            if (!showing) model.change(draft -> draft.into(text));
        });
        getChildren().add(Form.section(Texts.of("digitise.what.what-it-is"), always, free, more));
        model.draftProperty().subscribe(this::show);
    }

    private GridPane freeFields() {
        GridPane fields = Form.grid();
        Form.row(fields, Texts.of("digitise.what.benchmark"), benchmark);
        Form.row(fields, Texts.of("digitise.what.metric"), metric);
        Form.row(fields, Texts.of("digitise.what.unit"), unit);
        Form.row(fields, Texts.of("digitise.what.better"), better);
        Form.row(fields, Texts.of("digitise.what.along-x"), x);
        return fields;
    }

    private static TextField field(String id, String prompt, Runnable meant) {
        return Form.field("digitise-" + id, id, prompt, text -> meant.run());
    }

    private void say() {
        String chosen = figure.getValue();
        if (showing || chosen == null) return;
        Parameters said;
        try {
            said = Parameters.parse(parameters.getText().strip().replaceAll("\\s*;\\s*", ";"));
            objection.setText("");
        } catch (IllegalArgumentException wrong) {
            // the field keeps what was typed until it is right
            objection.setText(Texts.of("digitise.what.parameters-wrong", wrong.getMessage()));
            return;
        }
        boolean known = !chosen.equals(Subject.FREE);
        var words = known
                ? new Subject.Said("", "", "", "", "", said)
                : new Subject.Said(
                        benchmark.getText().strip(),
                        metric.getText().strip(),
                        unit.getText().strip(),
                        Objects.requireNonNullElse(better.getValue(), ""),
                        x.getText().strip(),
                        said);
        model.change(draft -> draft.about(chosen, words));
    }

    private void place() {
        if (showing) return;
        model.change(draft -> draft.source()
                .map(source -> draft.of(new Digitisation.Source(
                        source.document(),
                        source.sha256(),
                        source.page(),
                        source.pdf(),
                        source.dpi(),
                        caption.getText().strip())))
                .orElse(draft));
    }

    private void cite() {
        if (showing) return;
        model.change(draft -> draft.cited(
                new Citation(citation.getText().strip(), locator.getText().strip())));
    }

    private void show(Draft draft) {
        showing = true;
        figure.setValue(draft.figure());
        free.setVisible(draft.figure().equals(Subject.FREE));
        Subject.Said said = draft.said();
        Form.show(benchmark, said.benchmark());
        Form.show(metric, said.metric());
        Form.show(unit, said.unit());
        better.setValue(said.better().isEmpty() ? null : said.better());
        Form.show(x, said.x());
        if (!parameters.isFocused())
            Form.show(parameters, said.parameters().toString().replace(";", "; "));
        Form.show(caption, draft.source().map(Digitisation.Source::caption).orElse(""));
        Form.show(citation, draft.citation().text());
        Form.show(locator, draft.citation().locator());
        Form.show(set, draft.set());
        showing = false;
    }

    /** An id as people know it. */
    private final class Titles extends StringConverter<String> {
        @Override
        public String toString(String id) {
            if (id == null) return "";
            return model.figures()
                    .byId(id)
                    .map(one -> one.id() + "  " + one.title())
                    .orElse(Texts.of("digitise.what.other"));
        }

        @Override
        public String fromString(String title) {
            throw new UnsupportedOperationException("figures are chosen from the list");
        }
    }
}
