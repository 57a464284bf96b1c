package ringside.core.guest;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.function.Supplier;

/** A guest that cannot be: which field is wrong, and what is allowed there. */
public final class Refusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Linux takes paths up to this, and no platform's kernel arguments are longer. */
    private static final int LONGEST_TEXT = 4096;

    private final String field;
    private final String reason;

    /**
     * @param field as in the guest's file, from the record that refuses: {@code cache}, {@code disks[0].bus}; empty for
     *     the value itself
     * @param reason what is wrong and which values, with their unit, are allowed
     */
    public Refusal(String field, String reason) {
        super(field.isEmpty() ? reason : field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }

    static void unless(boolean holds, String field, String reason) {
        if (!holds) throw new Refusal(field, reason);
    }

    static void unless(boolean holds, String field, Supplier<String> reason) {
        if (!holds) throw new Refusal(field, reason.get());
    }

    static void within(String field, long value, long low, long high, String unit) {
        if (value < low || value > high)
            throw new Refusal(
                    field,
                    (value + " " + unit).strip() + "; allowed are " + low + " to " + (high + " " + unit).strip());
    }

    static void distinct(String field, Collection<?> values) {
        var seen = new HashSet<Object>();
        for (Object value : values) unless(seen.add(value), field, () -> value + " stands there twice");
    }

    /** An absolute path: a relative one would mean another file in each tool. */
    static void path(String field, String path) {
        text(field, path);
        unless(
                path.startsWith("/"),
                field,
                () -> "\"" + shown(path) + "\"; allowed is an absolute path, /srv/guest.raw");
    }

    /**
     * Text that all the formats can hold: no control characters but tab and line break, whole Unicode, 4096 bytes; and
     * that reads as it stands: nothing that turns the direction of writing.
     */
    static void text(String field, String text) {
        unless(
                text.codePoints().allMatch(Refusal::isText),
                field,
                () -> "\"" + shown(text)
                        + "\" holds control characters, marks that turn the direction of writing, or broken Unicode;"
                        + " allowed is text");
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        unless(length <= LONGEST_TEXT, field, () -> length + " bytes; allowed are up to " + LONGEST_TEXT + " bytes");
    }

    private static boolean isText(int c) {
        if (c == '\t' || c == '\n') return true;
        if (c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069) return false;
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !Character.isISOControl(c) && !surrogate && (c & 0xfffe) != 0xfffe;
    }

    /** A value as a message shows it: one line, and not the whole of a hostile one. */
    static String shown(String value) {
        String line = value.replaceAll("[\\p{Cntrl}\\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]", "?");
        return line.codePointCount(0, line.length()) <= 60
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 57)) + "...";
    }
}
