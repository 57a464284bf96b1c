package ringside.core.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.core.bench.Bench;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Knob;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** What holds for every benchmark of the suite, with the real tools where they are installed. */
class SuiteTest {
    private static final Machine EIGHT_CORES = new Machine(8, 8L << 30, "x86_64", Map.of());

    /** The shortest that each knob allows, so that real tools answer at once. */
    private static final Map<String, List<String>> SHORT = Map.ofEntries(
            Map.entry("round_ms", List.of("1")),
            Map.entry("limit_ms", List.of("1")),
            Map.entry("n", List.of("200")),
            Map.entry("file", List.of("1m")),
            Map.entry("seconds", List.of("1")),
            Map.entry("most", List.of("64k")),
            Map.entry("size", List.of("1k", "96k", "8m")),
            Map.entry("size_kb", List.of("0", "16")),
            Map.entry("array", List.of("0", "16k")));

    @TempDir
    private Path folder;

    static Stream<Benchmark> suite() {
        return Suite.all().stream();
    }

    private static Settings settings(Benchmark benchmark, Map<String, List<String>> set) {
        return Settings.of(benchmark.knobs(), set);
    }

    @Test
    void everyFileOfTheFolderIsListed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/ringside/core/bench/suite"))) {
            List<String> benchmarks = files.map(
                            file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> {
                        try {
                            return Benchmark.class.isAssignableFrom(Class.forName("ringside.core.bench.suite." + name));
                        } catch (ClassNotFoundException noClass) {
                            return false;
                        }
                    })
                    .sorted()
                    .toList();
            assertEquals(
                    benchmarks,
                    suite().map(one -> one.getClass().getSimpleName()).sorted().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("suite")
    void usualValuesAreAllowedOnes(Benchmark benchmark) {
        for (Knob knob : benchmark.knobs())
            for (String value : knob.usual()) assertTrue(knob.refusal(value).isEmpty(), knob.name() + " " + value);
    }

    @ParameterizedTest
    @MethodSource("suite")
    void everyMeasurementHasAPointOfItsOwnWhateverTheHost(Benchmark benchmark) {
        var elsewhere = new Programs(Map.of("lat_ctx", "/opt/lat_ctx", "xhpl", "/opt/xhpl", "iozone", "/opt/iozone"));
        var guest = new Machine(8, 8L << 30, "aarch64", Map.of(Machine.DISK, "qcow2"));
        Settings usual = settings(benchmark, Map.of());
        List<String> ids = benchmark.measurements(usual, EIGHT_CORES, Programs.BY_NAME).stream()
                .map(Measurement::id)
                .toList();
        assertFalse(ids.isEmpty());
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertEquals(
                ids,
                benchmark.measurements(usual, guest, elsewhere).stream()
                        .map(Measurement::id)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("suite")
    void commandsAndInputFilesAreTheSameInACountryWithDigitsOfItsOwn(Benchmark benchmark) {
        Settings usual = settings(benchmark, Map.of());
        List<Measurement> here = benchmark.measurements(usual, EIGHT_CORES, Programs.BY_NAME);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertEquals(here, benchmark.measurements(usual, EIGHT_CORES, Programs.BY_NAME));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("suite")
    void noMeasurementUsesMoreCoresOrMemoryThanThereAre(Benchmark benchmark) {
        var small = new Machine(2, 64L << 20, "x86_64", Map.of());
        for (Measurement measurement : benchmark.measurements(settings(benchmark, Map.of()), small, Programs.BY_NAME)) {
            assertTrue(measurement.cores().count() <= 2, measurement::id);
            String size = measurement.point().get("size_bytes");
            assertTrue(size == null || Long.parseLong(size) < 64L << 20, measurement::id);
        }
    }

    @ParameterizedTest
    @MethodSource("suite")
    void realToolsPrintWhatTheFormatReads(Benchmark benchmark) {
        var bench = new Bench(folder);
        Programs programs = bench.programs(benchmark);
        Map<String, List<String>> set = benchmark.knobs().stream()
                .map(Knob::name)
                .filter(SHORT::containsKey)
                .collect(Collectors.toMap(name -> name, SHORT::get));
        List<Measurement> sweep = benchmark.measurements(settings(benchmark, set), Bench.machine(), programs);
        for (Measurement measurement : List.of(sweep.getFirst(), sweep.get(sweep.size() / 2), sweep.getLast())) {
            Bench.Ran ran = bench.run(benchmark, measurement, programs);
            assertFalse(ran.samples().isEmpty(), () -> measurement.id() + " " + ran.reading());
            assertTrue(ran.reading().skipped().isEmpty(), () -> measurement.id() + " " + ran.reading());
            for (Sample sample : ran.samples()) holds(measurement, sample);
            assertFalse(benchmark.results(measurement).isEmpty());
            for (Benchmark.Result result : benchmark.results(measurement))
                assertTrue(
                        ran.samples().stream().anyMatch(sample -> is(result, sample)),
                        () -> result + " is not in " + ran.samples());
        }
    }

    private static boolean is(Benchmark.Result result, Sample sample) {
        Map<String, String> there = sample.parameters().point().asMap();
        return sample.metric().equals(result.metric())
                && there.entrySet().containsAll(result.parameters().asMap().entrySet());
    }

    /** What was asked for is what was measured, and it is a number. */
    private static void holds(Measurement measurement, Sample sample) {
        measurement.point().asMap().forEach((key, value) -> {
            boolean oneOfSeveral = value.contains(" ");
            assertTrue(
                    oneOfSeveral
                            ? List.of(value.split(" "))
                                    .contains(sample.parameters().get(key))
                            : value.equals(sample.parameters().get(key)),
                    () -> measurement.id() + " gave " + sample);
        });
        assertTrue(sample.value() instanceof Value.Measured, () -> measurement.id() + " gave " + sample);
    }
}
