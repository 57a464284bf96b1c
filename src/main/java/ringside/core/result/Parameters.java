package ringside.core.result;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The point of a sweep at which a sample was taken: names and values as text, sorted by name.
 *
 * <p>Its canonical text is {@code key=value} pairs joined by {@code ;}. A {@code ;}, a line break or a
 * percent sign that would be read as one of these stands as {@code %3B}, {@code %0A}, {@code %0D},
 * {@code %25}.
 */
public final class Parameters implements Comparable<Parameters> {
    public static final Parameters NONE = new Parameters(new TreeMap<>());

    /** Which of several results of the same test and system in one file; the first has no number. */
    public static final String RESULT_NUMBER = "result_number";

    /**
     * Names of what was observed along with the value rather than chosen before it. Two samples that differ
     * only in these are repetitions of one point.
     */
    public static final Set<String> OBSERVED = Set.of(
            "time_s",
            "residual",
            "passed",
            "overhead_us",
            "time1_us",
            "time2_us",
            "reported_spread",
            "reported_spread_kind",
            "reported_n",
            "reported",
            RESULT_NUMBER);

    private final SortedMap<String, String> values;
    private final String text;
    private @Nullable Parameters point; // computed once; a race computes an equal one

    private Parameters(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
        this.text = canonical(values);
    }

    public static Parameters of(Map<String, String> values) {
        for (String key : values.keySet()) requireKey(key);
        return values.isEmpty() ? NONE : new Parameters(new TreeMap<>(values));
    }

    /** @param pairs key, value, key, value …; values are written with {@link String#valueOf(Object)} */
    public static Parameters of(Object... pairs) {
        if (pairs.length % 2 != 0) throw new IllegalArgumentException("keys and values come in pairs");
        var values = new TreeMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) values.put(String.valueOf(pairs[i]), String.valueOf(pairs[i + 1]));
        return of(values);
    }

    /** @throws IllegalArgumentException saying what is wrong with the text */
    public static Parameters parse(String text) {
        if (text.isEmpty()) return NONE;
        var values = new TreeMap<String, String>();
        for (String pair : text.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1)
                throw new IllegalArgumentException(
                        "parameters are key=value pairs joined by ';', not \"" + pair + "\"");
            if (values.put(unescape(pair.substring(0, equals)), unescape(pair.substring(equals + 1))) != null)
                throw new IllegalArgumentException("the parameter \"" + pair.substring(0, equals) + "\" stands twice");
        }
        return of(values);
    }

    public SortedMap<String, String> asMap() {
        return values;
    }

    public @Nullable String get(String key) {
        return values.get(key);
    }

    /** These, with others added; the other's value wins where both have the key. */
    public Parameters with(Parameters other) {
        if (other.values.isEmpty()) return this;
        var joined = new TreeMap<>(values);
        joined.putAll(other.values);
        return of(joined);
    }

    public Parameters with(String key, Object value) {
        return with(of(key, value));
    }

    public Parameters without(String... keys) {
        var rest = new TreeMap<>(values);
        for (String key : keys) rest.remove(key);
        return of(rest);
    }

    /** Only what was chosen before the measurement: equal for repetitions of the same point. */
    public Parameters point() {
        Parameters known = point;
        if (known == null) {
            boolean chosenOnly = values.keySet().stream().noneMatch(OBSERVED::contains);
            point = known = chosenOnly ? this : without(OBSERVED.toArray(String[]::new));
        }
        return known;
    }

    private static void requireKey(String key) {
        if (key.isBlank() || key.indexOf('=') >= 0)
            throw new IllegalArgumentException(
                    "a parameter's name is not blank and has no '=', unlike \"" + key + "\"");
    }

    private static String canonical(SortedMap<String, String> values) {
        var text = new StringBuilder();
        values.forEach((key, value) -> {
            if (!text.isEmpty()) text.append(';');
            escape(text, key);
            text.append('=');
            escape(text, value);
        });
        return text.toString();
    }

    private static void escape(StringBuilder to, String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            switch (c) {
                case ';' -> to.append("%3B");
                case '\n' -> to.append("%0A");
                case '\r' -> to.append("%0D");
                case '%' -> to.append(escaped(part, i) == 0 ? "%" : "%25");
                default -> to.append(c);
            }
        }
    }

    private static String unescape(String part) {
        if (part.indexOf('%') < 0) return part;
        var plain = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char code = part.charAt(i) == '%' ? escaped(part, i) : 0;
            plain.append(code == 0 ? part.charAt(i) : code);
            if (code != 0) i += 2;
        }
        return plain.toString();
    }

    /** The character that the three at this place stand for, or 0 if they are plain text. */
    private static char escaped(String part, int at) {
        if (at + 3 > part.length()) return 0;
        return switch (part.substring(at, at + 3)) {
            case "%3B" -> ';';
            case "%0A" -> '\n';
            case "%0D" -> '\r';
            case "%25" -> '%';
            default -> 0;
        };
    }

    @Override
    public int compareTo(Parameters other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof Parameters that && text.equals(that.text));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The canonical text. */
    @Override
    public String toString() {
        return text;
    }
}
