package ringside.core.bench.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.bench.Plan.Repetitions;
import ringside.core.bench.Programs;

class EstimateTest {
    private static final Machine TWO_CORES = new Machine(2, 8L << 30, "x86_64", Map.of());

    private static List<Measurement> sweep() {
        return Sweep.of(Plans.byId("quick").orElseThrow(), TWO_CORES, Programs.BY_NAME);
    }

    private static Duration expected(List<Measurement> sweep) {
        return sweep.stream().map(Measurement::expected).reduce(Duration.ZERO, Duration::plus);
    }

    private static void assertNear(Duration expected, Duration actual) {
        assertTrue(expected.minus(actual).abs().toMillis() <= 5, () -> "expected " + expected + ", is " + actual);
    }

    @Test
    void beforehandItIsWhatTheBenchmarksExpectForEachRepetition() {
        var estimate = new Estimate(new Repetitions(1, 4, 6, 0.05), sweep());
        assertNear(expected(sweep()).multipliedBy(6), estimate.total());
        assertEquals(estimate.total(), estimate.left());
    }

    @Test
    void whatWasMeasuredCorrectsItsOwnBenchmarkAndThoseWithoutAnyOfTheirOwn() {
        List<Measurement> sweep = sweep();
        var estimate = new Estimate(new Repetitions(0, 1, 1, 0.05), sweep);
        estimate.took(sweep.getFirst(), sweep.getFirst().expected().multipliedBy(3));
        estimate.settled(sweep.getFirst());
        assertNear(expected(sweep).multipliedBy(3), estimate.total());
    }

    @Test
    void nothingIsLeftWhenAllHasSettled() {
        List<Measurement> sweep = sweep();
        var estimate = new Estimate(new Repetitions(0, 3, 9, 0.05), sweep);
        for (Measurement measurement : sweep) {
            IntStream.range(0, 4).forEach(call -> estimate.took(measurement, Duration.ofMillis(250)));
            estimate.settled(measurement);
        }
        assertEquals(Duration.ZERO, estimate.left());
        assertEquals(Duration.ofSeconds(sweep.size()), estimate.total());
    }

    @Test
    void measurementsThatNeedMoreRepetitionsThanOthersAreExpectedToGoOn() {
        List<Measurement> sweep = sweep();
        var estimate = new Estimate(new Repetitions(0, 3, 9, 0.05), sweep);
        IntStream.range(0, 9).forEach(call -> estimate.took(sweep.getFirst(), Duration.ofSeconds(1)));
        Duration before = estimate.left();
        estimate.settled(sweep.getFirst());
        assertTrue(estimate.left().compareTo(before.minusSeconds(1)) >= 0, "the others are expected to need more too");
    }

    /** The calls of real sessions, in their order: three blocks on a busy machine of two cores, and one on a quiet one. */
    @ParameterizedTest
    @CsvSource({"opsahl-2013-small, 3", "quick, 1"})
    void afterTheFirstTenthOfARealSessionItIsWithinAQuarterOfWhatItTook(String plan, int blocks) throws IOException {
        Map<String, Measurement> sweep = Sweep.of(Plans.byId(plan).orElseThrow(), TWO_CORES, Programs.BY_NAME).stream()
                .collect(Collectors.toMap(Measurement::id, measurement -> measurement));
        List<String[]> calls =
                Files.readAllLines(Path.of("src/test/resources/recorded/bench/" + plan + "-durations.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(",", 2))
                        .toList();
        double took =
                calls.stream().mapToDouble(call -> Double.parseDouble(call[1])).sum();
        assertEquals(blocks * sweep.size(), calls.size());
        var estimate = new Estimate(new Repetitions(0, blocks, blocks, 0.05), List.copyOf(sweep.values()));
        double elapsed = 0;
        for (String[] call : calls) {
            double seconds = Double.parseDouble(call[1]);
            elapsed += seconds;
            Measurement measurement = Objects.requireNonNull(sweep.get(call[0]));
            estimate.took(measurement, Duration.ofMillis((long) (seconds * 1000)));
            if (blocks == 1) estimate.settled(measurement);
            double off = estimate.total().toMillis() / 1000.0 / took;
            if (elapsed >= took / 10 && elapsed < took * 0.9)
                assertTrue(off > 0.75 && off < 1.25, "after %.0f s: %.2f".formatted(elapsed, off));
        }
    }

    @Test
    void bundledPlansFitTheirTime() {
        assertTrue(beforehand("quick").compareTo(Duration.ofMinutes(3)) < 0, () -> "" + beforehand("quick"));
        assertTrue(
                beforehand("opsahl-2013-small").compareTo(Duration.ofMinutes(20)) < 0,
                () -> "" + beforehand("opsahl-2013-small"));
    }

    @Test
    void theWholeStudyTakesANightOnTwoCoresAndOnEight() {
        for (int cores : List.of(2, 8)) {
            var machine = new Machine(cores, 32L << 30, "x86_64", Map.of());
            Duration night = beforehand("opsahl-2013", machine);
            assertTrue(night.compareTo(Duration.ofHours(12)) < 0, () -> cores + " cores: " + night);
            assertTrue(night.compareTo(Duration.ofHours(7)) > 0, () -> cores + " cores: " + night);
        }
    }

    private static Duration beforehand(String id) {
        return beforehand(id, TWO_CORES);
    }

    private static Duration beforehand(String id, Machine machine) {
        Plan plan = Plans.byId(id).orElseThrow();
        return new Estimate(plan.repetitions(), Sweep.of(plan, machine, Programs.BY_NAME)).total();
    }
}
