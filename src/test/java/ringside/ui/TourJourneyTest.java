package ringside.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.waitFor;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ringside.core.help.Span;
import ringside.core.help.Stop;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.shell.WindowState;
import ringside.workbench.Workbench;

/** The guided tour, as a newcomer meets it. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class TourJourneyTest {
    private static final List<Stop> STOPS = Stop.bundled(Locale.ROOT);
    private static final int SLOW_READER = 200; // words a minute

    private final Workbench workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final AtomicInteger welcomed = new AtomicInteger();
    private Session session;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        session = session(WindowState.FIRST);
        session.show();
    }

    private Session session(WindowState state) {
        return new Session(
                stage,
                Background.started(),
                new Appearance(Appearance.Choice.LIGHT),
                state,
                CompletableFuture.completedFuture(workbench),
                () -> CompletableFuture.completedFuture(workbench));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aNewcomerIsShownAroundByOneKeyAndEveryStopPointsAtWhatIsThere(FxRobot robot) {
        robot.interact(() -> session.welcome(welcomed::incrementAndGet));
        for (Stop stop : STOPS) {
            waitFor(() -> title(robot).equals(stop.title()));
            assertEquals(stop.page(), session.state().page());
            waitFor(() -> robot.lookup(".tour-frame").query().isVisible());
            assertBeside(robot, stop);
            assertEquals("tour-next", stage.getScene().getFocusOwner().getId(), stop.title());
            robot.type(KeyCode.ENTER);
        }
        waitFor(() -> robot.lookup(".tour").tryQuery().isEmpty());
        assertEquals(1, welcomed.get());
    }

    @Test
    void itIsLeftAtOnceAndNotShownAgain(FxRobot robot) {
        robot.interact(() -> session.welcome(welcomed::incrementAndGet));
        waitFor(() -> title(robot).equals(STOPS.getFirst().title()));
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> robot.lookup(".tour").tryQuery().isEmpty());

        robot.press(KeyCode.SHORTCUT, KeyCode.DIGIT7).release(KeyCode.DIGIT7, KeyCode.SHORTCUT);
        waitFor(() -> stage.getTitle().startsWith("Library"));

        WindowState next = WindowState.of(session.state().properties());
        robot.interact(() -> session(next).welcome(welcomed::incrementAndGet));
        robot.sleep(2500);
        assertEquals(1, welcomed.get());
        assertTrue(robot.lookup(".tour").tryQuery().isEmpty());
    }

    @Test
    void whoHasBegunToWorkIsLeftInPeace(FxRobot robot) {
        robot.interact(() -> session.welcome(welcomed::incrementAndGet));
        robot.press(KeyCode.SHORTCUT, KeyCode.DIGIT7).release(KeyCode.DIGIT7, KeyCode.SHORTCUT);
        robot.sleep(2500);
        assertEquals(0, welcomed.get());
        assertFalse(session.state().kept().containsKey("tour.shown"));
    }

    @Test
    void itComesAgainFromTheHelpAndGoesBackAndForthByArrows(FxRobot robot) {
        robot.type(KeyCode.F1);
        waitFor(() -> robot.lookup("#help-tour").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#help-tour").queryButton().fire());
        waitFor(() -> title(robot).equals(STOPS.getFirst().title()));

        robot.type(KeyCode.RIGHT);
        waitFor(() -> title(robot).equals(STOPS.get(1).title()));
        robot.type(KeyCode.LEFT);
        waitFor(() -> title(robot).equals(STOPS.getFirst().title()));
        robot.interact(() -> robot.lookup("#tour-leave").queryButton().fire());
        waitFor(() -> robot.lookup(".tour").tryQuery().isEmpty());
    }

    @Test
    void itIsReadInLessThanAMinute() {
        long words = STOPS.stream()
                .mapToLong(stop -> (stop.title() + " " + Span.plain(stop.spans())).split("\\s+").length)
                .sum();
        assertTrue(words < SLOW_READER, words + " words");
    }

    /** The card does not lie on what it speaks of, unless that fills the page. */
    private static void assertBeside(FxRobot robot, Stop stop) {
        Node frame = robot.lookup(".tour-frame").query();
        Node card = robot.lookup(".tour-card").query();
        Bounds around = frame.localToScene(frame.getLayoutBounds());
        Bounds beside = card.localToScene(card.getLayoutBounds());
        double window = card.getScene().getWidth() * card.getScene().getHeight();
        assertTrue(
                around.getWidth() * around.getHeight() > window / 3 || !around.intersects(beside),
                () -> stop.title() + ": " + around + " under " + beside);
    }

    private static String title(FxRobot robot) {
        return robot.lookup("#tour-title")
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }
}
