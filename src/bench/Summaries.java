import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import ringside.core.stats.Bootstrap;
import ringside.core.stats.Outliers;
import ringside.core.stats.Spread;

/** A million samples in 200 groups: spread, outliers and an interval of 10,000 resamples for each group. */
final class Summaries {
    private static final int GROUPS = 200;
    private static final int EACH = 5_000;

    private Summaries() {}

    static void measure(Path folder, Clock clock) throws Exception {
        double[][] groups = new double[GROUPS][];
        for (int i = 0; i < GROUPS; i++) groups[i] = new Random(i).doubles(EACH, 1, 2).toArray();
        for (int round = 0; round < Clock.ROUNDS; round++)
            clock.time("a million samples in 200 groups summarised", (long) GROUPS * EACH, () -> {
                double sum = IntStream.range(0, GROUPS).parallel()
                        .mapToDouble(i -> Spread.of(groups[i]).mean() + Outliers.of(groups[i]).mad().size()
                                + Bootstrap.USUAL.median(groups[i]).width())
                        .sum();
                if (Double.isNaN(sum)) throw new IllegalStateException();
            });
    }
}
