package ringside.adapter.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.core.RingsideException;
import ringside.core.figure.Axis;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Drawing;
import ringside.core.figure.Renderer.Look;
import ringside.core.figure.Renderer.Spot;
import ringside.core.figure.Renderer.Theme;
import ringside.core.figure.Renderer.Zoom;
import ringside.core.figure.View;

class ChartRendererTest {
    private static final List<int[]> SIZES =
            List.of(new int[] {640, 400}, new int[] {800, 500}, new int[] {1600, 1000}, new int[] {500, 900});

    private final ChartRenderer renderer = new ChartRenderer();

    private static List<Plot> all() {
        return List.of(
                MadeUp.lines(3, View.DEFAULT.withPoints(true)),
                MadeUp.lines(40, View.DEFAULT),
                MadeUp.bars(5, 1, Axis.Scale.LINEAR, View.DEFAULT),
                MadeUp.bars(10, 6, Axis.Scale.LOG10, View.DEFAULT),
                MadeUp.bars(25, 2, Axis.Scale.LINEAR, View.DEFAULT.withPoints(true)),
                MadeUp.relative(MadeUp.bars(6, 2, Axis.Scale.LINEAR, View.DEFAULT)),
                MadeUp.table(8, 6),
                MadeUp.table(40, 12),
                MadeUp.hostile(),
                MadeUp.empty(Figure.Kind.LINES),
                MadeUp.empty(Figure.Kind.TABLE));
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheSheetsEdgeFreeInEverySize(Theme theme) {
        int background = Skin.of(theme).background().getRGB();
        for (Plot plot : all())
            for (int[] size : SIZES) {
                Drawing drawing = renderer.draw(plot, Look.of(theme, size[0], size[1]));
                assertEquals(Set.of(background), edge(drawing, 3), plot.figure().id() + " at " + size[0]);
                assertTrue(colours(drawing).size() > 20, "something is drawn");
            }
    }

    private static Set<Integer> edge(Drawing drawing, int width) {
        var found = new HashSet<Integer>();
        for (int y = 0; y < drawing.height(); y++)
            for (int x = 0; x < drawing.width(); x++)
                if (x < width || y < width || x >= drawing.width() - width || y >= drawing.height() - width)
                    found.add(drawing.argb()[y * drawing.width() + x]);
        return found;
    }

    private static Set<Integer> colours(Drawing drawing) {
        return IntStream.of(drawing.argb()).boxed().collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void drawsEverySeriesOfEveryKindInItsColour(Theme theme) {
        for (Plot plot : List.of(
                MadeUp.lines(10, View.DEFAULT),
                MadeUp.bars(4, 6, Axis.Scale.LINEAR, View.DEFAULT),
                MadeUp.bars(4, 6, Axis.Scale.LOG10, View.DEFAULT))) {
            Drawing drawing = renderer.draw(plot, new Look(theme, 800, 500, 1, false, null));
            Set<Integer> found = colours(drawing);
            for (SeriesStyle style : SeriesStyle.of(plot, Skin.of(theme), 1))
                assertTrue(
                        found.contains(style.colour().getRGB()), plot.figure().kind() + " lacks " + style.colour());
        }
    }

    @Test
    void everyPointHasASpotWhereItIsDrawn() {
        for (Plot plot : List.of(
                MadeUp.lines(30, View.DEFAULT),
                MadeUp.bars(8, 3, Axis.Scale.LINEAR, View.DEFAULT),
                MadeUp.bars(8, 3, Axis.Scale.LOG10, View.DEFAULT))) {
            Drawing drawing = renderer.draw(plot, Look.of(Theme.LIGHT, 1600, 1000));
            var expected = new HashSet<List<Integer>>();
            for (int s = 0; s < plot.series().size(); s++)
                for (int p = 0; p < plot.series().get(s).points().size(); p++) expected.add(List.of(s, p));
            var found = drawing.spots().stream()
                    .map(spot -> List.of(spot.series(), spot.point()))
                    .toList();
            assertEquals(expected, new HashSet<>(found));
            assertEquals(expected.size(), found.size());
            for (Spot spot : drawing.spots()) {
                assertTrue(spot.x() >= drawing.plotArea().x()
                        && spot.x()
                                <= drawing.plotArea().x() + drawing.plotArea().width());
                assertTrue(spot.y() >= drawing.plotArea().y()
                        && spot.y()
                                <= drawing.plotArea().y() + drawing.plotArea().height());
            }
        }
    }

    @Test
    void aSpotLiesOnThePixelsOfItsSeries() {
        Plot plot = MadeUp.lines(6, View.DEFAULT);
        Drawing drawing = renderer.draw(plot, Look.of(Theme.LIGHT, 1600, 1000));
        List<SeriesStyle> styles = SeriesStyle.of(plot, Skin.of(Theme.LIGHT), 1);
        for (int s = 0; s < 6; s++) {
            int series = s;
            int colour = styles.get(s).colour().getRGB();
            assertTrue(
                    drawing.spots().stream()
                            .filter(spot -> spot.series() == series)
                            .anyMatch(spot ->
                                    drawing.argb()[(int) spot.y() * drawing.width() + (int) spot.x()] == colour),
                    "series " + s);
        }
    }

    @Test
    void placesFollowTheAxesThatTheDrawingStates() {
        Plot plot = MadeUp.lines(2, View.DEFAULT);
        Drawing drawing = renderer.draw(plot, new Look(Theme.DARK, 640, 400, 2, true, null));
        Zoom shown = drawing.shown();
        for (Spot spot : drawing.spots()) {
            Plot.Point point = plot.series().get(spot.series()).points().get(spot.point());
            double across = Math.log(point.x() / shown.xLow()) / Math.log(shown.xHigh() / shown.xLow());
            double up = (point.centre(plot.view()) - shown.yLow()) / (shown.yHigh() - shown.yLow());
            assertEquals(drawing.plotArea().x() + across * drawing.plotArea().width(), spot.x(), 1e-6);
            assertEquals(drawing.plotArea().y() + (1 - up) * drawing.plotArea().height(), spot.y(), 1e-6);
        }
    }

    @Test
    void showsThePartThatIsZoomedTo() {
        Plot plot = MadeUp.lines(3, View.DEFAULT);
        var zoom = new Zoom(1 << 12, 1 << 20, 20_000, 40_000);
        Drawing drawing = renderer.draw(plot, new Look(Theme.LIGHT, 800, 500, 1, true, zoom));
        assertEquals(zoom.xLow(), drawing.shown().xLow(), 1e-6);
        assertEquals(zoom.xHigh(), drawing.shown().xHigh(), 1e-6);
        assertEquals(zoom.yLow(), drawing.shown().yLow(), 1e-6);
        assertEquals(zoom.yHigh(), drawing.shown().yHigh(), 1e-6);
        for (Spot spot : drawing.spots()) {
            Plot.Point point = plot.series().get(spot.series()).points().get(spot.point());
            assertTrue(point.x() >= zoom.xLow() && point.x() <= zoom.xHigh());
            if (point.y().isEmpty()) continue; // marked at the foot, wherever its value would have been
            assertTrue(point.centre(plot.view()) >= zoom.yLow() && point.centre(plot.view()) <= zoom.yHigh());
        }
    }

    @Test
    void aZoomOfNoExtentShowsEverything() {
        Plot plot = MadeUp.lines(3, View.DEFAULT);
        Drawing whole = renderer.draw(plot, Look.of(Theme.LIGHT, 640, 400));
        var nothing = new Zoom(4096, 4096, Double.NaN, 3);
        assertEquals(
                whole.shown(),
                renderer.draw(plot, new Look(Theme.LIGHT, 640, 400, 1, true, nothing))
                        .shown());
    }

    @Test
    void pixelsGrowWithTheScale() {
        Drawing drawing = renderer.draw(MadeUp.table(4, 3), new Look(Theme.LIGHT, 401, 300, 2.5, true, null));
        assertEquals(1003, drawing.width());
        assertEquals(750, drawing.height());
        assertEquals(1003 * 750, drawing.argb().length);
    }

    @Test
    void aThumbnailGivesMostOfItsRoomToTheData() {
        Plot plot = MadeUp.with(MadeUp.lines(12, View.DEFAULT), List.of("Something."), List.of("Beware."));
        Drawing drawing = renderer.draw(plot, new Look(Theme.LIGHT, 280, 170, 1, false, null));
        assertTrue(drawing.plotArea().width() * drawing.plotArea().height() > 0.65 * 280 * 170);
    }

    @Test
    void drawsTheSameInEveryThread() throws Exception {
        Plot plot = MadeUp.bars(8, 3, Axis.Scale.LINEAR, View.DEFAULT);
        Look look = Look.of(Theme.DARK, 640, 400);
        int[] alone = renderer.draw(plot, look).argb();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<Callable<int[]>>();
            for (int i = 0; i < 12; i++)
                tasks.add(() -> renderer.draw(plot, look).argb());
            for (var drawn : threads.invokeAll(tasks)) assertArrayEquals(alone, drawn.get());
        }
    }

    @Test
    void drawsValuesThatALogarithmicAxisCannotHold() {
        Figure figure = MadeUp.figure(
                "zero",
                Figure.Kind.LINES,
                "Zero and less",
                new Axis("Array size", "bytes", Axis.Scale.LOG2),
                new Axis("Cost", "us", Axis.Scale.LOG10),
                ringside.core.result.Better.LOWER);
        Plot plot = MadeUp.plot(
                figure,
                List.of(MadeUp.series(
                        0,
                        "kvm",
                        "kvm",
                        List.of(MadeUp.point(0, 2), MadeUp.point(512, -1, -0.5), MadeUp.point(1024, -1, 8, 9)))),
                List.of(),
                View.DEFAULT);
        Drawing drawing = renderer.draw(plot, Look.of(Theme.LIGHT, 800, 500));
        assertEquals(3, drawing.spots().size());
        double foot = drawing.plotArea().y() + drawing.plotArea().height();
        double below = drawing.spots().stream()
                .filter(spot -> spot.point() == 1)
                .findFirst()
                .orElseThrow()
                .y();
        assertTrue(foot - below < 15, "what lies below the axis is marked at its foot");
    }

    @Test
    void marksTheHostsHundredPercent() {
        Plot plot = MadeUp.relative(MadeUp.bars(6, 2, Axis.Scale.LINEAR, View.DEFAULT));
        Drawing drawing = renderer.draw(plot, Look.of(Theme.LIGHT, 800, 500));
        double share = (100 - drawing.shown().yLow())
                / (drawing.shown().yHigh() - drawing.shown().yLow());
        int y = (int) Math.round(
                drawing.plotArea().y() + (1 - share) * drawing.plotArea().height());
        long dark = IntStream.range((int) drawing.plotArea().x(), drawing.width() - 20)
                .filter(x -> isGrey(drawing.argb()[(y - 1) * drawing.width() + x], 0xb0)
                        || isGrey(drawing.argb()[y * drawing.width() + x], 0xb0))
                .count();
        assertTrue(dark > drawing.plotArea().width() * 0.6, dark + " pixels");
    }

    private static boolean isGrey(int argb, int darkerThan) {
        int blue = argb & 0xff;
        return blue < darkerThan && Math.abs(blue - (argb >> 16 & 0xff)) < 0x40;
    }

    @Test
    void refusesAPictureLargerThanTheMemory() {
        Plot plot = MadeUp.table(2, 2);
        var refusal = assertThrows(
                RingsideException.class,
                () -> renderer.draw(plot, new Look(Theme.LIGHT, 10_000, 10_000, 10, true, null)));
        assertEquals("A picture of 100000 x 100000 pixels is too large", refusal.problem());
    }
}
