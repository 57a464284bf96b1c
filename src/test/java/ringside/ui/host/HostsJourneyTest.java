package ringside.ui.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
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
import ringside.adapter.jdbc.JdbcStore;
import ringside.adapter.ssh.Sshd;
import ringside.core.host.HostFacts;
import ringside.core.host.SavedHosts;
import ringside.core.host.Target;
import ringside.core.probe.ProbeReport;
import ringside.ui.host.HostsModel.Entry;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;
import ringside.workbench.Workbench;

/** The page of hosts in a window, driven by keyboard as a person would, with a real SSH server to go to. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class HostsJourneyTest {
    private static final String CONFIGURATION = "ringside.ssh.config";

    private final JdbcStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final List<Target> probed = new ArrayList<>();
    private final List<Target> measured = new ArrayList<>();
    private Path file;
    private Window window;
    private HostsPage page;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) throws Exception {
        file = Files.createTempDirectory("ringside-hosts").resolve("hosts");
        window = new Window(stage, Background.started(), new Appearance(Appearance.Choice.LIGHT), WindowState.FIRST);
        page = new HostsPage(
                new SavedHosts(file),
                store::probes,
                Workbench::shells,
                (target, done) -> {
                    probed.add(target);
                    done.run();
                },
                measured::add,
                window.desk());
        window.add(page);
        window.show();
    }

    @AfterEach
    void stop() throws Exception {
        System.clearProperty(CONFIGURATION);
        store.close();
        Files.deleteIfExists(file);
        Files.delete(file.getParent());
    }

    @Test
    void aHostIsAddedTrustedAndReached(FxRobot robot) throws Exception {
        try (var sshd = Sshd.start(folder.resolve("sshd"))) {
            System.setProperty(CONFIGURATION, sshd.client().toString());
            add(robot, "lab", "in the cellar");
            assertEquals("ssh://lab in the cellar", Files.readAllLines(file).getLast());

            keys(robot, KeyCode.T);
            waitFor(() -> shows(robot, "ssh-ed25519\n" + sshd.fingerprint()));
            robot.interact(
                    () -> robot.lookup("#trust-host").queryAs(Button.class).fire());
            waitFor(() -> shows(robot, "as root"));
            waitFor(() -> robot.lookup((Labeled label) -> label.isVisible()
                            && label.getText() != null
                            && label.getText().startsWith("Linux "))
                    .tryQuery()
                    .isPresent());
            assertTrue(Files.readString(sshd.knownHosts()).contains("ssh-ed25519"));
        }
    }

    @Test
    void aHostThatIsNotTrustedStaysUnknownAndTheRemedyIsSaid(FxRobot robot) throws Exception {
        try (var sshd = Sshd.start(folder.resolve("sshd"))) {
            System.setProperty(CONFIGURATION, sshd.client().toString());
            add(robot, "lab", "");
            keys(robot, KeyCode.T);
            waitFor(() -> robot.lookup("#distrust-host").tryQuery().isPresent());
            robot.interact(
                    () -> robot.lookup("#distrust-host").queryAs(Button.class).fire());

            waitFor(() -> robot.lookup("#way-problem").tryQuery().isPresent());
            assertTrue(text(robot, "#way-problem").contains("is not known yet"), () -> text(robot, "#way-problem"));
            assertTrue(text(robot, "#way-remedy").contains("ssh-keygen -lf"), () -> text(robot, "#way-remedy"));
            assertTrue(Files.notExists(sshd.knownHosts()));
        }
    }

    @Test
    void aTestThatNobodyWaitsForAnyMoreIsCancelled(FxRobot robot) throws Exception {
        try (var sshd = Sshd.start(folder.resolve("sshd"))) {
            System.setProperty(CONFIGURATION, sshd.client().toString());
            add(robot, "lab", "");
            keys(robot, KeyCode.T);
            waitFor(() -> robot.lookup("#host-cancel").tryQuery().isPresent());
            robot.interact(
                    () -> robot.lookup("#host-cancel").queryAs(Button.class).fire());
            waitFor(() -> robot.lookup("#host-cancel").tryQuery().isEmpty());
            waitFor(() -> window.desk().background().running().isEmpty());
            assertEquals(1, robot.lookup("#host-test").queryAll().size());
        }
    }

    @Test
    void whatIsRemovedComesBackToItsPlace(FxRobot robot) throws Exception {
        add(robot, "ann@first", "");
        add(robot, "ben@second", "");
        robot.interact(() -> {
            list(robot).getSelectionModel().select(1);
            list(robot).requestFocus();
        });
        robot.type(KeyCode.DELETE);
        waitFor(() -> names(robot).equals(List.of("This machine", "ben@second")));
        assertEquals(2, Files.readAllLines(file).size());

        robot.interact(() -> assertTrue(page.undo()));
        waitFor(() -> names(robot).equals(List.of("This machine", "ann@first", "ben@second")));
        robot.interact(() -> assertEquals(false, page.undo()));
    }

    @Test
    void thisMachineCannotBeRemovedAndIsAskedWhatItHas(FxRobot robot) {
        waitFor(() -> names(robot).equals(List.of("This machine")));
        assertTrue(shows(robot, "No other hosts yet"));
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.DELETE);
        keys(robot, KeyCode.P);
        waitFor(() -> probed.equals(List.of(Target.LOCAL)));
        keys(robot, KeyCode.M);
        waitFor(() -> measured.equals(List.of(Target.LOCAL)));
        assertEquals(List.of("This machine"), names(robot));

        robot.type(KeyCode.ENTER);
        waitFor(() -> shows(robot, "Commands"));

        robot.interact(() -> robot.lookup("#host-jobs").queryAs(Button.class).fire());
        waitFor(() -> shows(robot, "Measuring Context Switching (Li, Ding, Shen)"));
    }

    @Test
    void whatAHostSaidWhenItWasAskedLastIsShownAndNotWhatAnotherSaid(FxRobot robot) {
        store.probes().keep(report("ssh://ann@first", "Older Linux"));
        store.probes().keep(report("ssh://ann@first", "Scripted Linux"));
        store.probes().keep(report("ssh://ann@first:2222", "Other Linux"));

        add(robot, "ann@first", "");

        waitFor(() -> shows(robot, "Scripted Linux"));
        assertTrue(shows(robot, "The daemon does not answer."));
        assertTrue(shows(robot, "Start it."));
    }

    private static ProbeReport report(String target, String system) {
        var trouble = new ProbeReport.Trouble("xl", "xl info", "the daemon does not answer", "start it");
        return new ProbeReport(
                new HostFacts("first", Target.parse(target), Map.of("os", system)),
                Instant.EPOCH,
                Duration.ofSeconds(1),
                List.of(),
                List.of(trouble, trouble));
    }

    @Test
    void anAddressIsChangedAndAnotherThatIsThereIsRefused(FxRobot robot) throws Exception {
        add(robot, "ann@first", "");
        add(robot, "ben@second", "");
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.F2);
        waitFor(() -> robot.lookup("#host-address").tryQuery().isPresent());
        write(robot, "#host-address", "ann@first");
        assertTrue(robot.lookup("#host-save").queryAs(Button.class).isDisabled());
        assertEquals("ann@first is in the list already. Choose it there.", text(robot, "#host-objection"));

        write(robot, "#host-address", "ben@third:2222");
        robot.type(KeyCode.ENTER);
        waitFor(() -> names(robot).equals(List.of("This machine", "ann@first", "ben@third:2222")));
        assertEquals("ssh://ben@third:2222", Files.readAllLines(file).getLast());
    }

    private void add(FxRobot robot, String address, String note) {
        keys(robot, KeyCode.N);
        waitFor(() -> robot.lookup("#host-address").tryQuery().isPresent());
        robot.write(address);
        write(robot, "#host-note", note);
        robot.type(KeyCode.ENTER);
        waitFor(() -> names(robot).contains(address));
        waitFor(() ->
                address.equals(list(robot).getSelectionModel().getSelectedItem().name()));
    }

    private static void write(FxRobot robot, String field, String words) {
        robot.interact(() -> robot.lookup(field)
                .queryAs(javafx.scene.control.TextField.class)
                .setText(words));
    }

    private static void keys(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.SHORTCUT, key).release(key, KeyCode.SHORTCUT);
    }

    @SuppressWarnings("unchecked")
    private static ListView<Entry> list(FxRobot robot) {
        return robot.lookup("#hosts").queryAs(ListView.class);
    }

    private static List<String> names(FxRobot robot) {
        return list(robot).getItems().stream().map(Entry::name).toList();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Labeled label) -> label.isVisible() && text.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }

    /** Looks on the FX thread: a scene that changes cannot be searched from another. */
    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        } catch (TimeoutException late) {
            throw new AssertionError("waited 30 s in vain", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
