package ringside.core.result;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One execution of a benchmark on one configuration. Never edited: measuring again makes a new run.
 *
 * @param id tells it from the set's other runs
 * @param given parameters that the raw output does not print and that the caller stated ({@code operation=rd})
 * @param command argument vector; empty where it is not known
 * @param note anything a reader of its samples should know; may be empty
 * @param conditions what was noticed of the machine meanwhile, such as {@code steal} and {@code load}; empty where nobody
 *     looked
 */
public record Run(
        String id,
        Configuration configuration,
        String benchmark,
        Parameters given,
        List<String> command,
        Optional<Instant> started,
        Optional<Instant> ended,
        Outcome outcome,
        Optional<Raw> raw,
        String note,
        Map<String, String> conditions) {
    public Run {
        command = List.copyOf(command);
        conditions = Collections.unmodifiableMap(new TreeMap<>(conditions));
        if (id.isBlank()) throw new IllegalArgumentException("a run needs an id");
        if (benchmark.isBlank()) throw new IllegalArgumentException("a run needs its benchmark");
    }

    /** Nobody looked at the conditions. */
    public Run(
            String id,
            Configuration configuration,
            String benchmark,
            Parameters given,
            List<String> command,
            Optional<Instant> started,
            Optional<Instant> ended,
            Outcome outcome,
            Optional<Raw> raw,
            String note) {
        this(id, configuration, benchmark, given, command, started, ended, outcome, raw, note, Map.of());
    }

    /** How it ended. */
    public sealed interface Outcome {
        /** The word used in archives and the store. */
        default String word() {
            return switch (this) {
                case Completed() -> "completed";
                case Incomplete(var why) -> "incomplete";
                case Failed(var why) -> "failed";
            };
        }

        /** Why it did not complete; empty if it did. */
        default String reason() {
            return switch (this) {
                case Completed() -> "";
                case Incomplete(var why) -> why;
                case Failed(var why) -> why;
            };
        }

        /** @throws IllegalArgumentException for a word that is none of the three */
        static Outcome of(String word, String reason) {
            return switch (word) {
                case "completed" -> COMPLETED;
                case "incomplete" -> new Incomplete(reason);
                case "failed" -> new Failed(reason);
                default ->
                    throw new IllegalArgumentException(
                            "a run is completed, incomplete or failed, not \"" + word + "\"");
            };
        }

        record Completed() implements Outcome {}

        /** It was cut short; the samples that are there are sound. */
        record Incomplete(String why) implements Outcome {}

        record Failed(String why) implements Outcome {}

        Outcome COMPLETED = new Completed();
    }

    /**
     * The tool's output as it was printed, kept once however many runs it holds.
     *
     * @param sha256 lower-case hex of the bytes
     * @param format the import format that reads it, with all that it needs besides the bytes
     * @param name the file it came from, for people
     */
    public record Raw(String sha256, String format, String name) {
        /** Whether they are the same bytes, understood in the same way. */
        public boolean isReadAs(Raw other) {
            return sha256.equals(other.sha256) && format.equals(other.format);
        }
    }

    public Run withId(String newId) {
        return new Run(newId, configuration, benchmark, given, command, started, ended, outcome, raw, note, conditions);
    }

    /** The same, with what was noticed of the machine meanwhile. */
    public Run under(Map<String, String> seen) {
        return new Run(id, configuration, benchmark, given, command, started, ended, outcome, raw, note, seen);
    }
}
