package ringside.core.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.adapter.jdbc.JdbcStore;
import ringside.adapter.local.LocalShell;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.bench.TemporaryGuest;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;

/** A session that starts and removes its guests, which a fake plays on this machine. */
class TemporaryGuestsTest {
    private static final int SIZES = 3;

    @TempDir
    Path folder;

    private final ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final FakeGuests guests = new FakeGuests();
    private final Controls controls = new Controls();

    @AfterEach
    void close() {
        store.close();
        assertEquals(Set.of(), guests.running, "a guest was left behind");
    }

    private Measuring measuring(Guests starting) {
        var ground = new Ground(
                folder.resolve("host").toString(), subject -> folder + "/machine.lock", List.of(Duration.ofMillis(50)));
        return new Measuring(
                (target, questions) -> new LocalShell(),
                store,
                folder.resolve("bench"),
                List.of(Tiny.quick(SIZES)),
                ground,
                starting);
    }

    private static Subject guest(String label, String... benchmarks) {
        var configuration = new Configuration("qemu", label, Map.of(), Map.of("disk", "raw"), Environment.UNKNOWN);
        return new Subject(
                configuration,
                Target.LOCAL,
                "here",
                Optional.of(new TemporaryGuest("lab", "name: x\n", Set.of(benchmarks))));
    }

    private Session begin(Plan plan) {
        return measuring(guests)
                .begin(plan, List.of(Tiny.local("host"), guest("one"), guest("two")), "mine", OptionalLong.of(7));
    }

    private Event.Finished measure(Session session) {
        return measuring(guests).measure(session, AccessQuestions.NOBODY, controls, events::add);
    }

    private <E extends Event> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<Integer> subjectsInTheirOrder() {
        return all(Event.RunStarted.class).stream()
                .map(started -> started.slot().subject())
                .toList();
    }

    @Test
    void aGuestIsStartedForEachBlockOfItsRunsAndNoneIsThereWhileAnotherSubjectIsMeasured() {
        assertTrue(measure(begin(Tiny.plan(0, 2, 2))).complete());
        // Each was looked at once, and then measured in two blocks
        assertEquals(3, Collections.frequency(guests.starts(), "one"));
        assertEquals(3, Collections.frequency(guests.starts(), "two"));
        List<Integer> order = subjectsInTheirOrder();
        assertEquals(3 * 2 * SIZES, order.size());
        for (int block = 0; block < 6; block++)
            assertEquals(
                    1,
                    Set.copyOf(order.subList(block * SIZES, (block + 1) * SIZES))
                            .size(),
                    order::toString);
        assertEquals(3, Set.copyOf(order.subList(0, 3 * SIZES)).size(), "the first repetition goes over all: " + order);
        assertEquals(4, all(Event.GuestStarted.class).size());
        assertEquals(4, all(Event.GuestRemoved.class).size());
    }

    @Test
    void aLastGuestThatCannotBeEndedIsTold() {
        Session session =
                measuring(guests).begin(Tiny.plan(0, 1, 1), List.of(guest("one")), "mine", OptionalLong.of(7));
        Event.Finished finished = measuring(guests).measure(session, AccessQuestions.NOBODY, controls, event -> {
            events.add(event);
            guests.immortal = all(Event.RunEnded.class).size() == SIZES;
        });
        assertTrue(finished.complete());
        assertEquals(
                List.of("a guest cannot be ended"),
                all(Event.SubjectLost.class).stream()
                        .map(Event.SubjectLost::problem)
                        .toList());
        guests.running.clear();
    }

    @Test
    void besideAGuestThatCannotBeRemovedNothingIsMeasured() {
        Session session = begin(Tiny.plan(0, 1, 1));
        List<String> runs = new ArrayList<>();
        var stuck = assertThrows(
                RingsideException.class,
                () -> measuring(guests).measure(session, AccessQuestions.NOBODY, controls, event -> {
                    events.add(event);
                    if (!(event instanceof Event.RunEnded ended)) return;
                    runs.add(session.label(ended.slot().subject()));
                    boolean temporary = session.subjects()
                            .get(ended.slot().subject())
                            .guest()
                            .isPresent();
                    if (temporary && runs.size() >= SIZES) guests.immortal = true;
                }));
        assertEquals("a guest cannot be ended", stuck.problem());
        String last = runs.getLast();
        int first = runs.indexOf(last);
        assertEquals(Set.of(last), Set.copyOf(runs.subList(first, runs.size())), "none beside it");
        guests.running.clear();
    }

    @Test
    void whatWasStartedAndOnWhichMachineStandsWithItsRuns() {
        measure(begin(Tiny.plan(0, 1, 1)));
        Run run = store.runs("mine").stream()
                .filter(each -> each.configuration().label().equals("one"))
                .findFirst()
                .orElseThrow();
        Map<String, String> settings = run.configuration().settings();
        assertEquals("run one with care", settings.get("configuration"));
        assertTrue(settings.containsKey("guest memory"), settings::toString);
        assertTrue(run.configuration().versions().containsKey("guest kernel"));
        assertEquals(new LocalShell().name(), run.configuration().environment().name());
        Run host = store.runs("mine").stream()
                .filter(each -> each.configuration().label().equals("host"))
                .findFirst()
                .orElseThrow();
        assertEquals(host.configuration().environment(), run.configuration().environment(), "one machine");
        for (String condition : List.of("host_load_before", "host_steal", "host_busy_cores", "clock_offset_before_ms"))
            assertTrue(run.conditions().containsKey(condition), () -> condition + " of " + run.conditions());
        assertFalse(host.conditions().containsKey("host_steal"));
    }

    @Test
    void aGuestThatNeverAnswersIsSetAsideAndTheOthersAreMeasured() {
        guests.silent.add("one");
        Session session = begin(Tiny.plan(0, 2, 2));
        Event.Finished finished = measure(session);
        assertFalse(finished.complete());
        assertEquals(List.of("one: one did not let us in by SSH within 180 s"), finished.remaining());
        assertEquals(2 * 2 * SIZES, all(Event.RunEnded.class).size());
        guests.silent.clear();
        events.clear();
        assertTrue(measure(session).complete());
        assertEquals(2 * SIZES, all(Event.RunEnded.class).size());
    }

    @Test
    void aGuestThatStopsAnsweringLaterIsTriedOnceMoreAndSetAside() {
        Session session = begin(Tiny.plan(0, 2, 2));
        guests.beforeStart = () -> {
            if (guests.starts().size() == 2) guests.silent.add("two");
        };
        measure(session);
        assertEquals(2 * 2 * SIZES, all(Event.RunEnded.class).size());
        assertEquals(3, Collections.frequency(guests.starts(), "two"), "looked at, and tried twice");
        assertEquals(2, all(Event.SubjectLost.class).size());
    }

    @Test
    void aGuestThatDiesIsStartedOnceMoreAndItsRunIsMadeAgain() {
        guests.deadly = "2";
        guests.deaths = 1;
        Event.Finished finished = measure(begin(Tiny.plan(0, 1, 1)));
        assertTrue(finished.complete(), () -> finished.remaining().toString());
        assertEquals(3 * SIZES, all(Event.RunEnded.class).size());
        assertTrue(
                all(Event.RunEnded.class).stream().allMatch(ended -> ended.outcome() instanceof Run.Outcome.Completed));
        assertEquals(1, all(Event.SubjectBack.class).size());
    }

    @Test
    void aRunThatAGuestDiesOfAgainIsAFailedOneAndTheRestGoesOn() {
        guests.deadly = "2";
        guests.deaths = 2;
        Session session = begin(Tiny.plan(0, 1, 1));
        Event.Finished finished = measure(session);
        assertFalse(finished.complete());
        assertEquals(1, finished.remaining().size(), finished.remaining()::toString);
        List<Event.RunEnded> failed = all(Event.RunEnded.class).stream()
                .filter(ended -> ended.outcome() instanceof Run.Outcome.Failed)
                .toList();
        assertEquals(1, failed.size());
        assertTrue(failed.getFirst().outcome().reason().contains("was lost"), failed::toString);
        assertTrue(measure(session).complete(), "made again now that it lives");
    }

    @Test
    void aHostThatIsOutOfReachIsWaitedForAndItsGuestNotBlamed() {
        var away = new AtomicInteger();
        Runnable going = () -> {
            if (away.getAndUpdate(left -> Math.max(0, left - 1)) > 0)
                throw new RingsideException("far cannot be reached by SSH", "see whether it is on");
        };
        guests.beforeRemoval = going;
        var ground = new Ground(
                folder.resolve("host").toString(),
                subject -> folder + "/machine.lock",
                Collections.nCopies(8, Duration.ofMillis(10)));
        var measuring = new Measuring(
                (target, questions) -> {
                    going.run();
                    return new LocalShell();
                },
                store,
                folder.resolve("bench"),
                List.of(Tiny.quick(SIZES)),
                ground,
                guests);
        Session session = begin(Tiny.plan(0, 2, 2));
        var lost = new AtomicInteger();
        Event.Finished finished = measuring.measure(session, AccessQuestions.NOBODY, controls, event -> {
            events.add(event);
            // In the middle of a block, and at the end of another: with the host its guest is lost
            boolean begun = event instanceof Event.GuestStarted && lost.incrementAndGet() <= 2;
            if (!begun) return;
            away.set(5);
            if (lost.get() == 1) guests.running.clear();
        });
        assertTrue(finished.complete(), () -> finished.remaining().toString());
        assertTrue(all(Event.SubjectLost.class).size() >= 4, events::toString);
        assertTrue(
                all(Event.SubjectLost.class).stream()
                        .allMatch(event -> event.again().isPresent()),
                "none is set aside");
        assertEquals(
                3 * 2 * SIZES,
                all(Event.RunEnded.class).stream()
                        .filter(ended -> ended.outcome() instanceof Run.Outcome.Completed)
                        .count());
    }

    @Test
    void whatAKilledSessionLeftRunningIsRemovedFirst() {
        Session session = begin(Tiny.plan(0, 1, 1));
        guests.running.add(session.guest(2));
        measure(session);
        assertEquals("remove two", guests.done.getFirst(), guests.done::toString);
        assertTrue(all(Event.CleanedUp.class).stream()
                .anyMatch(cleaned -> cleaned.what().contains("guest " + session.guest(2))));
    }

    @Test
    void aCancelledSessionLeavesNoGuestAndGoesOnWhereItWas() {
        Session session = begin(Tiny.plan(0, 3, 3));
        measuring(guests).measure(session, AccessQuestions.NOBODY, controls, event -> {
            events.add(event);
            if (all(Event.RunEnded.class).size() == 7) controls.cancel();
        });
        assertEquals(Set.of(), guests.running);
        int before = all(Event.RunEnded.class).size();
        assertTrue(before < 3 * 3 * SIZES, "cancelled after " + before);
        var again = new Controls();
        assertTrue(measuring(guests)
                .measure(session, AccessQuestions.NOBODY, again, events::add)
                .complete());
        assertEquals(3 * 3 * SIZES, all(Event.RunEnded.class).size());
        var names = new LinkedHashSet<String>();
        all(Event.RunEnded.class).forEach(ended -> assertTrue(names.add(ended.run()), "twice: " + ended.run()));
    }

    @Test
    void anotherSessionOnTheSameHostIsRefused() {
        Session first = begin(Tiny.plan(0, 1, 1));
        Session second = begin(Tiny.plan(0, 1, 1));
        var refusals = new ArrayList<RingsideException>();
        guests.beforeStart = () -> {
            if (refusals.isEmpty())
                refusals.add(assertThrows(
                        RingsideException.class,
                        () -> measuring(new FakeGuests())
                                .measure(second, AccessQuestions.NOBODY, new Controls(), Event.Listener.SILENT)));
        };
        assertTrue(measure(first).complete());
        assertTrue(refusals.getFirst().problem().contains("is being measured by another Ringside"), refusals::toString);
    }

    @Test
    void aSessionThatShallNotGoOnIsRemovedWithTheGuestItLeft() {
        Session session = begin(Tiny.plan(0, 1, 1));
        measure(session);
        guests.running.add(session.guest(1));
        assertEquals(List.of(session.guest(1)), measuring(guests).remove(session, AccessQuestions.NOBODY));
        assertEquals(List.of(), measuring(guests).sessions());
        assertEquals(3 * SIZES, store.runs("mine").size());
    }

    @Test
    void aGuestIsMeasuredByTheBenchmarksItIsThereFor() {
        var subjects = List.of(guest("one"), guest("two", "another"));
        Session session = measuring(guests).begin(Tiny.plan(0, 1, 1), subjects, "mine", OptionalLong.of(7));
        Event.Finished finished = measure(session);
        assertEquals(SIZES, all(Event.RunEnded.class).size());
        assertEquals(1, finished.remaining().size(), finished.remaining()::toString);
    }
}
