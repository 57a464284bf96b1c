package ringside.core.digitise;

import java.util.ArrayList;
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

    private final List<Stretch> curve;
    private final double[] heights; // of the line alone, its slope taken off
    private final double thickness;
    private final double radius; // of its markers, in columns; 0 without
    private final Ink ink;
    private final Picture picture;
    private final Calibration calibration;

    private LineTrace(List<Stretch> curve, Ink ink, Picture picture, Calibration calibration, List<Knot> knots) {
        this.curve = curve;
        this.ink = ink;
        this.picture = picture;
        this.calibration = calibration;
        heights = new double[curve.size()];
        for (int i = 0; i < heights.length; i++) heights[i] = upright(i);
        double[] sorted = heights.clone();
        Arrays.sort(sorted);
        thickness = sorted.length == 0 ? 0 : Math.max(1, sorted[sorted.length / 3]);
        radius = radius(knots);
    }

    static Track of(Ink ink, Picture picture, Calibration calibration, List<Knot> knots) {
        List<Stretch> curve = Following.through(ink);
        return curve.isEmpty() ? NONE : new LineTrace(curve, ink, picture, calibration, knots);
    }

    /** Of the markers, in columns: the middle one of how far it is thick around each knot. */
    private double radius(List<Knot> knots) {
        double[] radii = knots.stream()
                .mapToDouble(this::column)
                .filter(Double::isFinite)
                .map(this::thickAround)
                .sorted()
                .toArray();
        double middle = radii.length == 0 ? 0 : radii[radii.length / 2];
        return middle >= 1.5 ? middle : 0;
    }

    private double thickAround(double column) {
        int at = 0;
        while (at < curve.size() - 1 && curve.get(at).column() + 0.5 < column) at++;
        int from = at;
        while (from > 0 && (heights[from] > THICK * thickness)) from--;
        int to = at;
        while (to < curve.size() - 1 && heights[to] > THICK * thickness) to++;
        return (curve.get(to).column() - curve.get(from).column() - 1) / 2.0;
    }

    /** The thickness of the line, from how high its ink is in a column and how steep it is there. */
    private double upright(int i) {
        int from = Math.max(0, i - 2);
        int to = Math.min(curve.size() - 1, i + 2);
        if (from == to) return curve.get(i).height();
        Stretch a = curve.get(from);
        Stretch b = curve.get(to);
        double slope = (b.centre() - a.centre()) / (b.column() - a.column());
        // a steep piece fills what it climbs in the column, and its thickness besides
        return Math.min(
                curve.get(i).height() / Math.hypot(1, slope),
                Math.max(0.5, curve.get(i).height() - Math.abs(slope)));
    }

    @Override
    public List<Mark> corners() {
        return List.of();
    }

    @Override
    public Optional<Mark.Seen> at(Knot knot) {
        double column = column(knot);
        if (Double.isNaN(column)) return Optional.empty();
        double left = side(column, -1);
        double right = side(column, 1);
        if (Double.isNaN(left) && Double.isNaN(right)) return Optional.empty();
        double y = Double.isNaN(left) ? right : Double.isNaN(right) ? left : (left + right) / 2;
        double apart = Double.isNaN(left) || Double.isNaN(right) ? 0 : Math.abs(left - right) / 2;
        return Optional.of(new Mark.Seen(place(column, y), Math.max(0.5, apart) * picture.unit(), knot.x()));
    }

    private Place place(double column, double y) {
        return new Place((column + ink.left) * picture.unit(), (y + ink.top) * picture.unit());
    }

    private double share(Stretch one) {
        return calibration.shares(place(one.column() + 0.5, one.centre())).x();
    }

    /** Where the curve passes the knot, in pixels from the left; NaN where it does not come that far. */
    private double column(Knot knot) {
        double perPixel = perPixel();
        int near = nearest(knot.share());
        double off = (knot.share() - share(curve.get(near))) / perPixel;
        double middle = curve.get(near).column() + 0.5 + off;
        // the line may begin a marker's radius after its first point, and has no ink in the gaps of its dashes
        double most = near == 0 || near == curve.size() - 1 ? Math.max(3, 2 * thickness) : ink.width * 0.05;
        return Math.abs(off) <= most ? middle : Double.NaN;
    }

    private double perPixel() {
        Place here = place(0, ink.height / 2.0);
        return calibration.shares(here.plus(picture.unit(), 0)).x()
                - calibration.shares(here).x();
    }

    private int nearest(double share) {
        int best = 0;
        for (int i = 1; i < curve.size(); i++)
            if (Math.abs(share(curve.get(i)) - share) < Math.abs(share(curve.get(best)) - share)) best = i;
        return best;
    }

    /** What the curve has at a column, going by the columns on one side of it; NaN where there are none. */
    private double side(double column, int step) {
        double clear = radius > 0 ? 1.2 * radius + 1.5 : 0;
        double far = ink.width * 0.06;
        var sound = new ArrayList<Stretch>();
        var others = new ArrayList<Stretch>();
        int wanted = (int) Math.max(BESIDE, radius);
        for (int i = step > 0 ? 0 : curve.size() - 1; i >= 0 && i < curve.size() && sound.size() < wanted; i += step) {
            double off = (curve.get(i).column() + 0.5 - column) * step;
            if (off < 0 || off < clear) continue;
            boolean late = !sound.isEmpty()
                    && Math.abs(curve.get(i).column() - sound.getFirst().column()) > 3 * wanted;
            if (off > far || late) break;
            if (isSound(i)) sound.add(curve.get(i));
            else if (heights[i] <= THICK * thickness && others.size() < wanted) others.add(curve.get(i));
        }
        return sound.size() > 1
                ? fit(sound, column)
                : others.isEmpty() && sound.isEmpty() ? Double.NaN : fit(sound.isEmpty() ? others : sound, column);
    }

    /** Neither in a marker nor at the end of a dash, where ink fills only a part of what the line crosses. */
    private boolean isSound(int i) {
        if (i == 0 || i == curve.size() - 1 || heights[i] > THICK * thickness) return false;
        Stretch one = curve.get(i);
        Stretch before = curve.get(i - 1);
        Stretch after = curve.get(i + 1);
        return one.column() - before.column() == 1
                && after.column() - one.column() == 1
                && one.height() > 0.8 * Math.max(before.height(), after.height());
    }

    /** A straight line through some columns, asked what it has at another. */
    private static double fit(List<Stretch> through, double column) {
        double n = through.size();
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (Stretch one : through) {
            double x = one.column() + 0.5 - column;
            sx += x;
            sy += one.centre();
            sxx += x * x;
            sxy += x * one.centre();
        }
        double spread = n * sxx - sx * sx;
        return spread < 1e-9 ? sy / n : (sy * sxx - sx * sxy) / spread;
    }
}
