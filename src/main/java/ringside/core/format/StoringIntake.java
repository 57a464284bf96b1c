package ringside.core.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.Command;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.result.Metric;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;

/** Puts what a stream holds into a set of the store, machine by machine. */
final class StoringIntake implements Intake {
    /** More than any comparison has; each costs memory until the import is at its end. */
    private static final int MOST_RUNS = 200_000;

    private static final int MOST_WARNINGS = 100;
    private static final int MOST_ASKED = 5;

    private final String file;
    private final Request request;
    private final Optional<Run.Raw> raw;
    private final ResultStore.Writing writing;
    private final RunIds ids;
    private final Repetitions before;
    private final Progress progress;
    private final Map<Found, Run> runs = new IdentityHashMap<>();
    private final Map<Machine, Configuration> machines = new IdentityHashMap<>();
    private final Map<String, Configuration> named = new HashMap<>();
    private final Skips skips = new Skips();
    private final Set<String> warnings = new LinkedHashSet<>();
    private @Nullable Found latestFound;
    private @Nullable Run latestRun;
    private final Unmeasured unmeasured = new Unmeasured();
    private final Set<String> metMachines = new HashSet<>();
    private long samples;

    /** @param there the configurations that the set has already */
    StoringIntake(
            String file,
            Request request,
            Optional<Run.Raw> raw,
            ResultStore.Writing writing,
            List<Configuration> there,
            RunIds ids,
            Repetitions before,
            Progress progress) {
        this.file = file;
        this.request = request;
        this.raw = raw;
        this.writing = writing;
        this.ids = ids;
        this.before = before;
        this.progress = progress;
        there.forEach(one -> named.put(key(one.platform(), one.label()), one));
    }

    @Override
    public void run(Found found) {
        stored(found);
    }

    @Override
    public void sample(Found found, Sample sample) {
        Run run = stored(found);
        writing.sample(run, before.behind(run, named(sample)));
        unmeasured.sample(run, sample.value());
        if ((++samples & 0x3fff) == 0) {
            Progress.checkCancelled();
            progress.at(file + ", line " + sample.line(), Double.NaN);
        }
    }

    /** A field or an escape can bring a line break or worse into a name. */
    private Sample named(Sample sample) {
        Metric metric = sample.metric();
        String name = SoundText.name(metric.name());
        String unit = SoundText.name(metric.unit());
        if (name.equals(metric.name()) && unit.equals(metric.unit())) return sample;
        return new Sample(
                new Metric(name.isBlank() ? "result" : name, unit, metric.better()),
                sample.parameters(),
                sample.repetition(),
                sample.value(),
                sample.line());
    }

    private Run stored(Found found) {
        Run run = found == latestFound ? latestRun : runs.get(found);
        if (run == null) {
            if (runs.size() == MOST_RUNS)
                throw new RingsideException(
                        file + " holds more than " + MOST_RUNS + " runs, more than any comparison has",
                        "cut it into parts");
            run = new Run(
                    ids.next(),
                    machines.computeIfAbsent(found.machine(), this::configuration),
                    SoundText.name(found.benchmark()),
                    request.given(),
                    found.command(),
                    Optional.empty(),
                    Optional.empty(),
                    found.outcome(),
                    raw,
                    found.note());
            writing.run(run);
            runs.put(found, run);
        }
        latestFound = found;
        latestRun = run;
        return run;
    }

    /** Machines of one name that are not the same are told apart by a number; the same machine is one configuration. */
    private Configuration configuration(Machine machine) {
        metMachines.add(machine.label());
        String platform = platform(machine);
        if (request.label().isPresent())
            warn("the file names its configurations itself, so the stated name was not used");
        String called = SoundText.name(machine.label());
        Environment environment =
                machine.facts().isEmpty() ? Environment.UNKNOWN : new Environment(called, machine.facts());
        String label = SetNames.free(called, name -> {
            Configuration same = named.get(key(platform, name));
            return same != null && !same.environment().facts().equals(environment.facts());
        });
        if (!label.equals(called)) warn("another machine is named " + called + " already; this one is " + label);
        var one = new Configuration(platform, label, machine.versions(), Map.of(), environment);
        named.put(key(platform, label), one);
        return one;
    }

    private String platform(Machine machine) {
        Optional<String> stated = request.platformOf(machine.label());
        boolean single = request.platforms().containsKey(machine.label());
        return switch (machine.where()) {
            case Whereabouts.Told(String platform)
            when !single -> {
                if (stated.isPresent())
                    warn("the file says on which platforms it was measured, so the stated one was not used there");
                yield platform;
            }
            case Whereabouts.Told(String platform) -> stated(machine, platform, stated);
            case Whereabouts.Seen(String platform) -> stated(machine, platform, stated);
            case Whereabouts.Unclear(String said, List<String> choices) ->
                stated.orElseThrow(() -> unclear(file, List.of(new PlatformQuestion(machine.label(), said, choices))));
            case Whereabouts.Assumed(String usual) -> {
                if (stated.isEmpty())
                    warn(
                            usual.equals("unknown")
                                    ? "the file does not say which platform ran it; state it with --platform"
                                    : "of " + machine.label() + " the file names no hypervisor, so it was taken for "
                                            + usual + "; if that is wrong, state it with --platform");
                yield stated.orElse(usual);
            }
        };
    }

    private String stated(Machine machine, String platform, Optional<String> stated) {
        stated.filter(other -> !other.equals(platform))
                .ifPresent(other -> warn("of " + machine.label() + " the file says " + platform + "; it was taken for "
                        + other + ", as stated"));
        return stated.orElse(platform);
    }

    /** @throws RingsideException naming every machine of which the user has to say where it ran, and the choices */
    static void requireAnswers(String file, List<PlatformQuestion> questions, Request request) {
        List<PlatformQuestion> open = questions.stream()
                .filter(PlatformQuestion::needsAnswer)
                .filter(one -> request.platformOf(one.machine()).isEmpty())
                .toList();
        if (!open.isEmpty()) throw unclear(file, open);
    }

    private static RingsideException unclear(String file, List<PlatformQuestion> open) {
        String each = open.stream()
                .limit(MOST_ASKED)
                .map(one -> one.machine() + " (\"" + one.said() + "\"): " + PlatformQuestion.either(one.choices()))
                .collect(Collectors.joining("; "));
        String more = open.size() > MOST_ASKED ? "; and " + (open.size() - MOST_ASKED) + " more" : "";
        return new RingsideException(
                file + " leaves open on which platform its systems ran: " + each + more,
                "state it with --platform "
                        + Command.quoted(open.getFirst().machine() + "="
                                + open.getFirst().choices().getFirst())
                        + " of one system, or with --platform ID of all");
    }

    /** Called when the file is at its end, before the writing is committed. */
    void end() {
        unmeasured.tell(writing).ifPresent(this::warn);
        var unmet = new TreeSet<>(request.platforms().keySet());
        unmet.removeAll(metMachines);
        for (String name : unmet) warn("the file has no system named " + name + ", so nothing was changed there");
    }

    private static String key(String platform, String label) {
        return platform + '\n' + label;
    }

    @Override
    public void skip(long line, String reason) {
        skips.add(line, reason);
    }

    @Override
    public void warn(String warning) {
        if (warnings.size() < MOST_WARNINGS) warnings.add(warning);
    }

    long samples() {
        return samples;
    }

    int runs() {
        return runs.size();
    }

    List<Reading.Skipped> skipped() {
        return skips.list();
    }

    List<String> warnings() {
        var all = new LinkedHashSet<>(warnings);
        all.addAll(skips.warnings());
        return List.copyOf(all);
    }
}
