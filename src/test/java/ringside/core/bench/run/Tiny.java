package ringside.core.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Knob;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Need;
import ringside.core.bench.Plan;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;
import ringside.core.bench.Subject;
import ringside.core.format.Lmbench;
import ringside.core.format.ToolFormat;
import ringside.core.host.Target;
import ringside.core.result.Configuration;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/** A benchmark of a few sizes whose command is a shell's, and prints what {@code bw_mem} would. */
final class Tiny implements Benchmark {
    static final String ID = "tiny";

    private static final long MB = 1_000_000;

    private final int sizes;
    private final String script;
    private final Measurement.Output output;
    private final List<Integer> promised;

    /** @param script of which {@code $1} is the size in MB; what it prints on its error output counts */
    Tiny(int sizes, String script) {
        this(sizes, script, new Measurement.Output.Errors());
    }

    Tiny(int sizes, String script, Measurement.Output output) {
        this(sizes, script, output, List.of());
    }

    /** @param promised sizes that each of its commands is said to print */
    Tiny(int sizes, String script, List<Integer> promised) {
        this(sizes, script, new Measurement.Output.Errors(), promised);
    }

    private Tiny(int sizes, String script, Measurement.Output output, List<Integer> promised) {
        this.promised = promised;
        this.sizes = sizes;
        this.script = script;
        this.output = output;
    }

    /** Prints at once. */
    static Tiny quick(int sizes) {
        return new Tiny(sizes, "echo \"$1.00 123.45\" >&2");
    }

    static Plan plan(int warmUp, int atLeast, int atMost) {
        return new Plan(
                "tiny",
                1,
                "A tiny plan",
                "for tests",
                new Plan.Repetitions(warmUp, atLeast, atMost, 0.5),
                new Plan.Affinity.Free(),
                "",
                Duration.ofSeconds(20),
                List.of(new Plan.Stage(ID, new Settings(Map.of()))));
    }

    static Plan plan(String directory, Plan.Affinity affinity) {
        Plan plan = plan(0, 1, 1);
        return new Plan(plan.id(), 1, "t", "d", plan.repetitions(), affinity, directory, plan.longest(), plan.stages());
    }

    static Subject local(String label) {
        return new Subject(Configuration.of("host", label), Target.LOCAL, "here");
    }

    static Subject ssh(String label, String alias) {
        return new Subject(
                Configuration.of("host", label), new Target.Ssh(Optional.empty(), alias, OptionalInt.empty()), alias);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Tiny";
    }

    @Override
    public String summary() {
        return "For tests.";
    }

    @Override
    public ToolFormat format(Programs programs) {
        return new Lmbench();
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need.Packaged("sh", List.of(), Map.of(), false));
    }

    @Override
    public List<Knob> knobs() {
        return List.of();
    }

    @Override
    public List<Result> results(Measurement measurement) {
        long size = Long.parseLong(String.valueOf(measurement.point().get("size"))) * MB;
        List<Long> all = promised.isEmpty()
                ? List.of(size)
                : promised.stream().map(mb -> mb * MB).toList();
        return all.stream()
                .map(bytes -> new Result(
                        Metric.higher("bandwidth", "MB/s"), measurement.given().with("size_bytes", bytes)))
                .toList();
    }

    @Override
    public List<Measurement> measurements(Settings settings, Machine machine, Programs programs) {
        var all = new ArrayList<Measurement>();
        for (int mb = 1; mb <= sizes; mb++)
            all.add(new Measurement(
                    ID,
                    Parameters.of("size", mb),
                    Parameters.of("operation", "rd"),
                    List.of(),
                    List.of(programs.path("sh"), "-c", script, "sh", String.valueOf(mb)),
                    Measurement.Cores.started(1),
                    output,
                    Duration.ofMillis(50),
                    Duration.ofSeconds(5)));
        return all;
    }
}
