package ringside.ui.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.bench.Settings;
import ringside.core.bench.Subject;
import ringside.core.bench.run.Caution;
import ringside.core.bench.run.Event;
import ringside.core.bench.run.Session;
import ringside.core.bench.run.Slot;
import ringside.core.host.Target;
import ringside.core.result.Configuration;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

class BoardTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Metric BANDWIDTH = Metric.higher("bandwidth", "MB/s");
    private static final Measurement SMALL = measurement("4096");
    private static final Measurement LARGE = measurement("16777216");

    private final Board board = new Board();

    private static Measurement measurement(String size) {
        return new Measurement(
                "lmbench-mem",
                Parameters.of("size_bytes", size),
                Parameters.NONE,
                List.of(),
                List.of("bw_mem", size, "rd"),
                Measurement.Cores.started(1),
                new Measurement.Output.Errors(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(20));
    }

    @BeforeEach
    void begin() {
        var plan = new Plan(
                "tiny",
                1,
                "Tiny",
                "",
                new Plan.Repetitions(1, 2, 5, 0.05),
                new Plan.Affinity.Free(),
                "",
                Duration.ofSeconds(20),
                List.of(new Plan.Stage("lmbench-mem", new Settings(Map.of()))));
        var here = new Subject(Configuration.of("host", "host"), Target.LOCAL, "local");
        board.happened(new Event.Started(NOW, new Session("20261125-1", NOW, "set", 1, plan, List.of(here)), false));
        board.happened(new Event.Expanded(NOW, 0, List.of(SMALL, LARGE), 0));
    }

    private static Slot slot(Measurement measurement, int repetition) {
        return new Slot(0, measurement.id(), false, repetition);
    }

    private void started(Slot slot) {
        board.happened(new Event.RunStarted(NOW, slot, List.of("bw_mem", "4k", "rd"), Duration.ofSeconds(1)));
    }

    private void ended(Slot slot, double value) {
        var sample = new Sample(BANDWIDTH, Parameters.of("size_bytes", "4096"), slot.repetition(), Value.of(value), 1);
        board.happened(new Event.RunEnded(
                NOW,
                slot,
                "run",
                Run.Outcome.COMPLETED,
                Duration.ofSeconds(1),
                slot.warmUp() ? List.of() : List.of(sample)));
    }

    private Row row(Measurement measurement) {
        return board.state().rows().stream()
                .filter(row -> row.measurement().equals(measurement))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyMeasurementWaitsAtFirst() {
        assertEquals(
                List.of(Row.Stage.WAITING, Row.Stage.WAITING),
                board.state().rows().stream().map(Row::stage).toList());
        assertEquals(4, board.state().expected());
        assertEquals(0, board.state().done());
        assertEquals(Optional.empty(), board.state().left());
    }

    @Test
    void aRunShowsItsCommandAndTheLastLinesItPrinted() {
        started(slot(SMALL, 1));
        for (int i = 0; i < 300; i++) board.happened(new Event.Printed(NOW, slot(SMALL, 1), false, "line " + i));

        Board.Running running = board.state().running().getFirst();
        assertEquals(List.of("bw_mem", "4k", "rd"), running.command());
        assertEquals(200, running.lines().size());
        assertEquals("line 299", running.lines().getLast());
        assertEquals(Row.Stage.RUNNING, row(SMALL).stage());
        assertEquals(Optional.of(SMALL), board.current());
    }

    @Test
    void aWarmUpDoesNotCount() {
        var warmUp = new Slot(0, SMALL.id(), true, 1);
        started(warmUp);
        ended(warmUp, 1);

        assertEquals(0, row(SMALL).repetitions());
        assertEquals("", row(SMALL).value());
        assertEquals(0, board.samples());
    }

    @Test
    void repetitionsGiveTheirMedianAndTheirSpread() {
        for (int i = 1; i <= 3; i++) {
            started(slot(SMALL, i));
            ended(slot(SMALL, i), 10_000 + i * 100);
        }
        board.happened(new Event.Settled(NOW, 0, SMALL.id(), 3));

        Row row = row(SMALL);
        assertEquals(Row.Stage.DONE, row.stage());
        assertEquals(3, row.repetitions());
        assertEquals("10,200 MB/s", row.value());
        assertEquals("± 0.5 %", row.spreadWords());
        assertEquals(3, board.samples());
        assertEquals(Row.Stage.WAITING, row(LARGE).stage());
    }

    @Test
    void doubtsOfOneKindAreCountedAndStandBesideTheirMeasurement() {
        board.happened(new Event.Cautioned(NOW, slot(SMALL, 1), false, new Caution.Load(0.5)));
        board.happened(new Event.Cautioned(NOW, slot(LARGE, 1), false, new Caution.Load(1.5)));
        board.happened(new Event.Cautioned(NOW, slot(SMALL, 2), true, new Caution.FewSamples(2)));

        assertEquals(
                List.of(new Board.Doubt(new Caution.Load(1.5), 2), new Board.Doubt(new Caution.FewSamples(2), 1)),
                board.state().doubts());
        assertEquals(
                List.of("load", "few-samples"),
                row(SMALL).doubts().stream().map(Row.Doubt::word).toList());
    }

    @Test
    void whatAnEarlierStartHasMeasuredIsShownAsIfItWereOfThisOne() {
        var sample = new Sample(Metric.higher("bandwidth", "MB/s"), Parameters.NONE, 1, Value.of(1234), 1);
        board.happened(
                new Event.Recalled(NOW, slot(SMALL, 1), "r", Run.Outcome.COMPLETED, List.of(sample), List.of("load")));
        assertEquals("1,234 MB/s", row(SMALL).value());
        assertEquals(1, row(SMALL).repetitions());
        assertEquals(List.of(new Row.Doubt("load", "")), row(SMALL).doubts());
    }

    @Test
    void aRunThatFailsIsSaidWithItsReason() {
        board.happened(new Event.RunEnded(
                NOW, slot(SMALL, 1), "run", new Run.Outcome.Failed("no space"), Duration.ofSeconds(1), List.of()));

        assertEquals("no space", row(SMALL).reason());
        assertTrue(board.state().notices().getFirst().text().endsWith("on host: no space"));
    }

    @Test
    void aLostHostIsSaidWithWhenItIsTriedAgain() {
        board.happened(new Event.SubjectLost(
                NOW, 0, "the connection was lost", "check the network", Optional.of(Duration.ofSeconds(5))));

        Board.Notice notice = board.state().notices().getFirst();
        assertEquals("host is lost: the connection was lost. It is tried again in 5 s", notice.text());
        assertEquals("check the network", notice.advice());
    }

    @Test
    void theEndStopsWhatRanAndSaysWhatIsMissing() {
        started(slot(SMALL, 1));
        board.happened(new Event.Progressed(NOW, 3, 9, Duration.ofSeconds(61)));
        board.happened(new Event.Finished(NOW, false, true, List.of("at least 6 runs are still to be made")));

        Board.State state = board.state();
        assertEquals(Row.Stage.WAITING, row(SMALL).stage());
        assertEquals(3, state.done());
        assertEquals(9, state.expected());
        assertTrue(state.finished().isPresent());
        assertEquals(
                "at least 6 runs are still to be made",
                state.notices().getFirst().text());
    }

    @Test
    void whatChangesNothingNeedsNoDrawing() {
        long before = board.version();
        assertEquals(before, board.version());
        board.happened(new Event.Paused(NOW));
        assertNotEquals(before, board.version());
        assertTrue(board.state().paused());
    }

    @Test
    void numbersHaveTheDigitsThatTellSomething() {
        assertEquals("12,346", Row.number(12345.6));
        assertEquals("123.5", Row.number(123.45));
        assertEquals("1.234", Row.number(1.2344));
        assertEquals("0.001234", Row.number(0.0012344));
        assertEquals("-2.500", Row.number(-2.5));
        assertEquals("0", Row.number(0));
    }

    @Test
    void timesAreNoMoreExactThanTheyAreKnown() {
        assertEquals("less than a second", Times.words(Duration.ofMillis(300)));
        assertEquals("75 s", Times.words(Duration.ofSeconds(75)));
        assertEquals("2 min", Times.words(Duration.ofSeconds(100)));
        assertEquals("3 h 05 min", Times.words(Duration.ofMinutes(185)));
    }
}
