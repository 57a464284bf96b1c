package ringside.core.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether values move with the order in which they were measured: H. B. Mann, "Nonparametric tests against trend",
 * Econometrica 13 (1945), with the slope of P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau",
 * JASA 63 (1968).
 *
 * @param p how probable an order this clear is where there is no drift
 * @param change from the first value to the last along Sen's slope, as a share of the median; NaN where that is zero
 */
public record Drift(double p, double change) {
    /** Pairs of values are compared; of longer series their blocks' medians are, in their order. */
    private static final int LONGEST = 400;

    /** Fewer values than this can stand in no order that chance does not give often. */
    private static final int FEWEST = 5;

    private static final Drift NONE = new Drift(1, 0);
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** @param values in the order in which they were measured */
    public static Drift of(double... values) {
        if (values.length < FEWEST) return NONE;
        double[] series = values.length > LONGEST ? blocks(values) : values;
        int n = series.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int sign = 0;
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                sign += (int) Math.signum(series[j] - series[i]);
                slopes[at++] = (series[j] - series[i]) / (j - i);
            }
        }
        double median = Ascending.of(series).median();
        double change = Ascending.of(slopes).median() * (n - 1) / Math.abs(median);
        return new Drift(p(sign, series), change);
    }

    /** By the normal distribution, corrected for ties and for continuity. */
    private static double p(int sign, double[] series) {
        double n = series.length;
        double variance = n * (n - 1) * (2 * n + 5);
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        for (int i = 0, j; i < sorted.length; i = j) {
            for (j = i; j < sorted.length && sorted[j] == sorted[i]; ) j++;
            double tied = j - i;
            variance -= tied * (tied - 1) * (2 * tied + 5);
        }
        if (variance <= 0) return 1; // all are equal
        double z = Math.max(0, Math.abs(sign) - 1) / Math.sqrt(variance / 18);
        return Math.min(1, 2 * NORMAL.survivalProbability(z));
    }

    private static double[] blocks(double[] values) {
        double[] medians = new double[LONGEST];
        for (int i = 0; i < LONGEST; i++) {
            int from = (int) ((long) i * values.length / LONGEST);
            int to = (int) ((long) (i + 1) * values.length / LONGEST);
            medians[i] = Ascending.of(Arrays.copyOfRange(values, from, to)).median();
        }
        return medians;
    }
}
