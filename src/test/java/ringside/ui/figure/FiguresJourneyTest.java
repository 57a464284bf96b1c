package ringside.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.waitFor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
import ringside.adapter.plot.ChartRenderer;
import ringside.core.figure.BenchmarkChart;
import ringside.core.figure.Identity;
import ringside.core.figure.PlotTable;
import ringside.core.figure.PngTexts;
import ringside.core.figure.View;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;

/** The page of figures in a window, driven as a person would drive it. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class FiguresJourneyTest {
    private final ResultStore store = Exhibits.store();
    private Window window;
    private Appearance appearance;
    private Changes changes;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        Exhibits.readAnOutput(store);
        appearance = new Appearance(Appearance.Choice.LIGHT);
        window = new Window(stage, Background.started(), appearance, WindowState.FIRST);
        changes = new Changes();
        window.add(new FiguresPage(
                Exhibits.FIGURES,
                () -> store,
                new ChartRenderer(),
                changes,
                appearance,
                window.desk(),
                (title, name, kind) -> Optional.of(folder.resolve(name + "." + kind))));
        window.show();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFigureIsFoundOpenedPutInPercentAndExportedWithItsIdentity(FxRobot robot) throws IOException {
        waitFor(() -> shows(robot, "6 samples"));
        robot.interact(() -> robot.lookup("#figure-search").query().requestFocus());
        robot.write("hpl 1 core");
        waitFor(() ->
                robot.lookup(node -> node instanceof FigureTile).queryAll().size() == 1);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        waitFor(() -> shows(robot, "HPL with 1 CPU core") && shows(robot, "n"));

        robot.interact(() -> toggle(robot, "% of host").fire());
        waitFor(() -> cells(robot).contains("81.82"));
        robot.press(KeyCode.SHORTCUT, KeyCode.E).release(KeyCode.E, KeyCode.SHORTCUT);
        waitFor(() -> robot.lookup("#save-figure").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#save-figure").queryAs(Button.class).fire());

        Path file = folder.resolve("5.1.png");
        waitFor(() -> Files.exists(file));
        var plot = Exhibits.plotting(store).get().plot(Exhibits.HPL, View.DEFAULT.withRelative(true));
        assertEquals(Optional.of(Identity.of(plot, store)), Identity.from(texts(file)));
    }

    @Test
    void theKeyboardWalksThroughTheGalleryAndTheFigures(FxRobot robot) {
        waitFor(() -> shows(robot, "6 samples"));
        robot.interact(() -> tile(robot, "5.1").requestFocus());

        robot.type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.LEFT).type(KeyCode.UP);
        assertTrue(tile(robot, "5.1").isFocused());
        robot.type(KeyCode.ENTER);
        waitFor(() -> shows(robot, "HPL with 1 CPU core"));

        robot.press(KeyCode.ALT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.ALT);
        waitFor(() -> shows(robot, "HPL with 2 CPU cores"));
        robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
        waitFor(() -> shows(robot, "HPL with 1 CPU core"));

        robot.type(KeyCode.ESCAPE);
        waitFor(() -> robot.lookup((Node node) -> node instanceof FigureTile)
                .tryQuery()
                .isPresent());
        assertTrue(tile(robot, "5.1").isFocused());
    }

    @Test
    void aFigureWithoutDataIsMarkedAndSaysWhatWouldFillIt(FxRobot robot) {
        waitFor(() -> shows(robot, "6 samples"));
        assertTrue(within(tile(robot, "5.2"), "No data yet"));

        robot.interact(() -> window.open(FiguresPage.ID, "5.2"));

        waitFor(() -> robot.lookup((Label label) ->
                        label.getText() != null && label.getText().startsWith("Not measured: "))
                .tryQuery()
                .isPresent());
    }

    @Test
    void aValueIsFollowedToTheLineThatPrintedIt(FxRobot robot) {
        robot.interact(() -> window.open(FiguresPage.ID, "5.16"));
        waitFor(() -> cells(robot).contains("34\u00a0427"));

        robot.clickOn((Node) robot.lookup((Labeled cell) -> "34\u00a0427".equals(cell.getText()))
                .query());

        waitFor(() -> shows(robot, "bw_mem.txt, line 3"));
        waitFor(() -> shows(robot, "0.065536 34427.24"));
        assertTrue(shows(robot, "bw_mem 4k rd"));
    }

    @Test
    void twoBarsLookedAtOneAfterTheOtherShowInWhatTheirConfigurationsDiffer(FxRobot robot) {
        Exhibits.configure(store);
        robot.interact(changes::happened);
        robot.interact(() -> window.open(FiguresPage.ID, "5.1"));
        waitFor(() -> cells(robot).contains("21"));
        robot.clickOn((Node)
                robot.lookup((Labeled cell) -> "21".equals(cell.getText())).query());
        waitFor(() -> shows(robot, "Raw output"));
        assertEquals(Optional.empty(), labelled(robot, "Unlike "));
        robot.clickOn((Node)
                robot.lookup((Labeled cell) -> "22".equals(cell.getText())).query());
        waitFor(() -> shows(robot, "Unlike first (tuned)"));
        assertEquals("""
                configuration:
                here     <driver name='qemu' cache='writeback'/>
                there    <driver name='qemu' cache='none'/>
                cpu: host-model (there host-passthrough)""", labelled(robot, "configuration:").orElseThrow());
    }

    /** The text of a label that begins with these words. */
    private static Optional<String> labelled(FxRobot robot, String words) {
        return onFxThread(() -> robot.lookup((Labeled label) -> label.isVisible()
                        && label.getText() != null
                        && label.getText().startsWith(words))
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText));
    }

    @Test
    void aDraggedRectangleZoomsAndADoubleClickShowsAllAgain(FxRobot robot) {
        robot.interact(() -> window.open(FiguresPage.ID, "5.16"));
        waitFor(() -> cells(robot).contains("34\u00a0427"));
        var chart = robot.lookup(".figure-chart").queryAs(ChartPane.class);
        waitFor(() ->
                !robot.lookup("Drawing …").tryQuery().filter(Node::isVisible).isPresent());

        robot.moveTo(chart)
                .moveBy(-60, -40)
                .press(MouseButton.PRIMARY)
                .moveBy(120, 80)
                .release(MouseButton.PRIMARY);
        waitFor(() -> button(robot, "Whole plot").isVisible());

        robot.doubleClickOn(chart);
        waitFor(() -> !button(robot, "Whole plot").isVisible());
    }

    @Test
    void theDataGoToTheClipboardAsCsv(FxRobot robot) {
        robot.interact(() -> window.open(FiguresPage.ID, "5.1"));
        waitFor(() -> cells(robot).contains("11"));

        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D).release(KeyCode.D, KeyCode.SHIFT, KeyCode.SHORTCUT);

        String expected = PlotTable.csv(Exhibits.plotting(store).get().plot(Exhibits.HPL, View.DEFAULT));
        waitFor(() ->
                expected.equals(onFxThread(() -> Clipboard.getSystemClipboard().getString())));
    }

    @Test
    void theImageGoesToTheClipboardAsItWouldBeExported(FxRobot robot) {
        robot.interact(() -> window.open(FiguresPage.ID, "5.1"));
        waitFor(() -> cells(robot).contains("11"));

        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C).release(KeyCode.C, KeyCode.SHIFT, KeyCode.SHORTCUT);

        waitFor(() -> onFxThread(() -> Clipboard.getSystemClipboard().hasImage()));
        Image image = onFxThread(() -> Clipboard.getSystemClipboard().getImage());
        assertEquals(List.of(1600.0, 1000.0), List.of(image.getWidth(), image.getHeight()));
    }

    @Test
    void aPicturesSetsAreShownAlone(FxRobot robot) {
        robot.interact(() -> window.open(FiguresPage.ID, "5.1", List.of("other")));

        waitFor(() -> shows(robot, "1 of 3 configurations  ▾"));
        waitFor(() -> !cells(robot).contains("11") && cells(robot).contains("5"));
    }

    @Test
    void aBenchmarkThatNoFigureShowsIsDrawnWhenItIsHandedOver(FxRobot robot) {
        var chart =
                BenchmarkChart.of("hpl", Metric.higher("performance", "Gflop/s"), List.of(Parameters.of("cores", 1)));
        robot.interact(() -> window.open(FiguresPage.ID, chart, List.of("lab", "other")));

        waitFor(() -> shows(robot, "All 3 configurations  ▾"));
        waitFor(() -> cells(robot).contains("11") && cells(robot).contains("5"));
        waitFor(() -> shows(robot, "hpl: performance"));
    }

    @Test
    void newDataAppearWithoutBeingAskedFor(FxRobot robot) {
        robot.interact(() -> window.open(FiguresPage.ID, "5.1"));
        waitFor(() -> shows(robot, "All 3 configurations  ▾"));

        store.discard("other");
        robot.interact(changes::happened);

        waitFor(() -> shows(robot, "All 2 configurations  ▾"));
    }

    @Test
    void thumbnailsFollowAThemeThatIsChangedWhereTheyAreNotInView(FxRobot robot) {
        waitFor(() -> brightness(robot, "5.1") > 0.8);
        robot.interact(() -> window.open(FiguresPage.ID, "5.1"));
        waitFor(() -> cells(robot).contains("11"));
        robot.interact(() -> appearance.choiceProperty().set(Appearance.Choice.DARK));

        robot.type(KeyCode.ESCAPE);

        waitFor(() -> brightness(robot, "5.1") < 0.4);
    }

    /** Of a corner of the tile's picture; NaN before there is one. */
    private static double brightness(FxRobot robot, String id) {
        return onFxThread(() -> robot.lookup(
                        (Node node) -> node instanceof FigureTile && ("tile-" + id).equals(node.getId()))
                .tryQuery()
                .flatMap(tile -> Optional.ofNullable(((ImageView) tile.lookup(".image-view")).getImage()))
                .map(image -> image.getPixelReader().getColor(1, 1).getBrightness())
                .orElse(Double.NaN));
    }

    private static Map<String, String> texts(Path png) throws IOException {
        try (InputStream in = Files.newInputStream(png)) {
            return PngTexts.read("5.1.png", in);
        }
    }

    private static <T> T onFxThread(Callable<T> question) {
        try {
            return WaitForAsyncUtils.asyncFx(question).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static FigureTile tile(FxRobot robot, String id) {
        return robot.lookup((Node node) -> node instanceof FigureTile && ("tile-" + id).equals(node.getId()))
                .queryAs(FigureTile.class);
    }

    private static ToggleButton toggle(FxRobot robot, String text) {
        return robot.lookup((Labeled node) -> node instanceof ToggleButton && text.equals(node.getText()))
                .queryAs(ToggleButton.class);
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup((Labeled node) -> node instanceof Button && text.equals(node.getText()))
                .queryAs(Button.class);
    }

    private static boolean within(Node parent, String text) {
        return parent.lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.isVisible() && text.equals(label.getText()));
    }

    private static boolean shows(FxRobot robot, String text) {
        // On the FX thread: elsewhere the nodes may change under the search
        return WaitForAsyncUtils.waitForAsyncFx(
                5_000,
                () -> robot.lookup((Labeled label) -> label.isVisible() && text.equals(label.getText()))
                        .tryQuery()
                        .isPresent());
    }

    /** The texts of the table below the chart. */
    private static List<String> cells(FxRobot robot) {
        return robot.lookup(".table-cell").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(text -> text != null)
                .toList();
    }
}
