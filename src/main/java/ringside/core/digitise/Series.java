package ringside.core.digitise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ringside.core.result.Parameters;

/**
 * One series of a figure: what it is, how it is read, and what was read.
 *
 * @param name as the figure's legend has it
 * @param platform an id; empty to take it from the name
 * @param parameters of its values, besides the figure's own
 * @param colour by which it is told apart
 * @param tolerance how unlike the colour it may look, as a distance in OKLab
 * @param doubts of the marks, from when they were read
 */
public record Series(
        String name,
        Optional<String> platform,
        Parameters parameters,
        Optional<Colour> colour,
        Method method,
        double tolerance,
        List<Mark> marks,
        List<Doubt> doubts) {
    public static final double USUAL_TOLERANCE = 0.06;
    static final int MOST_MARKS = 5_000;

    /** How it is read off. */
    public enum Method {
        /** The curve of its colour. */
        LINE,
        /** Blobs of its colour, each a point. */
        MARKERS,
        /** Rectangles of its colour, by their ends. */
        BARS,
        /** Points that a person chose. */
        CLICKS,
        /** Numbers that are printed in the figure. */
        VALUES;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is found by its colour. */
        public boolean automatic() {
            return this == LINE || this == MARKERS || this == BARS;
        }
    }

    public Series {
        marks = List.copyOf(marks);
        doubts = doubts.stream().limit(Doubt.MOST).toList();
        if (name.isBlank() || name.length() > 120 || name.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("a series has a name of 1 to 120 printable characters");
        if (!(tolerance > 0 && tolerance < 1))
            throw new IllegalArgumentException("a tolerance is above 0 and below 1; " + USUAL_TOLERANCE + " is usual");
        if (marks.size() > MOST_MARKS)
            throw new IllegalArgumentException("a series has no more than " + MOST_MARKS + " points");
    }

    /** A series of one colour that nothing was read of yet. */
    public static Series of(String name, Colour colour, Method method) {
        return new Series(
                name,
                Optional.empty(),
                Parameters.NONE,
                Optional.of(colour),
                method,
                USUAL_TOLERANCE,
                List.of(),
                List.of());
    }

    public Series named(String other) {
        return new Series(other, platform, parameters, colour, method, tolerance, marks, doubts);
    }

    public Series on(Optional<String> other) {
        return new Series(name, other, parameters, colour, method, tolerance, marks, doubts);
    }

    public Series with(Parameters other) {
        return new Series(name, platform, other, colour, method, tolerance, marks, doubts);
    }

    public Series with(Colour other) {
        return new Series(name, platform, parameters, Optional.of(other), method, tolerance, marks, doubts);
    }

    /** Read in another way, what was doubtful about the old one is no matter. */
    public Series by(Method other) {
        return new Series(
                name, platform, parameters, colour, other, tolerance, marks, other == method ? doubts : List.of());
    }

    public Series tolerating(double other) {
        return new Series(name, platform, parameters, colour, method, other, marks, doubts);
    }

    public Series with(List<Mark> other) {
        return new Series(name, platform, parameters, colour, method, tolerance, other, doubts);
    }

    /** As it was read anew. */
    public Series read(List<Mark> found, List<Doubt> doubtful) {
        return new Series(name, platform, parameters, colour, method, tolerance, found, doubtful);
    }

    public Series with(int index, Mark mark) {
        var changed = new ArrayList<>(marks);
        changed.set(index, mark);
        return with(changed);
    }

    public Series without(int index) {
        var rest = new ArrayList<>(marks);
        rest.remove(index);
        return with(rest);
    }
}
