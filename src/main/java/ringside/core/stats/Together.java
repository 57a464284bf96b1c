package ringside.core.stats;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Several measurements of the same two subjects, tested together: P. H. van Elteren, "On the combination of independent
 * two sample tests of Wilcoxon", Bulletin of the International Statistical Institute 37 (1960). Ranks are taken within
 * each measurement, so that neither units nor shapes of distributions matter. Of one measurement it is the
 * {@link RankSum}; of several the normal distribution gives small probabilities too large rather than too small.
 *
 * @param surplus of the first subject's ranks, above zero where it is mostly ahead, over the root of {@code variance}
 * @param p how probable so large a surplus is, on either side, if the two are equal in every measurement
 */
public record Together(double surplus, double p) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * What one measurement adds.
     *
     * @param surplus of the first subject's ranks over what is expected of equals, weighted
     * @param p of this measurement alone
     */
    public record Part(double surplus, double variance, double p) {
        public static Part of(Contest contest) {
            double[] own = contest.values();
            double[] other = contest.reference();
            double all = own.length + other.length;
            double variance = own.length
                    * other.length
                    * (all * all * all - all - tied(own, other))
                    / (12 * all * (all - 1) * (all + 1) * (all + 1));
            double surplus = (wins(own, other) - own.length * other.length / 2.0) / (all + 1);
            return new Part(contest.lowerIsBetter() ? -surplus : surplus, variance, contest.p());
        }
    }

    public static Together of(List<Part> parts) {
        double surplus = parts.stream().mapToDouble(Part::surplus).sum();
        double variance = parts.stream().mapToDouble(Part::variance).sum();
        double z = variance > 0 ? surplus / Math.sqrt(variance) : 0;
        double p = parts.size() == 1 ? parts.getFirst().p() : Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
        return new Together(z, p);
    }

    /** How many pairs the first wins, a draw being half a win. */
    private static double wins(double[] own, double[] other) {
        double[] sorted = other.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (double value : own) wins += (below(sorted, value, false) + below(sorted, value, true)) / 2.0;
        return wins;
    }

    /** How many are smaller than the value, or not larger. */
    private static int below(double[] sorted, double value, boolean also) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (also && sorted[middle] == value)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static double tied(double[] own, double[] other) {
        double[] all = Arrays.copyOf(own, own.length + other.length);
        System.arraycopy(other, 0, all, own.length, other.length);
        Arrays.sort(all);
        double sum = 0;
        for (int i = 0, j; i < all.length; i = j) {
            for (j = i; j < all.length && all[j] == all[i]; ) j++;
            double tied = j - i;
            sum += tied * tied * tied - tied;
        }
        return sum;
    }
}
