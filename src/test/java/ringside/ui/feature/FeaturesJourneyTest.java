package ringside.ui.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.waitFor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.core.feature.Catalogue;
import ringside.core.feature.Column;
import ringside.core.feature.Fault;
import ringside.core.feature.Probed;
import ringside.core.feature.export.MatrixFormat;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;
import ringside.core.probe.ProbeStore;
import ringside.core.probe.Probing;
import ringside.core.trial.Trial;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;
import ringside.workbench.Workbench;

/** The page of features in a window, driven as a person would drive it. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class FeaturesJourneyTest {
    private final List<String> opened = new ArrayList<>();
    private final List<Set<String>> figures = new ArrayList<>();
    private final List<Set<String>> guests = new ArrayList<>();
    private final List<String> attempts = new ArrayList<>();
    private final Hosts.Answers answers = new Hosts.Answers();
    private Window window;
    private FeaturesPage page;
    private volatile boolean broken;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Background.started(), new Appearance(Appearance.Choice.LIGHT), WindowState.FIRST);
        window.onBrowse(opened::add);
        page = new FeaturesPage(new Around(), window.desk(), Map.of());
        window.add(page);
        window.show();
    }

    private final class Around implements FeaturesPage.Surroundings {
        @Override
        public Catalogue catalogue() {
            return Catalogue.load(List.of(folder));
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public void png(
                IntFunction<int[]> rows,
                int width,
                int height,
                double scale,
                Map<String, String> texts,
                OutputStream out)
                throws IOException {
            if (broken) throw new IllegalStateException("the card has no room");
            Workbench.png(rows, width, height, scale, texts, out);
        }

        @Override
        public Optional<Path> save(String title, String name, String kind) {
            return Optional.of(folder.resolve(name + "." + kind));
        }

        @Override
        public Probing probing() {
            return Hosts.probing();
        }

        @Override
        public ProbeStore answers() {
            return answers;
        }

        @Override
        public List<SavedHost> saved() {
            return List.of(SavedHost.HERE, new SavedHost(Target.written("ada@far"), "the lab's"));
        }

        @Override
        public void figures(Set<String> platforms) {
            figures.add(platforms);
        }

        @Override
        public void guest(Set<String> platforms) {
            guests.add(platforms);
        }

        @Override
        public void attempt(GuestPlatform platform, Trial trial) {
            attempts.add(platform.id() + " " + trial.id());
        }
    }

    @Test
    void aFeatureIsFoundItsCellOpenedAndItsSourceShown(FxRobot robot) {
        ready();
        robot.press(KeyCode.SHORTCUT, KeyCode.F).release(KeyCode.F, KeyCode.SHORTCUT);
        robot.write("npt-rvi");
        waitFor(() -> names(robot).equals(List.of("Hardware-assisted paging (EPT / NPT-RVI)")));

        robot.clickOn((Node) robot.lookup((Text text) -> text.getText().startsWith("HAP on by default"))
                .query());
        waitFor(() -> shows(robot, "Hardware-assisted paging (EPT / NPT-RVI) on Xen"));
        Hyperlink source = robot.lookup("#cell-pane .source").queryAs(Hyperlink.class);
        robot.interact(source::fire);

        assertEquals(1, opened.size());
        assertTrue(opened.getFirst().startsWith("https://github.com/xen-project/xen/blob/"), opened::toString);
    }

    @Test
    void whatWasTriedHereStandsInItsCellWithItsLogAndCanBeTriedAgain(FxRobot robot) {
        answers.keep(List.of(new Probed(
                "pause",
                "qemu",
                Probed.Verdict.TRIED,
                "ringside guest trial --platform qemu --only pause",
                "its clock stood for 3.0 s, and it went on",
                "here",
                Instant.parse("2026-11-26T10:00:00Z"),
                "pause: 12 ms\nholds: its clock stood while it was paused")));
        ready();
        robot.interact(page::probed);
        robot.interact(() -> page.model().openProperty().set(new Place("pause", "qemu")));

        waitFor(() -> shows(robot, "◆ Tried here with a guest, and proven"));
        assertTrue(shows(robot, "here, 2026-11-26 10:00"));
        robot.interact(() -> robot.lookup("#cell-pane .titled-pane")
                .queryAs(TitledPane.class)
                .setExpanded(true));
        waitFor(() -> shows(robot, "pause: 12 ms\nholds: its clock stood while it was paused"));
        robot.interact(() -> robot.lookup("#try-cell").queryAs(Button.class).fire());
        assertEquals(List.of("qemu pause"), attempts);
        robot.interact(() -> page.model().openProperty().set(new Place("pause", "libvirt")));
        waitFor(() -> shows(robot, "Pause and resume on libvirt"));
        assertTrue(robot.lookup("#try-cell").tryQuery().isEmpty());
    }

    @Test
    void onlyDifferencesShortensTheTable(FxRobot robot) {
        ready();
        int all = rows();

        robot.interact(
                () -> robot.lookup("#differences").queryAs(CheckBox.class).fire());

        waitFor(() -> rows() < all);
        assertTrue(rows() > 0);
    }

    @Test
    void marksTellWhoFitsAndTheDecidingCellIsOnePressAway(FxRobot robot) {
        ready();
        robot.interact(() -> {
            page.model().mark("live-migration", Marks.Mark.MUST);
            page.model().mark("snapshots", Marks.Mark.MUST);
        });
        waitFor(() -> shows(robot, "✗ Does not fit: Snapshots"));
        assertTrue(shows(robot, "✓ Fits"));
        assertTrue(shows(robot, "◐ Fits if: Live migration"));

        robot.interact(() -> button(robot, "✗ Does not fit: Snapshots").fire());

        waitFor(() -> shows(robot, "Snapshots on Xen"));
        assertEquals(new Place("snapshots", "xen"), page.model().openProperty().get());
    }

    @Test
    void theKeyboardAloneFindsMarksReadsAndReorders(FxRobot robot) {
        ready();
        robot.interact(() -> robot.lookup("#matrix").query().requestFocus());
        robot.type(KeyCode.DOWN); // from the heading to live migration
        robot.type(KeyCode.SPACE);
        waitFor(() -> marks().must().contains("live-migration"));
        robot.type(KeyCode.SPACE);
        waitFor(() -> marks().nice().contains("live-migration"));

        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT); // QEMU, KVM
        robot.type(KeyCode.ENTER);
        waitFor(() -> shows(robot, "Live migration on KVM"));
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        waitFor(() -> shows(robot, "Snapshots on KVM"));
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> page.model().openProperty().get() == null);
        assertTrue(robot.lookup("#matrix").query().isFocused());

        robot.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.SHIFT, KeyCode.ALT);
        waitFor(() -> columns().getFirst().equals("kvm"));

        robot.press(KeyCode.SHORTCUT, KeyCode.END).release(KeyCode.END, KeyCode.SHORTCUT);
        robot.type(KeyCode.ENTER);
        waitFor(() -> shows(robot, "Security process on KVM"));
        robot.type(KeyCode.ESCAPE);

        robot.write("/");
        robot.write("tpm");
        waitFor(() -> names(robot).size() == 1);
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> page.model().queryProperty().get().isEmpty());
    }

    @Test
    void aGroupFoldsAndOpensByTheKeysOfATree(FxRobot robot) {
        ready();
        int all = rows();
        robot.interact(() -> robot.lookup("#matrix").query().requestFocus());

        robot.type(KeyCode.LEFT);
        waitFor(() -> rows() == all - 3);
        robot.type(KeyCode.RIGHT);
        waitFor(() -> rows() == all);
    }

    @Test
    void twoPlatformsAreComparedAlone(FxRobot robot) {
        ready();
        robot.interact(
                () -> robot.lookup("#side-by-side").queryAs(ToggleButton.class).fire());

        waitFor(() -> columns().equals(List.of("qemu", "kvm")));
        assertTrue(robot.lookup("#pair-left").query().isVisible());
    }

    @Test
    void columnsAreChosenInTheirSheet(FxRobot robot) {
        ready();
        robot.interact(() -> robot.lookup("#columns").queryAs(Button.class).fire());
        waitFor(() -> robot.lookup("#column-xen-pvh").tryQuery().isPresent());

        robot.interact(
                () -> robot.lookup("#column-xen-pvh").queryAs(CheckBox.class).fire());
        robot.interact(() -> robot.lookup("#left-xen-pvh").queryAs(Button.class).fire());
        robot.interact(() -> robot.lookup("#columns-done").queryAs(Button.class).fire());

        waitFor(() -> columns().containsAll(List.of("xen-pvh", "virtualbox")));
    }

    @Test
    void theYearOfTheStudySaysWhatItCompared(FxRobot robot) {
        ready();
        robot.interact(() ->
                robot.lookup("#period-spring-2013").queryAs(ToggleButton.class).fire());

        waitFor(() -> robot.lookup((Labeled label) -> label.getText() != null
                        && label.isVisible()
                        && label.getText().startsWith("Software of spring 2013: QEMU 1.4"))
                .tryQuery()
                .isPresent());
    }

    @Test
    void theMatrixIsExportedAsItIsShown(FxRobot robot) throws IOException {
        ready();
        robot.interact(() -> page.model().choose(now -> now.withDifferences(true)));
        export(robot, "csv");
        Path file = folder.resolve("platform-features.csv");
        waitFor(() -> Files.exists(file));

        assertEquals(MatrixFormat.CSV.text(page.model().excerpt().orElseThrow()), Files.readString(file));
    }

    @Test
    void thePictureIsOfTheWholeTable(FxRobot robot) throws IOException {
        ready();
        robot.interact(() -> page.model()
                .choose(now -> now.withColumns(
                        page.model().allColumns().stream().map(Column::id).toList())));
        export(robot, "png");
        Path file = folder.resolve("platform-features.png");
        waitFor(() -> Files.exists(file));

        var head = ByteBuffer.wrap(Arrays.copyOf(Files.readAllBytes(file), 24));
        int width = head.getInt(16);
        int height = head.getInt(20);
        assertTrue(width > 2 * page.model().allColumns().size() * 200, () -> width + " pixels wide");
        assertTrue(height > 2 * rows() * 60, () -> height + " pixels high");
    }

    @Test
    void thePictureHasTheFoldedGroupsToo(FxRobot robot) throws IOException {
        ready();
        robot.interact(() -> page.model().foldAll(true));
        export(robot, "png");
        Path file = folder.resolve("platform-features.png");
        waitFor(() -> Files.exists(file));

        int height =
                ByteBuffer.wrap(Arrays.copyOf(Files.readAllBytes(file), 24)).getInt(20);
        robot.interact(() -> page.model().foldAll(false));
        assertTrue(height > 2 * rows() * 60, () -> height + " pixels high");
    }

    @Test
    void aPictureIsDrawnInPiecesThatFitEveryMachineAndCutsNoCell(FxRobot robot) {
        ready();
        robot.interact(() -> page.model()
                .choose(now -> now.withColumns(
                        page.model().allColumns().stream().map(Column::id).toList())));
        robot.interact(() -> {
            Shown whole = page.model().unfolded().orElseThrow();
            var styles =
                    new ArrayList<>(robot.lookup("#matrix").query().getScene().getStylesheets());
            styles.add("/ringside/ui/feature.css");
            var picture = new MatrixPicture(whole, styles, 1);
            assertTrue(picture.band(0).length <= 256, "not more rows than can be drawn in a moment");
            assertEquals(1, picture.band(picture.height() - 1).length);
            var notes = picture.page().lookupAll(".note").stream()
                    .map(FittedText.class::cast)
                    .toList();
            assertEquals(60 * 12, notes.size());
            assertEquals(
                    List.of(),
                    notes.stream()
                            .filter(note -> !note.getText().equals(note.full()))
                            .map(FittedText::full)
                            .toList());
        });
    }

    @Test
    void aPictureThatCannotBeDrawnIsToldInTheWindow(FxRobot robot) {
        broken = true;
        ready();
        export(robot, "png");

        waitFor(() -> robot.lookup((Text text) -> text.getText().contains("the card has no room"))
                .tryQuery()
                .isPresent());
        assertFalse(Files.exists(folder.resolve("platform-features.png")));
    }

    @Test
    void aPlatformsPageLeadsToItsCellsAndItsFigures(FxRobot robot) {
        ready();
        robot.interact(
                () -> robot.lookup("#tab-xen").queryAs(ToggleButton.class).fire());
        waitFor(() -> robot.lookup("#view-xen-pv").tryQuery().isPresent());
        robot.interact(() ->
                robot.lookup("#drawing-xen-pvh").queryAs(ToggleButton.class).fire());
        waitFor(() -> robot.lookup("#view-xen-pvh").tryQuery().isPresent());
        assertTrue(robot.lookup("#view-xen-pvh").query().getAccessibleText().contains("Guest kernel (knows Xen)"));

        robot.interact(
                () -> robot.lookup("#platform-figures").queryAs(Button.class).fire());
        assertEquals(List.of(Set.of("xen", "xen-pv", "xen-hvm", "xen-pvh")), figures);
        robot.interact(
                () -> robot.lookup("#platform-guest").queryAs(Button.class).fire());
        assertEquals(figures, guests);

        robot.interact(
                () -> robot.lookup("#platform-cells").queryAs(Button.class).fire());
        waitFor(() -> columns().equals(List.of("xen-pv", "xen-hvm", "xen-pvh")));
        assertTrue(robot.lookup("#matrix").tryQuery().isPresent());
    }

    @Test
    void theTheoryNamesItsSources(FxRobot robot) {
        ready();
        robot.interact(
                () -> robot.lookup("#tab-theory").queryAs(ToggleButton.class).fire());
        waitFor(() -> shows(robot, "What makes a virtual machine: three properties"));

        Hyperlink first =
                robot.lookup((Hyperlink link) -> "[1]".equals(link.getText())).queryAs(Hyperlink.class);
        robot.interact(first::fire);

        assertEquals(List.of("https://doi.org/10.1145/361011.361073"), opened);
    }

    @Test
    void aRefusedFileOfTheUsersSaysWhyAndCanBeReadAgain(FxRobot robot) throws IOException {
        ready();
        Path file = Files.writeString(folder.resolve("mine.json"), "{\"cells\": {\"kvm\": {\"nonsense\": {}}}}");
        robot.interact(page::refresh);
        waitFor(() -> robot.lookup("#show-faults").tryQuery().isPresent());

        robot.interact(() -> robot.lookup("#show-faults").queryAs(Button.class).fire());
        Fault fault = page.model().faultsProperty().get().getFirst();
        waitFor(() -> shows(robot, fault.text()));

        Files.delete(file);
        robot.interact(() -> button(robot, "Read them again").fire());
        waitFor(() -> robot.lookup("#show-faults").tryQuery().isEmpty());
    }

    @Test
    void scrollingToTheEndShowsTheLastFeatureAndMakesNoNewNodes(FxRobot robot) {
        ready();
        var grid = robot.lookup("#matrix").queryAs(MatrixGrid.class);
        robot.interact(() -> grid.vertical().setValue(300));
        WaitForAsyncUtils.waitForFxEvents();
        int nodes = robot.lookup(".matrix-grid .cell").queryAll().size();

        robot.interact(() -> grid.vertical().setValue(grid.vertical().getMax()));
        WaitForAsyncUtils.waitForFxEvents();

        waitFor(() -> names(robot).contains("Security process"));
        int more = robot.lookup(".matrix-grid .cell").queryAll().size() - nodes;
        assertTrue(more <= 2 * columns().size(), () -> more + " more");
    }

    @Test
    void aColumnIsDraggedByItsHeadToAnotherPlace(FxRobot robot) {
        ready();
        List<String> before = columns();
        drag(robot, before.get(0), before.get(2), 20, true);

        waitFor(() -> columns().subList(0, 3).equals(List.of(before.get(1), before.get(2), before.get(0)))
                && columns().size() == before.size());
        assertFalse(robot.lookup(".context-menu").tryQuery().isPresent(), "a drag is no press");

        drag(robot, before.get(1), before.get(0), 20, false);
        Node line = robot.lookup(".drop-line").query();
        assertTrue(line.isVisible());
        robot.interact(() -> robot.lookup("#matrix").query().requestFocus());
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(line.isVisible());
        assertEquals(
                List.of(before.get(1), before.get(2), before.get(0)), columns().subList(0, 3));
    }

    @Test
    void theKeysMoveTheColumnTheyAreInAndGoWithIt(FxRobot robot) {
        ready();
        List<String> before = columns();
        robot.interact(() -> robot.lookup("#matrix").query().requestFocus());
        robot.type(KeyCode.DOWN, KeyCode.RIGHT);
        for (int i = 0; i < 2; i++)
            robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT, KeyCode.ALT);
        waitFor(() -> columns().subList(0, 3).equals(List.of(before.get(1), before.get(2), before.get(0))));
    }

    /** Drags a head so far beyond the middle of another one, and lets go there or not. */
    private static void drag(FxRobot robot, String from, String to, double beyond, boolean drop) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            Node head = head(robot, from);
            Bounds start = head.localToScene(head.getBoundsInLocal());
            Node other = head(robot, to);
            Bounds end = other.localToScene(other.getBoundsInLocal());
            double x = end.getCenterX() + beyond;
            head.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, start.getCenterX(), start.getCenterY(), true));
            head.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, x, start.getCenterY(), false));
            if (drop) {
                head.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, x, start.getCenterY(), false));
                head.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, x, start.getCenterY(), false));
            }
        });
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y, boolean still) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                still,
                null);
    }

    private static Node head(FxRobot robot, String column) {
        return robot.lookup((HeadNode node) -> node.column().id().equals(column))
                .query();
    }

    @Test
    void aHostIsAskedAndItsAnswersStandBesideTheCells(FxRobot robot) {
        ready();
        robot.interact(() -> robot.lookup("#probe").queryAs(Button.class).fire());
        waitFor(() -> robot.lookup("#probe-start").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#probe-start").queryAs(Button.class).fire());
        waitFor(() -> robot.lookup("#probe-result").tryQuery().isPresent());
        assertTrue(shows(robot, "● 1 verified, ◇ 0 offered, ○ 1 not on this host, 1 could not be asked"));
        assertTrue(shows(robot, "xl: xl is not installed."));
        robot.interact(() -> robot.lookup("#probe-close").queryAs(Button.class).fire());

        robot.interact(() -> window.open(FeaturesPage.ID, "nested-virt", "kvm"));

        waitFor(() -> shows(robot, "● Verified here"));
        assertTrue(shows(robot, "cat /sys/module/kvm_intel/parameters/nested"));
    }

    @Test
    void aHostMetForTheFirstTimeShowsItsFingerprintAndAsksForThePassword(FxRobot robot) {
        ready();
        robot.interact(() -> robot.lookup("#probe").queryAs(Button.class).fire());
        waitFor(() -> robot.lookup("#probe-host").tryQuery().isPresent());
        waitFor(() -> robot.lookup("#probe-saved .button").queryAll().size() == 2);
        robot.interact(() -> ((Button) robot.lookup((Button saved) -> "ada@far".equals(saved.getText()))
                        .query())
                .fire());
        assertEquals(
                "ada@far", robot.lookup("#probe-host").queryAs(TextField.class).getText());
        robot.interact(() -> robot.lookup("#probe-start").queryAs(Button.class).fire());
        waitFor(() -> shows(robot, Hosts.KEY.type() + "\n" + Hosts.KEY.fingerprint()));
        robot.interact(() -> robot.lookup("#trust-host").queryAs(Button.class).fire());

        waitFor(() ->
                robot.lookup("#host-secret").tryQuery().filter(Node::isFocused).isPresent());
        robot.write(Hosts.SECRET).type(KeyCode.ENTER);

        waitFor(() -> robot.lookup("#probe-result").tryQuery().isPresent());
        assertEquals("far", answers.latest("").getFirst().host());
    }

    private void export(FxRobot robot, String format) {
        robot.press(KeyCode.SHORTCUT, KeyCode.E).release(KeyCode.E, KeyCode.SHORTCUT);
        waitFor(() -> robot.lookup("#format-" + format).tryQuery().isPresent());
        robot.interact(() ->
                robot.lookup("#format-" + format).queryAs(ToggleButton.class).fire());
        robot.interact(() -> robot.lookup("#save-matrix").queryAs(Button.class).fire());
    }

    private void ready() {
        waitFor(() -> page.model().shownProperty().get() != null);
        assertNotNull(page.model().shownProperty().get());
    }

    private Marks marks() {
        return page.model().choicesProperty().get().marks();
    }

    private int rows() {
        return (int) Objects.requireNonNull(page.model().shownProperty().get()).rows().stream()
                .filter(row -> row instanceof Row.Line)
                .count();
    }

    private List<String> columns() {
        return Objects.requireNonNull(page.model().shownProperty().get()).columns().stream()
                .map(Column::id)
                .toList();
    }

    /** The names of the features in view. */
    private static List<String> names(FxRobot robot) {
        return robot
                .lookup((Node node) -> node instanceof NameNode && node.isVisible())
                .<NameNode>queryAllAs(NameNode.class)
                .stream()
                .map(NameNode::shown)
                .toList();
    }

    private static ButtonBase button(FxRobot robot, String text) {
        return (ButtonBase) robot.lookup((Labeled label) -> label instanceof ButtonBase
                        && label.isVisible()
                        && label.getText() != null
                        && label.getText().replace("_", "").equals(text))
                .query();
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Labeled label) -> label.isVisible() && text.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }
}
