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
 */
record Bar(Area box, double blur) {
    /** The end of each bar that is away from where bars begin, at the category or value of x that it stands at. */
    static List<Mark> ends(List<Bar> bars, Digitisation figure, List<Knot> knots) {
        Map<String, Mark.Seen> byX = new LinkedHashMap<>();
        var others = new ArrayList<Mark>();
        double base = base(figure);
        for (Bar bar : bars.stream()
                .sorted(Comparator.comparingDouble(one -> one.box.left()))
                .toList()) {
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

    /** Bars grow from 0 where the axis has it, else from its lower end. */
    private static double base(Digitisation figure) {
        Area area = figure.area();
        if (!(figure.calibration().y().scale() instanceof Scale.Linear scale)) return area.bottom();
        double zero = figure.calibration()
                .place(new Calibration.Shares(0, scale.share(0)))
                .y();
        return Math.clamp(zero, area.top(), area.bottom());
    }

    private Place end(double base) {
        boolean up = Math.abs(box.top() - base) >= Math.abs(box.bottom() - base);
        return new Place((box.left() + box.right()) / 2, up ? box.top() : box.bottom());
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
