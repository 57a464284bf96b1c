package ringside.core.digitise;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A curve of straight pieces from knot to knot, laid through its pixels by least squares: each pixel pulls at the piece it
 * lies under, square to that, by as much ink as it has. Dashes and steep pieces are read as well as whole and flat ones.
 */
final class PolylineTrace {
    private static final int MOST_KNOTS = 130;
    private static final double CLOSEST = 5; // pixels between knots

    /** So much of the ink the polyline has to explain, else the curve is none. */
    private static final double EXPLAINED = 0.75;

    /** Paler pixels may be a grid line's. */
    static final double SURE = 0.3;

    private final Ink ink;
    private final double[] columns;
    private final double[] heights;
    private final Pieces pieces;
    private final double[] sureness;
    private double thickness = 2;
    private double radius;

    private PolylineTrace(Ink ink, double[] columns, double[] heights) {
        this.ink = ink;
        this.columns = columns;
        this.heights = heights;
        pieces = new Pieces(ink, columns, heights);
        sureness = new double[columns.length];
    }

    /** @return nothing if the curve is not made of straight pieces between the knots */
    static Optional<Track> of(Ink ink, Picture picture, Calibration calibration, List<Knot> knots) {
        if (knots.size() < 2 || knots.size() > MOST_KNOTS) return Optional.empty();
        List<Knot> sorted = knots.stream()
                .sorted(java.util.Comparator.comparingDouble(knot -> column(knot, ink, picture, calibration)))
                .toList();
        double[] columns = sorted.stream()
                .mapToDouble(knot -> column(knot, ink, picture, calibration))
                .toArray();
        for (int i = 1; i < columns.length; i++) if (columns[i] - columns[i - 1] < CLOSEST) return Optional.empty();
        double[] guess = Polyline.guess(ink, Arrays.stream(columns).boxed().toList());
        var trace = new PolylineTrace(ink, columns, guess);
        if (!trace.refined()) return Optional.empty();
        return Optional.of(trace.track(sorted, picture));
    }

    /** Where a knot is, at the middle of the window's height: the axes are all but upright here. */
    private static double column(Knot knot, Ink ink, Picture picture, Calibration calibration) {
        Place here = new Place(ink.left * picture.unit(), (ink.top + ink.height / 2.0) * picture.unit());
        double share = calibration.shares(here).x();
        double perPixel = calibration.shares(here.plus(picture.unit(), 0)).x() - share;
        return (knot.share() - share) / perPixel;
    }

    /** @return whether the polyline explains the ink */
    private boolean refined() {
        double coarse = Math.max(1, ink.height / 240.0);
        for (double window : new double[] {3 * coarse + 3, 2 * coarse + 2}) fit(window);
        measure();
        for (int i = 0; i < 4; i++) fit(thickness + 1);
        return explained() >= EXPLAINED;
    }

    /** How far from a knot the ink of a piece is its own: beyond its marker, and beyond the next piece's. */
    private double clear(Piece piece, Optional<Piece> next, double window) {
        double marker = radius > 0 ? 1.15 * radius + 1 : 0;
        if (next.isEmpty()) return marker;
        double turn = Math.abs(Math.atan(piece.slope()) - Math.atan(next.get().slope()));
        double corner = window * Math.tan(turn / 2);
        return Math.min(Math.max(marker, corner), 0.4 * piece.length());
    }

    /** Moves the heights to where the squares of what is left are least: normal equations of three diagonals. */
    private void fit(double window) {
        int n = columns.length;
        double[] diagonal = new double[n];
        double[] beside = new double[n];
        double[] right = new double[n];
        for (int k = 0; k + 1 < n; k++)
            pieces.piece(k).ifPresent(piece -> {
                int at = piece.knot();
                double from = clear(piece, pieces.piece(at - 1), window);
                double to = piece.length() - clear(piece, pieces.piece(at + 1), window);
                pieces.near(piece, window, (same, share, across, weight, x, y) -> {
                    if (share * piece.length() < from || share * piece.length() > to) return;
                    double steep = weight / (1 + piece.slope() * piece.slope());
                    double pull = across * Math.hypot(1, piece.slope());
                    diagonal[at] += steep * (1 - share) * (1 - share);
                    diagonal[at + 1] += steep * share * share;
                    beside[at] += steep * share * (1 - share);
                    right[at] += steep * (1 - share) * pull;
                    right[at + 1] += steep * share * pull;
                });
            });
        System.arraycopy(diagonal, 0, sureness, 0, n);
        // a height that nothing pulls at stays where it is
        for (int k = 0; k < n; k++) diagonal[k] += 1e-3;
        for (int k = 1; k < n; k++) {
            double factor = beside[k - 1] / diagonal[k - 1];
            diagonal[k] -= factor * beside[k - 1];
            right[k] -= factor * right[k - 1];
        }
        double below = 0;
        for (int k = n - 1; k >= 0; k--) {
            below = (right[k] - beside[k] * below) / diagonal[k];
            if (!Double.isNaN(heights[k])) heights[k] = Math.clamp(heights[k] + below, -1, ink.height + 1);
        }
    }

    /** How thick the line is, and how far its markers reach, from how ink lies across the pieces and along them. */
    private void measure() {
        double[] across = new double[64];
        double wide = Math.max(8, ink.height / 40.0);
        pieces.near(wide, (piece, share, off, weight, x, y) -> {
            if (Math.min(share, 1 - share) > 0.3) across[Math.min(63, (int) (Math.abs(off) * 4))] += weight;
        });
        double total = Arrays.stream(across).sum();
        double sum = 0;
        int bin = 0;
        while (bin < 63 && sum + across[bin] < 0.9 * total) sum += across[bin++];
        thickness = Math.clamp((bin + 1) / 2.0, 1, wide);
        radius = radius();
    }

    /** Around a point with a marker, rings are full of ink as far as that reaches; a line only crosses them. */
    private double radius() {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 1; k < columns.length; k++) least = Math.min(least, columns[k] - columns[k - 1]);
        int most = (int) Math.min(least / 3, ink.height / 16.0);
        double[] radii = new double[columns.length];
        int found = 0;
        for (int k = 0; k < columns.length; k++) if (!Double.isNaN(heights[k])) radii[found++] = full(k, most);
        Arrays.sort(radii, 0, found);
        double middle = found == 0 ? 0 : radii[found / 2];
        return middle > 1.2 * thickness + 0.5 ? middle : 0;
    }

    /** The widest ring around a knot that is more than a third ink. */
    private int full(int k, int most) {
        double[] filled = new double[most + 1];
        double[] size = new double[most + 1];
        for (int dy = -most; dy <= most; dy++)
            for (int dx = -most; dx <= most; dx++) {
                int x = (int) columns[k] + dx;
                int y = (int) heights[k] + dy;
                int ring = (int) Math.round(Math.hypot(dx, dy));
                if (ring > most || x < 0 || y < 0 || x >= ink.width || y >= ink.height) continue;
                size[ring]++;
                filled[ring] += ink.at(x, y);
            }
        int widest = 0;
        for (int ring = 1; ring <= most; ring++) if (filled[ring] > size[ring] / 3) widest = ring;
        return widest;
    }

    private double explained() {
        boolean[] seen = new boolean[ink.width * ink.height];
        pieces.near(thickness + 1, (piece, share, across, weight, x, y) -> seen[y * ink.width + x] = true);
        double all = 0;
        double ours = 0;
        for (int y = 0; y < ink.height; y++)
            for (int x = 0; x < ink.width; x++) {
                if (ink.at(x, y) < SURE) continue;
                all += ink.at(x, y);
                if (seen[y * ink.width + x] || isMarker(x, y)) ours += ink.at(x, y);
            }
        return all == 0 ? 0 : ours / all;
    }

    private boolean isMarker(int x, int y) {
        int k = Arrays.binarySearch(columns, x + 0.5);
        int after = k < 0 ? -k - 1 : k;
        for (int i = Math.max(0, after - 1); i <= Math.min(columns.length - 1, after); i++)
            if (Math.hypot(x + 0.5 - columns[i], y + 0.5 - heights[i]) <= Math.max(1.6 * radius + 2, 3 * thickness))
                return true;
        return false;
    }

    private Track track(List<Knot> knots, Picture picture) {
        Map<Knot, Mark.Seen> marks = new HashMap<>();
        var sight = new Sight(pieces, thickness);
        double most = Gaps.most(sight.ground());
        for (int k = 0; k < columns.length; k++) {
            if (Double.isNaN(heights[k]) || sureness[k] < 0.5) continue;
            if (sight.bare(k, 1) > most && sight.bare(k, -1) > most) continue;
            double blur = Math.max(Math.max(ink.blur(), thickness / 4), 2 / Math.sqrt(sureness[k]));
            var place = new Place((columns[k] + ink.left) * picture.unit(), (heights[k] + ink.top) * picture.unit());
            marks.put(
                    knots.get(k),
                    new Mark.Seen(place, blur * picture.unit(), knots.get(k).x()));
        }
        return new PolylineTrack(Map.copyOf(marks));
    }

    private record PolylineTrack(Map<Knot, Mark.Seen> marks) implements Track {
        @Override
        public Optional<Mark.Seen> at(Knot knot) {
            return Optional.ofNullable(marks.get(knot));
        }

        @Override
        public List<Mark> corners() {
            return List.of();
        }
    }
}
