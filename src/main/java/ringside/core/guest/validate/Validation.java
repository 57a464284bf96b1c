package ringside.core.guest.validate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a hypervisor's own software said of one configuration.
 *
 * @param by the software that was asked, with its version where it told
 * @param facts the machine that it sees, as JSON has it: {@code vcpus}, {@code sockets}, {@code cores}, {@code threads},
 *     {@code memory_mib}, {@code disks} (a list of objects with {@code format}, {@code cache}, {@code read_only}),
 *     {@code cdroms}, {@code nics} (a list of objects with {@code model}, {@code mac}), and what else it tells
 * @param notes what stood in for something else, and what was not checked
 */
public record Validation(String by, Outcome outcome, Map<String, Object> facts, List<String> notes) {
    /** How a check ended. */
    public sealed interface Outcome {
        /** The software takes the configuration as it is. */
        record Sound() implements Outcome {}

        /** It refuses it, or would silently do something else; each line says what and where. */
        record Faulty(List<String> problems) implements Outcome {
            public Faulty {
                problems = List.copyOf(problems);
                if (problems.isEmpty()) throw new IllegalArgumentException("a fault has at least one problem");
            }
        }

        /** The software is not here or does not work here: nothing is known of the configuration. */
        record CouldNotRun(String reason, String remedy) implements Outcome {}
    }

    public Validation {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        notes = List.copyOf(notes);
    }

    public static Validation of(String by, List<String> problems, Map<String, Object> facts, List<String> notes) {
        return new Validation(
                by, problems.isEmpty() ? new Outcome.Sound() : new Outcome.Faulty(problems), facts, notes);
    }

    public static Validation couldNotRun(String by, String reason, String remedy) {
        return new Validation(by, new Outcome.CouldNotRun(reason, remedy), Map.of(), List.of());
    }

    public boolean sound() {
        return outcome instanceof Outcome.Sound;
    }

    /** What it found wrong; empty if nothing, or if it could not look. */
    public List<String> problems() {
        return outcome instanceof Outcome.Faulty(var problems) ? problems : List.of();
    }
}
