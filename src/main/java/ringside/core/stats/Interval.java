package ringside.core.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Where a statistic lies with the given confidence.
 *
 * @param confidence a share, such as 0.95
 */
public record Interval(double low, double high, double confidence) {
    public Interval {
        if (!(low <= high)) throw new IllegalArgumentException("an interval from " + low + " to " + high);
        if (!(confidence > 0 && confidence < 1)) throw new IllegalArgumentException("a confidence of " + confidence);
    }

    /** How many standard errors half an interval of this confidence has, where the statistic is normal. */
    public static double errors(double confidence) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + confidence) / 2);
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Whether all of it lies within these bounds. */
    public boolean within(double least, double most) {
        return low >= least && high <= most;
    }

    public double width() {
        return high - low;
    }
}
