package ringside.core.digitise;

import java.util.List;
import java.util.stream.Stream;

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
        return new Doubt(what + " left out, standing on no axis and on no other bar: a legend's sample, or what is left"
                + " of a bar that something hides");
    }

    /** Bars whose ends nobody sees. */
    static Doubt covered(int count) {
        String what = count == 1 ? "1 bar was" : count + " bars were";
        return new Doubt(what + " left out: a box or a line lies over the end, and the bar may go on behind it");
    }

    /** Bars that are stacked. */
    static Doubt stacked(int count) {
        String what = count == 1 ? "1 bar stands" : count + " bars stand";
        return new Doubt(what + " on top of others: the value of each is that of its own part");
    }

    /** Error bars, seen and passed over. */
    static Doubt whiskers(int count) {
        return new Doubt(
                (count == 1 ? "1 value has an error bar, which was" : count + " values have error bars, which were")
                        + " not read: what stands beside a value is how far reading may be off");
    }

    /** Error bars between which no marker is seen. */
    static Doubt bare(int count) {
        return new Doubt((count == 1 ? "1 error bar was" : count + " error bars were")
                + " left out, having no marker that can be seen; click the values themselves");
    }

    /** Two series in one colour. */
    static Doubt shapes() {
        return new Doubt("nothing was read: markers of several shapes have its colour; read them by clicking");
    }

    /** Less than was asked for. */
    static Doubt found(int found, int asked) {
        return new Doubt(found + " of the " + asked + " places asked for were found");
    }

    /** A part of a curve that nobody sees. */
    static Doubt hidden(List<Knot> missed, Calibration axes) {
        String from = x(missed.getFirst(), axes);
        String to = x(missed.getLast(), axes);
        String where = from.equals(to) ? "at x " + from : "from x " + from + " to " + to;
        return new Doubt(missed.size() + (missed.size() == 1 ? " value was" : " values were") + " left out " + where
                + ": something lies over the curve there, or it is broken");
    }

    private static String x(Knot knot, Calibration axes) {
        return knot.x().isEmpty()
                ? axes.x(
                                axes.place(new Calibration.Shares(knot.share(), 0)),
                                axes.x().length() / 1000)
                        .text()
                : knot.x();
    }

    /** What was read of a series, and what is doubtful about it. */
    record Reading(List<Mark> marks, List<Doubt> doubts) {
        Reading {
            marks = List.copyOf(marks);
            doubts = List.copyOf(doubts);
        }

        /** The same, with what is doubtful besides. */
        Reading and(List<Doubt> more) {
            return more.isEmpty()
                    ? this
                    : new Reading(
                            marks, Stream.concat(doubts.stream(), more.stream()).toList());
        }

        static Reading sure(List<? extends Mark> marks) {
            return new Reading(List.copyOf(marks), List.of());
        }
    }
}
