package ringside.ui.shell;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import ringside.core.RingsideException;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;

/** What just happened, said in the window's corner. Good news goes away by itself, bad news stays until it is closed. */
public final class Notices extends VBox {
    private static final Duration STAY = Duration.seconds(7);
    private static final Duration STAY_FOR_ACTION = Duration.seconds(15);
    private static final int MOST = 4;

    public Notices() {
        getStyleClass().add("notices");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_RIGHT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    public void say(String text) {
        leaveAfter(STAY, add(text, Icon.CHECK, Styles.SUCCESS));
    }

    /**
     * @param label on the button, such as {@code Undo}
     * @return takes the notice away, for when what it offers was done by other means
     */
    public Runnable say(String text, String label, Runnable action) {
        Notification notice = add(text, Icon.CHECK, Styles.SUCCESS);
        act(notice, label, action);
        leaveAfter(STAY_FOR_ACTION, notice);
        return () -> getChildren().remove(notice);
    }

    /** Something to know, neither good nor bad. */
    public void note(String text) {
        leaveAfter(STAY_FOR_ACTION, add(text, Icon.NOTE, Styles.ACCENT));
    }

    public void trouble(RingsideException trouble) {
        lasting(trouble);
    }

    /** @return takes the notice away, for when the trouble is over */
    public Runnable lasting(RingsideException trouble) {
        Notification notice = add(
                ErrorPane.sentence(trouble.problem()) + "\n" + ErrorPane.sentence(trouble.remedy()),
                Icon.ERROR,
                Styles.DANGER);
        return () -> getChildren().remove(notice);
    }

    private Notification add(String text, String icon, String kind) {
        var notice = new Notification(text, Icon.of(icon));
        notice.getStyleClass().addAll(kind, Styles.ELEVATED_2);
        notice.setOnClose(closed -> getChildren().remove(notice));
        getChildren().add(notice);
        if (getChildren().size() > MOST) getChildren().removeFirst();
        return notice;
    }

    private void act(Notification notice, String label, Runnable action) {
        var button = new Button(label);
        button.setOnAction(pressed -> {
            getChildren().remove(notice);
            action.run();
        });
        notice.setPrimaryActions(button);
    }

    private void leaveAfter(Duration time, Notification notice) {
        var clock = new PauseTransition(time);
        clock.setOnFinished(over -> getChildren().remove(notice));
        notice.setOnMouseEntered(reading -> clock.pause());
        notice.setOnMouseExited(read -> clock.play());
        clock.play();
    }
}
