package ringside.ui.figure;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.core.figure.Exporting;
import ringside.core.figure.Exporting.Kind;
import ringside.core.figure.Figure;
import ringside.core.figure.Renderer.Theme;
import ringside.core.figure.View;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.Texts;

/** What one can choose before a figure is written to a file. */
final class ExportSheet extends VBox {
    private static final List<Integer> RESOLUTIONS = List.of(96, 120, 150, 192, 300, 600);

    /** A size with a use. */
    private record Preset(String use, int width, int height) {
        @Override
        public String toString() {
            return use;
        }
    }

    private static final List<Preset> PRESETS = List.of(
            new Preset(Texts.of("figure.export.report"), Exporting.WIDTH, Exporting.HEIGHT),
            new Preset(Texts.of("figure.export.slide"), 1920, 1080),
            new Preset(Texts.of("figure.export.half-page"), 800, 500),
            new Preset(Texts.of("figure.export.square"), 1200, 1200),
            new Preset(Texts.of("figure.export.own-size"), 0, 0));

    private final ExportModel model;
    private final GridPane grid = new GridPane();
    private int row;

    ExportSheet(ExportModel model, Figure figure, View view, boolean zoomed) {
        this.model = model;
        getStyleClass().add("export-sheet");
        FiguresPage.style(this);
        grid.getStyleClass().add("grid");
        var drawn = model.formatProperty().map(format -> format != Kind.CSV);
        line(Texts.of("figure.export.format"), formats());
        Node size = size();
        size.disableProperty().bind(drawn.map(yes -> !yes));
        line(Texts.of("figure.export.size"), size);
        Node dpi = resolution();
        dpi.disableProperty().bind(model.formatProperty().map(format -> format != Kind.PNG));
        line(Texts.of("figure.export.resolution"), dpi);
        Node theme = theme();
        theme.disableProperty().bind(drawn.map(yes -> !yes));
        line(Texts.of("figure.export.theme"), theme);
        if (zoomed) line("", part());
        var outcome = new Label();
        outcome.setId("export-outcome");
        outcome.getStyleClass().add(Styles.TEXT_MUTED);
        outcome.textProperty().bind(Bindings.createStringBinding(model::outcome, watched()));
        line(Texts.of("figure.export.gives"), outcome);
        var command = new CommandLine();
        command.commandProperty()
                .bind(Bindings.createStringBinding(() -> ExportCommand.of(figure, view, model.options()), watched()));
        getChildren().addAll(grid, command);
    }

    private javafx.beans.Observable[] watched() {
        return new javafx.beans.Observable[] {
            model.formatProperty(),
            model.widthProperty(),
            model.heightProperty(),
            model.dpiProperty(),
            model.themeProperty()
        };
    }

    private void line(String name, Node control) {
        var label = new Label(name);
        label.setMinWidth(USE_PREF_SIZE);
        grid.add(label, 0, row);
        grid.add(control, 1, row++);
    }

    private Node formats() {
        var group = new ToggleGroup();
        var buttons = new ArrayList<Node>();
        var purpose = new Label();
        purpose.getStyleClass().add(Styles.TEXT_MUTED);
        purpose.textProperty().bind(model.formatProperty().map(ExportSheet::purpose));
        for (Kind format : Kind.values()) {
            var button = new ToggleButton(format.name());
            button.setId("format-" + format.word());
            button.setToggleGroup(group);
            button.setSelected(format == model.formatProperty().get());
            button.getStyleClass()
                    .add(
                            buttons.isEmpty()
                                    ? Styles.LEFT_PILL
                                    : format == Kind.CSV ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.formatProperty().set(format);
            });
            buttons.add(button);
        }
        var line = new HBox(12, new HBox(buttons.toArray(Node[]::new)), purpose);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static String purpose(Kind format) {
        return switch (format) {
            case PNG -> Texts.of("figure.export.png");
            case SVG -> Texts.of("figure.export.svg");
            case PDF -> Texts.of("figure.export.pdf");
            case CSV -> Texts.of("figure.export.csv");
        };
    }

    private Node size() {
        var presets = new ComboBox<Preset>();
        presets.getItems().setAll(PRESETS);
        presets.setPrefWidth(160);
        Runnable match = () -> presets.setValue(PRESETS.stream()
                .filter(preset -> preset.width() == model.widthProperty().get()
                        && preset.height() == model.heightProperty().get())
                .findFirst()
                .orElse(PRESETS.getLast()));
        presets.valueProperty().subscribe(chosen -> {
            if (chosen == null || chosen.width() == 0) return;
            model.widthProperty().set(chosen.width());
            model.heightProperty().set(chosen.height());
        });
        match.run();
        model.widthProperty().subscribe(any -> match.run());
        model.heightProperty().subscribe(any -> match.run());
        var line = new HBox(
                8,
                presets,
                number(model.widthProperty()),
                new Label("×"),
                number(model.heightProperty()),
                new Label(Texts.of("figure.export.pixels")));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Spinner<Integer> number(IntegerProperty property) {
        var spinner = new Spinner<Integer>();
        var values = new IntegerSpinnerValueFactory(ExportModel.LEAST, ExportModel.MOST, property.get(), 10);
        spinner.setValueFactory(values);
        spinner.setEditable(true);
        spinner.setPrefWidth(104);
        values.valueProperty().subscribe(value -> Optional.ofNullable(value).ifPresent(property::set));
        property.subscribe(value -> values.setValue(value.intValue()));
        return spinner;
    }

    private Node resolution() {
        var choice = new ComboBox<Integer>();
        choice.setId("export-dpi");
        choice.getItems().setAll(RESOLUTIONS);
        choice.setValue(model.dpiProperty().get());
        choice.valueProperty().subscribe(dpi -> Optional.ofNullable(dpi).ifPresent(model.dpiProperty()::set));
        var line = new HBox(8, choice, new Label("dpi"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node theme() {
        var group = new ToggleGroup();
        var light = new RadioButton(Texts.of("figure.export.light"));
        var dark = new RadioButton(Texts.of("figure.export.dark"));
        light.setToggleGroup(group);
        dark.setToggleGroup(group);
        (model.themeProperty().get() == Theme.DARK ? dark : light).setSelected(true);
        dark.selectedProperty().subscribe(chosen -> model.themeProperty().set(chosen ? Theme.DARK : Theme.LIGHT));
        return new HBox(16, light, dark);
    }

    private Node part() {
        var box = new CheckBox(Texts.of("figure.export.only-zoomed"));
        box.selectedProperty().bindBidirectional(model.zoomedProperty());
        return box;
    }
}
