package ringside.core.figure;

import java.util.Comparator;

/** Texts as people sort them: those that are numbers by size, before those that are not. */
final class Natural {
    static final Comparator<String> ORDER =
            Comparator.comparingDouble(Natural::number).thenComparing(s -> s);

    private Natural() {}

    /** The number that the text is, or NaN, which sorts last. */
    static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
