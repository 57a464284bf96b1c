package ringside.ui.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import ringside.ui.kit.Background;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Task;
import ringside.ui.kit.Texts;

/** The line at the window's bottom: the work under way with its progress and a way to stop it. */
final class StatusBar extends HBox {
    private static final Duration BEAT = Duration.millis(100); // as often as an eye can use
    private static final double QUICK = 0.4; // seconds; shorter work would only flicker

    private final Background background;
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop;
    private final HBox work;
    private final Label resting = new Label();
    private final Timeline beat = new Timeline(new KeyFrame(BEAT, due -> paint()));

    StatusBar(Background background, Node... rightSide) {
        this.background = background;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        stop = Buttons.icon(Texts.of("shell.work.cancel"), Icon.CLOSE, this::cancel);
        stop.setId("cancel-task");
        work = new HBox(bar, stop, text);
        work.getStyleClass().add("work");
        work.setAlignment(Pos.CENTER_LEFT);
        work.managedProperty().bind(work.visibleProperty());
        work.setVisible(false);
        resting.managedProperty().bind(resting.visibleProperty());
        resting.visibleProperty().bind(work.visibleProperty().not());
        var left = new HBox(work, resting);
        left.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        getChildren().add(left);
        for (Node node : rightSide) if (node instanceof Region region) region.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(rightSide);
        beat.setCycleCount(Animation.INDEFINITE);
        background.running().addListener((Observable changed) -> watch());
        watch();
    }

    /** What it says while nothing is under way. */
    void rest(String words) {
        resting.setText(words);
    }

    private void watch() {
        if (background.running().isEmpty()) {
            beat.stop();
            work.setVisible(false);
        } else if (beat.getStatus() != Animation.Status.RUNNING) beat.play();
    }

    private void paint() {
        Task task = background.running().stream()
                .filter(running -> running.seconds() > QUICK)
                .findFirst()
                .orElse(null);
        work.setVisible(task != null);
        if (task == null) return;
        Task.Stage stage = task.stage();
        boolean known = Double.isFinite(stage.share());
        bar.setProgress(known ? stage.share() : ProgressBar.INDETERMINATE_PROGRESS);
        text.setText(words(task, stage));
        text.setTooltip(new Tooltip(text.getText()));
        stop.setDisable(task.isCancelled());
        stop.setUserData(task);
    }

    private String words(Task task, Task.Stage stage) {
        if (task.isCancelled()) return Texts.of("shell.work.stopping", task.title());
        String words = task.title();
        if (!stage.what().isEmpty()) words = Texts.of("shell.work.stage", words, stage.what());
        if (Double.isFinite(stage.share()))
            words = Texts.of("shell.work.share", words, Math.round(stage.share() * 100));
        int others = background.running().size() - 1;
        return others > 0 ? Texts.of("shell.work.more", words, others) : words;
    }

    private void cancel() {
        if (stop.getUserData() instanceof Task task) task.cancel();
    }
}
