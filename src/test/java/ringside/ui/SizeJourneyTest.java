package ringside.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.waitFor;

import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.ui.shell.Page;
import ringside.ui.shell.WindowState;
import ringside.workbench.Workbench;

/** Everything shown larger, for eyes that want it so. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class SizeJourneyTest {
    private final Workbench workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
    private Session session;

    @Start
    void start(Stage stage) {
        session = Sessions.shown(stage, workbench);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void keysMakeEverythingLargerAtOnceAndItIsKept(FxRobot robot) {
        double before = height(robot, "#open-help");
        robot.press(KeyCode.SHORTCUT, KeyCode.PLUS).release(KeyCode.PLUS, KeyCode.SHORTCUT);
        robot.press(KeyCode.SHORTCUT, KeyCode.EQUALS).release(KeyCode.EQUALS, KeyCode.SHORTCUT);
        assertEquals(150, session.state().percent());
        assertEquals(1.5 * before, height(robot, "#open-help"), 1);
        assertEquals(150, WindowState.of(session.state().properties()).percent());

        robot.press(KeyCode.SHORTCUT, KeyCode.DIGIT0).release(KeyCode.DIGIT0, KeyCode.SHORTCUT);
        assertEquals(100, session.state().percent());
        assertEquals(before, height(robot, "#open-help"), 0.01);
    }

    @Test
    void everyPageKeepsItsEdgesInTheWindowAtEverySize(FxRobot robot) {
        for (int percent : new int[] {125, 150, 175, 200}) assertFits(robot, percent);
    }

    private void assertFits(FxRobot robot, int percent) {
        for (int press = 0; press < 5 && session.state().percent() != percent; press++)
            robot.interact(() -> robot.lookup("#size").queryButton().fire());
        assertEquals(percent, session.state().percent());
        for (Page page : session.pages()) {
            robot.interact(() -> session.open(page.id()));
            WaitForAsyncUtils.waitForFxEvents();
            for (String edge : new String[] {"#rail-start", "#rail-digitise", ".status-bar", "#theme"})
                assertInside(robot.lookup(edge).query(), page.id() + " at " + percent + " %: " + edge);
        }
    }

    /** What does not fit is come to by bars, and nothing lies beyond the edge where none leads. */
    @Test
    void everyPageIsReachedWholeAtTheLargestSize(FxRobot robot) {
        for (int press = 0; press < 4; press++)
            robot.press(KeyCode.SHORTCUT, KeyCode.PLUS).release(KeyCode.PLUS, KeyCode.SHORTCUT);
        for (Page page : session.pages()) {
            robot.interact(() -> session.open(page.id()));
            WaitForAsyncUtils.waitForFxEvents();
            Region room = robot.lookup(".room").query();
            Region view = (Region) room.getChildrenUnmodifiable().getFirst();
            assertTrue(view.getLayoutX() <= 0 && view.getLayoutY() <= 0, page.id());
            assertTrue(view.getWidth() >= view.minWidth(-1), page.id());
            ScrollBar across = bar(room, Orientation.HORIZONTAL);
            ScrollBar down = bar(room, Orientation.VERTICAL);
            double width = room.getWidth() - (down.isVisible() ? down.getWidth() : 0);
            double height = room.getHeight() - (across.isVisible() ? across.getHeight() : 0);
            assertEquals(view.getWidth() > width + 1, across.isVisible(), page.id() + " across");
            assertEquals(view.getHeight() > height + 1, down.isVisible(), page.id() + " down");
        }
    }

    private static ScrollBar bar(Region room, Orientation way) {
        return room.getChildrenUnmodifiable().stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(each -> each.getOrientation() == way)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPageFollowsTheFocusToWhatIsOutOfSight(FxRobot robot) {
        for (int press = 0; press < 4; press++)
            robot.press(KeyCode.SHORTCUT, KeyCode.PLUS).release(KeyCode.PLUS, KeyCode.SHORTCUT);
        robot.interact(() -> session.open("library"));
        WaitForAsyncUtils.waitForFxEvents();
        Node last = robot.lookup("#import").query();
        robot.interact(last::requestFocus);
        WaitForAsyncUtils.waitForFxEvents();
        assertInside(last, "the button at the far end");
    }

    @Test
    void menusGetLargerLettersToo(FxRobot robot) {
        double before = letters(robot);
        robot.press(KeyCode.SHORTCUT, KeyCode.PLUS).release(KeyCode.PLUS, KeyCode.SHORTCUT);
        robot.press(KeyCode.SHORTCUT, KeyCode.PLUS).release(KeyCode.PLUS, KeyCode.SHORTCUT);
        assertEquals(1.5 * before, letters(robot), 0.6);
    }

    /** A picture that is only stretched is blurred. */
    @Test
    void figuresAreDrawnWithMorePixels(FxRobot robot) {
        robot.interact(() -> session.open("figures", "5.5"));
        waitFor(() -> density(robot) == 1);
        for (int press = 0; press < 4; press++)
            robot.press(KeyCode.SHORTCUT, KeyCode.PLUS).release(KeyCode.PLUS, KeyCode.SHORTCUT);
        waitFor(() -> density(robot) == 2);
    }

    private static double density(FxRobot robot) {
        return robot.lookup(".figure-chart .image-view")
                .tryQueryAs(ImageView.class)
                .filter(view -> view.getImage() != null)
                .map(view -> Math.rint(10 * view.getImage().getWidth() / view.getFitWidth()) / 10)
                .orElse(0.0);
    }

    private double letters(FxRobot robot) {
        var menu = new ContextMenu(new MenuItem("A menu"));
        robot.interact(() -> menu.show(robot.lookup(".start").query(), 100, 100));
        WaitForAsyncUtils.waitForFxEvents();
        Text text = (Text) menu.getScene().getRoot().lookup(".label .text");
        double size = text.getFont().getSize();
        robot.interact(menu::hide);
        return size;
    }

    private static double height(FxRobot robot, String query) {
        WaitForAsyncUtils.waitForFxEvents();
        Node node = robot.lookup(query).query();
        return node.localToScene(node.getLayoutBounds()).getHeight();
    }

    private static void assertInside(Node node, String what) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        assertTrue(
                bounds.getMinX() >= -1
                        && bounds.getMinY() >= -1
                        && bounds.getMaxX() <= node.getScene().getWidth() + 2
                        && bounds.getMaxY() <= node.getScene().getHeight() + 2
                        && bounds.getHeight() > 5,
                () -> what + " is at " + bounds);
    }
}
