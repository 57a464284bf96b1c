package ringside.core.comparison;

import java.util.List;

/**
 * What would change the answer.
 *
 * @param text in sentences
 * @param commands that bring it about, a line each
 */
public record Change(Kind kind, String text, List<String> commands) {
    public Change {
        commands = List.copyOf(commands);
    }

    Change(Kind kind, String text) {
        this(kind, text, List.of());
    }

    public enum Kind {
        WEIGHT("weight"),
        MUST_HAVE("must-have"),
        MEASUREMENT("measurement");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As files and scripts read it. */
        public String word() {
            return word;
        }
    }
}
