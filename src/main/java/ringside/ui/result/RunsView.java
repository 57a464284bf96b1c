package ringside.ui.result;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.core.platform.Platforms;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Terminal;
import ringside.ui.kit.Texts;

/** The runs of a set, the samples of the run chosen, and the tool's output with the sample's line marked. */
final class RunsView extends BorderPane {
    private final RunsModel model;
    private final Label heading = new Label();
    private final CommandLine command = new CommandLine();
    private final TextField search = new TextField();
    private final ObservableList<Run> all = FXCollections.observableArrayList();
    private final FilteredList<Run> found = new FilteredList<>(all);
    private final TableView<Run> runs = new TableView<>(found);
    private final TableView<Sample> samples = new TableView<>();
    private final TableColumn<Sample, String> line = number(
            Texts.of("result.runs.line"), 60, sample -> sample.line() == 0 ? "" : Integer.toString(sample.line()));
    private final TableColumn<Run, String> measured = column(Texts.of("result.runs.command"), 200, RunsView::measured);
    private final TableColumn<Run, String> configuration =
            column(Texts.of("result.configuration"), 120, RunsView::subject);
    private final TableColumn<Run, String> ended =
            column(Texts.of("result.runs.ended"), 92, run -> run.outcome().word());
    private final Label sampleNote = note();
    private final Label runNote = note();
    private final RawView raw = new RawView();
    private final Label rawTitle = new Label();
    private final SplitPane origin = new SplitPane(); // samples, and below them the output they were read from
    private final VBox rawPart = new VBox(rawTitle, raw);
    private String set = "";
    private int wantedLine;

    RunsView(RunsModel model, Runnable back) {
        this.model = model;
        getStyleClass().add("runs-view");
        Button library = Buttons.labelled(Texts.of("result.runs.library"), Icon.BACK, back);
        library.getStyleClass().addAll(Styles.FLAT, "compact");
        heading.getStyleClass().add(Styles.TITLE_4);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        var bar = new HBox(library, heading, command);
        bar.getStyleClass().add("page-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        setTop(bar);
        setCenter(parts());
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() != KeyCode.ESCAPE) return;
            back.run();
            key.consume();
        });
        model.loadedProperty().subscribe(this::show);
        model.troubleProperty().subscribe(trouble -> {
            setBottom(trouble == null ? null : new ErrorPane(trouble));
        });
        model.sampleProperty().subscribe(sample -> {
            samples.getSelectionModel().select(sample);
            raw.mark(sample == null ? 0 : sample.line());
            if (sample != null)
                samples.scrollTo(Math.max(0, samples.getSelectionModel().getSelectedIndex() - 3));
        });
    }

    private Node parts() {
        runTable();
        sampleTable();
        rawTitle.getStyleClass().add("section-title");
        var left = new VBox(title(Texts.of("result.runs.runs")), search, runs, runNote);
        var middle = new VBox(title(Texts.of("result.samples")), samples, sampleNote);
        for (VBox part : List.of(left, middle, rawPart)) part.getStyleClass().add("part");
        for (Node grows : List.of(runs, samples, raw)) VBox.setVgrow(grows, Priority.ALWAYS);
        origin.setOrientation(Orientation.VERTICAL);
        origin.getItems().setAll(middle);
        var split = new SplitPane(left, origin);
        SplitPane.setResizableWithParent(left, false);
        split.setDividerPositions(0.36);
        return split;
    }

    private void runTable() {
        runs.setId("runs");
        runs.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        runs.getStyleClass().add(Styles.DENSE);
        runs.getColumns()
                .setAll(List.of(
                        column(Texts.of("result.benchmark"), 112, Run::benchmark), configuration, measured, ended));
        search.setId("find-runs");
        search.setPromptText(Texts.of("result.runs.search-prompt"));
        search.textProperty().subscribe(text -> {
            List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
            found.setPredicate(run -> words.stream().allMatch(text(run)::contains));
        });
        runs.getSelectionModel().selectedItemProperty().subscribe(run -> {
            if (run == null) return;
            model.load(set, run, wantedLine);
            wantedLine = 0;
        });
    }

    private static String subject(Run run) {
        String platform = Platforms.of(run.configuration().platform()).name();
        String label = run.configuration().label();
        boolean told = label.toLowerCase(Locale.ROOT).contains(platform.toLowerCase(Locale.ROOT));
        return told ? label : label + " (" + platform + ")";
    }

    /** What tells it from other runs of the same benchmark. */
    private static String measured(Run run) {
        return run.command().isEmpty() ? run.given().toString().replace(";", ", ") : String.join(" ", run.command());
    }

    private static String text(Run run) {
        return String.join(
                        " ",
                        run.benchmark(),
                        subject(run),
                        run.given().toString(),
                        String.join(" ", run.command()),
                        run.outcome().word(),
                        run.note())
                .toLowerCase(Locale.ROOT);
    }

    private void sampleTable() {
        line.setMinWidth(60);
        line.setMaxWidth(84);
        samples.setId("samples");
        samples.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        samples.getStyleClass().add(Styles.DENSE);
        samples.getColumns()
                .setAll(List.of(
                        column(
                                Texts.of("result.runs.metric"),
                                130,
                                sample -> sample.metric().name()),
                        column(
                                Texts.of("result.runs.measured-at"),
                                360,
                                sample -> sample.parameters().toString().replace(";", ", ")),
                        fixed(number(
                                Texts.of("result.runs.repetition"),
                                106,
                                sample -> Integer.toString(sample.repetition()))),
                        number(Texts.of("result.runs.value"), 120, RunsView::value),
                        column(
                                Texts.of("result.runs.unit"),
                                90,
                                sample -> sample.metric().unit()),
                        line));
        samples.getSelectionModel().selectedItemProperty().subscribe(sample -> {
            if (sample != null) model.sampleProperty().set(sample);
        });
    }

    private static String value(Sample sample) {
        return switch (sample.value()) {
            case Value.Measured(double number) -> Amount.measured(number);
            case Value.Missing(String reason) -> Texts.of("result.runs.missing", reason);
        };
    }

    /** @param run the run to begin with, by its id; empty for the first */
    void open(SetDetail detail, String run, int line) {
        set = detail.stored().set().name();
        heading.setText(set);
        command.commandProperty().set(Terminal.ringside("samples", "--set", set, "--csv"));
        model.clear();
        wantedLine = line;
        runs.getSelectionModel().clearSelection();
        search.clear();
        all.setAll(detail.runs());
        measured.setVisible(
                detail.runs().stream().anyMatch(one -> !measured(one).isEmpty()));
        configuration.setVisible(
                detail.runs().stream().map(RunsView::subject).distinct().count() > 1);
        ended.setVisible(detail.runs().stream().anyMatch(one -> !(one.outcome() instanceof Run.Outcome.Completed)));
        int first = 0;
        for (int i = 0; i < detail.runs().size(); i++)
            if (detail.runs().get(i).id().equals(run)) first = i;
        runs.getSelectionModel().select(first);
        runs.scrollTo(Math.max(0, first - 3));
        runs.requestFocus();
    }

    private void show(RunsModel.@Nullable Loaded loaded) {
        samples.getItems().setAll(loaded == null ? List.of() : loaded.samples());
        raw.show(loaded == null ? List.of() : loaded.raw());
        rawTitle.setText(Texts.of("result.runs.output"));
        if (loaded == null) {
            say(runNote, "");
            say(sampleNote, "");
            return;
        }
        say(runNote, told(loaded.run()));
        say(
                sampleNote,
                loaded.total() > loaded.samples().size()
                        ? Texts.of(
                                "result.runs.first",
                                Amount.count(loaded.samples().size()),
                                Amount.count(loaded.total()))
                        : "");
        loaded.run().raw().ifPresent(output -> rawTitle.setText(Texts.of("result.runs.output-called", output.name())));
        showOutput(!loaded.raw().isEmpty());
    }

    /** Where no output is kept, the samples take its room. */
    private void showOutput(boolean kept) {
        line.setVisible(kept);
        if (!kept) origin.getItems().remove(rawPart);
        else if (!origin.getItems().contains(rawPart)) {
            origin.getItems().add(rawPart);
            origin.setDividerPositions(0.42);
        }
    }

    private static String told(Run run) {
        var words = new ArrayList<String>();
        run.started().ifPresent(start -> words.add(Texts.of("result.runs.started", Amount.time(start))));
        if (!run.outcome().reason().isEmpty())
            words.add(Texts.of(
                    "result.runs.outcome",
                    run.outcome().word(),
                    ErrorPane.sentence(run.outcome().reason())));
        if (!run.note().isBlank()) words.add(ErrorPane.sentence(run.note()));
        if (run.raw().isEmpty()) words.add(Texts.of("result.runs.no-output"));
        if (!run.command().isEmpty()) words.add(Texts.of("result.runs.command-was", String.join(" ", run.command())));
        return String.join("\n", words);
    }

    private static void say(Label note, String words) {
        note.setText(words);
        note.setVisible(!words.isEmpty());
    }

    private static Label note() {
        var label = new Label();
        label.getStyleClass().add("note");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static Label title(String words) {
        var label = new Label(words);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static <T> TableColumn<T, String> column(String title, double width, Function<T, String> text) {
        var column = new TableColumn<T, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(made -> new Cell<>(Pos.CENTER_LEFT));
        return column;
    }

    /** Tells the whole text when pointed at, for it may be cut. */
    private static final class Cell<T> extends TableCell<T, String> {
        private final Tooltip whole = new Tooltip();

        Cell(Pos place) {
            setAlignment(place);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            whole.setText(text);
            setTooltip(empty || text == null || text.isEmpty() ? null : whole);
        }
    }

    private static <T> TableColumn<T, String> fixed(TableColumn<T, String> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth() * 1.4);
        return column;
    }

    private static <T> TableColumn<T, String> number(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = column(title, width, text);
        column.getStyleClass().add("number");
        column.setCellFactory(made -> new Cell<>(Pos.CENTER_RIGHT));
        return column;
    }
}
