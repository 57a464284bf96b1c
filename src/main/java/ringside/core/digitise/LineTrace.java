package ringside.core.digitise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A curve followed through pixels. At a knot it is read from both sides, with straight lines through the columns beside it:
 * so neither a marker there, nor a corner, nor another curve on top of it, moves what is read.
 */
final class LineTrace implements Track {
    /** A column that has so much more ink than the line is thick has a marker or an error bar in it. */
    private static final double THICK = 1.6;

    private static final int BESIDE = 5;

    private final List<Run> runs;
    private final double[] heights; // of the line alone, its slope taken off
    private final double thickness;
    private final Ink ink;
    private final Picture picture;
    private final Calibration calibration;

    private LineTrace(List<Run> runs, Ink ink, Picture picture, Calibration calibration) {
        this.runs = runs;
        this.ink = ink;
        this.picture = picture;
        this.calibration = calibration;
        heights = new double[runs.size()];
        for (int i = 0; i < heights.length; i++) heights[i] = upright(i);
        double[] sorted = heights.clone();
        Arrays.sort(sorted);
        thickness = sorted.length == 0 ? 0 : Math.max(1, sorted[sorted.length / 3]);
    }

    static Track of(Ink ink, Picture picture, Calibration calibration) {
        List<Run> runs = Following.through(ink);
        return runs.isEmpty() ? NONE : new LineTrace(runs, ink, picture, calibration);
    }

    /** The thickness of the line, from how high its ink is in a column and how steep it is there. */
    private double upright(int i) {
        int from = Math.max(0, i - 2);
        int to = Math.min(runs.size() - 1, i + 2);
        if (from == to) return runs.get(i).height();
        Run a = runs.get(from);
        Run b = runs.get(to);
        double slope = (b.centre() - a.centre()) / (b.column() - a.column());
        // a steep piece fills what it climbs in the column, and its thickness besides
        return Math.min(runs.get(i).height() / Math.hypot(1, slope), Math.max(0.5, runs.get(i).height() - Math.abs(slope)));
    }

    @Override
    public List<Mark> corners() {
        return List.of();
    }

    @Override
    public Optional<Mark.Seen> at(Knot knot) {
        double column = column(knot);
        if (Double.isNaN(column)) return Optional.empty();
        Zone zone = zone(column);
        double left = zone.first < 0 ? Double.NaN : fit(zone.first, -1, column);
        double right = zone.last < 0 ? Double.NaN : fit(zone.last, 1, column);
        if (Double.isNaN(left) && Double.isNaN(right)) return Optional.empty();
        double y = Double.isNaN(left) ? right : Double.isNaN(right) ? left : (left + right) / 2;
        double apart = Double.isNaN(left) || Double.isNaN(right) ? 0 : Math.abs(left - right) / 2;
        return Optional.of(new Mark.Seen(place(column, y), Math.max(0.5, apart) * picture.unit(), knot.x()));
    }

    private Place place(double column, double y) {
        return new Place((column + ink.left) * picture.unit(), (y + ink.top) * picture.unit());
    }

    private double share(Run run) {
        return calibration.shares(place(run.column() + 0.5, run.centre())).x();
    }

    /** Where the curve passes the knot, in pixels from the left; NaN where it does not come that far. */
    private double column(Knot knot) {
        double perPixel = perPixel();
        int near = nearest(knot.share());
        double off = (knot.share() - share(runs.get(near))) / perPixel;
        double middle = runs.get(near).column() + 0.5 + off;
        // the line may begin a marker's radius after its first point, and has no ink in the gaps of its dashes
        double most = near == 0 || near == runs.size() - 1 ? Math.max(3, 2 * thickness) : ink.width * 0.05;
        return Math.abs(off) <= most ? middle : Double.NaN;
    }

    private double perPixel() {
        Place here = place(0, ink.height / 2.0);
        return calibration.shares(here.plus(picture.unit(), 0)).x() - calibration.shares(here).x();
    }

    private int nearest(double share) {
        int best = 0;
        for (int i = 1; i < runs.size(); i++)
            if (Math.abs(share(runs.get(i)) - share) < Math.abs(share(runs.get(best)) - share)) best = i;
        return best;
    }

    /** The runs on either side of a knot from which on the line is itself again; -1 where the curve ends before. */
    private record Zone(int first, int last) {}

    private Zone zone(double column) {
        int left = -1;
        int right = -1;
        double reach = ink.width * 0.06;
        for (int i = 0; i < runs.size(); i++) {
            double middle = runs.get(i).column() + 0.5;
            if (heights[i] > THICK * thickness || Math.abs(middle - column) > reach) continue;
            if (middle <= column) left = i;
            else if (right < 0) right = i;
        }
        return new Zone(left, right);
    }

    /** A straight line through some columns from one on, away from the knot, asked what it has at the knot. */
    private double fit(int from, int step, double column) {
        int wanted = Math.max(BESIDE, (int) Math.abs(runs.get(from).column() + 0.5 - column));
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = from; i >= 0 && i < runs.size() && n < wanted; i += step) {
            if (Math.abs(runs.get(i).column() - runs.get(from).column()) > 3 * wanted) break;
            if (heights[i] > THICK * thickness) break;
            double x = runs.get(i).column() + 0.5 - column;
            double y = runs.get(i).centre();
            n++;
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }
        double spread = n * sxx - sx * sx;
        return spread < 1e-9 ? sy / n : (sy * sxx - sx * sxy) / spread;
    }
}
