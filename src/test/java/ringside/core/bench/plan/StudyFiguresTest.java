package ringside.core.bench.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.core.bench.Bench;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.bench.Programs;
import ringside.core.bench.suite.Suite;
import ringside.core.figure.Figure;
import ringside.core.figure.Figures;
import ringside.core.result.Parameters;

/** Which of the study's figures a plan fills. */
class StudyFiguresTest {
    private static final Machine EIGHT_CORES = new Machine(8, 16L << 30, "x86_64", Map.of(Machine.DISK, "native"));

    @TempDir
    private Path folder;

    private static List<Figure> study() {
        return Figures.bundled().all().stream().filter(Figure::ofTheStudy).toList();
    }

    private static Optional<Measurement> candidate(Figure figure, List<Measurement> sweep) {
        return sweep.stream().filter(one -> mayFill(figure, one)).findFirst();
    }

    /** Whether nothing that is known before it is measured keeps it out of the figure. */
    private static boolean mayFill(Figure figure, Measurement measurement) {
        Parameters known = measurement.point().with(measurement.given());
        return figure.benchmarks().contains(measurement.benchmark())
                && figure.where().entrySet().stream().allMatch(wanted -> {
                    String value = known.get(wanted.getKey());
                    return value == null || Stream.of(value.split(" ")).anyMatch(wanted.getValue()::contains);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"opsahl-2013-small", "opsahl-2013"})
    void onEightCoresEveryFigureOfTheStudyIsMeasuredFor(String id) {
        List<Measurement> sweep = Sweep.of(Plans.byId(id).orElseThrow(), EIGHT_CORES, Programs.BY_NAME);
        assertEquals(35, study().size());
        assertEquals(
                List.of(),
                study().stream()
                        .filter(figure -> candidate(figure, sweep).isEmpty())
                        .map(Figure::id)
                        .toList());
    }

    /** One real call for each figure that this machine has the cores for. */
    @Test
    void whatRealToolsPrintIsInTheFiguresThatItIsMeasuredFor() {
        Plan plan = PlanFile.read(
                "small",
                PlanFile.write(Plans.byId("opsahl-2013-small").orElseThrow()).replace("n: [2000]", "n: [200]"));
        var bench = new Bench(folder);
        Map<String, String> paths = new HashMap<>();
        for (Benchmark benchmark : Sweep.benchmarks(plan))
            paths.putAll(bench.programs(benchmark).paths());
        var programs = new Programs(paths);
        List<Measurement> sweep = Sweep.of(plan, Bench.machine(), programs);
        Map<String, Bench.Ran> ran = new HashMap<>();
        var empty = new ArrayList<String>();
        for (Figure figure : study()) {
            Optional<Measurement> measurement = candidate(figure, sweep);
            if (measurement.isEmpty()) continue;
            Benchmark benchmark = Suite.byId(measurement.get().benchmark()).orElseThrow();
            Bench.Ran result = ran.computeIfAbsent(
                    measurement.get().id(), id -> bench.run(benchmark, measurement.get(), programs));
            if (result.samples().stream()
                    .noneMatch(sample -> figure.selection(Set.of()).accepts(sample.parameters())
                            && sample.metric().name().equals(figure.metric())
                            && sample.metric().unit().equals(figure.unit()))) empty.add(figure.id());
        }
        assertEquals(List.of(), empty);
        assertTrue(ran.size() >= 10, () -> "only " + ran.keySet());
    }
}
