package ringside.core.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.core.format.Reading.Skipped;
import ringside.core.format.Reading.ToolRun;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** What an importer has taken down of a tool's output so far: runs with their samples, lines left out, warnings. */
final class Transcript {
    /** More than a person reads; hostile files hold millions of bad lines. */
    private static final int MOST_SKIPPED = 10_000;

    private final Parameters given;
    private final List<OpenRun> runs = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Map<Point, Integer> repetitions = new HashMap<>();
    private long unlisted;

    /** What repetitions have in common. */
    private record Point(Metric metric, Parameters chosen) {}

    /** @param given joins every sample, except where the output itself says otherwise */
    Transcript(Parameters given) {
        this.given = given;
    }

    Parameters given() {
        return given;
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
        if (skipped.size() < MOST_SKIPPED) skipped.add(new Skipped(line, reason));
        else unlisted++;
    }

    /** Said once, however often it is met. */
    void warn(String warning) {
        if (warnings.size() < MOST_SKIPPED) warnings.add(warning);
    }

    Reading reading() {
        if (unlisted > 0) warnings.add(unlisted + " more lines were skipped and are not listed");
        return new Reading(runs.stream().map(OpenRun::closed).toList(), skipped, List.copyOf(warnings));
    }

    /** A run whose output is being read. */
    final class OpenRun {
        private final String benchmark;
        private final List<Sample> samples = new ArrayList<>();
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
            return samples.isEmpty();
        }

        /** Takes one result, with what the caller stated where the output does not say it. */
        void take(Metric metric, Parameters printed, Value value, Line line) {
            take(metric, printed, value, line.number());
        }

        void take(Metric metric, Parameters printed, Value value, int line) {
            Parameters all = given.with(printed);
            int repetition = repetitions.merge(new Point(metric, all.point()), 1, Integer::sum);
            samples.add(new Sample(metric, all, repetition, value, line));
        }

        private ToolRun closed() {
            return new ToolRun(benchmark, host, started, command, outcome, samples, String.join("; ", notes));
        }
    }
}
