package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bar, in page units.
 *
 * @param blur how far off its ends may be
 * @param topCovered whether it may go on behind something that lies over its upper end
 * @param bottomCovered the same of its lower end
 */
record Bar(Area box, double blur, boolean topCovered, boolean bottomCovered) {
    Bar(Area box, double blur) {
        this(box, blur, false, false);
    }

    /** Of the figure's height: so near to where bars begin, one stands there. */
    private static final double STANDS = 0.012;

    /** Of the figure's height: so much of a bar a line across it may hide. */
    private static final double CUT = 0.02;

    /**
     * The end of each bar that is away from where bars begin, at the category or value of x that it stands at. What does not
     * stand where bars begin is none.
     */
    static Doubt.Reading ends(List<Bar> found, Digitisation figure, List<Knot> knots) {
        double base = base(figure);
        double height = figure.area().height();
        List<Bar> bars = joined(found, CUT * height);
        List<Bar> standing = bars.stream()
                .filter(bar -> bar.stands(base, STANDS * height))
                .sorted(Comparator.comparingDouble(one -> one.box.left()))
                .toList();
        var doubts = new ArrayList<Doubt>();
        int floating = bars.size() - standing.size();
        if (floating > 0) doubts.add(Doubt.floating(floating));
        int covered = (int) standing.stream().filter(bar -> bar.isCovered(base)).count();
        if (covered > 0) doubts.add(Doubt.covered(covered));
        List<Bar> whole = standing.stream().filter(bar -> !bar.isCovered(base)).toList();
        return new Doubt.Reading(ends(whole, figure, knots, base), doubts);
    }

    private static List<Mark> ends(List<Bar> bars, Digitisation figure, List<Knot> knots, double base) {
        Map<String, Mark.Seen> byX = new LinkedHashMap<>();
        var others = new ArrayList<Mark>();
        for (Bar bar : bars) {
            Place end = bar.end(base);
            Knot knot = bar.knot(figure, knots, end);
            if (knot == null) others.add(new Mark.Seen(end, bar.blur, ""));
            else
                byX.merge(
                        knot.x(),
                        new Mark.Seen(end, bar.blur, knot.x()),
                        (a, b) -> Math.abs(a.place().y() - base)
                                        >= Math.abs(b.place().y() - base)
                                ? a
                                : b);
        }
        if (knots.isEmpty()) return others;
        var marks = new ArrayList<Mark>();
        for (Knot knot : knots) if (byX.get(knot.x()) instanceof Mark.Seen mark) marks.add(mark);
        return marks;
    }

    /** What lies exactly above each other with little between is one bar: a grid line or a whisker runs across it. */
    private static List<Bar> joined(List<Bar> found, double most) {
        var joined = new ArrayList<Bar>();
        for (Bar bar : found.stream()
                .sorted(Comparator.comparingDouble(one -> -one.box.bottom()))
                .toList()) {
            int below = 0;
            while (below < joined.size() && !joined.get(below).isBelow(bar, most)) below++;
            if (below == joined.size()) joined.add(bar);
            else joined.set(below, joined.get(below).with(bar));
        }
        return joined;
    }

    private boolean isBelow(Bar above, double most) {
        double slack = Math.max(2 * blur, 0.04 * box.width());
        return Math.abs(box.left() - above.box.left()) <= slack
                && Math.abs(box.right() - above.box.right()) <= slack
                && above.box.bottom() >= box.top() - most;
    }

    private Bar with(Bar other) {
        var both = new Area(
                Math.min(box.left(), other.box.left()),
                Math.min(box.top(), other.box.top()),
                Math.max(box.right(), other.box.right()),
                Math.max(box.bottom(), other.box.bottom()));
        boolean above = other.box.top() < box.top();
        return new Bar(
                both,
                Math.max(blur, other.blur),
                above ? other.topCovered : topCovered,
                above ? bottomCovered : other.bottomCovered);
    }

    private boolean stands(double base, double slack) {
        return box.top() <= base + slack && box.bottom() >= base - slack;
    }

    /** Bars grow from 0 where the axis has it, else from its lower end. */
    private static double base(Digitisation figure) {
        Area area = figure.area();
        if (!(figure.calibration().y().scale() instanceof Scale.Linear scale)) return area.bottom();
        double zero = figure.calibration()
                .place(new Calibration.Shares(0, scale.share(0)))
                .y();
        return Math.clamp(zero, area.top(), area.bottom());
    }

    private boolean isUp(double base) {
        return Math.abs(box.top() - base) >= Math.abs(box.bottom() - base);
    }

    private boolean isCovered(double base) {
        return isUp(base) ? topCovered : bottomCovered;
    }

    private Place end(double base) {
        return new Place((box.left() + box.right()) / 2, isUp(base) ? box.top() : box.bottom());
    }

    private @Nullable Knot knot(Digitisation figure, List<Knot> knots, Place end) {
        double share = figure.calibration().shares(end).x();
        if (figure.calibration().x().scale() instanceof Scale.Categories categories) {
            String name = categories.nearest(share);
            return knots.stream()
                    .filter(knot -> knot.x().equals(name))
                    .findFirst()
                    .orElse(null);
        }
        return Knot.near(knots, share, 0.2);
    }
}
