package ringside.core.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.core.bench.Bench;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Measurement;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** Ringside's own programs against LMbench's, which measure nearly the same. */
class OwnProgramsTest {
    /**
     * A busy machine of two cores moves a single timing by some times; a wrong unit (ns for us, bytes for elements, one
     * switch for a round trip's thousand) moves it by more.
     */
    private static final double SWITCHES = 10;

    private static final double BANDWIDTHS = 5;
    private static final int TRIES = 5;

    @TempDir
    private Path folder;

    /** The median of some calls of a benchmark's only point, of the sample that has these parameters. */
    private double median(String id, Map<String, List<String>> set, Map<String, String> of) {
        Benchmark benchmark = Suite.byId(id).orElseThrow();
        var bench = new Bench(folder);
        Programs programs = bench.programs(benchmark);
        List<Measurement> sweep =
                benchmark.measurements(Settings.of(benchmark.knobs(), set), Bench.machine(), programs);
        assertEquals(1, sweep.size());
        // lat_ctx prints nothing where its overhead seems larger than all it timed
        double[] values = IntStream.range(0, TRIES)
                .mapToObj(call -> bench.run(benchmark, sweep.getFirst(), programs).samples().stream())
                .flatMapToDouble(samples -> samples.filter(
                                sample -> sample.parameters().asMap().entrySet().containsAll(of.entrySet()))
                        .map(Sample::value)
                        .mapToDouble(value -> ((Value.Measured) value).number()))
                .sorted()
                .toArray();
        return values[values.length / 2];
    }

    private static void assertWithin(double factor, double known, double own) {
        assertTrue(own > known / factor && own < known * factor, () -> "LMbench: " + known + ", own: " + own);
    }

    @Test
    void aSwitchCostsAboutWhatLatCtxSays() {
        double known = median(
                "lmbench-ctx",
                Map.of("processes", List.of("2"), "size_kb", List.of("0"), "cores", List.of("1")),
                Map.of("processes", "2"));
        double own = median(
                "context-switch",
                Map.of("array", List.of("0"), "stride", List.of("0"), "round_ms", List.of("20")),
                Map.of());
        assertWithin(SWITCHES, known, own);
    }

    @ParameterizedTest
    @CsvSource({"hand-read,frd,1", "hand-write,fwr,1", "memset,bzero,1", "memcpy,bcopy,2"})
    void bandwidthsAreAboutWhatBwMemSays(String operation, String known, int counted) {
        double lmbench = median(
                "lmbench-mem",
                Map.of("operation", List.of(known), "size", List.of("256k"), "cores", List.of("1")),
                Map.of());
        double own = median(
                "cachebench",
                Map.of(
                        "operation", List.of(operation),
                        "cores", List.of("1"),
                        "least", List.of("256k"),
                        "most", List.of("256k"),
                        "limit_ms", List.of("20")),
                Map.of("vector_bytes", "262144"));
        // Cachebench's MB are 2^20 bytes, and a byte that is copied counts twice
        assertWithin(BANDWIDTHS, lmbench, own * 1.048576 / counted);
    }

    @Test
    void walkingOverALargeArrayTakesLongerThanOverNone() {
        Map<String, List<String>> set = Map.of("stride", List.of("0"), "round_ms", List.of("20"));
        assertTrue(alone(set, "1m") > 10 * alone(set, "0"), "the compiler has left out the walk");
    }

    private double alone(Map<String, List<String>> set, String array) {
        Benchmark benchmark = new ContextSwitching();
        var bench = new Bench(folder);
        Programs programs = bench.programs(benchmark);
        var all = new HashMap<>(set);
        all.put("array", List.of(array));
        Measurement only = benchmark
                .measurements(Settings.of(benchmark.knobs(), all), Bench.machine(), programs)
                .getFirst();
        Sample sample = bench.run(benchmark, only, programs).samples().getFirst();
        return Double.parseDouble(String.valueOf(sample.parameters().get("time1_us")));
    }
}
