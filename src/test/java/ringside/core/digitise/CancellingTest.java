package ringside.core.digitise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.core.Progress;
import ringside.core.figure.Figures;
import ringside.core.result.Citation;
import ringside.core.result.Parameters;

/** Who turns to another page does not wait for the one before to be read to its end. */
class CancellingTest {
    private static final int SIZE = 60;
    private static final int RED = 0xd55e00;

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    @Test
    void lookingAtAPageEnds() {
        Scan scan = scan(List.of());
        assertEquals(1, Suggestion.of(scan).series().size());
        Thread.currentThread().interrupt();
        assertThrows(Progress.Cancelled.class, () -> Suggestion.of(scan));
    }

    @ParameterizedTest
    @EnumSource(names = {"LINE", "MARKERS", "BARS"})
    void readingASeriesOffPixelsEnds(Series.Method method) {
        ends(scan(List.of()), method);
    }

    @ParameterizedTest
    @EnumSource(names = {"LINE", "MARKERS"})
    void readingASeriesOffPathsEnds(Series.Method method) {
        ends(scan(IntStream.range(0, 5).mapToObj(i -> path(method, 10 + 8 * i)).toList()), method);
    }

    private static void ends(Scan scan, Series.Method method) {
        Digitisation figure = figure(Series.of("KVM", Colour.of(RED), method));
        var tracing = new Tracing(scan, figure.subject(Figures.bundled()));
        tracing.series(figure, figure.series().getFirst());
        Thread.currentThread().interrupt();
        assertThrows(
                Progress.Cancelled.class,
                () -> tracing.series(figure, figure.series().getFirst()));
    }

    private static Outline path(Series.Method method, double x) {
        boolean marker = method == Series.Method.MARKERS;
        double size = marker ? 2 : 6;
        return new Outline(
                RED,
                marker,
                marker,
                false,
                List.of(new Place(x, 20), new Place(x + size, 20), new Place(x + size, 20 + size)),
                Optional.empty());
    }

    /** Three squares of one colour on white. */
    private static Scan scan(List<Outline> outlines) {
        int[] rgb = new int[SIZE * SIZE];
        Arrays.fill(rgb, 0xffffff);
        for (int left : new int[] {10, 25, 40})
            for (int y = 20; y < 26; y++) Arrays.fill(rgb, y * SIZE + left, y * SIZE + left + 6, RED);
        return new Scan("chart", "a".repeat(64), 1, 1, !outlines.isEmpty(), new Picture(SIZE, SIZE, rgb, 1), outlines);
    }

    private static Digitisation figure(Series series) {
        var x = new Axis(new Scale.Linear(0, 10), new Place(5, 55), new Place(55, 55), 0.5);
        var y = new Axis(new Scale.Linear(0, 100), new Place(5, 55), new Place(5, 5), 0.5);
        return new Digitisation(
                Optional.empty(),
                new Digitisation.Source("chart", "a".repeat(64), 1, false, 200, ""),
                Subject.FREE,
                new Subject.Said("fio", "Bandwidth", "MB/s", "higher", "size", Parameters.NONE),
                Map.of(),
                Citation.NONE,
                "",
                new Calibration(x, y),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(series));
    }
}
