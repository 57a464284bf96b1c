package ringside.core.stats;

import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How probable it is that so many repetitions tell, in any of the ways in which {@link Comparison} does: J. Cohen,
 * "Statistical Power Analysis for the Behavioral Sciences" (1988); for "same", which are two tests, D. J. Schuirmann,
 * Journal of Pharmacokinetics and Biopharmaceutics 15 (1987). The logarithm of the ratio is taken to be normal around
 * what it seems to be now, with an error that falls with the root of n.
 *
 * @param distance of the ratio from 1, as a logarithm
 * @param margin of the difference that is cared about, likewise
 * @param error of the ratio's logarithm, for one repetition of each
 * @param interval half its width, in errors
 * @param ranks how far from 1 the test of ranks wants the ratio, in errors
 */
record Power(double distance, double margin, double error, double interval, double ranks) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Four of five, as is usual since Cohen, and some more: intervals of few repetitions vary, and tell in fewer cases than the
     * normal distribution has it (src/bench/run simulations).
     */
    private static final double WANTED = 0.86;

    double at(int n) {
        double now = error / Math.sqrt(n);
        double far = Math.max(margin, Math.max(interval, ranks) * now);
        double different = below((distance - far) / now) + below((-distance - far) / now);
        double near = margin - interval * now;
        double same = near > 0 ? below((near - distance) / now) - below((-near - distance) / now) : 0;
        return different + same;
    }

    private static double below(double errors) {
        return NORMAL.cumulativeProbability(errors);
    }

    /** The fewest within these bounds that are probable enough, to a fiftieth part. */
    OptionalInt wanted(int least, int most) {
        for (int n = least; n <= most; n += Math.max(1, n / 50)) if (at(n) >= WANTED) return OptionalInt.of(n);
        return OptionalInt.empty();
    }
}
