package ringside.core.bench.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Knob;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Measurement.Cores;
import ringside.core.bench.Need;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;
import ringside.core.format.Lmbench;
import ringside.core.format.ToolFormat;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/** LMbench's {@code lat_ctx}: a ring of processes hands a token on, each with some memory that it walks over. */
public final class LmbenchContextSwitch implements Benchmark {
    private static final String PROGRAM = "lat_ctx";
    private static final String PROCESSES = "processes";

    @Override
    public String id() {
        return "lmbench-ctx";
    }

    @Override
    public String title() {
        return "LMbench context switch";
    }

    @Override
    public String summary() {
        return "Time to switch from one process to the next, for several numbers and sizes of processes.";
    }

    @Override
    public ToolFormat format(Programs programs) {
        return new Lmbench();
    }

    @Override
    public List<Need> needs() {
        return List.of(LmbenchProgram.need(PROGRAM));
    }

    @Override
    public List<Knob> knobs() {
        return List.of(
                Knob.swept("processes", new Knob.Kind.Whole(2, 200), "processes in the ring", "2", "4", "8", "16"),
                Knob.swept(
                        "size_kb",
                        new Knob.Kind.Whole(0, 1 << 20),
                        "memory that each process walks over, in KB of 1024 bytes",
                        "0",
                        "4",
                        "8",
                        "16",
                        "32",
                        "64"),
                Knob.swept(
                        "cores", new Knob.Kind.Whole(1, 4096), "cores that the processes may use", "1", "2", "4", "8"),
                LmbenchProgram.ENOUGH);
    }

    /** One call measures all numbers of processes. */
    @Override
    public List<Measurement> measurements(Settings settings, Machine machine, Programs programs) {
        var measurements = new ArrayList<Measurement>();
        for (int cores : machine.cores(settings.numbers("cores")))
            for (long size : settings.numbers("size_kb")) {
                List<Long> processes = settings.numbers("processes").stream()
                        .filter(count -> count * size * 1024 < machine.memory() / 2)
                        .toList();
                if (!processes.isEmpty()) measurements.add(measurement(cores, size, processes, settings, programs));
            }
        return measurements;
    }

    @Override
    public List<Result> results(Measurement measurement) {
        return Stream.of(String.valueOf(measurement.point().get(PROCESSES)).split(" "))
                .map(count -> new Result(
                        Metric.lower("latency", "us"), measurement.point().with(PROCESSES, count)))
                .toList();
    }

    private static Measurement measurement(
            int cores, long size, List<Long> processes, Settings settings, Programs programs) {
        String counts = processes.stream().map(String::valueOf).collect(Collectors.joining(" "));
        String[] arguments = Stream.concat(
                        Stream.of("-s", String.valueOf(size)),
                        processes.stream().map(String::valueOf))
                .toArray(String[]::new);
        // Each count is measured until a timing is long enough, by doubling
        Duration expected = Duration.ofMillis(20 + processes.size() * settings.only("enough_us") / 100);
        return new Measurement(
                "lmbench-ctx",
                Parameters.of("cores", cores, "size_kb", size, PROCESSES, counts),
                Parameters.of("cores", cores),
                List.of(),
                LmbenchProgram.call(PROGRAM, programs, settings, arguments),
                Cores.confined(cores),
                new Measurement.Output.Errors(),
                expected,
                expected.multipliedBy(20).plusMinutes(1));
    }
}
