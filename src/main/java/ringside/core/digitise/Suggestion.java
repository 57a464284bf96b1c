package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.Progress;
import ringside.core.result.Citation;

/**
 * What a page looks like it holds, for a person to correct: nothing of it is taken without being shown.
 *
 * @param frame around the plot; empty where none was found
 * @param series of colours that stand out, named by these; grey and black ones are never among them, for text and grids are
 *     that too
 */
public record Suggestion(Optional<Area> frame, List<Series> series) {
    private static final int MOST = 12;
    private static final double COLOURED = 0.04;
    private static final Colour BLACK = Colour.of(0);
    private static final double APART = 0.055;

    public static Suggestion of(Scan scan) {
        Optional<Area> frame = Frame.of(scan.picture()).map(area -> snapped(area, scan));
        Area area = frame.orElse(scan.picture().area());
        return new Suggestion(frame, series(scan.picture(), area));
    }

    /** A file's worth of it: the frame's corners as the places of the axes, whose values nobody knows yet. */
    public Digitisation draft(Scan scan, String figure, int dpi) {
        Area area = frame.orElse(scan.picture().area());
        double blur = scan.picture().unit() / 2;
        var low = new Place(area.left(), area.bottom());
        var x = new Axis(new Scale.Linear(0, 1), low, new Place(area.right(), area.bottom()), blur);
        var y = new Axis(new Scale.Linear(0, 1), low, new Place(area.left(), area.top()), blur);
        return new Digitisation(
                Optional.empty(),
                new Digitisation.Source(scan.name(), scan.sha256(), scan.page(), scan.pdf(), dpi, ""),
                figure,
                Subject.Said.NOTHING,
                Map.of(),
                Citation.NONE,
                "",
                new Calibration(x, y),
                frame,
                List.of(),
                List.of(),
                series);
    }

    /** Series by colour, in a part of the page. */
    public static List<Series> series(Picture picture, Area area) {
        Picture.Window window = picture.window(area);
        if (window.width() == 0 || window.height() == 0) return List.of();
        Colour ground = Ground.of(picture, window);
        var series = new ArrayList<Series>();
        for (Colour colour : colours(picture, window, ground)) {
            Progress.checkCancelled();
            series.add(Series.of(colour.hex(), colour, Looks.method(picture, area, ground, colour)));
        }
        return series;
    }

    private static Area snapped(Area area, Scan scan) {
        double reach = 2 * scan.picture().unit();
        var snapping = Snapping.of(scan);
        Place low = snapping.snap(new Place(area.left(), area.bottom()), reach);
        // the axes' own ends: where they are open nothing stands at the corner across
        Place right = snapping.snap(new Place(area.right(), area.bottom()), reach);
        Place top = snapping.snap(new Place(area.left(), area.top()), reach);
        return Area.of(low, new Place(right.x(), top.y()));
    }

    private record Bin(Colour colour, int count) {}

    private static List<Colour> colours(Picture picture, Picture.Window window, Colour ground) {
        int least = Math.max(12, window.width() * window.height() / 20_000);
        var found = new ArrayList<Colour>();
        for (Bin bin : bins(picture, window)) {
            Progress.checkCancelled();
            Colour colour = bin.colour();
            if (bin.count() < least || found.size() == MOST) break;
            if (colour.chroma() < COLOURED || colour.distance(ground) < APART) continue;
            boolean known = found.stream()
                    .anyMatch(other -> other.distance(colour) < APART
                            || isMixture(colour, ground, other)
                            || isMixture(colour, BLACK, other));
            if (!known) found.add(colour);
        }
        return found;
    }

    /** By how often they are seen, most often first: each the mean of what falls into a bin of 8 steps a channel. */
    private static List<Bin> bins(Picture picture, Picture.Window window) {
        int[] counts = new int[1 << 15];
        long[][] sums = new long[3][1 << 15];
        for (int y = window.top(); y < window.bottom(); y++)
            for (int x = window.left(); x < window.right(); x++) {
                int rgb = picture.at(x, y);
                int bin = Ground.bin(rgb);
                counts[bin]++;
                for (int c = 0; c < 3; c++) sums[c][bin] += rgb >> 8 * c & 0xff;
            }
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) continue;
            int rgb = 0;
            for (int c = 0; c < 3; c++) rgb |= (int) Math.round((double) sums[c][i] / counts[i]) << 8 * c;
            bins.add(new Bin(Colour.of(rgb), counts[i]));
        }
        bins.sort(Comparator.comparingInt((Bin bin) -> -bin.count()));
        return bins;
    }

    /** What antialiasing makes of a line's edge. */
    private static boolean isMixture(Colour colour, Colour ground, Colour line) {
        double whole = ground.distance(line);
        double detour = ground.distance(colour) + colour.distance(line) - whole;
        return detour < 0.04 && colour.distance(ground) < whole;
    }

    /** Whether ink of a colour looks like bars, markers or a line. */
    private static final class Looks {
        private Looks() {}

        static Series.Method method(Picture picture, Area area, Colour ground, Colour colour) {
            var mixing = new Ink.Mixing(ground, colour, Series.USUAL_TOLERANCE, List.of());
            Ink ink = Ink.of(picture, area, List.of(), mixing);
            List<Blob> blobs =
                    Blob.in(ink, 0.3).stream().filter(blob -> blob.mass >= 4).toList();
            double all = blobs.stream().mapToDouble(blob -> blob.mass).sum();
            double inBars = blobs.stream()
                    .filter(blob -> fill(blob) > 0.8 && Math.min(blob.width(), blob.height()) > 0.015 * ink.width)
                    .mapToDouble(blob -> blob.mass)
                    .sum();
            if (all > 0 && inBars > 0.7 * all) return Series.Method.BARS;
            long round = blobs.stream().filter(blob -> isRound(blob, ink)).count();
            boolean wide = blobs.stream().anyMatch(blob -> blob.width() > 0.15 * ink.width);
            return !wide && round >= 3 && round > 0.6 * blobs.size() ? Series.Method.MARKERS : Series.Method.LINE;
        }

        private static boolean isRound(Blob blob, Ink ink) {
            double aspect = (double) Math.min(blob.width(), blob.height()) / Math.max(blob.width(), blob.height());
            return aspect > 0.65 && fill(blob) > 0.4 && blob.width() < 0.06 * ink.width;
        }

        private static double fill(Blob blob) {
            return blob.mass / (blob.width() * (double) blob.height());
        }
    }
}
