package ringside.core.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.core.bench.Plan;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

class ScheduleTest {
    private static final Metric LATENCY = Metric.lower("latency", "us");

    /** What a run would give: the same for the same slot, quiet or noisy by its measurement, a failure in so many of 20. */
    private static Ran made(Slot slot, long seed, int failures) {
        var random = new Random(slot.hashCode() * 31L + seed);
        boolean failed = random.nextInt(20) < failures;
        double noise = slot.measurement().hashCode() % 3 == 0 ? 0.5 : 0.001;
        var sample = new Sample(LATENCY, Parameters.NONE, 1, Value.of(10 * (1 + noise * random.nextGaussian())), 1);
        return Rans.of(
                slot,
                failed ? new Run.Outcome.Failed("chance") : Run.Outcome.COMPLETED,
                failed ? List.of() : List.of(sample));
    }

    private record Case(long seed, Plan.Repetitions repetitions, Map<Integer, Set<String>> measurements) {
        static Case random(long seed) {
            var random = new Random(seed);
            int atLeast = 1 + random.nextInt(3);
            var repetitions = new Plan.Repetitions(random.nextInt(3), atLeast, atLeast + random.nextInt(8), 0.02);
            var measurements = new HashMap<Integer, Set<String>>();
            for (int subject = 0; subject <= random.nextInt(3); subject++) {
                var ids = new LinkedHashSet<String>();
                for (int i = 0; i <= random.nextInt(12); i++) ids.add("m" + random.nextInt(15));
                measurements.put(subject, ids);
            }
            return new Case(seed, repetitions, measurements);
        }

        Schedule schedule() {
            return new Schedule(seed, repetitions, measurements, false);
        }

        /** Measures on from a journal, at most so many runs. */
        void go(List<Entry> journal, int most) {
            go(journal, most, 0);
        }

        void go(List<Entry> journal, int most, int failures) {
            History history = History.of(new Settling(repetitions), journal);
            for (int i = 0; i < most; i++) {
                Optional<Slot> next = schedule().next(history);
                if (next.isEmpty()) return;
                Ran ran = made(next.get(), seed, failures);
                journal.add(ran);
                history.add(ran);
            }
        }
    }

    private static List<Slot> slots(List<Entry> journal) {
        return journal.stream().map(entry -> ((Ran) entry).slot()).toList();
    }

    @Test
    void howeverOftenItIsInterruptedTheSameRunsAreMadeInTheSameOrderAndNoneTwice() {
        for (long seed = 0; seed < 300; seed++) {
            Case one = Case.random(seed);
            var whole = new ArrayList<Entry>();
            one.go(whole, Integer.MAX_VALUE);
            var pieces = new ArrayList<Entry>();
            var random = new Random(~seed);
            for (int start = 0; start < 2_000 && pieces.size() < whole.size(); start++)
                one.go(pieces, random.nextInt(6));
            one.go(pieces, 1);
            assertEquals(slots(whole), slots(pieces), "seed " + seed);
            assertEquals(whole.size(), Set.copyOf(slots(whole)).size(), "seed " + seed);
        }
    }

    @Test
    void whatFailsIsMadeAgainByALaterStartUnderAnotherNumber() {
        for (long seed = 0; seed < 300; seed++) {
            Case one = Case.random(seed);
            var journal = new ArrayList<Entry>();
            for (int start = 0; start < 40; start++) one.go(journal, Integer.MAX_VALUE, 5);
            assertEquals(journal.size(), Set.copyOf(slots(journal)).size(), "seed " + seed);
            for (var cell : cells(one)) {
                long sound = journal.stream()
                        .map(Ran.class::cast)
                        .filter(ran ->
                                ran.slot().cell().equals(cell) && !ran.slot().warmUp() && ran.isSound())
                        .count();
                assertTrue(sound >= one.repetitions().atLeast(), "seed " + seed + ", " + cell + ": " + sound);
                assertTrue(sound <= one.repetitions().atMost(), "seed " + seed + ", " + cell + ": " + sound);
            }
        }
    }

    private static List<Slot.Cell> cells(Case one) {
        return one.measurements().entrySet().stream()
                .flatMap(subject -> subject.getValue().stream().map(id -> new Slot.Cell(subject.getKey(), id)))
                .toList();
    }

    @Test
    void repetitionsStopWithinTheTargetOrAtTheCap() {
        for (long seed = 0; seed < 100; seed++) {
            Case one = Case.random(seed);
            var journal = new ArrayList<Entry>();
            one.go(journal, Integer.MAX_VALUE);
            History history = History.of(new Settling(one.repetitions()), journal);
            one.measurements()
                    .forEach((subject, ids) -> ids.forEach(id -> {
                        var cell = new Slot.Cell(subject, id);
                        int count = history.counted(cell);
                        assertEquals(one.repetitions().warmUp(), history.warmUps(cell));
                        assertTrue(count >= one.repetitions().atLeast()
                                && count <= one.repetitions().atMost());
                        if (count > one.repetitions().atLeast()) {
                            var before = history.calls(cell).subList(0, count - 1);
                            assertTrue(new Settling(one.repetitions()).needsMore(before), "the last one was wanted");
                        }
                    }));
        }
    }

    @Test
    void theOrderIsTheSeedsAndOtherwiseRandom() {
        var ids = new LinkedHashSet<String>();
        for (int i = 0; i < 40; i++) ids.add("m" + i);
        var repetitions = new Plan.Repetitions(0, 2, 2, 0.5);
        var one = new Case(1, repetitions, Map.of(0, ids, 1, ids));
        var other = new Case(2, repetitions, Map.of(0, ids, 1, ids));
        var first = new ArrayList<Entry>();
        one.go(first, Integer.MAX_VALUE);
        var second = new ArrayList<Entry>();
        other.go(second, Integer.MAX_VALUE);
        assertNotEquals(slots(first), slots(second));
        List<String> block = measurements(slots(first).subList(0, 80));
        assertNotEquals(block, measurements(slots(first).subList(80, 160)), "each block has its own order");
        assertNotEquals(List.copyOf(ids), block);
        long firstSubject =
                slots(first).stream().filter(slot -> slot.subject() == 0).count();
        assertEquals(80, firstSubject);
        long leads = 0;
        for (int i = 0; i < 160; i += 2) if (slots(first).get(i).subject() == 0) leads++;
        assertTrue(leads > 20 && leads < 60, "neither always goes first: " + leads);
    }

    private static List<String> measurements(List<Slot> slots) {
        return slots.stream().map(Slot::measurement).distinct().toList();
    }

    @Test
    void whatFailsAlwaysIsNotTriedToTheCap() {
        var settling = new Settling(new Plan.Repetitions(0, 3, 50, 0.01));
        var failed = new ArrayList<Ran>();
        for (int i = 1; i <= 3; i++) {
            failed.add(Rans.of(Slot.counted(0, "m", i), new Run.Outcome.Failed("no"), List.of()));
            assertEquals(i < 3, settling.needsMore(failed));
        }
    }
}
