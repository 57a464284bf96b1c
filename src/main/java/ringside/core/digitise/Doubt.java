package ringside.core.digitise;

import java.util.List;

/**
 * What the reading of a series leaves open, in a sentence that says what to do about it. It stays with the series, in its
 * file and in what is said at import, until that is read again.
 */
public record Doubt(String text) {
    static final int MOST = 20;
    private static final int LONGEST = 400;

    public Doubt {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("a doubt is a sentence of at most " + LONGEST + " characters");
    }

    /** Filled shapes that stand nowhere. */
    static Doubt floating(int count) {
        String what = count == 1 ? "1 shape of its colour was" : count + " shapes of its colour were";
        return new Doubt(what + " left out, standing on no axis: a legend's sample, or a bar on top of another one");
    }

    /** Bars whose ends nobody sees. */
    static Doubt covered(int count) {
        String what = count == 1 ? "1 bar was" : count + " bars were";
        return new Doubt(what + " left out: a box or a line lies over the end, and the bar may go on behind it");
    }

    /** What was read of a series, and what is doubtful about it. */
    record Reading(List<Mark> marks, List<Doubt> doubts) {
        Reading {
            marks = List.copyOf(marks);
            doubts = List.copyOf(doubts);
        }

        static Reading sure(List<? extends Mark> marks) {
            return new Reading(List.copyOf(marks), List.of());
        }
    }
}
