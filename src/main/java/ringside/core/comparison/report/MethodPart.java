package ringside.core.comparison.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Phrases;
import ringside.core.help.Glossary;
import ringside.core.help.Term;
import ringside.core.stats.Bootstrap;

/** How the numbers were made, with the papers that say why. */
final class MethodPart {
    /** Words of statistics that a reader of reports need not know. */
    private static final List<String> WORDS = List.of(
            "percent of native",
            "reference",
            "bootstrap interval",
            "rank-sum test",
            "Holm correction",
            "cannot tell",
            "outlier",
            "drift",
            "steal");

    private MethodPart() {}

    private static void words(Html html) {
        html.heading(2, "words", "Words");
        var glossary = Glossary.bundled(Locale.ROOT);
        html.terms(WORDS.stream()
                .flatMap(word -> glossary.find(word).stream())
                .collect(Collectors.toMap(
                        term -> term.name()
                                + (term.also().isEmpty() ? "" : " (" + String.join(", ", term.also()) + ")"),
                        Term::text,
                        (one, same) -> one,
                        LinkedHashMap::new)));
    }

    static void write(Answer answer, Html html) {
        Bootstrap bootstrap = answer.evidence().rule().bootstrap();
        String difference = Phrases.plain(100 * answer.need().difference()) + " %";
        words(html);
        html.heading(2, "methods", "Methods");
        html.list(List.of(
                "Ratio. Median of the configuration over the median of the reference, turned round where lower is better, so"
                        + " that above 1 is better. The reference is the set's own host unless another is named.",
                "Interval. 95 % bias-corrected bootstrap of the ratio of medians, " + bootstrap.resamples()
                        + " resamples, seed " + bootstrap.seed()
                        + " (Efron, Canadian Journal of Statistics 9, 1981). It is never narrower than the last digit that the"
                        + " values were written with allows. Single values and published means have none.",
                "Test. Mann-Whitney rank-sum test, exact where sample sizes allow it (Mann and Whitney, Annals of"
                        + " Mathematical Statistics 18, 1947), adjusted over all points and configurations of one metric of"
                        + " one benchmark of one set (Holm, Scandinavian Journal of Statistics 6, 1979).",
                "Verdict. Faster or slower: adjusted p at most 5 %, interval without 1, ratio beyond " + difference
                        + ". Same: interval within " + difference + ", at least 5 repetitions. All else: cannot tell.",
                "Means. Geometric, of ratios (Fleming and Wallace, Communications of the ACM 29, 1986): points first,"
                        + " then programs alike, and each metric of a program as one. Intervals of means combine those of the"
                        + " ratios as independent ones; where programs pull in two directions the scatter between programs"
                        + " counts instead (Student's t). Between two platforms it is pooled over the classes, which assumes"
                        + " that programs scatter alike within each class. Where all programs point one way, the interval"
                        + " speaks of these programs and not of others of their kind.",
                "Order. One platform is ahead of another only if one set measured both on one machine, in the same tasks, in"
                        + " at least half of what counts, with an interval that excludes a tie, a difference beyond "
                        + difference + ", ranks of all these tasks together that are too rare for equals (van Elteren,"
                        + " Bulletin of the International Statistical Institute 37, 1960), and a single task that tells"
                        + " it by the rule of cells, among as many as are read together there. The test is adjusted for"
                        + " the number of pairs (Holm), and the intervals are as wide as it takes for all pairs at once"
                        + " (Bonferroni). Every pair is in data/pairs.csv, task by task. Ranks are layers: the first"
                        + " holds all that nothing was shown to be ahead of. Where sets contradict each other in a"
                        + " circle, they order none of these.",
                "Repetitions that are wanted. As many of each, in all, as give a verdict in about four of five cases, if the"
                        + " ratio and the spread are what they seem (Cohen, Statistical Power Analysis for the Behavioral"
                        + " Sciences, 1988). Few repetitions are often mistaken in that. Against drift no number helps.",
                "Claims. \"In most\" needs at least 3 programs, or 10 points of fewer. Metrics of one program, and"
                        + " benchmarks that run the same one, are one program, as they move together. With repetitions: in how"
                        + " many of them a platform is ahead, behind or level. Without: a sign test over programs, 5 % on both"
                        + " sides together (Arbuthnot, Philosophical Transactions 27, 1710). Mixed needs one in ten on either"
                        + " side; of values that were not repeated often enough only a difference of 25 % that all of them show"
                        + " counts as one, by convention: in the published sets two runs of one measurement are as far apart in"
                        + " one of six cases. What is open in most is not tested.",
                "Crossing points. Of two guests with at least 4 repetitions, between points of a sweep at which the verdicts"
                        + " are opposite (adjusted over the points of the two curves): where straight lines over the"
                        + " logarithm of the parameter cross, with the interval of the resampled crossings.",
                "Outliers. Tukey's fences (Exploratory Data Analysis, 1977) and the MAD's modified z-score (Iglewicz and"
                        + " Hoaglin, 1993), both at once; marked, never left out.",
                "Drift. Mann-Kendall test against trend (Mann, Econometrica 13, 1945) with Sen's slope (JASA 63, 1968).",
                "Too good to be true. A guest beyond its own host past the noise: by what makes a verdict \"faster\", also"
                        + " where the values drift, and with its"
                        + " p multiplied by the number of benchmarks' metrics in the set; for published"
                        + " means with a spread, beyond " + difference
                        + " and three standard errors; for values without"
                        + " spread, or of fewer than 4 repetitions, if the worst of the guest is 25 % beyond the best of the"
                        + " host.",
                "Not the platform. Programs that only compute run on the bare processor under hardware virtualization"
                        + " (efficiency in the sense of Popek and Goldberg, Communications of the ACM 17, 1974): beyond 15 %"
                        + " between two configurations the cause is looked for in the set-up, and CPU programs do not count in"
                        + " the map or for a claim, unless each was repeated at least 4 times and nothing else is stated to"
                        + " differ. It must be more than ranks of equals give, or than three standard errors where a spread is"
                        + " published with the values; of single values nobody knows how far another run would be, and the 15 %"
                        + " stand alone. They are a convention, taken from the published sets that come with Ringside: there the repetitions of such a"
                        + " program stay within 13 % of each other in four of five series, but are up to one half apart in the"
                        + " others; and configurations that ran it fewer than 4 times are at most 8 % apart in set-ups that"
                        + " nobody calls different, and 31 % or more in those that are stated to differ. The suspicion takes"
                        + " evidence away and puts nobody before another. What was repeated orders platforms all the same, so"
                        + " that nothing comes further up for being slower; only where no bare host was measured beside two"
                        + " set-ups that are stated to differ do CPU programs order nothing."));
    }
}
