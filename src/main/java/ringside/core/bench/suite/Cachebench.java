package ringside.core.bench.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Knob;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Measurement.Cores;
import ringside.core.bench.Need;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;
import ringside.core.format.CacheBench;
import ringside.core.format.ToolFormat;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/**
 * Bandwidth by the length of a vector, after Mucci's Cachebench. The program is Ringside's own, {@code cachebench.c}; on
 * several cores a copy runs on each at the same time, and their bandwidths are added up.
 */
public final class Cachebench implements Benchmark {
    private static final String PROGRAM = "cachebench";

    @Override
    public String id() {
        return "cachebench";
    }

    @Override
    public String title() {
        return "Cachebench";
    }

    @Override
    public String summary() {
        return "Bandwidth of the caches and memory, by the length of the vector that is read, written or copied.";
    }

    @Override
    public ToolFormat format(Programs programs) {
        return new CacheBench();
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need.Compiled(PROGRAM, "cachebench.c", OwnPrograms.FLAGS));
    }

    @Override
    public List<Knob> knobs() {
        return List.of(
                Knob.swept(
                        "operation",
                        new Knob.Kind.Word(List.of(
                                "read", "write", "rmw", "memset", "memcpy", "hand-read", "hand-write", "hand-rmw")),
                        "what is done with the vector; hand- means loops that are tuned by hand",
                        "read",
                        "write",
                        "rmw",
                        "memset",
                        "memcpy"),
                Knob.swept("cores", new Knob.Kind.Whole(1, 1024), "copies at the same time, one a core", "1", "2"),
                Knob.fixed("least", new Knob.Kind.Bytes(64, 1L << 40), "the shortest vector", "256"),
                Knob.fixed("most", new Knob.Kind.Bytes(64, 1L << 40), "the longest vector", "64m"),
                Knob.fixed("steps", new Knob.Kind.Whole(1, 64), "lengths from one power of two to the next", "1"),
                Knob.fixed("limit_ms", new Knob.Kind.Whole(1, 600_000), "milliseconds for each length", "200"));
    }

    /** One call measures all lengths. */
    @Override
    public List<Measurement> measurements(Settings settings, Machine machine, Programs programs) {
        var measurements = new ArrayList<Measurement>();
        for (String operation : settings.words("operation"))
            for (int cores : machine.cores(settings.numbers("cores"))) {
                long share = machine.memory() / 4 / cores;
                measurements.add(
                        measurement(operation, cores, Math.min(settings.only("most"), share), settings, programs));
            }
        return measurements;
    }

    @Override
    public List<Result> results(Measurement measurement) {
        List<String> command = measurement.command();
        return lengths(number(command, "-m"), number(command, "-M"), number(command, "-x")).stream()
                .map(length -> new Result(
                        Metric.higher("bandwidth", "MB/s"), measurement.point().with("vector_bytes", length)))
                .toList();
    }

    private static long number(List<String> command, String option) {
        return Long.parseLong(command.get(command.indexOf(option) + 1));
    }

    /** The program's: powers of two with steps between them, in whole lines of a cache. */
    private static List<Long> lengths(long least, long most, long steps) {
        var lengths = new TreeSet<Long>();
        for (long power = 64; power <= most; power *= 2)
            for (long step = 0; step < steps; step++) lengths.add((power + step * (power / steps)) / 64 * 64);
        return List.copyOf(lengths.subSet(least, true, most, true));
    }

    private static Measurement measurement(
            String operation, int cores, long most, Settings settings, Programs programs) {
        long millis = settings.only("limit_ms");
        double lengths = Math.log((double) most / settings.only("least")) / Math.log(2) + 1;
        double rows = Math.max(1, lengths * settings.only("steps"));
        Duration expected = Duration.ofMillis((long) (50 + rows * (millis + 5)));
        return new Measurement(
                "cachebench",
                Parameters.of("cores", cores, "operation", operation),
                Parameters.of("cores", cores),
                List.of(),
                List.of(
                        programs.path(PROGRAM),
                        "-o",
                        operation,
                        "-m",
                        String.valueOf(settings.only("least")),
                        "-M",
                        String.valueOf(most),
                        "-x",
                        settings.word("steps"),
                        "-t",
                        String.valueOf(millis),
                        "-P",
                        String.valueOf(cores)),
                Cores.started(cores),
                new Measurement.Output.Standard(),
                expected,
                expected.multipliedBy(10).plusMinutes(1));
    }
}
