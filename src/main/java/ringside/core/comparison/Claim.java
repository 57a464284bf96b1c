package ringside.core.comparison;

import java.util.List;
import java.util.Set;

/**
 * A statement that result sets can be held against.
 *
 * @param text as it is claimed
 * @param source who claims it, and where
 */
public record Claim(String id, String text, String source, Test test) {

    /** What would show it. */
    public sealed interface Test {
        /** One of the platforms is ahead of the others in most programs of the classes. */
        record Most(Set<Area> areas, Set<String> platforms, Set<String> against) implements Test {}

        /** One of the platforms is ahead with a setting of one of these names than without it. */
        record Setting(Set<Area> areas, Set<String> platforms, Set<String> names) implements Test {}

        /** Measurements cannot show it. */
        record None(String because) implements Test {}
    }

    /** What sets have to say of it. */
    public enum Verdict {
        SUPPORTED("supported"),
        CONTRADICTED("contradicted"),
        /** Some of it speaks for the claim and some against. */
        MIXED("mixed"),
        /** Nothing here can test it. */
        NOT_TESTED("not tested");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** As files and people read it. */
        public String word() {
            return word;
        }

        /** Of several sets, those that do not test it left out. */
        static Verdict of(List<Verdict> each) {
            List<Verdict> told = each.stream()
                    .filter(verdict -> verdict != NOT_TESTED)
                    .distinct()
                    .toList();
            return told.isEmpty() ? NOT_TESTED : told.size() == 1 ? told.getFirst() : MIXED;
        }
    }

    /**
     * A claim held against the chosen sets.
     *
     * @param figures ids of the figures that show what it rests on
     */
    public record Tested(Claim claim, Verdict verdict, List<BySet> sets, List<String> figures) {
        public Tested {
            sets = List.copyOf(sets);
            figures = List.copyOf(figures);
        }
    }

    /**
     * What one set has to say.
     *
     * @param text why, in a sentence
     * @param cells ids of the cells it rests on
     */
    public record BySet(String set, Verdict verdict, String text, List<String> cells, List<String> figures) {
        public BySet {
            cells = List.copyOf(cells);
            figures = List.copyOf(figures);
        }
    }
}
