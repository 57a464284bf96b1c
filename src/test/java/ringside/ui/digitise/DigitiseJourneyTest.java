package ringside.ui.digitise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.waitFor;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.core.Progress;
import ringside.core.digitise.Calibration;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.DigitisationFile;
import ringside.core.digitise.Mark;
import ringside.core.digitise.Place;
import ringside.core.digitise.Scan;
import ringside.core.digitise.Subject;
import ringside.core.digitise.Value;
import ringside.core.figure.View;
import ringside.core.format.Outcome;
import ringside.core.result.Origin;
import ringside.core.result.Parameters;
import ringside.ui.guest.GuestsPage;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;
import ringside.workbench.Workbench;

/** From a picture to a set that stands in the study's figure, with the mouse and with keys. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class DigitiseJourneyTest {
    /** Where the picture has its axes: pixels of 1024 to 65536 bytes, and of 0 to 6000 MB/s. */
    private static final int LEFT = 80;

    private static final int RIGHT = 560;
    private static final int BOTTOM = 340;
    private static final int TOP = 40;
    private static final double[] KVM = {5200, 5100, 4300, 4200, 2100, 2000, 1900};
    private static final double[] QEMU = {900, 880, 860, 700, 500, 480, 470};

    private final Workbench workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final List<String> shown = new ArrayList<>();
    private DigitisePage page;
    private Window window;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Background.started(), new Appearance(Appearance.Choice.LIGHT), WindowState.FIRST);
        page = new DigitisePage(
                new Sources(), workbench.figures(), new Changes(), window.desk(), new GivenPlaces(), new GivenWays());
        window.add(page);
        window.show();
        window.open(DigitisePage.ID);
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aPictureBecomesASetThatStandsInItsFigure(FxRobot robot) throws Exception {
        Path picture = chart();
        robot.interact(() -> window.open(DigitisePage.ID, picture));
        waitFor(() -> page.model().scanProperty().get().isPresent());
        waitFor(() -> page.model().draft().series().size() == 2);

        chooseFigure(robot);
        say(robot);
        rename(robot, "#0072b2", "KVM");
        rename(robot, "#d55e00", "QEMU");
        waitFor(() -> objection().isEmpty());
        press(robot, "digitise-read");
        waitFor(() -> page.model().values().size() == 14);

        for (Value value : page.model().values()) {
            boolean kvm =
                    page.model().draft().series().get(value.series()).name().equals("KVM");
            double[] truth = kvm ? KVM : QEMU;
            double wanted = truth[(int) Math.round(Math.log(Double.parseDouble(value.x()) / 1024) / Math.log(2))];
            assertEquals(wanted, value.y().value(), 0.005 * 6000, value.x());
            assertEquals(value.y().uncertainty(), 6000.0 / (BOTTOM - TOP), 10);
        }

        press(robot, "digitise-keep");
        waitFor(() -> says(robot, "14 values are in the set chart figure 5.16."));
        var set = workbench.store().find("chart figure 5.16").orElseThrow().set();
        assertEquals(Origin.DIGITISED, set.origin());
        assertTrue(set.notes().contains("chart.png (SHA-256 "), set.notes());
        pressText(robot, "Show the figure");
        assertEquals(List.of("figure 5.16 of [chart figure 5.16]"), shown);
        var plot = workbench
                .plotting()
                .plot(
                        workbench.figures().byId("5.16").orElseThrow(),
                        View.DEFAULT.withSets(Set.of("chart figure 5.16")));
        assertEquals(
                List.of("QEMU 7", "KVM 7"),
                plot.series().stream()
                        .map(one -> one.name() + " " + one.points().size())
                        .toList());
        assertTrue(plot.cautions().stream().anyMatch(text -> text.startsWith("Read off drawn figures")));
        assertTrue(plot.cautions().contains("Single values: how much they vary is not known."));
    }

    @Test
    void keysMoveAPointByAPixelAndCtrlZTakesItBack(FxRobot robot) throws Exception {
        open(robot);
        calibrate(robot);
        press(robot, "digitise-add");
        waitFor(() -> robot.lookup("#series-points-2").tryQuery().isPresent());
        press(robot, "series-points-2");
        click(robot, new Place(200, 100));
        waitFor(() -> marks(2).size() == 1);
        Place before = ((Mark.Seen) marks(2).getFirst()).place();
        robot.type(KeyCode.ESCAPE, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN);
        Place after = ((Mark.Seen) marks(2).getFirst()).place();
        assertEquals(1, after.x() - before.x(), 1e-9);
        assertEquals(2, after.y() - before.y(), 1e-9);
        Calibration axes = page.model().draft().calibration();
        double moved = axes.y(before, 0.5).value() - axes.y(after, 0.5).value();
        assertEquals(2 * 6000.0 / (BOTTOM - TOP), moved, 0.5);

        robot.interact(page::undo);
        robot.interact(page::undo);
        assertEquals(1, ((Mark.Seen) marks(2).getFirst()).place().x() - before.x(), 1e-9);
        robot.interact(() -> robot.lookup("#digitise-page").query().requestFocus());
        robot.type(KeyCode.DELETE);
        waitFor(() -> marks(2).isEmpty());
    }

    @Test
    void whatWasSaidIsSavedAndOpenedAgain(FxRobot robot) throws Exception {
        open(robot);
        calibrate(robot);
        chooseFigure(robot);
        press(robot, "digitise-read");
        waitFor(() -> page.model().values().size() == 14);
        Digitisation now = page.model().draft().complete();
        robot.interact(() -> page.commands().stream()
                .filter(command -> command.title().startsWith("Save"))
                .findFirst()
                .orElseThrow()
                .action()
                .run());
        waitFor(() -> java.nio.file.Files.exists(folder.resolve("figure.yaml")));
        Digitisation saved = DigitisationFile.read(folder.resolve("figure.yaml"));
        assertEquals(now.calibration().x().scale(), saved.calibration().x().scale());
        assertTrue(now.calibration().y().to().distance(saved.calibration().y().to()) < 1e-5);
        assertEquals(now.series().size(), saved.series().size());
        robot.interact(() -> page.model().change(draft -> draft.with(List.of())));
        robot.interact(() -> page.model().openSaved(folder.resolve("figure.yaml"), trouble -> {}));
        waitFor(() -> page.model().values().size() == 14);
    }

    @Test
    void barsThatLieAreReadOnceItIsSaidThatValuesRunAcross(FxRobot robot) throws Exception {
        Path picture = lyingBars(new double[] {5000, 1500, 3000});
        robot.interact(() -> window.open(DigitisePage.ID, picture));
        waitFor(() -> page.model().draft().series().size() == 1);
        press(robot, "digitise-across");
        waitFor(() -> page.model().draft().lies());
        robot.interact(() -> kind(robot, "x").setValue(AxisDraft.Kind.CATEGORIES));
        type(robot, "axis-x-names", "host, kvm, qemu");
        type(robot, "axis-y-from", "0");
        type(robot, "axis-y-to", "6000");
        press(robot, "axis-x-first");
        click(robot, new Place(LEFT + 0.5, BOTTOM - 50));
        click(robot, new Place(LEFT + 0.5, BOTTOM - 250));
        robot.interact(() -> page.model()
                .change(draft -> draft.about(
                        "free", new Subject.Said("b", "m", "MB/s", "higher", "configuration", Parameters.NONE))));
        press(robot, "digitise-read");
        waitFor(() -> page.model().values().size() == 3);
        assertEquals(
                List.of("host 5000", "kvm 1500", "qemu 3000"),
                page.model().values().stream()
                        .map(value ->
                                value.x() + " " + 100 * Math.round(value.y().value() / 100))
                        .toList());
        press(robot, "digitise-across");
        waitFor(() -> !page.model().draft().lies());
    }

    private Path lyingBars(double[] values) throws IOException {
        var image = new BufferedImage(620, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 620, 400);
        g.setColor(new Color(0x0072b2));
        for (int i = 0; i < values.length; i++)
            g.fillRect(LEFT, BOTTOM - 80 - i * 100, (int) Math.round(values[i] / 6000 * (RIGHT - LEFT)), 60);
        g.setColor(Color.BLACK);
        g.drawRect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
        g.dispose();
        Path file = folder.resolve("lying.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsKept(FxRobot robot) throws Exception {
        open(robot);
        waitFor(() -> objection().equals("The x axis needs the values that stand at its two places."));
        assertTrue(robot.lookup("#digitise-keep").query().isDisabled());
        Path broken = java.nio.file.Files.writeString(folder.resolve("notes.pdf"), "%PDF-1.4 not really");
        robot.interact(() -> window.open(DigitisePage.ID, broken));
        waitFor(() -> says(robot, "That did not work"));
        assertTrue(page.model().scanProperty().get().orElseThrow().name().equals("chart.png"));
    }

    private void open(FxRobot robot) throws Exception {
        Path picture = chart();
        robot.interact(() -> window.open(DigitisePage.ID, picture));
        waitFor(() -> page.model().draft().series().size() == 2);
    }

    /** The first place of each axis by a click, which the other follows; the values by the keyboard. */
    private void calibrate(FxRobot robot) throws TimeoutException {
        press(robot, "axis-x-first");
        click(robot, new Place(LEFT + 0.5, BOTTOM + 0.5));
        click(robot, new Place(RIGHT + 0.5, BOTTOM + 0.5));
        press(robot, "axis-y-first");
        click(robot, new Place(LEFT + 0.5, BOTTOM + 0.5));
        click(robot, new Place(LEFT + 0.5, TOP + 0.5));
        say(robot);
    }

    /** What stands at the axes; where they are the page suggests. */
    private void say(FxRobot robot) throws TimeoutException {
        robot.interact(() -> kind(robot, "x").setValue(AxisDraft.Kind.LOG));
        type(robot, "axis-x-from", "1024");
        type(robot, "axis-x-to", "65536");
        type(robot, "axis-y-from", "0");
        type(robot, "axis-y-to", "6000");
        waitFor(() -> {
            try {
                return page.model().draft().calibration() != null;
            } catch (IllegalArgumentException notYet) {
                return false;
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static void chooseFigure(FxRobot robot) {
        robot.interact(() -> {
            ComboBox<String> figure = robot.lookup("#digitise-figure").queryAs(ComboBox.class);
            figure.setValue("5.16");
        });
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<AxisDraft.Kind> kind(FxRobot robot, String axis) {
        return robot.lookup("#axis-" + axis + "-kind").queryAs(ComboBox.class);
    }

    private void rename(FxRobot robot, String colour, String name) {
        int index = -1;
        for (int i = 0; i < 2; i++) {
            var one = page.model().draft().series().get(i).colour().orElseThrow();
            if (one.distance(ringside.core.digitise.Colour.of(colour)) < 0.05) index = i;
        }
        type(robot, "series-name-" + index, name);
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> {
            TextField field = robot.lookup("#" + id).queryAs(TextField.class);
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    /** Where the place lies on the screen now. */
    private void click(FxRobot robot, Place place) {
        WaitForAsyncUtils.waitForFxEvents();
        PagePane pane = robot.lookup("#digitise-page").queryAs(PagePane.class);
        Point2D at = pane.localToScreen(pane.screen(place));
        robot.clickOn(at);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<Mark> marks(int series) {
        return page.model().draft().series().get(series).marks();
    }

    private String objection() {
        return page.model().objectionProperty().get();
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> {
            ButtonBase button = robot.lookup("#" + id).queryAs(ButtonBase.class);
            button.fire();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void pressText(FxRobot robot, String text) {
        robot.interact(() -> robot.lookup((Button button) -> text.equals(button.getText()))
                .queryAs(Button.class)
                .fire());
    }

    private static boolean says(FxRobot robot, String text) {
        return robot.lookup((Labeled label) -> label.isVisible()
                                && label.getText() != null
                                && label.getText().contains(text))
                        .tryQuery()
                        .isPresent()
                || robot.lookup((javafx.scene.text.Text one) ->
                                one.getText() != null && one.getText().contains(text))
                        .tryQuery()
                        .isPresent();
    }

    /** A chart of our own, as a plotting program draws one. */
    private Path chart() throws IOException {
        var image = new BufferedImage(620, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 620, 400);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(new Color(0xdddddd));
        for (int i = 1; i < 6; i++) g.drawLine(LEFT, BOTTOM - i * 50, RIGHT, BOTTOM - i * 50);
        line(g, KVM, new Color(0x0072b2));
        line(g, QEMU, new Color(0xd55e00));
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        g.setColor(Color.BLACK);
        g.drawRect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
        g.dispose();
        Path file = folder.resolve("chart.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static void line(Graphics2D g, double[] values, Color colour) {
        var path = new Path2D.Double();
        for (int i = 0; i < values.length; i++) {
            double x = LEFT + 0.5 + i * (RIGHT - LEFT) / 6.0;
            double y = BOTTOM + 0.5 - values[i] / 6000 * (BOTTOM - TOP);
            if (i == 0) path.moveTo(x, y);
            else path.lineTo(x, y);
        }
        g.setColor(colour);
        g.setStroke(new BasicStroke(2f));
        g.draw(path);
    }

    private final class Sources implements DigitiseSources {
        @Override
        public Scan open(Path file, int number, int dpi) {
            return Workbench.scans().open(file, number, dpi);
        }

        @Override
        public Outcome keep(Digitisation figure, Progress progress) {
            return workbench.keeping().keep(figure, progress);
        }
    }

    private final class GivenWays implements DigitisePage.Ways {
        @Override
        public void figure(String id, Set<String> sets) {
            shown.add("figure " + id + " of " + sets);
        }

        @Override
        public void library(String set) {
            shown.add("set " + set);
        }
    }

    private final class GivenPlaces implements GuestsPage.Places {
        @Override
        public Optional<Path> open(String title) {
            return Optional.of(folder.resolve("chart.png"));
        }

        @Override
        public Optional<Path> save(String title, String name, String kind) {
            return Optional.of(folder.resolve(name + "." + kind));
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }
}
