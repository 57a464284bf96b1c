package ringside.core.stats;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoublePredicate;

/**
 * Which values stand far from the rest, by two rules. They are marked for a person to look at; no statistic here leaves
 * them out.
 *
 * @param tukey indices beyond the quartiles by more than 1.5 times their distance: J. W. Tukey, "Exploratory Data
 *     Analysis" (1977)
 * @param mad indices whose modified z-score, 0.6745 times the distance to the median over the median of such distances,
 *     is beyond 3.5: B. Iglewicz and D. C. Hoaglin, "How to Detect and Handle Outliers" (1993)
 */
public record Outliers(SortedSet<Integer> tukey, SortedSet<Integer> mad) {
    private static final double FENCE = 1.5;
    private static final double SCORE = 3.5;
    private static final double NORMAL = 0.6745; // the MAD of a normal distribution in its standard deviations

    /** Fewer values than this have no quartiles worth the name, so none of them is called an outlier. */
    private static final int FEWEST = 4;

    public static Outliers of(double... values) {
        Ascending sorted = Ascending.of(values);
        if (values.length < FEWEST) return new Outliers(new TreeSet<>(), new TreeSet<>());
        double lower = sorted.quantile(0.25);
        double upper = sorted.quantile(0.75);
        double reach = FENCE * (upper - lower);
        double median = sorted.median();
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) distances[i] = Math.abs(values[i] - median);
        double usual = Ascending.of(distances).median();
        return new Outliers(
                where(values, value -> value < lower - reach || value > upper + reach),
                where(values, value -> NORMAL * Math.abs(value - median) > SCORE * usual));
    }

    private static SortedSet<Integer> where(double[] values, DoublePredicate far) {
        var indices = new TreeSet<Integer>();
        for (int i = 0; i < values.length; i++) if (far.test(values[i])) indices.add(i);
        return indices;
    }
}
