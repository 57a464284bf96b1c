package ringside.ui.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.waitFor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.core.comparison.Answer;
import ringside.core.comparison.NeedFile;
import ringside.core.feature.FeatureMatrix;
import ringside.ui.guest.GuestsPage;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;
import ringside.ui.shell.Page;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;
import ringside.workbench.Workbench;

/** The whole guide on the bundled sets, with the mouse and with the keyboard alone. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class CompareJourneyTest {
    private final Workbench workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final FeatureMatrix matrix = Workbench.catalogue().matrix();
    private final List<String> opened = new ArrayList<>();

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        var window =
                new Window(stage, Background.started(), new Appearance(Appearance.Choice.LIGHT), WindowState.FIRST);
        window.add(new ComparePage(new Bundled(), new Changes(), window.desk(), new GivenPlaces()));
        for (String id : List.of("features", "figures")) window.add(new Destination(id));
        window.show();
        window.open(ComparePage.ID);
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aPersonClicksFromAPurposeToAReport(FxRobot robot) throws IOException {
        waitFor(() -> says(robot, "Each with the ranks it can have by that."));
        press(robot, "purpose-server-consolidation");
        press(robot, "guide-next");
        waitFor(() -> robot.lookup("#must-live-migration").tryQuery().isPresent());
        assertTrue(
                robot.lookup("#must-live-migration").queryAs(ToggleButton.class).isSelected());

        robot.interact(
                () -> robot.lookup("#must-gpu-3d").queryAs(ToggleButton.class).fire());
        waitFor(() -> says(robot, "rules out"));
        String out = robot.lookup("#ruled-out-confidential").queryLabeled().getText();
        assertTrue(out.startsWith("would rule out ") && out.contains("Xen, Xen PV, Xen HVM, Xen PVH"), out);
        press(robot, "guide-next");
        waitFor(() -> says(robot, "Does not fit"));
        assertTrue(robot.lookup("#candidate-kvm").tryQuery().isPresent());

        press(robot, "guide-next");
        waitFor(() -> robot.lookup(".overhead").tryQuery().isPresent());
        press(robot, "guide-next");
        waitFor(() -> says(robot, "What would change it"));

        press(robot, "guide-next");
        waitFor(() -> !robot.lookup("#write-report").query().isDisabled());
        press(robot, "write-report");
        waitFor(() -> says(robot, "Written: "));
        for (String name : List.of("report.html", "report.pdf", "answer.json"))
            assertTrue(Files.size(folder.resolve("out").resolve(name)) > 1000, name);
        assertTrue(
                Files.readString(folder.resolve("out").resolve("answer.json")).contains("server-consolidation"));
    }

    @Test
    void goingBackLosesNothingAndTheNeedIsSavedAsItIs(FxRobot robot) throws IOException {
        press(robot, "purpose-hpc");
        press(robot, "guide-next");
        waitFor(() -> robot.lookup("#nice-snapshots").tryQuery().isPresent());
        robot.interact(() ->
                robot.lookup("#nice-snapshots").queryAs(ToggleButton.class).fire());
        press(robot, "guide-back");
        robot.interact(() -> robot.lookup("#weight-disk").queryAs(Slider.class).setValue(40));
        press(robot, "guide-next");
        assertTrue(robot.lookup("#nice-snapshots").queryAs(ToggleButton.class).isSelected());

        press(robot, "guide-REPORT");
        press(robot, "save-need");
        waitFor(() -> says(robot, "ringside compare --need"));
        var saved = NeedFile.read(folder.resolve("need.yaml"), matrix);
        assertEquals("hpc", saved.purpose());
        assertTrue(saved.features().nice().contains("snapshots"));
        assertEquals(40, saved.weights().of(ringside.core.comparison.Area.DISK));
    }

    @Test
    void arrowsGoFromPurposeToPurposeAndDoNotLeaveThePage(FxRobot robot) {
        waitFor(() -> robot.lookup("#purpose-hpc").tryQuery().isPresent());
        var cards = robot.lookup(".purpose").queryAll().stream().toList();
        robot.interact(() -> cards.getFirst().requestFocus());
        robot.push(KeyCode.RIGHT);
        assertTrue(cards.get(1).isFocused());
        robot.push(KeyCode.DOWN);
        assertTrue(cards.get(3).isFocused());
        robot.interact(() -> cards.getLast().requestFocus());
        robot.push(KeyCode.RIGHT);
        assertTrue(cards.getLast().isFocused(), "the arrow right jumped off the page");
    }

    @Test
    void everyNumberOfTheMapOpensWhatIsBehindIt(FxRobot robot) {
        press(robot, "guide-EVIDENCE");
        waitFor(() -> robot.lookup(".overhead").tryQuery().isPresent());
        var numbers = robot.lookup(".overhead").queryAs(GridPane.class).getChildren().stream()
                .filter(node -> node instanceof Labeled label && label.getText().endsWith("%"))
                .toList();
        assertTrue(numbers.size() > 20);
        for (var number : numbers) assertInstanceOf(Hyperlink.class, number);
    }

    @Test
    void theSetsThatCountChangeTheAnswer(FxRobot robot) {
        press(robot, "guide-EVIDENCE");
        waitFor(() -> robot.lookup(".overhead").tryQuery().isPresent());
        for (var stored : workbench.store().sets())
            if (!stored.set().name().equals("host"))
                robot.interact(() -> byId(robot, "counts-" + stored.set().name(), CheckBox.class)
                        .fire());

        waitFor(() -> says(robot, "no percent of native can be given"));
        press(robot, "guide-ANSWER");
        waitFor(() -> says(robot, "Ranking"));
        assertFalse(says(robot, "% of native"), "a share of native without a guest beside its host");
    }

    @Test
    void aReasonLeadsToItsCellAndANumberToItsFigure(FxRobot robot) {
        press(robot, "purpose-server-consolidation");
        press(robot, "guide-CANDIDATES");
        waitFor(() -> robot.lookup(".reason").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".reason").<ButtonBase>query().fire());
        waitFor(() -> !opened.isEmpty());
        assertTrue(opened.getFirst().startsWith("features [live-migration, "), opened.toString());
    }

    @Test
    void theKeyboardAloneGoesThroughTheGuide(FxRobot robot) {
        waitFor(() -> says(robot, "Each with the ranks it can have by that."));
        robot.interact(() -> robot.lookup("#purpose-teaching").query().requestFocus());
        robot.type(KeyCode.ENTER);
        for (int i = 0; i < 4; i++) {
            robot.press(KeyCode.ALT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.ALT);
            WaitForAsyncUtils.waitForFxEvents();
        }
        waitFor(() -> says(robot, "What would change it"));
        waitFor(() -> says(robot, "By Teaching over"));
        robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
        waitFor(() -> says(robot, "What speaks against it"));
    }

    @Test
    void aNeedThatIsWrongIsRefusedByItsLine(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("given"), "ringside-need: 1\npurpose: hpc\nweights:\n  cpu: lots\n");
        robot.interact(() -> robot.lookup((Node node) -> "Open a need from a file".equals(node.getAccessibleText()))
                .<ButtonBase>query()
                .fire());
        waitFor(() -> robot.lookup((Text text) -> text.getText().contains("line 4"))
                .tryQuery()
                .isPresent());
    }

    private final class Bundled implements CompareSources {
        @Override
        public FeatureMatrix matrix() {
            return matrix;
        }

        @Override
        public Answer.Sources of(FeatureMatrix of) {
            return workbench.sources(of, Workbench.claims());
        }

        @Override
        public void report(Answer answer, FeatureMatrix of, Path out) {
            workbench.report(of).write(answer, out);
        }
    }

    private final class GivenPlaces implements GuestsPage.Places {
        @Override
        public Optional<Path> open(String title) {
            return Optional.of(folder.resolve("given"));
        }

        @Override
        public Optional<Path> save(String title, String name, String kind) {
            return Optional.of(folder.resolve(name + "." + kind));
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.of(folder.resolve("out"));
        }
    }

    /** A page that a link of the guide leads to. */
    private final class Destination implements Page {
        private final String id;

        Destination(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String title() {
            return id;
        }

        @Override
        public String icon() {
            return ringside.ui.kit.Icon.FILE;
        }

        @Override
        public Node view() {
            return new StackPane();
        }

        @Override
        public void shown(Object... arguments) {
            opened.add(id + " " + List.of(arguments));
        }
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> {
            Node node = robot.lookup("#" + id).query();
            if (node instanceof ButtonBase button) button.fire();
            else node.executeAccessibleAction(javafx.scene.AccessibleAction.FIRE);
        });
    }

    private static <T extends Node> T byId(FxRobot robot, String id, Class<T> type) {
        return robot.lookup((Node node) -> id.equals(node.getId())).queryAll().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is called " + id));
    }

    private static boolean says(FxRobot robot, String words) {
        return shows(robot, text -> text.contains(words));
    }

    private static boolean shows(FxRobot robot, Predicate<String> words) {
        return WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> robot.lookup((Node node) -> node instanceof Labeled labelled
                                && labelled.getText() != null
                                && words.test(labelled.getText()))
                        .tryQuery()
                        .isPresent());
    }
}
