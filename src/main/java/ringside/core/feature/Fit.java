package ringside.core.feature;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import ringside.core.RingsideException;

/**
 * Whether a platform has what is needed, and because of which cells. It rests on what is claimed of the platform, never
 * on one host.
 *
 * @param reasons the cells of all features that must be there: first those that rule the platform out, then those that
 *     set a condition, then those of which nobody says anything, then those that are met
 * @param nice the cells of the features that would be welcome, as they were asked for
 */
public record Fit(Column platform, Verdict verdict, List<Reason> reasons, List<Reason> nice) {

    /** The answer for one platform. */
    public enum Verdict {
        FITS("yes", "Fits"),
        /** If the conditions in the reasons are met or can be lived with. */
        FITS_IF("if", "Fits if"),
        DOES_NOT("no", "Does not fit");

        private final String word;
        private final String title;

        Verdict(String word, String title) {
            this.word = word;
            this.title = title;
        }

        /** As files and scripts read it. */
        public String word() {
            return word;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * A feature that was asked for, and what its cell makes of it.
     *
     * @param existed whether the platform was there at that time at all
     */
    public record Reason(Feature feature, Cell cell, boolean existed) {

        /** Nobody says whether it is there: that is no condition that could be met. */
        public boolean isUnknown() {
            return existed && cell.support() == Support.UNKNOWN;
        }

        /** What the cell alone lets one say of the platform. What is not known is a condition, not a no. */
        public Verdict verdict() {
            if (!existed) return Verdict.DOES_NOT;
            return switch (cell.support()) {
                case YES -> Verdict.FITS;
                case PARTIAL, NOT_APPLICABLE, UNKNOWN -> Verdict.FITS_IF;
                case NO -> Verdict.DOES_NOT;
            };
        }

        /** One sentence without its full stop, for people. */
        public String text() {
            String note = cell.note().isEmpty() ? "" : ": " + cell.note();
            return feature.name() + " – " + says() + note + (cell.inherited() ? " (" + cell.whole() + ")" : "");
        }

        private String says() {
            if (!existed) return "the platform was not there yet";
            return switch (cell.support()) {
                case YES -> "yes";
                case PARTIAL -> "partly";
                case NO -> cell.evidence() == Evidence.ABSENT_FROM_LIST ? "no, by its absence from a list" : "no";
                case NOT_APPLICABLE -> "does not apply here";
                case UNKNOWN -> "unknown, nobody says whether it is there";
            };
        }
    }

    /** The platforms that fit best first: verdict, then welcome features there, then there in part, then conditions. */
    public static final Comparator<Fit> BEST_FIRST = Comparator.comparing(Fit::verdict)
            .thenComparing(Comparator.comparingLong(Fit::niceMet).reversed())
            .thenComparing(Comparator.comparingLong(Fit::nicePartly).reversed())
            .thenComparingInt(fit -> fit.decisive().size());

    public Fit {
        reasons = List.copyOf(reasons);
        nice = List.copyOf(nice);
    }

    /**
     * Every named platform, in the order given.
     *
     * @throws RingsideException if there is no such feature or platform; it names those that are near
     */
    public static List<Fit> of(FeatureMatrix matrix, Needs needs, List<String> platforms) {
        return platforms.stream()
                .map(id -> of(
                        matrix,
                        needs,
                        matrix.column(id).orElseThrow(() -> none("platform", id, Names.columns(matrix)))))
                .toList();
    }

    /** The platforms that a feature rules out where it is a must: wholes as well as parts, and those not there yet. */
    public static List<Column> ruledOut(FeatureMatrix matrix, String feature, Era era) {
        var must = new Needs(new LinkedHashSet<>(List.of(feature)), new LinkedHashSet<>(), era);
        return matrix.columns().stream()
                .filter(column -> of(matrix, must, column).verdict() == Verdict.DOES_NOT)
                .toList();
    }

    private static Fit of(FeatureMatrix matrix, Needs needs, Column platform) {
        List<Reason> must = reasons(matrix, needs.must(), needs.era(), platform);
        Verdict verdict = must.stream()
                .map(Reason::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.FITS);
        return new Fit(
                platform,
                verdict,
                must.stream()
                        .sorted(Comparator.comparing(Reason::verdict).reversed().thenComparing(Reason::isUnknown))
                        .toList(),
                reasons(matrix, needs.nice(), needs.era(), platform));
    }

    private static List<Reason> reasons(FeatureMatrix matrix, SequencedSet<String> ids, Era era, Column platform) {
        return ids.stream()
                .map(id -> new Reason(
                        matrix.feature(id).orElseThrow(() -> none("feature", id, Names.features(matrix))),
                        matrix.cell(id, platform.id(), era),
                        matrix.existed(platform.id(), era)))
                .toList();
    }

    private static RingsideException none(String kind, String id, Collection<String> known) {
        return new RingsideException("There is no " + kind + " '" + id + "'", Names.hint(id, known));
    }

    /** True if there is no condition and no no, only what nobody says. */
    public boolean isUnknown() {
        return verdict == Verdict.FITS_IF && decisive().stream().allMatch(Reason::isUnknown);
    }

    /** The verdict as people read it. */
    public String title() {
        return isUnknown() ? "Unknown" : verdict.title();
    }

    /** The reasons that made the verdict what it is. */
    public List<Reason> decisive() {
        return reasons.stream().filter(reason -> reason.verdict() == verdict).toList();
    }

    /** How many of the welcome features are there without a condition. */
    public long niceMet() {
        return nice(Verdict.FITS).count();
    }

    /** How many of the welcome features are there in part, or perhaps. */
    public long nicePartly() {
        return nice(Verdict.FITS_IF).count();
    }

    private Stream<Reason> nice(Verdict verdict) {
        return nice.stream().filter(reason -> reason.verdict() == verdict);
    }
}
