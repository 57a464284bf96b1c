package ringside.core.feature;

import java.util.Optional;
import java.util.stream.Stream;

/** What a cell of the matrix says. */
public enum Support {
    /** Usable and, where the project grades its features, graded as supported. */
    YES("yes", "Yes", "✓"),
    /** For some guests, hosts or drivers only, graded experimental or preview, or left to a separate project. */
    PARTIAL("partial", "Partly", "◐"),
    NO("no", "No", "✗"),
    /** The question does not apply to this platform. */
    NOT_APPLICABLE("n/a", "Does not apply", "–"),
    /** Looked for and not found. */
    UNKNOWN("unknown", "Not known", "?");

    private final String word;
    private final String title;
    private final String sign;

    Support(String word, String title, String sign) {
        this.word = word;
        this.title = title;
        this.sign = sign;
    }

    /** As files and scripts read it. */
    public String word() {
        return word;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** One character that tells them apart without colour. */
    public String sign() {
        return sign;
    }

    static Optional<Support> of(String word) {
        return Stream.of(values()).filter(support -> support.word.equals(word)).findFirst();
    }
}
