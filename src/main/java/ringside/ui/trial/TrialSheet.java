package ringside.ui.trial;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import ringside.core.experiment.Offer;
import ringside.core.feature.Probed;
import ringside.core.guest.GuestPlatform;
import ringside.core.platform.Platforms;
import ringside.core.trial.Trial;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;
import ringside.ui.shell.Desk;
import ringside.ui.trial.TrialModel.State;

/** Asks what is to be tried, and shows what comes of it. */
public final class TrialSheet extends VBox {
    private static final String STYLES = "/ringside/ui/trial.css";
    private static final double FOUND = 190; // of what came of it; the rest is scrolled to
    private static final Duration REPAINT = Duration.millis(100);

    private final TrialModel model;
    private final Desk desk;
    private final BiConsumer<String, String> cell;
    private final FlowPane platforms = new FlowPane();
    private final Label others = Words.of("", "muted");
    private final GridPane trials;
    private final VBox place = new VBox();
    private final GridPane found = new GridPane();
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label stage = Words.of("", "muted");
    private final Timeline clock = new Timeline(new KeyFrame(REPAINT, tick -> progress()));
    private final CommandLine command = new CommandLine();
    private final Button start = Buttons.labelled(Texts.of("trial.start"), Icon.VERIFY, this::start);

    /** @param cell shows a cell of the matrix, by its feature and platform */
    private TrialSheet(TrialModel model, Desk desk, BiConsumer<String, String> cell) {
        this.model = model;
        this.desk = desk;
        this.cell = cell;
        trials = trials(model);
        getStyleClass().add("trial-sheet");
        getStylesheets()
                .add(Objects.requireNonNull(TrialSheet.class.getResource(STYLES), STYLES)
                        .toExternalForm());
        platforms.getStyleClass().add("platforms");
        found.getStyleClass().add("found");
        place.getStyleClass().add("place");
        clock.setCycleCount(Timeline.INDEFINITE);
        bar.setMaxWidth(Double.MAX_VALUE);
        start.setId("trial-start");
        start.setDefaultButton(true);
        getChildren().addAll(Words.of(Texts.of("trial.lead"), "muted"), platforms, others, trials, command, place);
        model.offers().addListener((Observable changed) -> showPlatforms());
        model.chosen().addListener((Observable changed) -> tell());
        model.platformProperty().subscribe(on -> tell());
        model.answers().addListener((Observable changed) -> showAnswers());
        model.stateProperty().subscribe(now -> show());
    }

    /**
     * Opens it.
     *
     * @param wanted the trial that is chosen at first, on that platform; all if empty
     */
    public static void open(
            TrialModel model,
            Desk desk,
            Optional<GuestPlatform> on,
            Optional<Trial> wanted,
            BiConsumer<String, String> cell) {
        model.chosen().setAll(wanted.map(List::of).orElse(Trial.ALL));
        on.ifPresent(model.platformProperty()::set);
        var sheet = new TrialSheet(model, desk, cell);
        Button close = Buttons.labelled(Texts.of("trial.close"), Icon.CLOSE, desk.sheets()::close);
        close.setId("trial-close");
        desk.sheets().show(Texts.of("trial.title"), sheet, List.of(close, sheet.start), sheet::leave);
        model.look();
    }

    private void leave() {
        clock.stop();
        model.leave();
    }

    private static GridPane trials(TrialModel model) {
        var list = new GridPane();
        list.getStyleClass().add("trials");
        int rows = (Trial.ALL.size() + 1) / 2;
        for (Trial trial : Trial.ALL) {
            var box = new CheckBox(trial.title());
            box.setId("trial-" + trial.id());
            box.setSelected(model.chosen().contains(trial));
            box.setTooltip(new Tooltip(ErrorPane.sentence(trial.about())));
            box.setOnAction(pressed -> {
                if (box.isSelected()) model.chosen().add(trial);
                else model.chosen().remove(trial);
            });
            int at = list.getChildren().size();
            list.add(box, at / rows, at % rows);
        }
        return list;
    }

    private void showPlatforms() {
        var group = new ToggleGroup();
        platforms.getChildren().clear();
        for (Offer offer : model.offers()) {
            if (!offer.isPossible()) continue;
            var button = new RadioButton(Platforms.of(offer.platform().id()).name());
            button.setId(id(offer.platform()));
            button.setToggleGroup(group);
            button.setSelected(offer.platform() == model.platformProperty().get());
            button.setOnAction(pressed -> model.platformProperty().set(offer.platform()));
            platforms.getChildren().add(button);
        }
        others.setText(missing());
    }

    private static String id(GuestPlatform platform) {
        return "trial-on-" + platform.id();
    }

    private String missing() {
        Map<String, String> byReason = model.offers().stream()
                .filter(offer -> !offer.isPossible())
                .collect(Collectors.toMap(
                        offer -> offer.hindrance().orElse(""),
                        offer -> Platforms.of(offer.platform().id()).name(),
                        (a, b) -> a + ", " + b,
                        TreeMap::new));
        return byReason.entrySet().stream()
                .map(one -> Texts.of("trial.not", one.getValue(), one.getKey().replaceFirst("[.!]$", "")))
                .collect(Collectors.joining(" "));
    }

    private void tell() {
        command.commandProperty().set(model.command());
        start.setDisable(!model.canStart());
        GuestPlatform on = model.platformProperty().get();
        for (Node node : platforms.getChildren())
            if (node instanceof RadioButton button)
                button.setSelected(on != null && button.getId().equals(id(on)));
    }

    private void start() {
        model.start();
    }

    private void show() {
        State now = model.stateProperty().get();
        if (now instanceof State.Running) clock.play();
        else clock.stop();
        boolean choosing = !(now instanceof State.Running);
        platforms.setDisable(!choosing);
        trials.setDisable(!choosing);
        tell();
        place.getChildren()
                .setAll(
                        switch (now) {
                            case State.Looking looking -> List.of(Words.of(Texts.of("trial.looking-ask"), "muted"));
                            case State.Ready ready -> List.<Node>of();
                            case State.Running running -> List.of(bar, stage, answers());
                            case State.Done done -> List.of(answers());
                            case State.Failed(var trouble) -> List.of(new ErrorPane(trouble), answers());
                        });
    }

    private Node answers() {
        var scroll = new ScrollPane(found);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("flat");
        scroll.setPrefViewportHeight(FOUND);
        scroll.setMinHeight(FOUND);
        return scroll;
    }

    private void progress() {
        if (!(model.stateProperty().get() instanceof State.Running(var task))) return;
        String what = task.stage().what();
        stage.setText(Texts.of(
                "trial.stage",
                what.isEmpty() ? Texts.of("trial.making") : ErrorPane.sentence(what),
                Math.round(task.seconds())));
    }

    private void showAnswers() {
        found.getChildren().clear();
        for (Probed answer : model.answers()) {
            var result = new Label(words(answer));
            result.getStyleClass().addAll("result", answer.verdict().word());
            result.setMinWidth(USE_PREF_SIZE);
            var feature = new Hyperlink(answer.feature());
            feature.setTooltip(new Tooltip(Texts.of("trial.show-tip")));
            feature.setMinWidth(USE_PREF_SIZE);
            feature.setOnAction(pressed -> {
                desk.sheets().close();
                cell.accept(answer.feature(), answer.platform());
            });
            Label seen = Words.of(answer.answer());
            seen.setAlignment(Pos.TOP_LEFT);
            found.addRow(found.getRowCount(), result, feature, seen);
            for (Node each : List.of(result, feature, seen)) GridPane.setValignment(each, VPos.TOP);
        }
    }

    private static String words(Probed answer) {
        return switch (answer.verdict()) {
            case TRIED -> Texts.of("trial.proven");
            case VERIFIED, OFFERED -> Texts.of("trial.seen");
            case NOT_HERE -> Texts.of("trial.not-here");
            case NOT_ASKED -> Texts.of("trial.not-asked");
        };
    }
}
