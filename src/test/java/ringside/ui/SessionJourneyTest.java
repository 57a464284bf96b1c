package ringside.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.waitFor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
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
import ringside.core.archive.Archives;
import ringside.core.comparison.Need;
import ringside.core.comparison.NeedFile;
import ringside.core.comparison.Purpose;
import ringside.core.result.Origin;
import ringside.core.result.ResultStore;
import ringside.core.result.ResultStore.StoredSet;
import ringside.ui.result.Shelf;
import ringside.workbench.Workbench;

/** The whole window on a store in memory, driven as a person would drive it. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class SessionJourneyTest {
    private final Workbench workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
    private Session session;
    private Stage stage;

    @TempDir
    Path folder;

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
    void anArchiveThatIsDroppedIsInTheLibrary(FxRobot robot) {
        Path archive = archive("dropped-set");

        drop(robot, archive);
        press(robot, "Show in the library");

        waitFor(() -> names(robot).contains("dropped-set"));
        waitFor(() -> selected(robot).equals("dropped-set"));
    }

    @Test
    void aBrokenFileIsRefusedWithItsReasonAndNothingChanges(FxRobot robot) throws Exception {
        int before = workbench.store().sets().size();
        Path broken = Files.write(folder.resolve("broken.ringside"), new byte[] {'P', 'K', 3, 4, 9});

        drop(robot, broken);

        waitFor(() -> shows(robot, "Nothing was imported, and the library is as it was."));
        waitFor(() -> robot.lookup((Labeled label) -> label.isVisible()
                        && label.getText() != null
                        && label.getText().startsWith("Not imported. "))
                .tryQuery()
                .isPresent());
        assertEquals(before, workbench.store().sets().size());
    }

    @Test
    void aNeedThatIsDroppedIsAskedOnThePageOfComparison(FxRobot robot) throws Exception {
        Path file = Files.writeString(
                folder.resolve("ours.yaml"),
                NeedFile.write(Need.of(Purpose.ISOLATION).withDifference(0.07)));

        robot.interact(() -> session.dropped(List.of(file)));

        waitFor(() -> stage.getTitle().startsWith("Compare"));
        waitFor(() -> robot.lookup("#purpose-isolation")
                .tryQuery()
                .filter(card -> card.getPseudoClassStates().contains(PseudoClass.getPseudoClass("chosen")))
                .isPresent());
    }

    @Test
    void aGuestsConfigurationThatIsDroppedIsOpenedAsOne(FxRobot robot) throws Exception {
        Path file = Files.writeString(
                folder.resolve("old.cfg"), "name = \"dropped\"\ntype = \"hvm\"\nmemory = 1024\nsmbios = [ \"x=y\" ]\n");

        robot.interact(() -> session.dropped(List.of(file)));

        waitFor(() -> shows(robot, "1 line was not understood"));
        press(robot, "Continue");
        waitFor(() -> stage.getTitle().startsWith("Guests"));
        waitFor(() -> robot.lookup("#field-name")
                .tryQueryAs(TextField.class)
                .filter(field -> field.getText().equals("dropped"))
                .isPresent());
    }

    @Test
    void aPictureThatIsDroppedIsOpenedToReadAFigureOffIt(FxRobot robot) throws Exception {
        var picture = new java.awt.image.BufferedImage(90, 60, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (String kind : List.of("jpg", "png")) {
            Path file = folder.resolve("scan." + kind);
            javax.imageio.ImageIO.write(picture, kind, file.toFile());

            robot.interact(() -> session.dropped(List.of(file)));

            waitFor(() -> stage.getTitle().startsWith("Digitise"));
            waitFor(() -> shows(robot, "scan." + kind));
        }
    }

    @Test
    void aTableIsExplainedAndThenInTheLibrary(FxRobot robot) throws Exception {
        Path table = Files.writeString(
                folder.resolve("disks.csv"), "Platform,Record size,Write (MB/s)\nkvm,4,10.5\nhost,4,12\n");

        drop(robot, table);
        waitFor(() -> shows(robot, "_Explain its columns…"));
        press(robot, "Explain its columns…");
        waitFor(() -> shows(
                robot,
                "The first rows become:\n"
                        + "kvm, table, Write, record_size 4: 10.5 MB/s\n"
                        + "host, table, Write, record_size 4: 12 MB/s"));
        press(robot, "Import");

        waitFor(() -> selected(robot).equals("disks"));
        assertEquals(2, workbench.store().find("disks").orElseThrow().samples());
    }

    @Test
    void aDeletedSetComesBackByCtrlZ(FxRobot robot) {
        drop(robot, archive("doomed"));
        press(robot, "Show in the library");
        waitFor(() -> selected(robot).equals("doomed"));

        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.DELETE);
        waitFor(() -> !names(robot).contains("doomed"));
        assertTrue(workbench.store().find("doomed").isEmpty());

        robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
        waitFor(() -> names(robot).contains("doomed"));
        assertTrue(workbench.store().find("doomed").isPresent());
    }

    @Test
    void thePaletteOpensASetByAFewLetters(FxRobot robot) {
        drop(robot, archive("needle-in-the-haystack"));
        press(robot, "Done");

        robot.press(KeyCode.SHORTCUT, KeyCode.K).release(KeyCode.K, KeyCode.SHORTCUT);
        waitFor(() -> robot.lookup("#palette-query").tryQuery().isPresent());
        robot.write("needle");
        waitFor(() -> shows(robot, "needle-in-the-haystack"));
        robot.type(KeyCode.ENTER);

        waitFor(() -> stage.getTitle().startsWith("Library"));
        waitFor(() -> selected(robot).equals("needle-in-the-haystack"));
    }

    @Test
    void theKeyboardGoesFromPageToPage(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT, KeyCode.DIGIT7).release(KeyCode.DIGIT7, KeyCode.SHORTCUT);
        waitFor(() -> stage.getTitle().equals("Library – Ringside"));

        robot.press(KeyCode.SHORTCUT, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.SHORTCUT);
        waitFor(() -> stage.getTitle().equals("Start – Ringside"));
        assertEquals("start", session.state().page());
    }

    @Test
    void guestsComeWithTheFocusOnTheirFirstFieldWhenOpenedByKeys(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT, KeyCode.DIGIT4).release(KeyCode.DIGIT4, KeyCode.SHORTCUT);

        waitFor(() -> stage.getScene().getFocusOwner() != null
                && "open-guest".equals(stage.getScene().getFocusOwner().getId()));
    }

    @Test
    void thePaletteFindsTheHosts(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT, KeyCode.K).release(KeyCode.K, KeyCode.SHORTCUT);
        waitFor(() -> robot.lookup("#palette-query").tryQuery().isPresent());
        robot.write("hosts");
        waitFor(() -> shows(robot, "Hosts"));
        robot.type(KeyCode.ENTER);

        waitFor(() -> stage.getTitle().equals("Hosts – Ringside"));
        waitFor(() -> shows(robot, "This machine"));
    }

    @Test
    void aPlatformsFiguresAreThoseThatWereMeasuredOnIt(FxRobot robot) {
        robot.interact(() -> session.open("features", "about", "kvm"));
        waitFor(() -> robot.lookup("#platform-figures").tryQuery().isPresent());

        robot.interact(() -> ((Button) robot.lookup("#platform-figures").query()).fire());

        waitFor(() -> stage.getTitle().startsWith("Figures"));
        waitFor(() -> shows(robot, "Measured on KVM"));
    }

    @Test
    void whatWasMarkedIsInTheStateThatTheNextStartReads(FxRobot robot) {
        robot.interact(() -> session.open("features", "tpm"));
        waitFor(() -> robot.lookup("#mark-must").tryQuery().isPresent());

        robot.interact(() -> ((ButtonBase) robot.lookup("#mark-must").query()).fire());

        waitFor(() -> "tpm".equals(session.state().of("features").get("must")));
    }

    private Path archive(String set) {
        Path file = folder.resolve(set + ".ringside");
        try (ResultStore other = Shelf.with(Shelf.set(set, Origin.MEASURED))) {
            new Archives(other).export(List.of(set), file);
        }
        return file;
    }

    /** A drag that begins outside the program cannot be made here; this is where it arrives. */
    private void drop(FxRobot robot, Path file) {
        robot.interact(() -> session.dropped(List.of(file)));
        waitFor(() -> robot.lookup("#import-done")
                .tryQuery()
                .filter(node -> node.isVisible())
                .isPresent());
    }

    private static void press(FxRobot robot, String text) {
        Labeled button = robot.lookup((Labeled label) -> label instanceof Button
                        && label.isVisible()
                        && label.getText() != null
                        && label.getText().replace("_", "").equals(text))
                .query();
        robot.interact(() -> ((Button) button).fire());
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Labeled label) -> label.isVisible() && text.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }

    @SuppressWarnings("unchecked")
    private static TableView<StoredSet> table(FxRobot robot) {
        return robot.lookup("#sets").queryAs(TableView.class);
    }

    private static List<String> names(FxRobot robot) {
        return robot.lookup("#sets").tryQuery().isEmpty()
                ? List.of()
                : table(robot).getItems().stream()
                        .map(stored -> stored.set().name())
                        .toList();
    }

    private static String selected(FxRobot robot) {
        if (robot.lookup("#sets").tryQuery().isEmpty()) return "";
        StoredSet chosen = table(robot).getSelectionModel().getSelectedItem();
        return chosen == null ? "" : chosen.set().name();
    }
}
