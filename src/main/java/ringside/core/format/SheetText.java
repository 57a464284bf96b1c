package ringside.core.format;

import java.util.regex.Pattern;

/**
 * Texts in tables that people open in a spreadsheet, where a cell that begins like a formula is one: an apostrophe before
 * it makes it a text, as OWASP's "CSV Injection" has it. Numbers stay numbers. An apostrophe that stands there already gets
 * another, so that what was written can be read back.
 */
public final class SheetText {
    private static final String BEGINS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private SheetText() {}

    public static String safe(String text) {
        return isHarmless(text) || NUMBER.matcher(text).matches() ? text : "'" + text;
    }

    /** What {@link #safe} was given. */
    public static String plain(String text) {
        return text.startsWith("'") && !isHarmless(text.substring(1)) ? text.substring(1) : text;
    }

    /** The first character that is no apostrophe decides. */
    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) != '\'') return BEGINS.indexOf(text.charAt(i)) < 0;
        return true;
    }
}
