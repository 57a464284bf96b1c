package ringside.core.comparison;

import java.util.Arrays;
import ringside.core.result.Better;

/** What may be said where values are too few to know how they vary. */
final class Obvious {
    /**
     * A convention: in the published sets two runs of one measurement are as far apart in one of six cases, so that one of
     * two equals is as far ahead in about one of twelve.
     */
    static final double FAR = 1.25;

    private Obvious() {}

    /** Whether the worst of one is far better than the best of the other. */
    static boolean isBetter(Repetitions one, Repetitions other, Task task) {
        if (one.n() == 0 || other.n() == 0) return false;
        boolean lower = task.metric().better() == Better.LOWER;
        double worst = lower ? most(one) : least(one);
        double best = lower ? least(other) : most(other);
        return lower ? worst > 0 && worst * FAR <= best : best > 0 && worst >= best * FAR;
    }

    private static double least(Repetitions values) {
        return Arrays.stream(values.values()).min().orElseThrow();
    }

    private static double most(Repetitions values) {
        return Arrays.stream(values.values()).max().orElseThrow();
    }
}
