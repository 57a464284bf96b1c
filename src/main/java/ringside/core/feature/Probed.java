package ringside.core.feature;

import java.time.Instant;

/**
 * What one live host said of one cell of the matrix. It stands beside the cell and never overwrites it: a probe answers
 * for a host, the matrix for the platform.
 *
 * @param feature id of the feature
 * @param platform id of the platform
 * @param command what was asked, as a person could repeat it
 * @param answer the part of the reply that decides, or why there was none
 * @param host the name of the host that was asked
 * @param log what was done and seen, line by line, where it was tried with a guest; else empty
 */
public record Probed(
        String feature,
        String platform,
        Verdict verdict,
        String command,
        String answer,
        String host,
        Instant time,
        String log) {
    public Probed(
            String feature,
            String platform,
            Verdict verdict,
            String command,
            String answer,
            String host,
            Instant time) {
        this(feature, platform, verdict, command, answer, host, time, "");
    }

    /** What follows from the answer. */
    public enum Verdict {
        /** It was tried on the host with a guest of ours, and what it promises was proven. */
        TRIED("tried"),
        /** It was seen at work on the host, or is a property of what answered. */
        VERIFIED("verified"),
        /** Software of the host says that it has it; nobody tried. */
        OFFERED("offered"),
        /** The host was asked and does not have it. */
        NOT_HERE("not-here"),
        /** The question could not be put: no tool, no permission, no answer in time. */
        NOT_ASKED("not-asked");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** As files and scripts read it. */
        public String word() {
            return word;
        }
    }
}
