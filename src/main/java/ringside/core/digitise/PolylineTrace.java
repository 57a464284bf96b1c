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
    private static final double EXPLAINED = 0.85;

    private final Ink ink;
    private final double[] columns;
    private final double[] heights;
    private final double[] sureness;
    private double thickness = 2;
    private double radius;

    private PolylineTrace(Ink ink, double[] columns, double[] heights) {
        this.ink = ink;
        this.columns = columns;
        this.heights = heights;
        sureness = new double[columns.length];
    }

    /** @return nothing if the curve is not made of straight pieces between the knots */
    static Optional<Track> of(Ink ink, Picture picture, Calibration calibration, List<Knot> knots) {
        if (knots.size() < 2 || knots.size() > MOST_KNOTS) return Optional.empty();
        List<Knot> sorted = knots.stream()
                .sorted(java.util.Comparator.comparingDouble(knot -> column(knot, ink, picture, calibration)))
                .toList();
        double[] columns = sorted.stream().mapToDouble(knot -> column(knot, ink, picture, calibration)).toArray();
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

    private interface Pixel {
        /** @param across how far the pixel is from the piece, square to it; signed */
        void at(int piece, double share, double across, double weight, double slope, int x, int y);
    }

    /** All ink near the polyline, by the piece it belongs to. */
    private void near(double window, Pixel each) {
        for (int k = 0; k + 1 < columns.length; k++) {
            if (Double.isNaN(heights[k]) || Double.isNaN(heights[k + 1])) continue;
            double width = columns[k + 1] - columns[k];
            double slope = (heights[k + 1] - heights[k]) / width;
            double reach = window * Math.hypot(1, slope);
            int first = Math.max(0, (int) Math.ceil(columns[k] - 0.5));
            for (int x = first; x < Math.min(ink.width, columns[k + 1] - 0.5); x++) {
                double share = (x + 0.5 - columns[k]) / width;
                double middle = heights[k] + share * (heights[k + 1] - heights[k]);
                int last = (int) Math.min(ink.height - 1, middle + reach);
                for (int y = (int) Math.max(0, middle - reach); y <= last; y++) {
                    double weight = ink.at(x, y);
                    double across = (y + 0.5 - middle) / Math.hypot(1, slope);
                    if (weight > 0 && Math.abs(across) <= window) each.at(k, share, across, weight, slope, x, y);
                }
            }
        }
    }

    /** Moves the heights to where the squares of what is left are least: normal equations of three diagonals. */
    private void fit(double window) {
        int n = columns.length;
        double[] diagonal = new double[n];
        double[] beside = new double[n];
        double[] right = new double[n];
        near(window, (k, share, across, weight, slope, x, y) -> {
            double off = Math.min(share, 1 - share) * (columns[k + 1] - columns[k]);
            if (off * Math.hypot(1, slope) < 1.15 * radius) return;
            double steep = weight / (1 + slope * slope);
            double pull = across * Math.hypot(1, slope);
            diagonal[k] += steep * (1 - share) * (1 - share);
            diagonal[k + 1] += steep * share * share;
            beside[k] += steep * share * (1 - share);
            right[k] += steep * (1 - share) * pull;
            right[k + 1] += steep * share * pull;
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
        Map<Integer, Double> columnMass = new HashMap<>();
        near(wide, (k, share, off, weight, slope, x, y) -> {
            double free = Math.min(share, 1 - share) * (columns[k + 1] - columns[k]);
            if (free > 0.3 * (columns[k + 1] - columns[k])) across[Math.min(63, (int) (Math.abs(off) * 4))] += weight;
            columnMass.merge(x, weight / Math.hypot(1, slope), Double::sum);
        });
        double total = Arrays.stream(across).sum();
        double sum = 0;
        int bin = 0;
        while (bin < 63 && sum + across[bin] < 0.9 * total) sum += across[bin++];
        thickness = Math.clamp((bin + 1) / 2.0, 1, wide);
        radius = radius(columnMass);
    }

    private double radius(Map<Integer, Double> columnMass) {
        double[] masses = columnMass.values().stream().mapToDouble(one -> one).sorted().toArray();
        if (masses.length == 0) return 0;
        double usual = Math.max(1, masses[masses.length / 2]);
        double[] radii = new double[columns.length];
        for (int k = 0; k < columns.length; k++) {
            int at = (int) columns[k];
            int reach = 0;
            while (columnMass.getOrDefault(at + reach, 0.0) > 1.5 * usual) reach++;
            int back = 0;
            while (columnMass.getOrDefault(at - back, 0.0) > 1.5 * usual) back++;
            radii[k] = Math.min(reach, back);
        }
        Arrays.sort(radii);
        double middle = radii[radii.length / 2];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 1; k < columns.length; k++) least = Math.min(least, columns[k] - columns[k - 1]);
        return middle < 2 ? 0 : Math.min(middle + 1, least / 3.5);
    }

    private double explained() {
        boolean[] seen = new boolean[ink.width * ink.height];
        near(Math.max(thickness, radius) + 1.5, (k, share, across, weight, slope, x, y) -> {
            double free = Math.min(share, 1 - share) * (columns[k + 1] - columns[k]) * Math.hypot(1, slope);
            if (Math.abs(across) <= thickness + 1 || free <= radius + 1) seen[y * ink.width + x] = true;
        });
        double all = 0;
        double ours = 0;
        for (int y = 0; y < ink.height; y++)
            for (int x = 0; x < ink.width; x++) {
                all += ink.at(x, y);
                if (seen[y * ink.width + x] || isMarker(x, y)) ours += ink.at(x, y);
            }
        return all == 0 ? 0 : ours / all;
    }

    private boolean isMarker(int x, int y) {
        int k = Arrays.binarySearch(columns, x + 0.5);
        int after = k < 0 ? -k - 1 : k;
        for (int i = Math.max(0, after - 1); i <= Math.min(columns.length - 1, after); i++)
            if (Math.hypot(x + 0.5 - columns[i], y + 0.5 - heights[i]) <= 1.6 * radius + 2) return true;
        return false;
    }

    private Track track(List<Knot> knots, Picture picture) {
        Map<Knot, Mark.Seen> marks = new HashMap<>();
        for (int k = 0; k < columns.length; k++) {
            if (Double.isNaN(heights[k]) || sureness[k] < 0.5) continue;
            double blur = Math.max(0.5, 2 / Math.sqrt(sureness[k]));
            var place = new Place((columns[k] + ink.left) * picture.unit(), (heights[k] + ink.top) * picture.unit());
            marks.put(knots.get(k), new Mark.Seen(place, blur * picture.unit(), knots.get(k).x()));
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
