package ringside.core.format;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
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
        String platform = machine.platform().orElseGet(() -> request.platform().orElse(machine.otherwise()));
        if (machine.platform().isPresent() && request.platform().isPresent())
            warn("the file says on which platforms it was measured, so the stated one was not used there");
        if (machine.platform().isEmpty() && request.platform().isEmpty())
            warn(
                    machine.otherwise().equals("unknown")
                            ? "the file does not say which platform ran it; state it with --platform"
                            : "of " + machine.label()
                                    + (machine.otherwise().equals("host")
                                            ? " the file names no hypervisor"
                                            : " the file does not say which kind of " + machine.otherwise() + " ran it")
                                    + ", so it was taken for " + machine.otherwise()
                                    + "; if that is wrong, state it with --platform");
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
