package ringside.core.stats;

import java.util.Arrays;

/**
 * Repetitions of one measurement on two subjects, in the order in which they were measured.
 *
 * @param lowerIsBetter whether a smaller value is the better one, as with a latency
 */
public record Contest(double[] values, double[] reference, boolean lowerIsBetter) {
    public Contest {
        values = values.clone();
        reference = reference.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public double[] reference() {
        return reference.clone();
    }

    /** Performance relative to the reference has a meaning only where all values are above zero. */
    public boolean hasRatio() {
        return values.length > 0
                && reference.length > 0
                && Arrays.stream(values).allMatch(value -> value > 0)
                && Arrays.stream(reference).allMatch(value -> value > 0);
    }

    /** Of the medians; above 1 is better, whatever the direction. */
    public double ratio() {
        double own = Ascending.of(values).median();
        double other = Ascending.of(reference).median();
        return lowerIsBetter ? other / own : own / other;
    }

    /** Never narrower than what the digits allow in which the values were written down. */
    Interval ratio(Bootstrap bootstrap) {
        Interval drawn = lowerIsBetter ? bootstrap.ratio(reference, values) : bootstrap.ratio(values, reference);
        double ratio = ratio();
        double own = Resolution.half(values) / Ascending.of(values).median();
        double other = Resolution.half(reference) / Ascending.of(reference).median();
        return new Interval(
                Math.min(drawn.low(), ratio * Math.max(0, 1 - own) / (1 + other)),
                Math.max(drawn.high(), other < 1 ? ratio * (1 + own) / (1 - other) : Double.MAX_VALUE),
                drawn.confidence());
    }

    /** Of the rank-sum test, by itself. */
    public double p() {
        return RankSum.p(values, reference);
    }

    /** The larger of both drifts that are no chance, as a share of the median. */
    public double drift(double level) {
        return Math.max(drift(values, level), drift(reference, level));
    }

    private static double drift(double[] series, double level) {
        Drift drift = Drift.of(series);
        return drift.p() <= level && Double.isFinite(drift.change()) ? Math.abs(drift.change()) : 0;
    }

    /** The size of the smaller sample. */
    public int fewest() {
        return Math.min(values.length, reference.length);
    }
}
