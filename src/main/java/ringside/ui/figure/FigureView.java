package ringside.ui.figure;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Spot;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Chip;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** One figure: its chart, how to look at it, its data, and beside them what to know and where a value comes from. */
final class FigureView extends BorderPane {
    /** What leads away from this view. */
    interface Ways {
        void back();

        void step(int places);

        void export();

        void copyImage();

        void copyData();

        void library(String set);
    }

    private static final double CHART_SHARE = 0.62;
    private static final double SIDE_SHARE = 0.74;

    private final FigureModel model;
    private final Ways ways;
    private final Label id = Chip.of("");
    private final Label title = new Label();
    private final ChartPane chart;
    private final StackPane stage = new StackPane();
    private final DataTable table;
    private final MatrixTable matrix = new MatrixTable(this::pick);
    private final NotesPane notes = new NotesPane();
    private final OriginPane origin;
    private final Tab notesTab = new Tab(Texts.of("figure.notes"), notes);
    private final Tab originTab;
    private final TabPane side;
    private final CommandLine command = new CommandLine();
    private final Button before;
    private final Button after;

    FigureView(FigureModel model, OriginModel origins, Ways ways) {
        this.model = model;
        this.ways = ways;
        chart = new ChartPane(model, this::pick);
        table = new DataTable(row -> follow(origins, row));
        origin = new OriginPane(origins, ways::library);
        originTab = new Tab(Texts.of("figure.origin"), origin);
        side = new TabPane(notesTab, originTab);
        before = Buttons.icon(Texts.of("figure.previous"), Icon.BACK, () -> ways.step(-1));
        after = Buttons.icon(Texts.of("figure.next"), Icon.FORWARD, () -> ways.step(1));
        getStyleClass().add("figure-detail");
        setTop(new VBox(head(), new ViewBar(model)));
        setCenter(body());
        setBottom(foot());
        model.figureProperty().subscribe(figure -> {
            name(figure);
            show(Optional.empty());
            origins.clear();
            side.getSelectionModel().select(notesTab);
        });
        model.shownProperty().subscribe(shown -> show(shown.map(FigureModel.Shown::plot)));
        model.troubleProperty().subscribe(any -> stage());
        model.viewProperty().subscribe(any -> command());
        model.figureProperty().subscribe(any -> command());
    }

    private Node head() {
        var back = Buttons.labelled(Texts.of("figure.all"), Icon.BACK, ways::back);
        back.getStyleClass().add(Styles.FLAT);
        back.setTooltip(new Tooltip(Texts.of("figure.all-tip")));
        id.getStyleClass().add("figure-id");
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        var copyImage = new MenuItem(Texts.of("figure.copy-image"));
        copyImage.setOnAction(event -> ways.copyImage());
        var copyData = new MenuItem(Texts.of("figure.copy-data"));
        copyData.setOnAction(event -> ways.copyData());
        var copy = new MenuButton(Texts.of("figure.copy"), Icon.of(Icon.COPY), copyImage, copyData);
        copy.setId("copy-figure");
        var export = Buttons.labelled(Texts.of("figure.export"), Icon.EXPORT, ways::export);
        export.setId("export-figure");
        export.setTooltip(new Tooltip(Texts.of("figure.export-tip")));
        export.getStyleClass().add(Styles.ACCENT);
        for (var control : new javafx.scene.control.Control[] {back, id, copy, export})
            control.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(10, back, id, title, before, after, copy, export);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node body() {
        stage.getStyleClass().add("stage");
        stage.setMinSize(0, 0);
        stage.getChildren().setAll(chart);
        var left = new SplitPane(stage, table);
        left.setOrientation(Orientation.VERTICAL);
        left.setDividerPositions(CHART_SHARE);
        notesTab.setClosable(false);
        originTab.setClosable(false);
        side.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
        side.setMinWidth(220);
        var body = new SplitPane(left, side);
        body.setDividerPositions(SIDE_SHARE);
        SplitPane.setResizableWithParent(side, false);
        return body;
    }

    private Node foot() {
        var limits = new Label(Texts.of("figure.command-draws"));
        limits.getStyleClass().addAll("limits", Styles.TEXT_SMALL);
        limits.setMinWidth(USE_PREF_SIZE);
        limits.visibleProperty().bind(model.viewProperty().map(view -> !ExportCommand.saysAllOf(view)));
        limits.managedProperty().bind(limits.visibleProperty());
        HBox.setHgrow(command, Priority.ALWAYS);
        command.setMinWidth(0);
        var foot = new HBox(command, limits);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    void focusChart() {
        chart.requestFocus();
    }

    boolean resetZoom() {
        return chart.reset();
    }

    private void name(Figure figure) {
        id.setText(figure.id());
        title.setText(figure.title());
        title.setTooltip(new Tooltip(figure.title()));
        before.setDisable(model.neighbour(-1).isEmpty());
        after.setDisable(model.neighbour(1).isEmpty());
    }

    private void show(Optional<Plot> plot) {
        table.show(plot);
        plot.filter(now -> now.figure().kind() == Figure.Kind.TABLE).ifPresent(matrix::show);
        stage();
        notes.show(model.figureProperty().get(), plot);
        int remarks =
                plot.map(now -> now.cautions().size() + now.missing().size()).orElse(0);
        notesTab.setText(remarks == 0 ? Texts.of("figure.notes") : Texts.of("figure.notes-of", remarks));
    }

    /** The chart, the table where the figure is one, or why there is neither. */
    private void stage() {
        boolean table = model.figureProperty().get().kind() == Figure.Kind.TABLE
                && model.shownProperty().get().isPresent();
        Node content = model.troubleProperty()
                .get()
                .<Node>map(fault -> new ErrorPane(fault, model::refresh))
                .orElse(table ? matrix : chart);
        if (!stage.getChildren().equals(List.of(content))) stage.getChildren().setAll(content);
    }

    private void command() {
        command.commandProperty()
                .set(ExportCommand.of(
                        model.figureProperty().get(),
                        model.viewProperty().get(),
                        List.of("--format", "png", "--out", ".")));
    }

    private void pick(Spot spot) {
        table.select(spot);
    }

    private void follow(OriginModel origins, DataRow row) {
        model.shownProperty().get().ifPresent(shown -> {
            origins.follow(shown.plot(), row.series(), row.point());
            side.getSelectionModel().select(originTab);
        });
    }
}
