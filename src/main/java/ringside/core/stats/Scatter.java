package ringside.core.stats;

import java.util.Arrays;
import java.util.Collection;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How values scatter around the means of their groups, over all groups together: the pooled variance, and how well it is
 * known by Student's t (Biometrika 6, 1908). It takes the groups to scatter alike: a group of two says next to nothing of
 * its own scatter, so it borrows from the others.
 *
 * @param deviation standard deviation within groups; NaN where no group has two values
 * @param degrees of freedom: all values less one for each group
 */
public record Scatter(double deviation, int degrees) {

    public static Scatter within(Collection<double[]> groups) {
        double squares = 0;
        int degrees = 0;
        for (double[] group : groups) {
            double mean = Arrays.stream(group).average().orElse(Double.NaN);
            squares += Arrays.stream(group)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            degrees += Math.max(0, group.length - 1);
        }
        return new Scatter(degrees == 0 ? Double.NaN : Math.sqrt(squares / degrees), degrees);
    }

    /**
     * Half the confidence interval of the mean of a group of n.
     *
     * @param confidence a share
     * @return NaN where nothing is known of the scatter
     */
    public double halfWidth(int n, double confidence) {
        if (degrees == 0) return Double.NaN;
        double t = TDistribution.of(degrees).inverseCumulativeProbability((1 + confidence) / 2);
        return t * deviation / Math.sqrt(n);
    }
}
