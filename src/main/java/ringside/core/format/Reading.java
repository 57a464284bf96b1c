package ringside.core.format;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ringside.core.result.Run;
import ringside.core.result.Sample;

/** What a tool's output was found to hold. */
public record Reading(List<ToolRun> runs, List<Skipped> skipped, List<String> warnings) {
    public Reading {
        runs = List.copyOf(runs);
        skipped = List.copyOf(skipped);
        warnings = List.copyOf(warnings);
    }

    /** The same, a run without any number failed. */
    Reading judged() {
        return new Reading(runs.stream().map(Unmeasured::judged).toList(), skipped, warnings);
    }

    /**
     * One run of the tool within the output.
     *
     * @param host the machine's name as the output tells it
     * @param started as the output tells it; guests' clocks may be wrong, so never sort by it
     * @param command the command line as the output tells it; empty where it does not
     * @param note what a reader of the samples should know; may be empty
     */
    public record ToolRun(
            String benchmark,
            Optional<String> host,
            Optional<Instant> started,
            List<String> command,
            Run.Outcome outcome,
            List<Sample> samples,
            String note) {
        public ToolRun {
            command = List.copyOf(command);
            samples = List.copyOf(samples);
        }

        ToolRun ended(Run.Outcome other) {
            return new ToolRun(benchmark, host, started, command, other, samples, note);
        }

        public static ToolRun of(String benchmark, List<Sample> samples) {
            return new ToolRun(
                    benchmark, Optional.empty(), Optional.empty(), List.of(), Run.Outcome.COMPLETED, samples, "");
        }
    }

    /** A line that looked like a result and was not taken. */
    public record Skipped(long line, String reason) {}
}
