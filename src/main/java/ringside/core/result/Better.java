package ringside.core.result;

import java.util.Locale;

/** Which way a metric improves. */
public enum Better {
    HIGHER,
    LOWER;

    /** The word used in files and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
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
