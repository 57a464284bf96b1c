package ringside.core.bench.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.core.bench.Measurement;
import ringside.core.format.Reading;
import ringside.core.format.ToolFormat;
import ringside.core.host.Answer;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** One call of a measurement's command on a host: from the making of its folder to its samples. */
final class Execution {
    /** No tool prints more. */
    private static final int MOST_PRINTED = 32 << 20;

    private final Shell shell;
    private final Optional<Shell> beneath;
    private final Measurement measurement;
    private final ToolFormat format;
    private final List<String> command;
    private final Duration limit;

    /**
     * @param beneath the host that runs the guest which is measured, where that is looked at, too
     * @param command with what binds it to cores
     */
    Execution(
            Shell shell,
            Optional<Shell> beneath,
            Measurement measurement,
            ToolFormat format,
            List<String> command,
            Duration limit) {
        this.shell = shell;
        this.beneath = beneath;
        this.measurement = measurement;
        this.format = format;
        this.command = command;
        this.limit = limit;
    }

    /**
     * What came of it.
     *
     * @param ran goes into the journal
     * @param printed what {@link Ran#raw} is the checksum of
     * @param conditions of the machine meanwhile; null where the run did not come so far
     * @param ended whether the command ended by itself; else something of it may still be there
     */
    record Done(Ran ran, byte[] printed, @Nullable Conditions conditions, boolean ended) {}

    /** How the command ended, and what the tool printed where its result is. */
    private record Printed(Answer answer, byte[] result) {}

    /**
     * @param folder of the run on the host; it is made and removed
     * @param mark of the session's processes
     * @param paintings of our window so far
     * @throws Progress.Cancelled if it is interrupted; its folder and processes may still be there then
     */
    Done run(Slot slot, String name, String folder, String mark, Lines lines, Controls controls) {
        Instant started = Instant.now();
        long began = System.nanoTime();
        int paintings = controls.paintings();
        Optional<Look> hostBefore = beneath.map(host -> look(host, Scripts.look()));
        Look before = look(shell, Scripts.before(folder));
        for (Measurement.InputFile file : measurement.files())
            shell.put(folder + "/work/" + file.name(), file.text().getBytes(StandardCharsets.UTF_8), false);
        long from = System.nanoTime();
        Printed printed = printed(folder, mark, lines);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - from);
        Look after = look(shell, Scripts.after(folder));
        boolean own = shell.target().equals(Target.LOCAL);
        var conditions = new Conditions(before, after, elapsed, own, own ? controls.paintings() - paintings : 0);
        var values = new TreeMap<>(conditions.values());
        hostBefore.ifPresent(host -> values.putAll(
                new Conditions(host, look(beneath.orElseThrow(), Scripts.look()), elapsed, true, 0).ofHost()));
        Ran ran = ran(slot, name, printed, new Times(started, began), values);
        boolean ended = printed.answer().ending() == Answer.Ending.EXITED;
        return new Done(ran, printed.result(), conditions, ended);
    }

    /** A run that could not be made, such as where its folder cannot be. */
    Done failed(Slot slot, String name, String why) {
        var answer = new Answer(Answer.Ending.EXITED, -1, "", why, Duration.ZERO);
        var printed = new Printed(answer, new byte[0]);
        Ran ran = ran(slot, name, printed, new Times(Instant.now(), System.nanoTime()), Map.of());
        return new Done(ran, new byte[0], null, false);
    }

    private record Times(Instant started, long began) {
        Duration took() {
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private static Look look(Shell shell, ringside.core.host.Command script) {
        Instant now = Instant.now();
        long sent = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        long began = System.nanoTime();
        long[] heard = new long[1];
        Answer answer = shell.run(script, (error, bytes) -> {
            if (heard[0] == 0) heard[0] = System.nanoTime();
        });
        if (!answer.succeeded())
            throw new RingsideException(
                    "A folder for the run could not be made or removed on " + shell.name() + " (" + answer.complaint()
                            + ")",
                    "check that its disk has room and that you may write there, or name another directory in the plan");
        return Look.parse(answer.out(), sent, sent + heard[0] - began);
    }

    private Printed printed(String folder, String mark, Lines lines) {
        Answer answer =
                shell.run(Scripts.run(mark, folder, command).within(limit).atMost(MOST_PRINTED), lines);
        return switch (measurement.output()) {
            case Measurement.Output.Standard standard -> new Printed(answer, lines.bytes(false));
            case Measurement.Output.Errors errors -> new Printed(answer, lines.bytes(true));
            case Measurement.Output.File(var file) -> new Printed(answer, file(folder + "/work/" + file));
        };
    }

    private byte[] file(String path) {
        try {
            return shell.fetch(path, MOST_PRINTED);
        } catch (RingsideException notThere) {
            if (!shell.isOpen()) throw notThere;
            return new byte[0];
        }
    }

    private Ran ran(Slot slot, String name, Printed printed, Times times, Map<String, String> conditions) {
        Reading reading = read(printed.result());
        Run.Outcome outcome = outcome(printed.answer(), reading);
        Optional<Run.Raw> raw = printed.result().length == 0
                ? Optional.empty()
                : Optional.of(new Run.Raw(Sha256.of(printed.result()), format.id(), name + ".txt"));
        var values = new TreeMap<>(conditions);
        values.put("exit", Integer.toString(printed.answer().exit()));
        return new Ran(
                slot,
                name,
                measurement.benchmark(),
                measurement.given(),
                command,
                times.started(),
                Instant.now(),
                times.took(),
                outcome,
                raw,
                parts(reading),
                values,
                "");
    }

    private Reading read(byte[] printed) {
        if (printed.length == 0) return new Reading(List.of(), List.of(), List.of());
        return format.read(printed, measurement.given());
    }

    private static List<Ran.Part> parts(Reading reading) {
        return reading.runs().stream()
                .filter(run -> !run.samples().isEmpty())
                .map(run -> new Ran.Part(run.benchmark(), run.samples(), run.note()))
                .toList();
    }

    private Run.Outcome outcome(Answer answer, Reading reading) {
        List<Sample> samples =
                reading.runs().stream().flatMap(run -> run.samples().stream()).toList();
        boolean measured = samples.stream().anyMatch(sample -> sample.value() instanceof Value.Measured);
        Optional<String> ending = badEnding(answer);
        if (ending.isPresent())
            return measured ? new Run.Outcome.Incomplete(ending.get()) : new Run.Outcome.Failed(ending.get());
        if (!measured) return new Run.Outcome.Failed("it printed no result" + reason(reading));
        return reading.runs().stream()
                .map(Reading.ToolRun::outcome)
                .filter(outcome -> !(outcome instanceof Run.Outcome.Completed))
                .findFirst()
                .orElse(Run.Outcome.COMPLETED);
    }

    private Optional<String> badEnding(Answer answer) {
        return switch (answer.ending()) {
            case TIMED_OUT -> Optional.of("it was stopped after " + limit.toMillis() / 1000.0 + " s");
            case TOO_LONG -> Optional.of("it was stopped because it printed without end");
            case EXITED ->
                switch (answer.exit()) {
                    case 0 -> Optional.empty();
                    case Answer.NOT_FOUND -> Optional.of("there is no program " + command.getFirst());
                    default -> Optional.of(exit(answer));
                };
        };
    }

    private static String exit(Answer answer) {
        return answer.exit() < 0 ? answer.complaint() : "it ended with " + answer.exit() + ": " + answer.complaint();
    }

    private static String reason(Reading reading) {
        var reasons = new ArrayList<String>();
        reading.skipped().stream().limit(2).forEach(skip -> reasons.add("line " + skip.line() + ": " + skip.reason()));
        reading.warnings().stream().limit(1).forEach(reasons::add);
        return reasons.isEmpty() ? "" : reasons.stream().collect(Collectors.joining("; ", " (", ")"));
    }
}
