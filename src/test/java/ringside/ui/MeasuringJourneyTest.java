package ringside.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.Lab;
import ringside.core.result.ResultStore.StoredSet;
import ringside.core.result.Run;
import ringside.core.result.Selection;
import ringside.workbench.Workbench;

/** A plan is measured on this machine with a real program, from the page of benchmarks, as a person would do it. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class MeasuringJourneyTest {
    private static final String PLAN = """
            ringside-plan: 1
            id: tiny
            version: 1
            title: A tiny plan
            description: two measurements
            repetitions:
              warm_up: 0
              at_least: %d
              at_most: %d
              target_percent: 50
            affinity: free
            longest_s: 30
            benchmarks:
              - benchmark: context-switch
                array: [0]
                stride: [0]
                rounds: 1
                round_ms: 20
            """;

    /** Its programs print lines all the time. */
    private static final String TALKATIVE = PLAN.formatted(40, 40) + """
              - benchmark: cachebench
                operation: [read, write, memcpy]
                most: 256k
                limit_ms: 60
                cores: 1
            """;

    private final Workbench workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final String set = "measured-" + UUID.randomUUID();
    private Session session;
    private Stage stage;

    @TempDir
    Path folder;

    @BeforeEach
    void tools() {
        Lab.needs("cc");
        Lab.needs("flock");
    }

    @Start
    void start(Stage stage) {
        this.stage = stage;
        session = Sessions.shown(stage, workbench);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aPlanIsMeasuredAndOpensInItsFigures(FxRobot robot) throws Exception {
        choose(robot, 3, 3);
        waitFor(() -> shows(robot, "Context Switching (Li, Ding, Shen)"));
        assertTrue(
                robot.lookup((Labeled label) -> ("ringside bench run --plan " + folder.resolve("tiny.yaml")
                                        + " --target local --set " + set)
                                .equals(label.getText()))
                        .tryQuery()
                        .isPresent(),
                "the equal command is shown");

        press(robot, KeyCode.ENTER);
        waitFor(() -> robot.lookup("#bench-ended").tryQuery().isPresent());
        waitFor(() -> shows(robot, "All that the plan asks for is measured."));

        StoredSet stored = workbench.store().find(set).orElseThrow();
        assertEquals(3, stored.runs());
        assertEquals(Set.of("context-switch"), stored.benchmarks());
        assertTrue(workbench.store().count(Selection.ofSets(Set.of(set))) >= 3);

        fire(robot, "#bench-figures");
        waitFor(() -> stage.getTitle().startsWith("Figures"));
    }

    @Test
    void whatIsCancelledKeepsItsNoteAndGoesOnWhereItWas(FxRobot robot) throws Exception {
        choose(robot, 400, 400);
        press(robot, KeyCode.ENTER);
        waitFor(() -> workbench.store().find(set).isPresent());

        press(robot, KeyCode.P);
        waitFor(() -> text(robot, "#bench-far").endsWith("Paused: nothing new is begun."));
        press(robot, KeyCode.N);
        waitFor(() -> robot.lookup("#bench-note-text").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#bench-note-text").queryAs(TextArea.class).setText("the window was open"));
        fire(robot, "#bench-note-add");
        long paused = runs();
        press(robot, KeyCode.P);
        waitFor(() -> runs() > paused + 1);

        long began = System.nanoTime();
        press(robot, KeyCode.PERIOD);
        waitFor(() -> robot.lookup("#bench-resume").tryQuery().isPresent());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, () -> "cancelling took " + took);
        List<Run> kept = workbench.store().runs(set);
        assertTrue(kept.stream().anyMatch(run -> run.note().contains("the window was open")));

        fire(robot, "#bench-leave");
        waitFor(() -> robot.lookup(".resume").tryQuery().isPresent());
        robot.interact(() ->
                ((ButtonBase) robot.lookup(".resume").queryAll().iterator().next()).fire());
        waitFor(() -> runs() > kept.size());
        press(robot, KeyCode.PERIOD);
        waitFor(() -> robot.lookup("#bench-ended").tryQuery().isPresent());
        assertEquals(
                runs(),
                workbench.store().runs(set).stream().map(Run::id).distinct().count(),
                "no run is there twice");
    }

    @Test
    void whileThisMachineIsMeasuredTheWindowIsDrawnBetweenItsRuns(FxRobot robot) throws Exception {
        choose(robot, TALKATIVE);
        press(robot, KeyCode.ENTER);
        waitFor(() -> workbench.store().find(set).filter(one -> one.runs() > 1).isPresent());

        long before = drawn();
        String far = text(robot, "#bench-far");
        long began = System.nanoTime();
        Thread.sleep(6_000);
        waitFor(() -> !text(robot, "#bench-far").equals(far));
        double seconds = (System.nanoTime() - began) / 1e9;
        long times = drawn() - before;
        // The toolkit looks once more after each drawing; on a busy machine that may be after a run has begun
        assertTrue(times <= seconds + 2, times + " times in " + seconds + " s");
        press(robot, KeyCode.PERIOD);
        waitFor(() -> robot.lookup("#bench-ended").tryQuery().isPresent());
    }

    /** As the runs tell. */
    private long drawn() {
        return workbench.store().runs(set).stream()
                .mapToLong(run -> Long.parseLong(run.conditions().getOrDefault("window_drawn", "0")))
                .sum();
    }

    @Test
    void whatIsSkippedIsMeasuredNoMore(FxRobot robot) throws Exception {
        choose(robot, 400, 400);
        press(robot, KeyCode.ENTER);
        waitFor(() -> workbench.store().find(set).isPresent());

        // Runs are so short here that a key may fall between two of them
        for (int i = 0; i < 60 && !isThere(robot, "#bench-ended"); i++) {
            press(robot, KeyCode.J);
            Thread.sleep(200);
        }
        waitFor(() -> robot.lookup("#bench-ended").tryQuery().isPresent());
        assertTrue(runs() < 400);
        assertEquals("skipped", skipped(robot));
    }

    private static String skipped(FxRobot robot) {
        return robot.lookup("#queue .table-cell").queryAll().stream()
                .filter(Labeled.class::isInstance)
                .map(cell -> ((Labeled) cell).getText())
                .filter("skipped"::equals)
                .findFirst()
                .orElse("");
    }

    private long runs() {
        return workbench.store().runs(set).size();
    }

    private void choose(FxRobot robot, int atLeast, int atMost) throws Exception {
        choose(robot, PLAN.formatted(atLeast, atMost));
    }

    private void choose(FxRobot robot, String text) throws Exception {
        Path plan = Files.writeString(folder.resolve("tiny.yaml"), text);
        robot.interact(() -> session.open("benchmarks"));
        waitFor(() -> robot.lookup("#bench-plan-quick").tryQuery().isPresent());
        robot.interact(() -> session.open("benchmarks", plan));
        waitFor(() -> robot.lookup("#bench-plan-tiny").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#bench-set").queryAs(TextField.class).setText(set));
        robot.interact(() -> robot.lookup("#bench-start").query().requestFocus());
    }

    private static void press(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.SHORTCUT, key).release(key, KeyCode.SHORTCUT);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void fire(FxRobot robot, String button) {
        waitFor(() -> robot.lookup(button).tryQuery().isPresent());
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    }

    private static boolean isThere(FxRobot robot, String query) {
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> robot.lookup(query).tryQuery().isPresent());
    }

    private static String text(FxRobot robot, String query) {
        Node found = robot.lookup(query).tryQuery().orElse(null);
        return found instanceof Labeled label ? label.getText() : "";
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Labeled label) -> label.isVisible() && text.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }

    /** Looks on the FX thread: a scene that changes cannot be searched from another. */
    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
        } catch (TimeoutException late) {
            throw new AssertionError("waited 60 s in vain", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
