package ringside.core.format;

import java.util.regex.Pattern;

/**
 * The beginning of a file, to recognise its format by.
 *
 * @param bytes the first bytes as they are (at most {@link Content#HEAD_BYTES})
 * @param text the same as text, without byte-order mark and escape sequences
 */
public record Head(byte[] bytes, String text) {
    public boolean contains(String part) {
        return text.contains(part);
    }

    public boolean matches(Pattern pattern) {
        return pattern.matcher(text).find();
    }

    /** Whether it may be a text: no text holds a zero byte. */
    public boolean isText() {
        for (byte one : bytes) if (one == 0) return false;
        return true;
    }

    public boolean startsWith(int... start) {
        if (bytes.length < start.length) return false;
        for (int i = 0; i < start.length; i++) if ((bytes[i] & 0xff) != start[i]) return false;
        return true;
    }
}
