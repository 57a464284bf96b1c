package ringside.core.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers and names as the sentences of an answer have them. */
public final class Phrases {
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

    private Phrases() {}

    /** Without an exponent or needless zeros; empty for what is no number. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) return "";
        return new BigDecimal(value, SIX).stripTrailingZeros().toPlainString();
    }

    /**
     * Six digits, which is more than any measurement has: what a processor's own logarithm gives beyond them must not
     * change an answer's bytes. Null for what is no number, as JSON has none for it.
     */
    static @org.jspecify.annotations.Nullable Double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, SIX).doubleValue() : null;
    }

    /** Three digits, which is more than a place between two points of a sweep has. */
    static String three(double value) {
        return new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toPlainString();
    }

    /** {@code 97.4 %} of a share. */
    public static String percent(double share) {
        double percent = 100 * share;
        int digits = percent >= 1000 ? 0 : percent >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f %%", percent);
    }

    /** {@code 1.39 times}, or in percent where it is less. */
    public static String times(double ratio) {
        return times(ratio, ratio);
    }

    /** In the way in which another ratio is told, so that the two can be read together. */
    static String times(double ratio, double as) {
        return as >= 1.2
                ? String.format(Locale.ROOT, ratio >= 100 ? "%,.0f times" : "%.2f times", ratio)
                : String.format(Locale.ROOT, "%.1f %%", 100 * (ratio - 1));
    }

    /** A length of time, about. */
    static String about(Duration time) {
        double minutes = time.toSeconds() / 60.0;
        if (minutes < 1.5) return time.toSeconds() + " seconds";
        return minutes < 100
                ? Math.round(minutes) + " minutes"
                : String.format(Locale.ROOT, minutes < 600 ? "%.1f hours" : "%.0f hours", minutes / 60);
    }

    public static String count(int n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    /** {@code 3 programs}, or {@code 12 measurements of 1 program} where one tells several things or in several sets. */
    public static String programs(int programs, int metrics) {
        String text = count(programs, "program", "programs");
        return metrics == programs ? text : count(metrics, "measurement", "measurements") + " of " + text;
    }

    /** {@code a, b and c}. */
    public static String all(List<String> words) {
        int n = words.size();
        if (n <= 1) return String.join("", words);
        return String.join(", ", words.subList(0, n - 1)) + " and " + words.get(n - 1);
    }

    /** The first few of many, and how many more there are. */
    public static String some(List<String> words, int most) {
        return words.size() <= most
                ? all(words)
                : String.join(", ", words.subList(0, most)) + " and " + (words.size() - most) + " more";
    }
}
