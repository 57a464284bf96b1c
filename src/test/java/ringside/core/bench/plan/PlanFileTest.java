package ringside.core.bench.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.core.RingsideException;
import ringside.core.bench.Machine;
import ringside.core.bench.Plan;
import ringside.core.bench.Plan.Affinity;
import ringside.core.bench.Plan.Repetitions;
import ringside.core.bench.Plan.Stage;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;
import ringside.core.bench.suite.Suite;

class PlanFileTest {
    private static final String PLAN = """
            ringside-plan: 1
            id: mine
            version: 3
            title: Mine
            description: Two sizes
            repetitions:
              warm_up: 1
              at_least: 5
              at_most: 20
              target_percent: 2.5
            affinity: [2, 3]
            directory: /mnt/disk
            longest_s: 600
            benchmarks:
              - benchmark: lmbench-mem
                operation: rd
                size: [4k, 1m]
            """;

    static Stream<Plan> bundled() {
        return Plans.bundled().stream();
    }

    @Test
    void saysWhatToMeasureAndHowWell() {
        Plan plan = PlanFile.read("mine.yaml", PLAN);
        Settings settings = Settings.of(
                Suite.byId("lmbench-mem").orElseThrow().knobs(),
                Map.of("operation", List.of("rd"), "size", List.of("4k", "1m")));
        assertEquals(
                new Plan(
                        "mine",
                        3,
                        "Mine",
                        "Two sizes",
                        new Repetitions(1, 5, 20, 0.025),
                        new Affinity.Listed(List.of(2, 3)),
                        "/mnt/disk",
                        Duration.ofMinutes(10),
                        List.of(new Stage("lmbench-mem", settings))),
                plan);
        assertEquals(
                List.of(
                        "lmbench-mem/cores=1;operation=rd;size_bytes=4096",
                        "lmbench-mem/cores=1;operation=rd;size_bytes=1048576"),
                Sweep.of(plan, new Machine(1, 1L << 30, "x86_64", Map.of()), Programs.BY_NAME).stream()
                        .map(one -> one.id())
                        .toList());
    }

    @Test
    void writtenAndReadAgainItIsTheSame() {
        Plan plan = PlanFile.read("mine.yaml", PLAN.replace("Two sizes", "\"A \\\"line\\\"\\nand: #another\\u2028\""));
        assertEquals("A \"line\"\nand: #another\u2028", plan.description());
        assertEquals(plan, PlanFile.read("written", PlanFile.write(plan)));
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void writtenAndReadAgainABundledOneIsTheSame(Plan plan) {
        assertEquals(plan, PlanFile.read("written", PlanFile.write(plan)));
        assertEquals(plan, Plans.byId(plan.id()).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ringside-plan: 1        | ringside-plan: 2       | 1  | from 1 to 1
            id: mine                | id: ../mine            | 2  | small letters
            title: Mine             | titel: Mine            | 4  | unknown key titel of a plan; allowed are ringside-plan, id
            longest_s: 600          | longest_h: 600         | 13 | unknown key longest_h
            title: Mine             | # Mine                 | 1  | lacks the key title
            at_most: 20             | atmost: 20             | 9  | unknown key atmost of repetitions
            affinity: [2, 3]        | affinity: [2, x]       | 11 | first-cores
            at_most: 20             | at_most: 2             | 9  | at_most is less than at_least
            target_percent: 2.5     | target_percent: 0      | 10 | above 0 and below 100
            directory: /mnt/disk    | directory: disk        | 12 | a path from the root
            operation: rd           | operation: rb          | 16 | one of rd, wr
            operation: rd           | sizes: rd              | 16 | unknown key sizes of a benchmark
            size: [4k, 1m]          | size: [4k, 1x]         | 17 | bytes from 513
            size: [4k, 1m]          | size: []               | 17 | 1 to 1000 values
            benchmark: lmbench-mem  | benchmark: bw_mem      | 15 | there are hpl,
            version: 3              | version: third         | 3  | a whole number
            title: Mine             | title: [a, b]          | 4  | allowed is one value
            """)
    void whatIsNotAllowedIsNamedWithItsLine(String before, String after, int line, String says) {
        String text = PLAN.replace(before, after);
        RingsideException refused = assertThrows(RingsideException.class, () -> PlanFile.read("mine.yaml", text));
        assertTrue(refused.problem().startsWith("mine.yaml, line " + line + ": "), refused::problem);
        assertTrue(refused.problem().contains(says), refused::problem);
    }

    @Test
    void aPlanThatIsNotThereIsNamedWithThoseThatAre() {
        RingsideException refused = assertThrows(RingsideException.class, () -> Plans.named("opsahl"));
        assertTrue(refused.remedy().contains("opsahl-2013-small"), refused::remedy);
    }
}
