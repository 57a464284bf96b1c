package ringside.core.stats;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Confidence intervals of medians and of their ratio by resampling, corrected for bias: B. Efron, "Nonparametric standard
 * errors and confidence intervals", Canadian Journal of Statistics 9 (1981). No acceleration is estimated: it rests on
 * the jackknife, which fails for the median. The same seed gives the same interval.
 *
 * @param resamples how many; 10,000 where nothing speaks for another number
 * @param confidence of the interval, a share
 */
public record Bootstrap(int resamples, double confidence, long seed) {
    public static final Bootstrap USUAL = new Bootstrap(10_000, 0.95, 20_130_501);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public Bootstrap {
        if (resamples < 100) throw new IllegalArgumentException("at least 100 resamples, not " + resamples);
        if (!(confidence > 0 && confidence < 1)) throw new IllegalArgumentException("a confidence of " + confidence);
    }

    /** Of one value it is that value: it says nothing then. */
    public Interval median(double... values) {
        Ascending sorted = Ascending.of(values);
        return interval(sorted.median(), new Medians(sorted, random())::next);
    }

    /**
     * Of the median of {@code values} over that of {@code reference}.
     *
     * @throws IllegalArgumentException unless all values of both are above zero: a ratio has no meaning else
     */
    public Interval ratio(double[] values, double[] reference) {
        Ascending above = Ascending.of(values);
        Ascending below = Ascending.of(reference);
        if (above.least() <= 0 || below.least() <= 0)
            throw new IllegalArgumentException("a ratio needs values above zero");
        RandomGenerator random = random();
        var numerators = new Medians(above, random);
        var denominators = new Medians(below, random);
        return interval(above.median() / below.median(), () -> numerators.next() / denominators.next());
    }

    RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private Interval interval(double observed, DoubleSupplier next) {
        double[] drawn = new double[resamples];
        double below = 0;
        for (int i = 0; i < resamples; i++) {
            drawn[i] = next.getAsDouble();
            if (drawn[i] < observed) below++;
            else if (drawn[i] == observed) below += 0.5;
        }
        Arrays.sort(drawn);
        // A bias of all resamples on one side could not be corrected; half a resample stands for the rest.
        double share = Math.clamp(below, 0.5, resamples - 0.5) / resamples;
        double bias = NORMAL.inverseCumulativeProbability(share);
        double tail = NORMAL.inverseCumulativeProbability((1 - confidence) / 2);
        return new Interval(at(drawn, 2 * bias + tail), at(drawn, 2 * bias - tail), confidence);
    }

    private static double at(double[] drawn, double z) {
        int index = (int) Math.floor(NORMAL.cumulativeProbability(z) * drawn.length);
        return drawn[Math.clamp(index, 0, drawn.length - 1)];
    }
}
