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

    /** A marker is at least so much thicker than its line. */
    private static final double MARKER = 2.2;

    private static final int BESIDE = 5;

    private final List<Stretch> curve;
    private final double[] heights; // of the line alone, its slope taken off
    private final double thickness;
    private final double radius; // of its markers, in columns; 0 without
    private final double[] markers; // by column of the curve: the middle of the marker that is there, or NaN
    private final double noise; // how far off the centre of a column is
    private final Gaps gaps;
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
        markers = markers();
        gaps = new Gaps(ink, curve);
        noise = noise();
        radius = radius(knots);
    }

    static Track of(Ink ink, Picture picture, Calibration calibration, List<Knot> knots) {
        List<Stretch> curve = Following.through(ink);
        return curve.isEmpty() ? NONE : new LineTrace(curve, ink, picture, calibration, knots);
    }

    /** Where the markers on a line of their colour are, in pixels from the left. */
    static List<Double> markers(Ink ink, Picture picture, Calibration calibration) {
        List<Stretch> curve = Following.through(ink);
        if (curve.isEmpty()) return List.of();
        var trace = new LineTrace(curve, ink, picture, calibration, List.of());
        return Arrays.stream(trace.markers)
                .filter(middle -> !Double.isNaN(middle))
                .distinct()
                .boxed()
                .toList();
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

    /** Where the curve is thick for longer than that takes at a crossing, and the columns beside it, which may be thick too. */
    private double[] markers() {
        double[] middles = new double[curve.size()];
        Arrays.fill(middles, Double.NaN);
        for (int i = 0; i < middles.length; i++) {
            int from = i;
            double most = 0;
            for (; i < middles.length && heights[i] > THICK * thickness; i++) most = Math.max(most, heights[i]);
            if (most < MARKER * thickness
                    || curve.get(i - 1).column() - curve.get(from).column() < thickness) continue;
            double wide = curve.get(i - 1).column() - curve.get(from).column() + 1;
            double middle = curve.get(from).column() + wide / 2;
            // of one that the figure's edge cuts in two, the edge is the middle
            if (curve.get(from).column() <= thickness) middle = 0;
            if (curve.get(i - 1).column() >= ink.width - 1 - thickness) middle = ink.width;
            for (int at = 0; at < middles.length; at++)
                if (Math.abs(curve.get(at).column() + 0.5 - middle) <= 0.7 * wide + 1.5) middles[at] = middle;
        }
        return middles;
    }

    /** The middle one of how far columns are off the straight line between others near them. */
    private double noise() {
        double[] off = new double[curve.size()];
        int count = 0;
        for (int i = 4; i + 4 < curve.size(); i++) {
            boolean whole = curve.get(i + 4).column() - curve.get(i - 4).column() == 8;
            if (whole && isSound(i - 4) && isSound(i) && isSound(i + 4))
                off[count++] = Math.abs(curve.get(i).centre()
                        - (curve.get(i - 4).centre() + curve.get(i + 4).centre()) / 2);
        }
        Arrays.sort(off, 0, count);
        return count == 0 ? 0.5 : off[count / 2] * 1.2;
    }

    @Override
    public Optional<Mark.Seen> at(Knot knot) {
        double column = column(knot);
        if (Double.isNaN(column)) return Optional.empty();
        Optional<Fit> left = side(column, -1);
        Optional<Fit> right = side(column, 1);
        if (left.isEmpty() && right.isEmpty()) return Optional.empty();
        Fit one = left.or(() -> right).orElseThrow();
        Fit other = right.or(() -> left).orElseThrow();
        double apart = Math.abs(one.value() - other.value());
        // a marker is where the curve may turn: beyond its middle only the other side counts
        double marker = markers[nearest(knot.share())];
        if (column < marker - 1) other = one;
        else if (column > marker + 1) one = other;
        double y = (one.value() + other.value()) / 2;
        // half a column aside, a steep curve is much higher or lower; a marker's own middle is less sure than that
        double aside = knot.x().isEmpty() ? 0.5 + radius / 4 : 0.5;
        double steep = aside * Math.max(Math.abs(one.slope()), Math.abs(other.slope()));
        double off = Math.hypot(Math.max(Math.max(ink.blur(), apart), 2 * Math.max(one.error(), other.error())), steep);
        return Optional.of(new Mark.Seen(place(column, y), off * picture.unit(), knot.x()));
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
        if (gaps.isOpen(off < 0 ? near - 1 : near) && Math.abs(off) > 1.5) return Double.NaN;
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

    /** What the curve has at a column, going by the columns on one side of it, as far as it can be seen there. */
    private Optional<Fit> side(double column, int step) {
        double clear = radius > 0 ? 1.2 * radius + 1.5 : 0;
        double far = ink.width * 0.06;
        var sound = new ArrayList<Stretch>();
        var others = new ArrayList<Stretch>();
        double wanted = Math.max(BESIDE, radius);
        for (int i = step > 0 ? 0 : curve.size() - 1; i >= 0 && i < curve.size() && sound.size() < wanted; i += step) {
            double off = (curve.get(i).column() + 0.5 - column) * step;
            if (off < 0 || off < clear) continue;
            boolean late = !sound.isEmpty()
                    && Math.abs(curve.get(i).column() - sound.getFirst().column()) > 3 * wanted;
            if (off > far || late || !sound.isEmpty() && gaps.isOpen(step > 0 ? i - 1 : i)) break;
            if (isSound(i)) {
                // from further off, more of them are needed to say where they lead
                if (sound.isEmpty()) wanted = Math.max(wanted, 1.5 * off);
                sound.add(curve.get(i));
            } else if (heights[i] <= THICK * thickness && others.size() < wanted) others.add(curve.get(i));
        }
        List<Stretch> through = sound.size() > 1 || others.isEmpty() ? sound : others;
        return through.isEmpty() ? Optional.empty() : Optional.of(Fit.of(through, column, noise));
    }

    /** Neither in a marker nor at the end of a dash, where ink fills only a part of what the line crosses. */
    private boolean isSound(int i) {
        if (i == 0 || i == curve.size() - 1 || heights[i] > THICK * thickness || !Double.isNaN(markers[i]))
            return false;
        Stretch one = curve.get(i);
        Stretch before = curve.get(i - 1);
        Stretch after = curve.get(i + 1);
        return one.column() - before.column() == 1
                && after.column() - one.column() == 1
                && one.height() > 0.8 * Math.max(before.height(), after.height());
    }
}
