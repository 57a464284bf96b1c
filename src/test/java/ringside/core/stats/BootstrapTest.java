package ringside.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {
    private static final int DRAWS = 200_000;

    /** Resamples the long way and counts how often each value is the median; then holds the short way against it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 10, 31})
    void mediansDrawnAtOnceFallAsThoseOfWholeResamples(int n) {
        var random = new Random(n);
        double[] values = random.doubles(n, 1, 2).toArray();
        double[] whole = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            double[] resample = new double[n];
            for (int j = 0; j < n; j++) resample[j] = values[random.nextInt(n)];
            whole[i] = Ascending.of(resample).median();
        }
        var medians = new Medians(Ascending.of(values), Bootstrap.USUAL.random());
        double[] atOnce = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) atOnce[i] = medians.next();
        assertTrue(furthest(whole, atOnce) < 0.006, () -> "they lie apart by " + furthest(whole, atOnce));
    }

    /** The statistic of Kolmogorov and Smirnov, over values that may be equal. */
    private static double furthest(double[] a, double[] b) {
        Ascending first = Ascending.of(a);
        Ascending second = Ascending.of(b);
        double furthest = 0;
        int i = 0;
        int j = 0;
        while (i < first.size() && j < second.size()) {
            double at = Math.min(first.at(i), second.at(j));
            while (i < first.size() && first.at(i) <= at + 1e-12) i++;
            while (j < second.size() && second.at(j) <= at + 1e-12) j++;
            furthest = Math.max(furthest, Math.abs((double) i / first.size() - (double) j / second.size()));
        }
        return furthest;
    }

    @Test
    void coversTheTrueMedianAsOftenAsItSays() {
        var random = new Random(3);
        int covered = 0;
        int rounds = 2_000;
        for (int round = 0; round < rounds; round++) {
            double[] values = new double[30];
            for (int i = 0; i < values.length; i++) values[i] = Math.exp(random.nextGaussian()); // true median 1
            if (new Bootstrap(1_000, 0.95, round).median(values).contains(1)) covered++;
        }
        double share = (double) covered / rounds;
        assertTrue(share > 0.92 && share < 0.98, () -> "it covers " + share);
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        double[] values = {3, 1, 4, 1, 5, 9, 2, 6};
        assertEquals(Bootstrap.USUAL.median(values), Bootstrap.USUAL.median(values));
        double[] fine = new Random(1).doubles(500).toArray();
        assertNotEquals(new Bootstrap(10_000, 0.95, 1).median(fine), new Bootstrap(10_000, 0.95, 2).median(fine));
    }

    @Test
    void oneValueIsItsOwnInterval() {
        assertEquals(new Interval(5, 5, 0.95), Bootstrap.USUAL.median(5));
    }

    @Test
    void aRatioNeedsValuesAboveZero() {
        assertThrows(
                IllegalArgumentException.class, () -> Bootstrap.USUAL.ratio(new double[] {1, 2}, new double[] {0, 2}));
    }
}
