package ringside.core.comparison;

/**
 * What would change the answer.
 *
 * @param text in sentences
 */
public record Change(Kind kind, String text) {
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
