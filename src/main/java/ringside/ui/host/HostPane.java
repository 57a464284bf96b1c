package ringside.ui.host;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.RingsideException;
import ringside.core.bench.preflight.Doctor;
import ringside.core.feature.Probed;
import ringside.core.host.Passed;
import ringside.core.host.Reaching;
import ringside.core.host.Target;
import ringside.core.probe.ProbeReport;
import ringside.ui.host.HostsModel.Entry;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Terminal;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** One host in full: the way to it, what it is, and what it said when it was last asked. */
final class HostPane extends VBox {
    /** What can be done to the host in view. */
    interface Ways {
        void test();

        void probe();

        void measure();

        void edit();

        void remove();
    }

    private final Inquiry<Passed, Reaching.Outcome> way;
    private final Inquiry<Doctor.Job, List<Doctor.Job>> jobs;
    private final Ways ways;
    private final VBox body = new VBox();
    private final VBox connection = new VBox(10);
    private final VBox able = new VBox();
    private final Label name = new Label();
    private final Label note = Words.of("", "muted");
    private final Button test;
    private final Button remove;
    private final CommandLine command = new CommandLine();
    private Target shown = Target.LOCAL;

    HostPane(Inquiry<Passed, Reaching.Outcome> way, Inquiry<Doctor.Job, List<Doctor.Job>> jobs, Ways ways) {
        this.way = way;
        this.jobs = jobs;
        this.ways = ways;
        getStyleClass().addAll("set-pane", "host-pane");
        name.getStyleClass().add(Styles.TITLE_3);
        note.managedProperty().bind(note.visibleProperty());
        test = button(Texts.of("host.test"), Icon.VERIFY, ways::test, "host-test");
        test.getStyleClass().add(Styles.ACCENT);
        remove = Buttons.icon(Texts.of("host.remove"), Icon.DELETE, ways::remove);
        remove.setId("host-remove");
        Button edit = Buttons.icon(Texts.of("host.change"), Icon.RENAME, ways::edit);
        edit.setId("host-edit");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(
                test,
                button(Texts.of("host.ask"), Icon.FEATURES, ways::probe, "host-probe"),
                button(Texts.of("host.measure"), Icon.BENCHMARKS, ways::measure, "host-measure"),
                space,
                edit,
                remove);
        row.getStyleClass().add("buttons");
        row.setAlignment(Pos.CENTER_LEFT);
        var actions = new VBox(row, command);
        actions.getStyleClass().add("set-actions");
        var head = new VBox(name, note);
        head.getStyleClass().add("host-head");
        body.getStyleClass().add("body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.FLAT);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, actions, scroll);
    }

    private static Button button(String text, String icon, Runnable action, String id) {
        Button button = Buttons.labelled(text, icon, action);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    void show(Entry entry) {
        shown = entry.target();
        name.setText(entry.name());
        note.setText(entry.host().note());
        note.setVisible(!entry.host().note().isEmpty());
        remove.setDisable(shown.equals(Target.LOCAL));
        command.commandProperty().set(Terminal.ringside("features", "probe", "--host", shown.text()));
        showWay();
        body.getChildren().setAll(section(Texts.of("host.connection"), connection));
        if (entry.probe().isEmpty()) body.getChildren().add(unasked());
        entry.probe().ifPresent(this::show);
        showJobs();
        body.getChildren().add(section(Texts.of("host.used-for"), able));
    }

    /** Shows what this host can be used for, as far as it was looked at. */
    void showJobs() {
        boolean running = jobs.isRunning(shown);
        able.getChildren()
                .setAll(new JobsPane(
                        jobs.of(shown),
                        running ? jobs.askProperty().get() : Optional.empty(),
                        () -> jobs.ask(shown),
                        jobs::cancel));
    }

    /** Shows how the test of this host stands. */
    void showWay() {
        boolean running = way.isRunning(shown);
        test.setDisable(running);
        connection
                .getChildren()
                .setAll(new WayPane(
                        shown, way.of(shown), running ? way.askProperty().get() : Optional.empty()));
        if (!running) return;
        Button cancel = Buttons.labelled(Texts.of("host.cancel"), Icon.CLOSE, way::cancel);
        cancel.setId("host-cancel");
        connection.getChildren().add(cancel);
    }

    private Node unasked() {
        Button ask = Buttons.labelled(Texts.of("host.ask-it-now"), Icon.FEATURES, ways::probe);
        return section(Texts.of("host.what-it-is"), new VBox(8, Words.of(Texts.of("host.not-asked"), "muted"), ask));
    }

    private void show(ProbeReport report) {
        body.getChildren()
                .add(section(
                        Texts.of("host.what-it-is"),
                        facts(FactWords.of(report.host().facts()))));
        var box = new VBox();
        box.getStyleClass().add("tight");
        box.getChildren()
                .add(Words.of(Texts.of(
                        "host.probed",
                        count(report, Probed.Verdict.VERIFIED),
                        count(report, Probed.Verdict.NOT_HERE),
                        count(report, Probed.Verdict.NOT_ASKED),
                        Amount.time(report.time()))));
        // A tool that is missing keeps several probes from asking, and is said once
        report.troubles().stream()
                .map(trouble -> new RingsideException(trouble.problem(), trouble.remedy()))
                .collect(Collectors.toMap(
                        RingsideException::getMessage, trouble -> trouble, (one, same) -> one, LinkedHashMap::new))
                .values()
                .forEach(trouble -> box.getChildren().add(trouble(trouble)));
        body.getChildren().add(section(Texts.of("host.features"), box));
    }

    private static String count(ProbeReport report, Probed.Verdict verdict) {
        return Amount.count(report.probed().stream()
                .filter(answer -> answer.verdict() == verdict)
                .count());
    }

    private static Node trouble(RingsideException trouble) {
        return new VBox(
                Words.of(ErrorPane.sentence(trouble.problem())),
                Words.of(ErrorPane.sentence(trouble.remedy()), "muted"));
    }

    private static GridPane facts(Map<String, String> facts) {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        facts.forEach((name, value) -> {
            Label key = Words.of(name, "muted");
            Label told = Words.of(value);
            for (Node node : List.of(key, told)) GridPane.setValignment(node, VPos.TOP);
            grid.addRow(grid.getRowCount(), key, told);
        });
        return grid;
    }

    private static Node section(String title, Node content) {
        var heading = new Label(title);
        heading.getStyleClass().add("section-title");
        var box = new VBox(heading, content);
        box.getStyleClass().add("section");
        return box;
    }
}
