package ringside.core.stats;

import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Whether two samples come from the same distribution, by their ranks: H. B. Mann and D. R. Whitney, "On a test of
 * whether one of two random variables is stochastically larger than the other", Annals of Mathematical Statistics 18
 * (1947). Exact for samples without ties of which one is small, else by the normal distribution, corrected for ties and
 * for continuity.
 */
public final class RankSum {
    /** Above this product of sizes the exact distribution is as good as normal. */
    private static final long EXACT = 2_500;

    private RankSum() {}

    /** @return how probable a difference of ranks at least this large is if there is none, on either side */
    public static double p(double[] a, double[] b) {
        boolean exact = (long) a.length * b.length <= EXACT && !tied(a, b);
        return MannWhitneyUTest.withDefaults()
                .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
                .test(a, b)
                .getPValue();
    }

    private static boolean tied(double[] a, double[] b) {
        double[] all = new double[a.length + b.length];
        System.arraycopy(a, 0, all, 0, a.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Ascending sorted = Ascending.of(all);
        for (int i = 1; i < sorted.size(); i++) if (sorted.at(i) == sorted.at(i - 1)) return true;
        return false;
    }
}
