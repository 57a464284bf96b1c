package ringside.core.digitise;

import java.util.ArrayList;
import java.util.List;

/**
 * A place along the x axis at which a figure has values.
 *
 * @param x its text: a number or a category
 * @param share of the way between the axis' two calibrated places
 */
record Knot(String x, double share) {
    /** Those of a figure; empty where it does not say at which x it has values. */
    static List<Knot> of(Digitisation digitisation, Subject subject) {
        Scale scale = digitisation.calibration().x().scale();
        if (scale instanceof Scale.Categories(List<String> names)) return categories(scale, names);
        if (!digitisation.at().isEmpty()) return numbers(scale, digitisation.at());
        if (!subject.powers()) return List.of();
        double[] span = span(digitisation);
        double low = Math.min(scale.value(span[0]), scale.value(span[1]));
        double high = Math.max(scale.value(span[0]), scale.value(span[1]));
        var powers = new ArrayList<String>();
        for (int exponent = -20; exponent < 64; exponent++) {
            double power = Math.scalb(1.0, exponent);
            if (power >= low * 0.98 && power <= high * 1.02) powers.add(Uncertain.plain(power));
        }
        return numbers(scale, powers);
    }

    /** So many, equally far apart on the page; their x is measured. */
    static List<Knot> even(Digitisation digitisation, int count) {
        double[] span = span(digitisation);
        var knots = new ArrayList<Knot>();
        for (int i = 0; i < count; i++) knots.add(new Knot("", span[0] + (span[1] - span[0]) * i / (count - 1)));
        return knots;
    }

    /** The shares of x that the figure's area covers. */
    private static double[] span(Digitisation digitisation) {
        Area area = digitisation.area();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double y : new double[] {area.top(), area.bottom()})
            for (double x : new double[] {area.left(), area.right()}) {
                double share =
                        digitisation.calibration().shares(new Place(x, y)).x();
                low = Math.min(low, share);
                high = Math.max(high, share);
            }
        return new double[] {low, high};
    }

    private static List<Knot> categories(Scale scale, List<String> names) {
        var knots = new ArrayList<Knot>();
        for (int i = 0; i < names.size(); i++) knots.add(new Knot(names.get(i), scale.share(i)));
        return knots;
    }

    private static List<Knot> numbers(Scale scale, List<String> texts) {
        var knots = new ArrayList<Knot>();
        for (String text : texts) {
            double share;
            try {
                share = scale.share(Double.parseDouble(text));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("at: values of x are numbers, unlike \"" + text + "\"");
            }
            if (Double.isFinite(share)) knots.add(new Knot(text, share));
        }
        return knots;
    }

    /** The knot that a share belongs to: nearest, and by far nearer than to the next. Null if none is. */
    static @org.jspecify.annotations.Nullable Knot near(List<Knot> knots, double share, double most) {
        Knot best = null;
        double distance = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (Knot knot : knots) {
            double off = Math.abs(knot.share() - share);
            if (off < distance) {
                second = distance;
                distance = off;
                best = knot;
            } else second = Math.min(second, off);
        }
        return distance <= most && distance <= second / 2 ? best : null;
    }
}
