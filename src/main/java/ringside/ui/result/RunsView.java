package ringside.ui.result;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.core.platform.Platforms;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.EmptyState;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Terminal;

/** The runs of a set, the samples of the run chosen, and the tool's output with the sample's line marked. */
final class RunsView extends BorderPane {
    private final RunsModel model;
    private final Label heading = new Label();
    private final CommandLine command = new CommandLine();
    private final TableView<Run> runs = new TableView<>();
    private final TableView<Sample> samples = new TableView<>();
    private final Label sampleNote = note();
    private final Label runNote = note();
    private final RawView raw = new RawView();
    private final Label rawTitle = new Label();
    private final StackPane rawPlace = new StackPane();
    private String set = "";
    private int wantedLine;

    RunsView(RunsModel model, Runnable back) {
        this.model = model;
        getStyleClass().add("runs-view");
        Button library = Buttons.labelled("_Library", Icon.BACK, back);
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
            if (trouble != null) rawPlace.getChildren().setAll(new ErrorPane(trouble));
        });
        model.sampleProperty().subscribe(sample -> {
            samples.getSelectionModel().select(sample);
            raw.mark(sample == null ? 0 : sample.line());
            if (sample != null) samples.scrollTo(Math.max(0, samples.getSelectionModel().getSelectedIndex() - 3));
        });
    }

    private Node parts() {
        runTable();
        sampleTable();
        rawTitle.getStyleClass().add("section-title");
        var left = new VBox(title("Runs"), runs, runNote);
        var middle = new VBox(title("Samples"), samples, sampleNote);
        var right = new VBox(rawTitle, rawPlace);
        for (VBox part : List.of(left, middle, right)) part.getStyleClass().add("part");
        for (Node grows : List.of(runs, samples, rawPlace)) VBox.setVgrow(grows, Priority.ALWAYS);
        var split = new SplitPane(left, middle, right);
        split.setDividerPositions(0.28, 0.62);
        return split;
    }

    private void runTable() {
        runs.setId("runs");
        runs.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        runs.getStyleClass().add(Styles.DENSE);
        runs.getColumns()
                .setAll(List.of(
                        column("Benchmark", 100, Run::benchmark),
                        column("Configuration", 120, RunsView::subject),
                        column("Ended", 80, run -> run.outcome().word())));
        runs.getSelectionModel().selectedItemProperty().subscribe(run -> {
            if (run == null) return;
            model.load(set, run, wantedLine);
            wantedLine = 0;
        });
    }

    private static String subject(Run run) {
        String platform = Platforms.of(run.configuration().platform()).name();
        String label = run.configuration().label();
        return label.equalsIgnoreCase(platform) ? label : label + " (" + platform + ")";
    }

    private void sampleTable() {
        samples.setId("samples");
        samples.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        samples.getStyleClass().add(Styles.DENSE);
        samples.getColumns()
                .setAll(List.of(
                        column("Metric", 90, sample -> sample.metric().name()),
                        column("At", 150, sample -> sample.parameters().toString().replace(";", ", ")),
                        number("No.", 44, sample -> Integer.toString(sample.repetition())),
                        number("Value", 90, RunsView::value),
                        column("Unit", 60, sample -> sample.metric().unit()),
                        number("Line", 50, sample -> sample.line() == 0 ? "" : Integer.toString(sample.line()))));
        samples.getSelectionModel().selectedItemProperty().subscribe(sample -> {
            if (sample != null) model.sampleProperty().set(sample);
        });
    }

    private static String value(Sample sample) {
        return switch (sample.value()) {
            case Value.Measured(double number) -> Amount.measured(number);
            case Value.Missing(String reason) -> "missing: " + reason;
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
        runs.getItems().setAll(detail.runs());
        int first = 0;
        for (int i = 0; i < detail.runs().size(); i++) if (detail.runs().get(i).id().equals(run)) first = i;
        runs.getSelectionModel().select(first);
        runs.scrollTo(Math.max(0, first - 3));
        runs.requestFocus();
    }

    private void show(RunsModel.@Nullable Loaded loaded) {
        samples.getItems().setAll(loaded == null ? List.of() : loaded.samples());
        raw.show(loaded == null ? List.of() : loaded.raw());
        rawTitle.setText("Output of the tool");
        if (loaded == null) {
            rawPlace.getChildren().clear();
            say(runNote, "");
            say(sampleNote, "");
            return;
        }
        say(runNote, told(loaded.run()));
        say(
                sampleNote,
                loaded.total() > loaded.samples().size()
                        ? "The first %s of %s. The command above prints them all."
                                .formatted(Amount.count(loaded.samples().size()), Amount.count(loaded.total()))
                        : "");
        loaded.run().raw().ifPresent(output -> rawTitle.setText("Output of the tool: " + output.name()));
        rawPlace.getChildren().setAll(loaded.raw().isEmpty() ? noRaw() : raw);
    }

    private static Node noRaw() {
        return new EmptyState(
                Icon.FILE,
                "No output is kept with this run",
                "Its samples came as numbers, from a table, a publication or an archive that holds no tool output.");
    }

    private static String told(Run run) {
        var words = new java.util.ArrayList<String>();
        run.started().ifPresent(start -> words.add("Started " + Amount.time(start) + "."));
        if (!run.outcome().reason().isEmpty())
            words.add("It is " + run.outcome().word() + ": " + ErrorPane.sentence(run.outcome().reason()));
        if (!run.note().isBlank()) words.add(ErrorPane.sentence(run.note()));
        if (!run.command().isEmpty()) words.add("Command: " + String.join(" ", run.command()));
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
        return column;
    }

    private static <T> TableColumn<T, String> number(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = column(title, width, text);
        column.getStyleClass().add("number");
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(String number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty ? null : number);
                setAlignment(Pos.CENTER_RIGHT);
            }
        });
        return column;
    }
}
