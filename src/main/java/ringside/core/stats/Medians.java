package ringside.core.stats;

import java.util.random.RandomGenerator;

/**
 * Medians of resamples of a sample, drawn with replacement: B. Efron, "Bootstrap methods: another look at the
 * jackknife", Annals of Statistics 7 (1979).
 *
 * <p>A resample need not be made to know its median. Its n places in the sorted sample are n uniform numbers, of which
 * the median takes the middle one or two; these are drawn at once, as order statistics: the k-th of n uniform numbers
 * is Beta(k, n + 1 − k), and the next one is the least of n − k uniform numbers above it (L. Devroye, "Non-Uniform
 * Random Variate Generation", 1986, chapter V). That takes the same time for five values as for five million, and has
 * exactly the distribution of the long way.
 */
final class Medians {
    private final Ascending sorted;
    private final RandomGenerator random;
    private final int n;
    private final int lower;
    private final boolean even;

    Medians(Ascending sorted, RandomGenerator random) {
        this.sorted = sorted;
        this.random = random;
        n = sorted.size();
        even = n % 2 == 0;
        lower = even ? n / 2 : (n + 1) / 2; // counted from 1
    }

    double next() {
        double below = gamma(lower);
        double place = below / (below + gamma(n + 1 - lower));
        if (!even) return value(place);
        double above = place + (1 - place) * (1 - Math.pow(random.nextDouble(), 1.0 / (n - lower)));
        return (value(place) + value(above)) / 2;
    }

    private double value(double place) {
        return sorted.at(Math.min(n - 1, (int) (place * n)));
    }

    /** G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000); shape ≥ 1. */
    private double gamma(double shape) {
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v <= 0) continue;
            v = v * v * v;
            double u = random.nextDouble();
            if (u < 1 - 0.0331 * x * x * x * x) return d * v;
            if (Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
        }
    }
}
