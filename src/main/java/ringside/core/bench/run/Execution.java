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
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** One call of a measurement's command on a host: from the making of its folder to its samples. */
final class Execution {
    /** No tool prints more. */
    private static final int MOST_PRINTED = 32 << 20;

    /** Of what a tool that failed has printed these many tell why. */
    private static final int LAST_LINES = 3;

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
     * @param conditions of the machine meanwhile; null where they are not known
     * @param cautions what was noticed beside the conditions
     * @param clean whether the command ended by itself and its folder is gone, as far as one knows
     */
    record Done(Ran ran, byte[] printed, @Nullable Conditions conditions, List<Caution> cautions, boolean clean) {}

    /**
     * How the command ended, and what the tool printed where its result is.
     *
     * @param unread why there is no result where there may be one; empty if it was read
     */
    private record Printed(Answer answer, byte[] result, String unread) {
        Printed(Answer answer, byte[] result) {
            this(answer, result, "");
        }
    }

    /** What the host said after the run, and what was wrong with that: samples are sound without it. */
    private record After(Optional<Look> look, Optional<String> trouble) {}

    /**
     * @param folder of the run on the host; it is made and removed
     * @param mark of the session's processes
     * @param lines hear what the command prints
     * @param controls know how often our window was drawn meanwhile
     * @throws RingsideException if the host was lost, or made no folder, before the command had ended
     * @throws Progress.Cancelled if it is interrupted before that; its folder and processes may still be there then
     */
    Done run(Slot slot, String name, String folder, String mark, Lines lines, Controls controls) {
        Instant started = Instant.now();
        long began = System.nanoTime();
        int paintings = controls.paintings();
        Optional<Look> hostBefore = beneath.flatMap(Execution::look);
        Look before = before(folder);
        for (Measurement.InputFile file : measurement.files())
            shell.put(folder + "/work/" + file.name(), file.text().getBytes(StandardCharsets.UTF_8), false);
        long from = System.nanoTime();
        Printed printed = printed(folder, mark, lines);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - from);
        After after = after(folder);
        if (!printed.unread().isEmpty() && !shell.isOpen()) throw lost(printed.unread());
        boolean own = shell.target().equals(Target.LOCAL);
        // What runs a guest on our machine shares its cores with our window, too
        boolean here = own
                || beneath.filter(host -> host.target().equals(Target.LOCAL)).isPresent();
        Optional<Conditions> conditions = after.look()
                .map(look -> new Conditions(before, look, elapsed, own, here ? controls.paintings() - paintings : 0));
        var noticed = new TreeMap<>(conditions.map(Conditions::values).orElse(Map.of()));
        hostBefore.ifPresent(host -> noticed.putAll(ofHost(host, elapsed)));
        Ran ran = ran(slot, name, printed, new Times(started, began), noticed);
        List<Caution> cautions =
                after.trouble().<Caution>map(Caution.Unanswered::new).stream().toList();
        boolean clean = printed.answer().ending() == Answer.Ending.EXITED && cautions.isEmpty();
        return new Done(ran, printed.result(), conditions.orElse(null), cautions, clean);
    }

    private Map<String, String> ofHost(Look before, Duration elapsed) {
        try {
            Shell host = beneath.orElseThrow();
            boolean own = host.target().equals(Target.LOCAL);
            return look(host)
                    .map(after -> new Conditions(before, after, elapsed, own, 0).ofHost())
                    .orElse(Map.of());
        } catch (Progress.Cancelled late) {
            return Map.of(); // What was measured is kept all the same
        }
    }

    /** Of the host of a guest: a run is as good without it. */
    private static Optional<Look> look(Shell host) {
        try {
            return Optional.of(heard(host, Scripts.look()).look());
        } catch (RingsideException silent) {
            return Optional.empty();
        }
    }

    /** Between the command and its result: what was measured cannot be had any more. */
    private static RingsideException lost(String why) {
        return new RingsideException(why, "check the network; the run is made again");
    }

    /** A run that could not be made, such as where its folder cannot be. */
    Done failed(Slot slot, String name, String why) {
        var answer = new Answer(Answer.Ending.EXITED, -1, "", why, Duration.ZERO);
        var printed = new Printed(answer, new byte[0]);
        Ran ran = ran(slot, name, printed, new Times(Instant.now(), System.nanoTime()), Map.of());
        return new Done(ran, new byte[0], null, List.of(), true);
    }

    private record Times(Instant started, long began) {
        Duration took() {
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private Look before(String folder) {
        Heard heard = heard(shell, Scripts.before(folder));
        if (heard.answer().succeeded()) return heard.look();
        throw new RingsideException(
                "A folder for the run could not be made on " + shell.name() + " ("
                        + heard.answer().complaint() + ")",
                "check that its disk has room and that you may write there, or name another directory in the plan");
    }

    private After after(String folder) {
        try {
            Heard heard = heard(shell, Scripts.after(folder));
            Optional<Look> look = Scripts.hasLooked(heard.answer()) ? Optional.of(heard.look()) : Optional.empty();
            return new After(look, heard.trouble());
        } catch (RingsideException lost) {
            return new After(Optional.empty(), Optional.of(lost.problem()));
        } catch (Progress.Cancelled cancelled) {
            // The interrupt stands: whoever is next to wait for the host hears of it
            return new After(Optional.empty(), Optional.of("measuring was cancelled"));
        }
    }

    /** An answer, and by our clock when it was asked for and when its first words came. */
    private record Heard(Answer answer, long sent, long first) {
        Look look() {
            return Look.parse(answer.out(), sent, first);
        }

        Optional<String> trouble() {
            return switch (answer.ending()) {
                case EXITED -> answer.exit() == 0 ? Optional.empty() : Optional.of(answer.complaint());
                case TIMED_OUT ->
                    Optional.of("it took longer than " + answer.took().toSeconds() + " s");
                case TOO_LONG -> Optional.of("it said too much");
            };
        }
    }

    private static Heard heard(Shell shell, Command script) {
        Instant now = Instant.now();
        long sent = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        long began = System.nanoTime();
        long[] first = new long[1];
        Answer answer = shell.run(script, (error, bytes) -> {
            if (first[0] == 0) first[0] = System.nanoTime();
        });
        return new Heard(answer, sent, sent + (first[0] == 0 ? 0 : first[0] - began));
    }

    private Printed printed(String folder, String mark, Lines lines) {
        Answer answer =
                shell.run(Scripts.run(mark, folder, command).within(limit).atMost(MOST_PRINTED), lines);
        return switch (measurement.output()) {
            case Measurement.Output.Standard standard -> new Printed(answer, lines.bytes(false));
            case Measurement.Output.Errors errors -> new Printed(answer, lines.bytes(true));
            case Measurement.Output.File(var file) -> file(answer, folder + "/work/" + file);
        };
    }

    private Printed file(Answer answer, String path) {
        try {
            return new Printed(answer, shell.fetch(path, MOST_PRINTED));
        } catch (RingsideException notRead) {
            if (!shell.isOpen()) throw notRead;
            return new Printed(answer, new byte[0], notRead.problem());
        }
    }

    private Ran ran(Slot slot, String name, Printed printed, Times times, Map<String, String> conditions) {
        Reading reading = read(printed.result());
        Run.Outcome outcome = outcome(printed, reading);
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

    private Run.Outcome outcome(Printed printed, Reading reading) {
        List<Sample> samples =
                reading.runs().stream().flatMap(run -> run.samples().stream()).toList();
        boolean measured = samples.stream().anyMatch(sample -> sample.value() instanceof Value.Measured);
        Optional<String> ending = badEnding(printed.answer());
        if (ending.isPresent())
            return measured ? new Run.Outcome.Incomplete(ending.get()) : new Run.Outcome.Failed(ending.get());
        if (!printed.unread().isEmpty()) return new Run.Outcome.Failed(printed.unread());
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
        return answer.exit() < 0 ? answer.complaint() : "it ended with " + answer.exit() + ": " + last(answer);
    }

    /** What a tool says last is why it ended; what it says first is its name. Among results the why may be followed by a farewell. */
    private static String last(Answer answer) {
        boolean complained = !answer.err().isBlank();
        List<String> lines = (complained ? answer.err() : answer.out())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) return "it said nothing";
        return String.join(
                "; ", lines.subList(Math.max(0, lines.size() - (complained ? 1 : LAST_LINES)), lines.size()));
    }

    private static String reason(Reading reading) {
        var reasons = new ArrayList<String>();
        reading.skipped().stream().limit(2).forEach(skip -> reasons.add("line " + skip.line() + ": " + skip.reason()));
        reading.warnings().stream().limit(1).forEach(reasons::add);
        return reasons.isEmpty() ? "" : reasons.stream().collect(Collectors.joining("; ", " (", ")"));
    }
}
