package ringside.core.bench.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Knob;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Measurement.Cores;
import ringside.core.bench.Need;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;
import ringside.core.format.Sysbench;
import ringside.core.format.ToolFormat;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/** sysbench 1.0: prime numbers, memory, threads and locks. */
public final class SysbenchBenchmark implements Benchmark {
    private static final String PROGRAM = "sysbench";

    @Override
    public String id() {
        return "sysbench";
    }

    @Override
    public String title() {
        return "sysbench";
    }

    @Override
    public String summary() {
        return "Events a second of processors, memory, and the scheduler's threads and locks.";
    }

    @Override
    public ToolFormat format(Programs programs) {
        return new Sysbench();
    }

    @Override
    public List<Need> needs() {
        Need.Offer sysbench = Need.Offer.of(PROGRAM);
        return List.of(new Need.Packaged(
                PROGRAM,
                List.of(),
                Map.of(
                        "debian", sysbench,
                        "ubuntu", sysbench,
                        "fedora", sysbench,
                        "rhel", new Need.Offer(PROGRAM, "it is in EPEL, which has to be enabled before"),
                        "arch", sysbench,
                        "alpine", sysbench),
                false));
    }

    @Override
    public List<Knob> knobs() {
        return List.of(
                Knob.swept(
                        "test",
                        new Knob.Kind.Word(List.of("cpu", "memory", "threads", "mutex")),
                        "what is measured",
                        "cpu",
                        "memory",
                        "threads"),
                Knob.swept("cores", new Knob.Kind.Whole(1, 4096), "threads, one a core", "1", "2"),
                Knob.fixed("seconds", new Knob.Kind.Whole(1, 3600), "seconds that each point lasts at most", "5"));
    }

    @Override
    public List<Measurement> measurements(Settings settings, Machine machine, Programs programs) {
        var measurements = new ArrayList<Measurement>();
        for (String test : settings.words("test"))
            for (int cores : machine.cores(settings.numbers("cores")))
                measurements.add(measurement(test, cores, settings.only("seconds"), programs));
        return measurements;
    }

    @Override
    public List<Result> results(Measurement measurement) {
        Metric rate = "memory".equals(measurement.point().get("test"))
                ? Metric.higher("operations", "ops/s")
                : Metric.higher("throughput", "events/s");
        return List.of(new Result(rate, measurement.point()));
    }

    private static Measurement measurement(String test, int cores, long seconds, Programs programs) {
        Duration expected = Duration.ofMillis(200 + 1000 * seconds);
        return new Measurement(
                "sysbench",
                Parameters.of("cores", cores, "test", test),
                // It names its test only in some of them
                Parameters.of("cores", cores, "test", test),
                List.of(),
                List.of(programs.path(PROGRAM), test, "--threads=" + cores, "--time=" + seconds, "run"),
                Cores.started(cores),
                new Measurement.Output.Standard(),
                expected,
                expected.multipliedBy(5).plusMinutes(1));
    }
}
