package ringside.core.bench.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

/** LMbench's {@code bw_mem}: reading, writing and copying of blocks from the size of caches to that of memory. */
public final class LmbenchMemory implements Benchmark {
    private static final String PROGRAM = "bw_mem";

    /** These work on two blocks. */
    private static final Set<String> COPYING = Set.of("cp", "fcp", "bcopy");

    @Override
    public String id() {
        return "lmbench-mem";
    }

    @Override
    public String title() {
        return "LMbench memory bandwidth";
    }

    @Override
    public String summary() {
        return "Bandwidth of reading, writing and copying memory, for blocks across all caches.";
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
        List<String> operations = List.of("rd", "wr", "rdwr", "cp", "frd", "fwr", "fcp", "bzero", "bcopy");
        return List.of(
                Knob.swept(
                        "operation",
                        new Knob.Kind.Word(operations),
                        "what is done with the block",
                        operations.toArray(String[]::new)),
                Knob.swept(
                        "size",
                        new Knob.Kind.Bytes(513, 1L << 40),
                        "size of the block",
                        "1k",
                        "2k",
                        "4k",
                        "8k",
                        "16k",
                        "32k",
                        "64k",
                        "128k",
                        "256k",
                        "512k",
                        "1m",
                        "2m",
                        "4m",
                        "8m",
                        "16m",
                        "32m",
                        "64m"),
                Knob.swept("cores", new Knob.Kind.Whole(1, 4096), "processes at the same time, one a core", "1", "2"),
                LmbenchProgram.ENOUGH);
    }

    @Override
    public List<Measurement> measurements(Settings settings, Machine machine, Programs programs) {
        var measurements = new ArrayList<Measurement>();
        for (String operation : settings.words("operation"))
            for (int cores : machine.cores(settings.numbers("cores")))
                for (long size : settings.numbers("size")) {
                    long blocks = cores * (COPYING.contains(operation) ? 2L : 1L);
                    if (size * blocks < machine.memory() / 2)
                        measurements.add(measurement(operation, cores, size, settings, programs));
                }
        return measurements;
    }

    @Override
    public List<Result> results(Measurement measurement) {
        return List.of(new Result(
                Metric.higher("bandwidth", "MB/s"), measurement.point().with(measurement.given())));
    }

    private static Measurement measurement(
            String operation, int cores, long size, Settings settings, Programs programs) {
        // The timing itself, the rounds before it that were too short, and touching the memory once; several processes
        // wait a second for each other, and touch it at the same time
        long besides = cores == 1 ? size / 400_000 : 1_000 + size / 25_000;
        Duration expected = Duration.ofMillis(20 + settings.only("enough_us") / 30 + besides);
        return new Measurement(
                "lmbench-mem",
                Parameters.of("cores", cores, "operation", operation, "size_bytes", size),
                Parameters.of("cores", cores, "operation", operation, "processes", cores),
                List.of(),
                LmbenchProgram.call(
                        PROGRAM, programs, settings, "-P", String.valueOf(cores), String.valueOf(size), operation),
                Cores.started(cores),
                new Measurement.Output.Errors(),
                expected,
                expected.multipliedBy(20).plusMinutes(1));
    }
}
