package ringside.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Measurement;
import ringside.core.bench.Need;
import ringside.core.bench.Plan;
import ringside.core.bench.plan.Estimate;
import ringside.core.bench.plan.PlanFile;
import ringside.core.bench.plan.Plans;
import ringside.core.bench.plan.Sweep;
import ringside.core.bench.preflight.Finding;
import ringside.core.bench.preflight.Preflight;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.json.Json;
import ringside.workbench.Workbench;

@picocli.CommandLine.Command(
        name = "plan",
        description = {
            "Every command that a plan runs on a host, and how long it takes. Nothing is measured.",
            "With --yaml: the plan itself, as a file to change and use by --plan FILE."
        })
final class ShowPlan implements Callable<Integer> {
    private final Session session;

    @Option(names = "--plan", paramLabel = "FILE|ID", description = "a file, or a bundled plan (${DEFAULT-VALUE})")
    private String named = Plans.USUAL;

    @Mixin
    private TargetHost host = new TargetHost();

    @Option(names = "--yaml", description = "print the plan, with all that it leaves to the benchmarks")
    private boolean yaml;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    ShowPlan(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Plan plan = Plans.named(named);
        if (yaml) session.out().print(PlanFile.write(plan));
        else show(plan, host.ask(shell -> Preflight.of(plan, shell)));
        return 0;
    }

    /** How long a plan takes on this machine, before anything is measured. */
    static Duration estimate(Plan plan) {
        try (Shell shell = Workbench.shells().open(Target.LOCAL, AccessQuestions.NOBODY)) {
            return estimate(plan, Preflight.of(plan, shell));
        }
    }

    private static Duration estimate(Plan plan, Preflight preflight) {
        return new Estimate(plan.repetitions(), preflight.sweep()).total();
    }

    private void show(Plan plan, Preflight preflight) {
        Duration estimate = estimate(plan, preflight);
        if (json) session.out().println(Json.pretty(map(plan, preflight, estimate)));
        else print(plan, preflight, estimate);
    }

    private void print(Plan plan, Preflight preflight, Duration estimate) {
        for (Benchmark benchmark : Sweep.benchmarks(plan))
            for (Need need : benchmark.needs())
                if (need instanceof Need.Compiled own)
                    session.out().println(Command.of(own.command("cc")).line());
        for (Measurement measurement : preflight.sweep()) {
            String line = Command.of(plan.affinity().command(measurement)).line();
            // What a file says is in --json; here it has to be known which problem the command solves
            String with = measurement.files().isEmpty()
                    ? ""
                    : "  # with " + measurement.files().getFirst().name() + ": "
                            + measurement.point().toString().replace(";", ", ");
            session.out().println(line + with);
        }
        session.say(
                calls(plan, preflight.sweep().size()) + "; about " + words(estimate) + ", before anything is measured");
        preflight.findings().stream()
                .filter(finding -> finding.weight() == Finding.Weight.STOPS || finding.kind() == Finding.Kind.FEW_CORES)
                .forEach(finding -> session.say(finding.seen() + ": " + finding.effect()));
    }

    private static String calls(Plan plan, int measurements) {
        Plan.Repetitions repetitions = plan.repetitions();
        String often = repetitions.atLeast() == repetitions.atMost()
                ? String.valueOf(repetitions.atLeast())
                : repetitions.atLeast() + " to " + repetitions.atMost();
        return measurements + " commands, each " + often + (often.equals("1") ? " time" : " times")
                + (repetitions.warmUp() == 0 ? "" : " after " + repetitions.warmUp() + " to warm up");
    }

    static String words(Duration duration) {
        long minutes = Math.round(duration.toSeconds() / 60.0);
        if (duration.toSeconds() < 100) return duration.toSeconds() + " seconds";
        return minutes < 100 ? minutes + " minutes" : String.format(Locale.ROOT, "%.1f hours", minutes / 60.0);
    }

    private Map<String, Object> map(Plan plan, Preflight preflight, Duration estimate) {
        var map = new LinkedHashMap<String, Object>();
        map.put("plan", plan.id());
        map.put("version", plan.version());
        map.put("target", host.target());
        map.put("estimate_s", estimate.toMillis() / 1000.0);
        map.put("warm_up", plan.repetitions().warmUp());
        map.put("at_least", plan.repetitions().atLeast());
        map.put("at_most", plan.repetitions().atMost());
        map.put("ready", preflight.isReady());
        map.put(
                "commands",
                preflight.sweep().stream().map(one -> map(plan, one)).toList());
        return map;
    }

    private static Map<String, Object> map(Plan plan, Measurement measurement) {
        List<String> words = plan.affinity().command(measurement);
        var map = new LinkedHashMap<String, Object>();
        map.put("id", measurement.id());
        map.put("benchmark", measurement.benchmark());
        map.put("words", words);
        map.put("line", Command.of(words).line());
        map.put("cores", measurement.cores().count());
        map.put("expected_s", measurement.expected().toMillis() / 1000.0);
        var files = new LinkedHashMap<String, Object>();
        measurement.files().forEach(file -> files.put(file.name(), file.text()));
        map.put("files", files);
        return map;
    }
}
