package ringside.ui.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.press;
import static ringside.Journey.says;
import static ringside.Journey.waitFor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ringside.core.guest.preset.Preset;
import ringside.core.guest.validate.Validators;
import ringside.core.hypervisor.DomainState;
import ringside.core.image.Images;
import ringside.ui.guest.GuestsPage;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.kit.Pressable;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;

/** The guests that run, on the page of guests in a window, driven as a person would drive it. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class DomainsJourneyTest {
    private MadeUpGuests guests;
    private Window window;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        guests = new MadeUpGuests(folder.resolve("guests"));
        guests.with("web", DomainState.RUNNING).with("half", DomainState.BROKEN);
        window = new Window(stage, Background.started(), new Appearance(Appearance.Choice.LIGHT), WindowState.FIRST);
        var background = window.desk().background();
        window.add(new GuestsPage(
                folder.resolve("drafts"),
                () -> new Validators(List.of()),
                new DomainsModel(background, guests),
                new LaunchModel(background, guests, new Images(folder.resolve("images"), image -> List.of())),
                () -> {},
                window.desk(),
                new NoPlaces()));
        window.show();
    }

    private static final class NoPlaces implements GuestsPage.Places {
        @Override
        public Optional<Path> open(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String name, String kind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }

    @Test
    void aGuestIsStoppedAndStartedOnceMore(FxRobot robot) {
        waitFor(() -> says(robot, "SSH at 127.0.0.1:2222"));
        press(robot, "stop-web");
        press(robot, "start-web");
        waitFor(() -> robot.lookup("#stop-web").tryQuery().isPresent());
        assertEquals(List.of("stop web", "start web"), guests.asked);
    }

    @Test
    void removingAsksFirstAndShowsTheCommand(FxRobot robot) {
        press(robot, "destroy-web");
        waitFor(() -> says(robot, "ringside guest destroy web"));
        assertEquals(List.of(), guests.asked);
        press(robot, "remove-yes");
        waitFor(() -> robot.lookup("#destroy-web").tryQuery().isEmpty());
        assertEquals(List.of("destroy web"), guests.asked);
    }

    @Test
    void aSnapshotIsKeptUnderANameThatIsOneAndComeBackTo(FxRobot robot) {
        press(robot, "snapshot-web");
        waitFor(() -> robot.lookup("#snapshot-name").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#snapshot-name").queryAs(TextField.class).setText("1 no"));
        assertTrue(robot.lookup("#snapshot-yes").queryAs(Button.class).isDisabled());
        robot.interact(
                () -> robot.lookup("#snapshot-name").queryAs(TextField.class).setText("before"));
        press(robot, "snapshot-yes");
        waitFor(() -> guests.asked.contains("snapshot web before"));
        press(robot, "revert-web");
        press(robot, "revert-yes");
        waitFor(() -> guests.asked.contains("revert web before"));
    }

    @Test
    void theConsoleIsTextWithoutWhatMovesACursor(FxRobot robot) {
        press(robot, "console-web");
        waitFor(() -> robot.lookup("#console-text").tryQuery().isPresent()
                && robot.lookup("#console-text")
                        .queryAs(TextInputControl.class)
                        .getText()
                        .contains("login"));
        assertEquals(
                "[    0.000000] Linux version 6.1\nlogin: ",
                robot.lookup("#console-text").queryAs(TextInputControl.class).getText());
    }

    @Test
    void aGuestThatWasNeverMadeWholeCanOnlyBeRemoved(FxRobot robot) {
        waitFor(() -> says(robot, "it was begun and never came to be"));
        assertTrue(robot.lookup("#start-half").tryQuery().isEmpty());
        assertFalse(robot.lookup("#destroy-half").queryAs(Button.class).isDisabled());
    }

    @Test
    void theWizardsReviewStartsTheGuestOnWhatIsThere(FxRobot robot) {
        String title = Preset.of("study-qemu").title();
        waitFor(() -> tile(robot, title).isPresent());
        robot.interact(() -> tile(robot, title).orElseThrow().requestFocus());
        robot.type(KeyCode.ENTER);
        waitFor(() -> robot.lookup("#step-REVIEW").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#step-REVIEW").queryAs(ToggleButton.class).fire());
        press(robot, "start-on");
        waitFor(() -> robot.lookup("#on-qemu").tryQuery().isPresent());
        assertTrue(robot.lookup("#on-virtualbox").query().isDisabled());
        assertTrue(says(robot, "Virtualbox is not here: install it."));
        press(robot, "start-yes");
        waitFor(() -> guests.asked.contains("start study-qemu on qemu"));
        waitFor(() -> robot.lookup((Text text) -> text.getText().startsWith("study-qemu runs."))
                .tryQuery()
                .isPresent());
    }

    private static Optional<Node> tile(FxRobot robot, String preset) {
        return robot.lookup((Node node) ->
                        node instanceof Pressable && node.getAccessibleText().startsWith(preset + ". "))
                .tryQuery();
    }
}
