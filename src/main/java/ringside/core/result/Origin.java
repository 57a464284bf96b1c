package ringside.core.result;

import java.util.Locale;

/** How the numbers of a result set came to be known. */
public enum Origin {
    /** By Ringside's own runner or by its authors with the named tools, with raw output kept. */
    MEASURED,
    /** From a file that a benchmark tool wrote. */
    IMPORTED,
    /** Transcribed from a publication. */
    PUBLISHED,
    /** Read off a drawn figure. */
    DIGITISED;

    /** The word used in archives, JSON and on screen. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the word is none of the four */
    public static Origin of(String word) {
        for (Origin origin : values()) if (origin.word().equals(word)) return origin;
        throw new IllegalArgumentException(
                "\"origin\" is measured, imported, published or digitised, not \"" + word + "\"");
    }
}
