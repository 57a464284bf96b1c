package ringside.core.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What two samples let one say about which is better.
 *
 * <p>"Faster" and "slower" need three things: ranks that chance gives at most once in twenty times in the whole family of
 * comparisons, an interval of the ratio that excludes 1, and a ratio beyond the difference that is cared about. "Same"
 * needs an interval that lies within that difference. All else is "cannot tell".
 *
 * @param ratio performance relative to the reference, above 1 is better; NaN where it has no meaning
 * @param interval of the ratio; empty for single values
 * @param p of the rank-sum test, adjusted for the family
 * @param reason why it is not more than it is, for people; empty for "faster" and "slower"
 * @param wanted how many repetitions of each, in all, would tell in about four of five cases if the ratio is as it seems;
 *     empty where it tells, or where nobody can say
 */
public record Comparison(
        int n,
        int nReference,
        double ratio,
        Optional<Interval> interval,
        double p,
        Verdict verdict,
        String reason,
        OptionalInt wanted) {

    /** Below this no order of ranks is rare enough to rule chance out. */
    public static final int FEWEST = 4;

    /** With fewer the interval of a median is narrower than its confidence: half a chance in eight at five. */
    private static final int FEWEST_FOR_SAME = 5;

    private static final int MOST_WANTED = 10_000;
    private static final String DRIFTS =
            "the values drift by more than they differ: more repetitions do not help, a machine that holds still does";

    /**
     * Ranks need two thirds as many repetitions as medians to see a shift of normal noise (E. L. Lehmann, "Nonparametrics",
     * 1975): their errors, in those of the medians.
     */
    private static final double OF_RANKS = Math.sqrt(2 / 3.0);

    /**
     * How to judge.
     *
     * @param difference that is cared about, a share: 0.03 for three percent
     * @param level the chance of finding a difference where there is none, in the whole family
     */
    public record Rule(double difference, double level, Bootstrap bootstrap) {
        public static final Rule USUAL = new Rule(0.03, 0.05, Bootstrap.USUAL);

        public Rule {
            if (!(difference > 0 && difference < 1))
                throw new IllegalArgumentException("a difference between 0 and 100 %, not " + difference);
        }

        double least() {
            return 1 / (1 + difference);
        }

        double most() {
            return 1 + difference;
        }
    }

    public static Comparison of(Contest contest, Rule rule) {
        return family(List.of(contest), rule).getFirst();
    }

    /** Judges comparisons that are read together, so that their number alone finds nothing. */
    public static List<Comparison> family(List<Contest> contests, Rule rule) {
        double[] alone = contests.stream()
                .filter(contest -> contest.fewest() > 0)
                .mapToDouble(Contest::p)
                .toArray();
        double[] p = Holm.adjust(alone);
        var comparisons = new ArrayList<Comparison>();
        int tested = 0;
        for (Contest contest : contests) {
            boolean tests = contest.fewest() > 0;
            var chance = tests ? new Chance(alone[tested], p[tested], p.length) : new Chance(1, 1, p.length);
            if (tests) tested++;
            comparisons.add(judge(contest, chance, rule));
        }
        return List.copyOf(comparisons);
    }

    /**
     * What the rank-sum test says.
     *
     * @param alone of this comparison by itself
     * @param adjusted for the family
     * @param family how many are read together
     */
    private record Chance(double alone, double adjusted, int family) {
        /** Whether it is only the size of the family that keeps it from being rare. */
        boolean isOfFamily(double level) {
            return alone <= level && adjusted > level;
        }

        /** How many repetitions of each have an order of ranks that is rare enough, also in the family. */
        int fewest(double level) {
            double rarest = 2;
            int n = 0;
            while (rarest * family > level && n < MOST_WANTED) {
                n++;
                rarest *= n / (2.0 * (2 * n - 1)); // 2 / C(2n, n)
            }
            return n;
        }
    }

    /** Whether ranks, interval and size show a difference, also where a drift keeps it from being a verdict. */
    public boolean isShown(Rule rule) {
        return p <= rule.level()
                && interval.filter(one -> !one.contains(1)).isPresent()
                && (ratio >= rule.most() || ratio <= rule.least());
    }

    private static Comparison judge(Contest contest, Chance chance, Rule rule) {
        double p = chance.adjusted();
        if (contest.fewest() == 0) return untold(contest, Double.NaN, 1, "one of them was not measured");
        if (!contest.hasRatio()) return untold(contest, Double.NaN, p, "not all values are above zero");
        double ratio = contest.ratio();
        if (!(ratio > 0) || Double.isInfinite(ratio))
            return untold(contest, Double.NaN, p, "their ratio is beyond what a number can hold");
        if (contest.fewest() == 1) return untold(contest, ratio, p, "one value tells nothing of its spread");
        Interval interval = contest.ratio(rule.bootstrap());
        boolean beyond = ratio >= rule.most() || ratio <= rule.least();
        boolean different = p <= rule.level() && !interval.contains(1) && beyond;
        double drift = contest.drift(rule.level());
        if (different && drift >= Math.abs(ratio - 1))
            return told(contest, rule, ratio, interval, chance, Verdict.CANNOT_TELL, DRIFTS);
        if (different)
            return told(contest, rule, ratio, interval, chance, ratio > 1 ? Verdict.FASTER : Verdict.SLOWER, "");
        if (interval.within(rule.least(), rule.most()) && contest.fewest() >= FEWEST_FOR_SAME)
            return told(contest, rule, ratio, interval, chance, Verdict.SAME, "");
        return told(contest, rule, ratio, interval, chance, Verdict.CANNOT_TELL, why(contest, interval, chance, rule));
    }

    private static String why(Contest contest, Interval interval, Chance chance, Rule rule) {
        if (contest.fewest() < FEWEST) return "too few repetitions";
        if (!interval.contains(1) && chance.isOfFamily(rule.level()))
            return "too few repetitions for " + chance.family() + " comparisons that are read together";
        return interval.contains(1) && !interval.within(rule.least(), rule.most())
                ? "the repetitions spread more than the difference that is looked for"
                : "the difference is too near to the one that is looked for";
    }

    private static Comparison untold(Contest contest, double ratio, double p, String reason) {
        return new Comparison(
                contest.values().length,
                contest.reference().length,
                ratio,
                Optional.empty(),
                p,
                Verdict.CANNOT_TELL,
                reason,
                OptionalInt.empty());
    }

    private static Comparison told(
            Contest contest,
            Rule rule,
            double ratio,
            Interval interval,
            Chance chance,
            Verdict verdict,
            String reason) {
        boolean open = verdict == Verdict.CANNOT_TELL && !reason.equals(DRIFTS);
        return new Comparison(
                contest.values().length,
                contest.reference().length,
                ratio,
                Optional.of(interval),
                chance.adjusted(),
                verdict,
                reason,
                open ? wanted(contest, ratio, interval, chance, rule) : OptionalInt.empty());
    }

    /** As many of each as probably tell, where ranks can be rare enough at all. */
    private static OptionalInt wanted(Contest contest, double ratio, Interval interval, Chance chance, Rule rule) {
        double distance = Math.abs(Math.log(ratio));
        double margin = Math.log(rule.most());
        double half = Interval.errors(interval.confidence());
        double now = Math.log(interval.high() / interval.low()) / (2 * half);
        var power = new Power(
                distance,
                margin,
                now * Math.sqrt(contest.fewest()),
                half,
                OF_RANKS * Interval.errors(1 - rule.level() / chance.family()));
        int least = Math.max(FEWEST_FOR_SAME, contest.fewest() + 1);
        if (distance >= margin) least = Math.max(least, chance.fewest(rule.level()));
        return power.wanted(least, MOST_WANTED);
    }
}
