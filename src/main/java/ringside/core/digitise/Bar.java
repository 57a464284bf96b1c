package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bar, in page units.
 *
 * @param blur how far off its ends may be
 */
record Bar(Area box, double blur, End top, End bottom) {
    /**
     * What is at an end of a bar.
     *
     * @param covered whether the bar may go on behind something that lies over it
     * @param touches whether another bar begins where it ends
     * @param whisker whether an error bar reaches over it
     */
    record End(boolean covered, boolean touches, boolean whisker) {
        static final End FREE = new End(false, false, false);
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
        boolean linear = figure.calibration().y().scale() instanceof Scale.Linear;
        List<Bar> bars = joined(found, CUT * height).stream()
                .sorted(Comparator.comparingDouble(one -> one.box.left()))
                .toList();
        var readable = new ArrayList<Bar>();
        int floating = 0;
        int covered = 0;
        int stacked = 0;
        for (Bar bar : bars) {
            boolean stands = bar.stands(base, STANDS * height);
            boolean carried = !stands && linear && bar.isCarried(base);
            if (!stands && !carried) floating++;
            else if (bar.far(base).covered) covered++;
            else {
                readable.add(carried ? bar : bar.standing(base));
                if (carried) stacked++;
            }
        }
        var doubts = new ArrayList<Doubt>();
        if (floating > 0) doubts.add(Doubt.floating(floating));
        if (covered > 0) doubts.add(Doubt.covered(covered));
        if (stacked > 0) doubts.add(Doubt.stacked(stacked));
        int whiskers =
                (int) readable.stream().filter(bar -> bar.far(base).whisker).count();
        if (whiskers > 0) doubts.add(Doubt.whiskers(whiskers));
        return new Doubt.Reading(ends(readable, figure, knots, base), doubts);
    }

    private static List<Mark> ends(List<Bar> bars, Digitisation figure, List<Knot> knots, double base) {
        Map<String, Mark.Seen> byX = new LinkedHashMap<>();
        var others = new ArrayList<Mark>();
        for (Bar bar : bars) {
            Knot knot = bar.knot(figure, knots, bar.end(base));
            Mark.Seen mark = bar.mark(base, knot == null ? "" : knot.x());
            if (knot == null) others.add(mark);
            else byX.merge(knot.x(), mark, (a, b) -> length(a, base) >= length(b, base) ? a : b);
        }
        if (knots.isEmpty()) return others;
        var marks = new ArrayList<Mark>();
        for (Knot knot : knots) if (byX.get(knot.x()) instanceof Mark.Seen mark) marks.add(mark);
        return marks;
    }

    private Mark.Seen mark(double base, String x) {
        boolean carried = !stands(base, 0) && isCarried(base);
        Place from = new Place((box.left() + box.right()) / 2, isUp(base) ? box.bottom() : box.top());
        return new Mark.Seen(end(base), blur, x, carried ? Optional.of(from) : Optional.empty());
    }

    private static double length(Mark.Seen mark, double base) {
        return Math.abs(mark.place().y() - mark.base().map(Place::y).orElse(base));
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
        return new Bar(both, Math.max(blur, other.blur), above ? other.top : top, above ? bottom : other.bottom);
    }

    private boolean stands(double base, double slack) {
        return box.top() <= base + slack && box.bottom() >= base - slack;
    }

    /** As far as where bars begin: of what stands there the near end says nothing. */
    private Bar standing(double base) {
        boolean up = isUp(base);
        var whole = new Area(
                box.left(),
                up ? box.top() : Math.min(base, box.bottom()),
                box.right(),
                up ? Math.max(base, box.top()) : box.bottom());
        return new Bar(whole, blur, top, bottom);
    }

    /** Whether it stands on another one, which is nearer to where bars begin. */
    private boolean isCarried(double base) {
        return isUp(base) ? bottom.touches : top.touches;
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

    /** The end that says its value. */
    private End far(double base) {
        return isUp(base) ? top : bottom;
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
