package ringside.core.bench.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Knob;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Measurement.Cores;
import ringside.core.bench.Need;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;
import ringside.core.format.ContextSwitch;
import ringside.core.format.ToolFormat;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/**
 * The cost of one switch after Li, Ding and Shen (ExpCS 2007): two processes and pipes on one core, against one process
 * that does the same work. The program is Ringside's own, {@code context-switch.c}.
 */
public final class ContextSwitching implements Benchmark {
    private static final String PROGRAM = "context-switch";

    @Override
    public String id() {
        return "context-switch";
    }

    @Override
    public String title() {
        return "Context Switching (Li, Ding, Shen)";
    }

    @Override
    public String summary() {
        return "What one context switch costs by itself, and through the caches that the other process has used.";
    }

    @Override
    public ToolFormat format(Programs programs) {
        return new ContextSwitch();
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need.Compiled(PROGRAM, "context-switch.c", OwnPrograms.FLAGS));
    }

    @Override
    public List<Knob> knobs() {
        return List.of(
                Knob.swept(
                        "array",
                        new Knob.Kind.Bytes(0, 1 << 30),
                        "size of the array that each process walks over",
                        "0",
                        "1k",
                        "4k",
                        "16k",
                        "64k",
                        "256k",
                        "512k",
                        "1m",
                        "2m",
                        "4m"),
                Knob.swept("stride", new Knob.Kind.Bytes(0, 1 << 20), "bytes from one access to the next", "0", "512"),
                Knob.fixed("rounds", new Knob.Kind.Whole(1, 100), "timings in one call, of which the best counts", "3"),
                Knob.fixed("round_ms", new Knob.Kind.Whole(1, 60_000), "milliseconds that a timing lasts", "100"));
    }

    @Override
    public List<Measurement> measurements(Settings settings, Machine machine, Programs programs) {
        var measurements = new ArrayList<Measurement>();
        for (long stride : settings.numbers("stride"))
            for (long array : settings.numbers("array"))
                // A stride that is not inside the array is no stride
                if ((array == 0 || stride < array) && 4 * array < machine.memory())
                    measurements.add(measurement(array, stride, settings, programs));
        return measurements;
    }

    @Override
    public List<Result> results(Measurement measurement) {
        Parameters point = measurement.point().with(measurement.given()).with("processes", 2);
        return List.of(new Result(Metric.lower("latency", "us"), point));
    }

    private static Measurement measurement(long array, long stride, Settings settings, Programs programs) {
        long rounds = settings.only("rounds");
        long millis = settings.only("round_ms");
        // The rounds of both, and before each about half a round to find its length
        Duration expected = Duration.ofMillis(20 + 2 * rounds * millis + millis);
        return new Measurement(
                "context-switch",
                Parameters.of("array_bytes", array, "stride_bytes", stride),
                Parameters.of("cores", 1),
                List.of(),
                List.of(
                        programs.path(PROGRAM),
                        "-n",
                        String.valueOf(array),
                        "-s",
                        String.valueOf(stride),
                        "-r",
                        String.valueOf(rounds),
                        "-t",
                        String.valueOf(millis)),
                Cores.started(1),
                new Measurement.Output.Standard(),
                expected,
                expected.multipliedBy(20).plusMinutes(1));
    }
}
