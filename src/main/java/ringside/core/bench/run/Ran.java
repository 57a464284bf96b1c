package ringside.core.bench.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;

/**
 * A slot that was filled: what the journal keeps of it, and all that the result set gets of it.
 *
 * @param run names it within the session
 * @param given parameters that the output does not print
 * @param took all of it, the making and removing of its folder included
 * @param raw its output, empty where it printed nothing
 * @param parts what was read from the output; a tool may measure several benchmarks at once
 * @param conditions what was noticed of the machine meanwhile
 */
record Ran(
        Slot slot,
        String run,
        String benchmark,
        Parameters given,
        List<String> command,
        Instant started,
        Instant ended,
        Duration took,
        Run.Outcome outcome,
        Optional<Run.Raw> raw,
        List<Part> parts,
        Map<String, String> conditions,
        String note)
        implements Entry {
    private static final String CAUTIONS = "cautions";

    Ran {
        command = List.copyOf(command);
        parts = List.copyOf(parts);
        conditions = Collections.unmodifiableMap(new TreeMap<>(conditions));
    }

    /** Samples of one benchmark. */
    record Part(String benchmark, List<Sample> samples, String note) {
        Part {
            samples = List.copyOf(samples);
        }
    }

    List<Sample> samples() {
        return parts.stream().flatMap(part -> part.samples().stream()).toList();
    }

    /** Whether it has samples that count. */
    boolean isSound() {
        return !(outcome instanceof Run.Outcome.Failed);
    }

    /** Whether it gave all that it was made for. */
    boolean isWhole() {
        return outcome instanceof Run.Outcome.Completed;
    }

    Ran ended(Run.Outcome how) {
        return new Ran(slot, run, benchmark, given, command, started, ended, took, how, raw, parts, conditions, note);
    }

    /** The words of its cautions. */
    List<String> cautions() {
        String words = conditions.getOrDefault(CAUTIONS, "");
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    /** The same, with parts for what a failed run lacks. */
    Ran lacking(List<Part> missing) {
        return new Ran(
                slot, run, benchmark, given, command, started, ended, took, outcome, raw, missing, conditions, note);
    }

    /** The same, with doubts and words of a person. */
    Ran with(List<Caution> cautions, String noted) {
        var more = new TreeMap<>(conditions);
        if (!cautions.isEmpty())
            more.put(CAUTIONS, cautions.stream().map(Caution::word).collect(Collectors.joining(" ")));
        return new Ran(slot, run, benchmark, given, command, started, ended, took, outcome, raw, parts, more, noted);
    }
}
