package ringside.core.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.core.RingsideException;
import ringside.core.format.Reading.Skipped;
import ringside.core.format.Reading.ToolRun;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** What an importer has taken down of a tool's output so far: runs with their samples, lines left out, warnings. */
final class Transcript {
    /** Far more than any tool prints, and few enough to hold in memory. */
    private static final int MOST_SAMPLES = 300_000;

    private static final int MOST_WARNINGS = 100;

    private final Parameters given;
    private final List<OpenRun> runs = new ArrayList<>();
    private final Skips skips = new Skips();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Map<Point, Integer> repetitions = new HashMap<>();
    private int samples;

    /** What repetitions have in common. */
    private record Point(Metric metric, Parameters chosen) {}

    /** @param given joins every sample, except where the output itself says otherwise */
    Transcript(Parameters given) {
        this.given = given;
    }

    Parameters given() {
        return given;
    }

    /** @throws RingsideException if these are more results than a tool prints, and than fit into memory */
    static void requireFew(int results) {
        if (results > MOST_SAMPLES)
            throw new RingsideException(
                    "The output has more than " + MOST_SAMPLES + " results, too many for a benchmark tool",
                    "cut it to the part that belongs to one machine or day");
    }

    /** Begins a run; runs are listed in the order of their beginning. */
    OpenRun begin(String benchmark) {
        var run = new OpenRun(benchmark);
        runs.add(run);
        return run;
    }

    void skip(Line line, String reason) {
        skip(line.number(), reason);
    }

    void skip(int line, String reason) {
        skips.add(line, reason);
    }

    /** Said once, however often it is met. */
    void warn(String warning) {
        if (warnings.size() < MOST_WARNINGS) warnings.add(warning);
    }

    Reading reading() {
        warnings.addAll(skips.warnings());
        List<Skipped> inOrder = skips.list().stream()
                .sorted(Comparator.comparingLong(Skipped::line))
                .toList();
        return new Reading(runs.stream().map(OpenRun::closed).toList(), inOrder, List.copyOf(warnings));
    }

    /** A run whose output is being read. */
    final class OpenRun {
        private final String benchmark;
        private final List<Sample> taken = new ArrayList<>();
        private Optional<String> host = Optional.empty();
        private Optional<Instant> started = Optional.empty();
        private List<String> command = List.of();
        private Run.Outcome outcome = Run.Outcome.COMPLETED;
        private final Set<String> notes = new LinkedHashSet<>();

        private OpenRun(String benchmark) {
            this.benchmark = benchmark;
        }

        void host(String name) {
            if (!name.isBlank()) host = Optional.of(name.strip());
        }

        void started(Instant instant) {
            if (started.isEmpty()) started = Optional.of(instant);
        }

        /** Another benchmark of the same start of the tool. */
        void sameMachineAs(OpenRun other) {
            host = other.host;
            started = other.started;
        }

        void command(List<String> words) {
            command = words;
        }

        void outcome(Run.Outcome how) {
            outcome = how;
        }

        void incomplete(String reason) {
            outcome = new Run.Outcome.Incomplete(reason);
        }

        /** Said once, however often it is met. */
        void note(String text) {
            if (notes.size() < 100) notes.add(text);
        }

        boolean isEmpty() {
            return taken.isEmpty();
        }

        /** Takes one result, with what the caller stated where the output does not say it. */
        void take(Metric metric, Parameters printed, Value value, Line line) {
            take(metric, printed, value, line.number());
        }

        void take(Metric metric, Parameters printed, Value value, int line) {
            requireFew(++samples);
            Parameters all = given.with(printed);
            int repetition = repetitions.merge(new Point(metric, all.point()), 1, Integer::sum);
            taken.add(new Sample(metric, all, repetition, value, line));
        }

        private ToolRun closed() {
            return new ToolRun(benchmark, host, started, command, outcome, taken, String.join("; ", notes));
        }
    }
}
