package ringside.ui.feature;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import ringside.core.RingsideException;
import ringside.core.feature.Probed;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;
import ringside.core.probe.ProbeReport;
import ringside.ui.access.AskPane;
import ringside.ui.feature.ProbeModel.State;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Task;
import ringside.ui.kit.Terminal;
import ringside.ui.kit.Texts;

/** Asks a host what it really has. */
final class ProbeSheet extends VBox {
    private static final Duration REPAINT = Duration.millis(100);

    private final ProbeModel model;
    private final TextField host = new TextField();
    private final Button ask = Buttons.labelled(Texts.of("feature.probe.ask"), Icon.VERIFY, this::start);
    private final Label tally = new Label();
    private final FlowPane saved = new FlowPane();
    private final VBox place = new VBox();
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label stage = new Label();
    private final Timeline clock = new Timeline(new KeyFrame(REPAINT, tick -> progress()));

    ProbeSheet(ProbeModel model) {
        this.model = model;
        getStyleClass().add("probe-sheet");
        host.setId("probe-host");
        host.setPromptText(Texts.of("feature.probe.host-prompt"));
        host.textProperty().bindBidirectional(model.targetProperty());
        host.setOnAction(enter -> start());
        HBox.setHgrow(host, Priority.ALWAYS);
        ask.setId("probe-start");
        ask.setDefaultButton(true);
        ask.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, host, ask);
        line.setAlignment(Pos.CENTER_LEFT);
        var command = new CommandLine();
        command.commandProperty().bind(model.targetProperty().map(ProbeSheet::command));
        clock.setCycleCount(Timeline.INDEFINITE);
        bar.setMaxWidth(Double.MAX_VALUE);
        place.getStyleClass().add("probe-place");
        getChildren().addAll(CellPane.words(Texts.of("feature.probe.lead"), "muted"), line, saved, command, place);
        saved.getStyleClass().add("buttons");
        saved.setId("probe-saved");
        saved.managedProperty().bind(saved.visibleProperty());
        model.saved().addListener((Observable changed) -> showSaved());
        model.offer();
        model.stateProperty().subscribe(state -> show());
        model.askProperty().subscribe(question -> show());
        model.answers().addListener((Observable changed) -> count());
    }

    private static String command(String text) {
        try {
            return Terminal.ringside(
                    "features", "probe", "--host", Target.written(text).text());
        } catch (RingsideException notYet) {
            return "";
        }
    }

    private void start() {
        model.start();
    }

    /** One alone is this machine, which is offered anyway. */
    private void showSaved() {
        saved.setVisible(model.saved().size() > 1);
        saved.getChildren().setAll(model.saved().stream().map(this::choice).toList());
    }

    private Button choice(SavedHost saved) {
        var button = new Button(saved.target().words());
        button.getStyleClass().add("compact");
        if (!saved.note().isEmpty()) button.setTooltip(new Tooltip(saved.note()));
        button.disableProperty().bind(host.disableProperty());
        button.setOnAction(pressed -> host.setText(
                saved.target().equals(Target.LOCAL) ? "local" : saved.target().words()));
        return button;
    }

    private void show() {
        boolean running = model.isRunning();
        ask.setDisable(running);
        host.setDisable(running);
        if (running) clock.play();
        else clock.stop();
        place.getChildren()
                .setAll(
                        switch (model.stateProperty().get()) {
                            case State.Idle() -> List.<Node>of();
                            case State.Running under -> running(under.host());
                            case State.Done(ProbeReport report) -> done(report);
                            case State.Failed(var trouble) -> List.<Node>of(new ErrorPane(trouble));
                        });
    }

    private List<Node> running(String name) {
        Button cancel = Buttons.labelled(Texts.of("feature.probe.cancel"), Icon.CLOSE, model::cancel);
        cancel.setId("probe-cancel");
        var line = new HBox(8, bar, cancel);
        HBox.setHgrow(bar, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        stage.setText(Texts.of("feature.probe.reaching-ask", name));
        count();
        Optional<Node> question = model.askProperty().get().map(AskPane::new);
        return question.map(node -> List.of(node, (Node) cancel)).orElseGet(() -> List.of(line, stage, tally));
    }

    private void progress() {
        if (!(model.stateProperty().get() instanceof State.Running running)) return;
        Task.Stage now = running.task().stage();
        bar.setProgress(
                Double.isFinite(now.share()) && now.share() > 0 ? now.share() : ProgressBar.INDETERMINATE_PROGRESS);
        if (!now.what().isEmpty()) stage.setText(now.what());
    }

    private void count() {
        tally.setText(tally(model.answers()));
    }

    private static String tally(List<Probed> answers) {
        return Texts.of(
                "feature.probe.tally",
                Amount.count(count(answers, Probed.Verdict.VERIFIED)),
                Amount.count(count(answers, Probed.Verdict.OFFERED)),
                Amount.count(count(answers, Probed.Verdict.NOT_HERE)),
                Amount.count(count(answers, Probed.Verdict.NOT_ASKED)));
    }

    private static long count(List<Probed> answers, Probed.Verdict verdict) {
        return answers.stream().filter(answer -> answer.verdict() == verdict).count();
    }

    private List<Node> done(ProbeReport report) {
        var result = new Label(tally(report.probed()));
        result.setId("probe-result");
        result.getStyleClass().add("section-title");
        var when = CellPane.words(
                Texts.of(
                        "feature.probe.asked",
                        report.host().name(),
                        "%.1f".formatted(report.took().toMillis() / 1000.0)),
                "");
        if (report.troubles().isEmpty()) return List.of(result, when);
        var list = new VBox(10);
        report.troubles().forEach(trouble -> list.getChildren().add(trouble(trouble)));
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(220);
        scroll.getStyleClass().add(Styles.FLAT);
        return List.of(
                result,
                when,
                CellPane.words(
                        Texts.of("feature.probe.troubles", report.troubles().size()), "section-title"),
                scroll);
    }

    private static Node trouble(ProbeReport.Trouble trouble) {
        var what = CellPane.words(trouble.probe() + ": " + trouble.problem() + ".", "");
        var next = CellPane.words(ErrorPane.sentence(trouble.remedy()), "muted");
        var box = new VBox(2, what, next);
        if (!trouble.command().isBlank()) box.getChildren().add(CellPane.words(trouble.command(), "code"));
        return box;
    }
}
