package ringside;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What journeys through the window have in common. */
public final class Journey {
    /** On a machine that does much else besides. */
    private static final int SECONDS = 90;

    private Journey() {}

    /** Waits until it holds, asked on the test's own thread, and what came with it is done. */
    public static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("waited " + SECONDS + " s in vain", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Presses a button as soon as it is there. */
    public static void press(FxRobot robot, String id) {
        waitFor(() -> robot.lookup("#" + id).tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#" + id).queryAs(Button.class).fire());
    }

    /** Whether anything that can be seen has these words in it. */
    public static boolean says(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof Labeled labeled
                        && node.isVisible()
                        && labeled.getText() != null
                        && labeled.getText().contains(text))
                .tryQuery()
                .isPresent();
    }
}
