package ringside.ui.result;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ringside.core.format.Mapping;
import ringside.core.format.Outcome;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Changes;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Desk;

/** A table's columns side by side, over each what it is, below what its first rows become. */
final class MappingSheet {
    private static final int ROWS = 6;
    private static final double COLUMN = 190;

    private final Desk desk;
    private final Changes changes;
    private final MappingModel model;
    private final Button begin = Buttons.labelled(Texts.of("result.import"), Icon.IMPORT, this::start);

    MappingSheet(Desk desk, Changes changes, MappingModel model) {
        this.desk = desk;
        this.changes = changes;
        this.model = model;
    }

    void show() {
        var hint = new Label(Texts.of("result.mapping.lead", model.name()));
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        var objection = new Label();
        objection.textProperty().bind(model.objectionProperty());
        objection.getStyleClass().add("objection");
        objection.managedProperty().bind(objection.textProperty().isNotEmpty());
        var result = new Label();
        result.setId("mapping-result");
        result.textProperty().bind(model.resultProperty());
        result.setWrapText(true);
        result.setMinHeight(Region.USE_PREF_SIZE);
        GridPane grid = grid();
        var scroll = new ScrollPane(grid);
        scroll.setFitToHeight(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var body = new VBox(hint, decimals(), scroll, objection, result);
        body.getStyleClass().add("import");
        desk.sheets().fit(body, 860, 460);
        begin.disableProperty().bind(model.objectionProperty().isNotEmpty());
        begin.getStyleClass().add(Styles.ACCENT);
        begin.setDefaultButton(true);
        Button open = Buttons.labelled(Texts.of("result.mapping.open-ask"), Icon.FILE, this::open);
        Button save = Buttons.labelled(Texts.of("result.mapping.save-ask"), Icon.FILE, this::save);
        save.disableProperty().bind(begin.disableProperty());
        var cancel = new Button(Texts.of("result.cancel"));
        cancel.setOnAction(pressed -> desk.sheets().close());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        desk.sheets().show(Texts.of("result.mapping.title"), body, List.of(open, save, space, cancel, begin));
        // The first choice, not the scroll pane around it or a button below
        grid.getChildren().stream()
                .filter(ComboBox.class::isInstance)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private HBox decimals() {
        var choice = new ComboBox<Mapping.Decimal>();
        choice.setId("mapping-decimal");
        choice.getItems().setAll(Mapping.Decimal.values());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Mapping.Decimal decimal) {
                return switch (decimal) {
                    case POINT -> Texts.of("result.mapping.point");
                    case COMMA -> Texts.of("result.mapping.comma");
                    case UNSTATED -> Texts.of("result.mapping.by-itself");
                };
            }

            @Override
            public Mapping.Decimal fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        });
        choice.valueProperty().bindBidirectional(model.decimalProperty());
        var label = new Label(Texts.of("result.mapping.numbers"));
        label.setMnemonicParsing(true);
        label.setLabelFor(choice);
        TextField benchmark = field(Texts.of("result.mapping.benchmark-prompt"), model.benchmarkProperty());
        benchmark.setId("mapping-benchmark");
        benchmark.setAccessibleText(Texts.of("result.mapping.benchmark-name"));
        var of = new Label(Texts.of("result.mapping.benchmark-label"));
        of.setMnemonicParsing(true);
        of.setLabelFor(benchmark);
        var row = new HBox(8, label, choice, of, benchmark);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("questions");
        int at = 0;
        for (MappedColumn column : model.columns()) {
            var header = new Label(column.header());
            header.getStyleClass().add("name");
            header.setTooltip(new Tooltip(column.header()));
            var meaning = new ComboBox<MappedColumn.Meaning>();
            meaning.getItems().setAll(MappedColumn.Meaning.values());
            meaning.valueProperty().bindBidirectional(column.meaningProperty());
            meaning.setAccessibleText(Texts.of("result.mapping.meaning", column.header()));
            var name = field(Texts.of("result.mapping.its-name"), column.nameProperty());
            var unit = field(Texts.of("result.mapping.its-unit"), column.unitProperty());
            column.meaningProperty().subscribe(now -> {
                unit.setVisible(now.isResult());
                name.setVisible(now.isResult() || now == MappedColumn.Meaning.PARAMETER);
            });
            grid.addColumn(at++, header, meaning, name, unit);
            for (Region node : List.of(header, meaning, name, unit)) {
                node.setMinWidth(COLUMN);
                node.setPrefWidth(COLUMN);
                node.setMaxWidth(COLUMN);
            }
            int row = 4;
            for (String value : model.values(column).stream().limit(ROWS).toList()) {
                var cell = new Label(value);
                cell.setMaxWidth(COLUMN);
                cell.getStyleClass().add(Styles.TEXT_MUTED);
                grid.add(cell, at - 1, row++);
            }
        }
        return grid;
    }

    private static TextField field(String prompt, javafx.beans.property.StringProperty text) {
        var field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private void open() {
        List<Path> chosen = desk.files().open(Texts.of("result.mapping.open-title"));
        if (!chosen.isEmpty())
            model.open(
                    chosen.getFirst(), other -> new MappingSheet(desk, changes, other).show(), desk.notices()::trouble);
    }

    private void save() {
        desk.files()
                .save(Texts.of("result.mapping.save-title"), "mapping", "json")
                .ifPresent(file -> model.save(
                        file, () -> desk.notices().note(Texts.of("result.mapping.saved", file)), desk.sheets()::show));
    }

    private void start() {
        model.begin(this::done, desk.sheets()::show);
    }

    private void done(Outcome outcome) {
        desk.sheets().close();
        changes.happened();
        desk.notices()
                .note(Texts.of(
                        "result.mapping.imported",
                        outcome.samples(),
                        model.name(),
                        outcome.skipped().size()));
        desk.navigator().open(LibraryPage.ID, outcome.sets().getFirst());
    }
}
