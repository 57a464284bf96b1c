package ringside.core.result;

import java.util.Locale;

/** Which way a metric improves. */
public enum Better {
    HIGHER,
    LOWER;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in files and JSON. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException if the word is neither {@code higher} nor {@code lower} */
    public static Better of(String word) {
        return switch (word) {
            case "higher" -> HIGHER;
            case "lower" -> LOWER;
            default -> throw new IllegalArgumentException("better is \"higher\" or \"lower\", not \"" + word + "\"");
        };
    }
}
