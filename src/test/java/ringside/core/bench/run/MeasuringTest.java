package ringside.core.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.adapter.jdbc.JdbcStore;
import ringside.adapter.local.LocalShell;
import ringside.core.RingsideException;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.format.Formats;
import ringside.core.format.Verifying;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;
import ringside.core.result.Value;

/** The runner on this machine, with real processes. */
class MeasuringTest {
    @TempDir
    Path folder;

    private final ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final Controls controls = new Controls();

    @AfterEach
    void close() {
        store.close();
    }

    private Measuring measuring(Benchmark... suite) {
        return measuring(LocalShell::new, suite);
    }

    private Measuring measuring(Supplier<Shell> shells, Benchmark... suite) {
        var ground = new Ground(
                folder.resolve("host").toString(), subject -> folder + "/machine.lock", List.of(Duration.ofMillis(50)));
        return new Measuring(
                (target, questions) -> shells.get(), store, folder.resolve("bench"), List.of(suite), ground);
    }

    /** A command that looks at the machine after a run, or cleans up behind it. */
    private static boolean is(Command command, Command script) {
        return command.words().size() > 2
                && command.words().get(2).equals(script.words().get(2));
    }

    private Event.Finished measure(Measuring measuring, Session session) {
        return measuring.measure(session, AccessQuestions.NOBODY, controls, events::add);
    }

    private static Session begin(Measuring measuring, Plan plan, Subject... subjects) {
        return measuring.begin(plan, List.of(subjects), "mine", OptionalLong.of(7));
    }

    private <E extends Event> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<Slot> slots() {
        return all(Event.RunEnded.class).stream().map(Event.RunEnded::slot).toList();
    }

    private List<Sample> samples() {
        var samples = new ArrayList<Sample>();
        store.samples(Selection.ofSets(Set.of("mine")), (set, run, sample) -> samples.add(sample));
        return samples;
    }

    @Test
    void aPlanBecomesAResultSetWhoseRawOutputsGiveItsSamplesAgain() {
        Measuring measuring = measuring(Tiny.quick(3));
        Session session = begin(measuring, Tiny.plan(1, 2, 2), Tiny.local("one"), Tiny.local("two"));
        Event.Finished finished = measure(measuring, session);
        assertEquals(List.of(), finished.remaining());
        assertTrue(finished.complete());
        assertEquals(12, samples().size());
        assertEquals(12, store.runs("mine").size(), "warm-ups are in the journal alone");
        assertEquals(18, slots().size());
        assertEquals(18, Set.copyOf(slots()).size());
        var verdict = new Verifying(store, new Formats(List.copyOf(Formats.tools()))).verify("mine");
        assertEquals(List.of(), verdict.faults());
        assertEquals(12, verdict.reread());
        Run run = store.runs("mine").getFirst();
        assertEquals(Run.Outcome.COMPLETED, run.outcome());
        assertTrue(
                run.conditions().keySet().containsAll(Set.of("steal", "others_cores", "load_before", "exit")),
                run::toString);
        assertTrue(run.configuration().environment().facts().containsKey("kernel"));
        assertEquals(List.of(new Session.State(session, true, 12, 0, List.of())), measuring.sessions());
        assertFalse(Files.exists(folder.resolve("host/ringside-" + session.id() + "-0")));
    }

    @Test
    void aFinishedSessionIsKnownAsSuchWithoutALookAtItsSweep() throws Exception {
        Measuring measuring = measuring(Tiny.quick(2));
        Session session = begin(measuring, Tiny.plan(0, 2, 2), Tiny.local("one"));
        measure(measuring, session);
        try (var files = Files.newDirectoryStream(folder.resolve("bench").resolve(session.id()), "sweep-*")) {
            for (Path sweep : files) Files.delete(sweep);
        }
        assertEquals(List.of(new Session.State(session, true, 4, 0, List.of())), measuring.sessions());
        assertEquals(Optional.empty(), measuring.unfinished());
    }

    @Test
    void eachRepetitionGoesOverAllSubjectsBeforeTheNext() {
        Measuring measuring = measuring(Tiny.quick(4));
        measure(
                measuring,
                begin(measuring, Tiny.plan(0, 3, 3), Tiny.local("one"), Tiny.local("two"), Tiny.local("three")));
        List<Slot> slots = slots();
        for (int i = 0; i < slots.size(); i += 3) {
            List<Slot> block = slots.subList(i, i + 3);
            assertEquals(1, block.stream().map(Slot::measurement).distinct().count(), block::toString);
            assertEquals(1, block.stream().map(Slot::repetition).distinct().count(), block::toString);
            assertEquals(Set.of(0, 1, 2), block.stream().map(Slot::subject).collect(Collectors.toSet()));
        }
        assertEquals(3, slots.getLast().repetition());
    }

    @Test
    void onThisMachineTheNextRunWaitsUntilTheLastIsPutAndTold() throws Exception {
        Path made = folder.resolve("made");
        Measuring measuring = measuring(new Tiny(2, "echo $1 >> " + made + "; echo \"$1.00 1.00\" >&2"));
        Session session = begin(measuring, Tiny.plan(0, 2, 2), Tiny.local("one"));
        var beside = new ArrayList<List<Integer>>();
        measuring.measure(session, AccessQuestions.NOBODY, controls, event -> {
            if (!(event instanceof Event.RunEnded)) return;
            try {
                int before = Files.readAllLines(made).size();
                Thread.sleep(300);
                beside.add(List.of(before, Files.readAllLines(made).size()));
            } catch (java.io.IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        assertEquals(List.of(List.of(1, 1), List.of(2, 2), List.of(3, 3), List.of(4, 4)), beside);
    }

    @Test
    void whatFailsIsAMissingSampleWithItsReasonAndTheRestGoesOn() throws Exception {
        Path broken = Files.createFile(folder.resolve("broken"));
        String script = "if [ $1 = 2 ] && [ -e " + folder + "/once ] && [ -e " + broken + " ]; then"
                + " echo broken >&2; exit 3; fi; [ $1 = 2 ] && : > " + folder + "/once; echo \"$1.00 123.45\" >&2";
        Measuring measuring = measuring(new Tiny(3, script));
        Session session = begin(measuring, Tiny.plan(0, 3, 3), Tiny.local("one"));
        Event.Finished finished = measure(measuring, session);
        assertFalse(finished.complete());
        assertEquals(
                List.of("one: 2 runs of tiny did not give all (it ended with 3: broken);"
                        + " when the session goes on such runs are made again"),
                finished.remaining());
        assertEquals(List.of("it ended with 3: broken", "it ended with 3: broken"), reasons());
        assertEquals(9, samples().size());
        assertEquals(2, measuring.sessions().getFirst().missing());
        assertEquals(session, measuring.unfinished().orElseThrow());
        Files.delete(broken);
        assertTrue(measure(measuring, session).complete());
        assertEquals(11, samples().size(), "what failed is made again, and that it failed stays");
        assertEquals(2, reasons().size());
        assertEquals(Optional.empty(), measuring.unfinished());
        assertEquals(
                List.of(),
                new Verifying(store, new Formats(List.copyOf(Formats.tools())))
                        .verify("mine")
                        .faults());
    }

    private List<String> reasons() {
        return samples().stream()
                .flatMap(sample -> sample.value() instanceof Value.Missing(var why)
                        ? java.util.stream.Stream.of(why)
                        : java.util.stream.Stream.empty())
                .toList();
    }

    @Test
    void whatNeverSucceedsIsMissingWhereItsBenchmarkPromisesIt() {
        Measuring measuring = measuring(new Tiny(2, "echo nonsense"));
        assertFalse(measure(measuring, begin(measuring, Tiny.plan(0, 1, 1), Tiny.local("one")))
                .complete());
        assertEquals(2, reasons().size());
        assertEquals("bandwidth", samples().getFirst().metric().name());
        assertEquals("1000000", samples().getFirst().parameters().get("size_bytes"));
    }

    @Test
    void aRunThatHasFinishedIsKeptThoughTheMachineDoesNotAnswerInTimeAfterIt() {
        var slow = new Answer(Answer.Ending.TIMED_OUT, -1, "clock 1764115200.0\n", "", Duration.ofSeconds(120));
        var here =
                new OddShell((command, answer) -> is(command, Scripts.after("")) && answer.succeeded() ? slow : answer);
        Measuring measuring = measuring(() -> here, Tiny.quick(2));
        Session session = begin(measuring, Tiny.plan(0, 2, 2), Tiny.local("one"));
        assertTrue(measure(measuring, session).complete());
        assertEquals(4, samples().size());
        Run run = store.runs("mine").getFirst();
        assertEquals(Run.Outcome.COMPLETED, run.outcome());
        assertEquals(Map.of("exit", "0", "cautions", "unanswered"), run.conditions());
        assertEquals(
                "after the run the machine could not be looked at, or the run's files not removed"
                        + " (it took longer than 120 s)",
                cautioned(Caution.Unanswered.class).getFirst().text());
    }

    @Test
    void whatTheMachineSaidBeforeItsFilesCouldNotBeRemovedIsKept() {
        var here = new OddShell((command, answer) -> is(command, Scripts.after(""))
                ? new Answer(Answer.Ending.EXITED, 1, answer.out(), "rm: Device or resource busy", answer.took())
                : answer);
        Measuring measuring = measuring(() -> here, Tiny.quick(1));
        measure(measuring, begin(measuring, Tiny.plan(0, 1, 1), Tiny.local("one")));
        Run run = store.runs("mine").getFirst();
        assertEquals(Run.Outcome.COMPLETED, run.outcome());
        assertTrue(run.conditions().containsKey("load_before"), run::toString);
        assertEquals(1, cautioned(Caution.Unanswered.class).size());
    }

    @Test
    void aRunThatHasFinishedIsKeptThoughTheConnectionIsLostBehindIt() throws Exception {
        Path made = folder.resolve("made");
        var lost = new AtomicInteger();
        Supplier<Shell> there = () -> new OddShell((command, answer) -> {
            if (!is(command, Scripts.after("")) || lost.incrementAndGet() != 2) return answer;
            throw new RingsideException("The connection was lost", "check the network");
        });
        Measuring measuring = measuring(there, new Tiny(2, "echo $1 >> " + made + "; echo \"$1.00 1.00\" >&2"));
        assertTrue(measure(measuring, begin(measuring, Tiny.plan(0, 2, 2), Tiny.local("one")))
                .complete());
        assertEquals(1, all(Event.SubjectBack.class).size());
        assertEquals(4, Files.readAllLines(made).size(), "none is made again");
        assertEquals(4, samples().size());
        assertEquals(1, cautioned(Caution.Unanswered.class).size());
    }

    @Test
    void aConnectionThatDoesNotKnowYetThatItIsCutIsOpenedAgain() {
        var runs = new AtomicInteger();
        var cut = new java.util.concurrent.atomic.AtomicBoolean();
        Supplier<Shell> there = () -> new OddShell(
                (command, answer) -> {
                    if (is(command, Scripts.run("", "", List.of("x"))) && runs.incrementAndGet() == 2) cut.set(true);
                    if (!cut.get()) return answer;
                    if (is(command, Scripts.clean("", ""))) cut.set(false);
                    throw new RingsideException("The connection was lost", "check the network");
                },
                false);
        Measuring measuring = measuring(there, Tiny.quick(2));
        assertTrue(measure(measuring, begin(measuring, Tiny.plan(0, 2, 2), Tiny.local("one")))
                .complete());
        assertEquals(1, all(Event.SubjectBack.class).size());
        assertEquals(4, samples().size());
    }

    @Test
    void whatWasMeasuredIsKeptThoughCleaningUpBehindItFails() {
        var lost = new AtomicInteger();
        Supplier<Shell> there = () -> new OddShell((command, answer) -> {
            if (!is(command, Scripts.clean("", "")) || lost.incrementAndGet() != 2) return answer;
            throw new RingsideException("The connection was lost", "check the network"); // the first is at its opening
        });
        Measuring measuring = measuring(there, new Tiny(1, "echo \"$1.00 1.00\" >&2; sleep 20"));
        Plan plan = Tiny.plan(0, 2, 2);
        var brief = new Plan(
                plan.id(), 1, "t", "d", plan.repetitions(), plan.affinity(), "", Duration.ofMillis(300), plan.stages());
        measure(measuring, begin(measuring, brief, Tiny.local("one")));
        assertEquals(List.of(Slot.counted(0, "tiny/size=1", 1), Slot.counted(0, "tiny/size=1", 2)), slots());
        assertEquals(2, all(Event.RunStarted.class).size(), "none is made again");
        assertEquals(1, all(Event.SubjectBack.class).size());
        assertEquals(2, samples().size());
    }

    private <C extends Caution> List<C> cautioned(Class<C> type) {
        return all(Event.Cautioned.class).stream()
                .map(Event.Cautioned::caution)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void whatAToolLeavesOutIsMissingAndWhatNobodyAskedForIsNoResult() {
        Path once = folder.resolve("once");
        String script = "if [ $1 = 2 ] && [ ! -e " + once + " ]; then : > " + once + "; echo \"7.00 9.00\" >&2;"
                + " else echo \"$1.00 123.45\" >&2; fi";
        Measuring measuring = measuring(new Tiny(2, script));
        Session session = begin(measuring, Tiny.plan(0, 1, 1), Tiny.local("one"));
        assertFalse(measure(measuring, session).complete());
        assertEquals(
                List.of("it gave a result for operation=rd;size_bytes=7000000, which it was not asked for"), reasons());
        Run failed = store.runs("mine").stream()
                .filter(run -> run.outcome() instanceof Run.Outcome.Failed)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "7.00 9.00\n",
                new String(store.raw(failed.raw().orElseThrow().sha256()).orElseThrow()));
        assertTrue(measure(measuring, session).complete());
        var verdict = new Verifying(store, new Formats(List.copyOf(Formats.tools()))).verify("mine");
        assertEquals(List.of(), verdict.faults());
    }

    @Test
    void aPointThatIsNotPrintedIsMissingAndItsRunIsMadeAgain() {
        Path once = folder.resolve("once");
        String script = "echo \"1.00 123.45\" >&2; [ -e " + once + " ] && echo \"2.00 99.00\" >&2; : > " + once;
        Measuring measuring = measuring(new Tiny(1, script, List.of(1, 2)));
        Session session = begin(measuring, Tiny.plan(0, 1, 1), Tiny.local("one"));
        assertFalse(measure(measuring, session).complete());
        assertEquals(List.of("it printed no result for operation=rd;size_bytes=2000000"), reasons());
        assertEquals("incomplete", store.runs("mine").getFirst().outcome().word());
        assertTrue(measure(measuring, session).complete());
        assertEquals(4, samples().size());
        assertEquals(
                List.of(),
                new Verifying(store, new Formats(List.copyOf(Formats.tools())))
                        .verify("mine")
                        .faults());
    }

    @Test
    void whatAToolLeavesRunningIsEndedWithIt() throws Exception {
        Path pid = folder.resolve("pid");
        Measuring measuring =
                measuring(new Tiny(1, "sleep 300 > /dev/null 2>&1 & echo $! > " + pid + "; echo \"$1.00 123.45\" >&2"));
        assertTrue(measure(measuring, begin(measuring, Tiny.plan(0, 1, 1), Tiny.local("one")))
                .complete());
        assertGone(pid);
    }

    @Test
    void theDirectoryOfAPlanIsNotMadeAndItsCoresAreThere() {
        Path missing = folder.resolve("not there");
        Measuring measuring = measuring(Tiny.quick(1));
        var here = begin(measuring, Tiny.plan(missing.toString(), new Plan.Affinity.Free()), Tiny.local("one"));
        var refused = assertThrows(RingsideException.class, () -> measure(measuring, here));
        assertTrue(refused.problem().startsWith("The directory " + missing + " is not there on "), refused::problem);
        assertTrue(refused.remedy().contains("mkdir -p '" + missing + "'"), refused::remedy);
        assertFalse(Files.exists(missing));
        var bound = begin(measuring, Tiny.plan("", new Plan.Affinity.Listed(List.of(0, 4096))), Tiny.local("one"));
        refused = assertThrows(RingsideException.class, () -> measure(measuring, bound));
        assertTrue(refused.problem().startsWith("The plan binds to core 4096, and "), refused::problem);
        assertEquals(List.of(), all(Event.RunStarted.class));
    }

    @Test
    void aResultThatCannotBeReadSaysWhy() {
        String script = "[ -e " + folder + "/once ] && echo \"1.00 2.00\" > result; : > " + folder + "/once";
        Measuring measuring = measuring(new Tiny(1, script, new Measurement.Output.File("result")));
        measure(measuring, begin(measuring, Tiny.plan(0, 2, 2), Tiny.local("one")));
        String reason = store.runs("mine").getFirst().outcome().reason();
        assertTrue(reason.startsWith("The file "), reason);
        assertTrue(reason.contains("could not be read on") && reason.contains("No such file"), reason);
        assertEquals(Run.Outcome.COMPLETED, store.runs("mine").getLast().outcome());
    }

    @Test
    void whatTakesTooLongIsStoppedWithAllItStarted() throws Exception {
        Path pid = folder.resolve("pid");
        Measuring measuring = measuring(new Tiny(1, "setsid sh -c 'echo $$ > " + pid + "; sleep 77' & sleep 78"));
        Plan plan = Tiny.plan(0, 1, 1);
        var short_ = new Plan(
                plan.id(), 1, "t", "d", plan.repetitions(), plan.affinity(), "", Duration.ofMillis(700), plan.stages());
        measure(measuring, begin(measuring, short_, Tiny.local("one")));
        Run run = store.runs("mine").getFirst();
        assertEquals(new Run.Outcome.Failed("it was stopped after 0.7 s"), run.outcome());
        assertGone(pid);
    }

    private static void assertGone(Path pidFile) throws Exception {
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        for (int i = 0; i < 100 && isAlive(pid); i++) Thread.sleep(20);
        assertFalse(isAlive(pid));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    @Test
    void cancellingStopsTheToolWithinTwoSecondsAndResumingMeasuresTheRest() throws Exception {
        Path pid = folder.resolve("pid");
        String script = "if [ $1 = 2 ] && [ ! -e " + pid + " ]; then echo $$ > " + pid
                + "; sleep 77; fi; echo \"$1.00 1.00\" >&2";
        Measuring measuring = measuring(new Tiny(3, script));
        Session session = begin(measuring, Tiny.plan(0, 2, 2), Tiny.local("one"));
        Thread thread = Thread.ofVirtual().start(() -> measure(measuring, session));
        while (!Files.exists(pid) || Files.size(pid) == 0) Thread.sleep(5);
        long began = System.nanoTime();
        controls.cancel();
        assertTrue(thread.join(Duration.ofSeconds(4)));
        assertTrue(System.nanoTime() - began < 2_000_000_000L, "took " + (System.nanoTime() - began) / 1e9);
        assertGone(pid);
        Event.Finished cancelled = assertInstanceOf(Event.Finished.class, events.getLast());
        assertTrue(cancelled.cancelled());
        assertFalse(cancelled.complete());
        assertEquals(1, measuring.sessions().getFirst().troubles().size());
        assertEquals(session, measuring.unfinished().orElseThrow());
        List<Slot> before = slots();
        Event.Finished finished = measuring.measure(session, AccessQuestions.NOBODY, new Controls(), events::add);
        assertTrue(finished.complete());
        assertEquals(6, slots().size());
        assertEquals(6, Set.copyOf(slots()).size());
        assertTrue(before.size() < 6);
        assertEquals(6, samples().size());
    }

    @Test
    void whatWasMeasuredUnderAnEarlierStartTakesNoMoreTime() {
        Measuring measuring = measuring(Tiny.quick(3));
        Session session = begin(measuring, Tiny.plan(0, 1, 1), Tiny.local("one"));
        measuring.measure(session, AccessQuestions.NOBODY, controls, event -> {
            if (event instanceof Event.RunEnded && !controls.isCancelled()) controls.cancel();
        });
        measuring.measure(session, AccessQuestions.NOBODY, new Controls(), events::add);
        assertEquals(Duration.ZERO, all(Event.Progressed.class).getLast().left());
    }

    @Test
    void skippingLeavesOneMeasurementOutAndPausingWaits() throws Exception {
        Path pid = folder.resolve("pid");
        String script = "if [ $1 = 2 ]; then echo $$ > " + pid + "; sleep 77; fi; echo \"$1.00 1.00\" >&2";
        Measuring measuring = measuring(new Tiny(3, script));
        Session session = begin(measuring, Tiny.plan(0, 2, 2), Tiny.local("one"));
        controls.pause();
        controls.note("the fan is loud");
        Thread thread = Thread.ofVirtual().start(() -> measure(measuring, session));
        Thread.sleep(500);
        assertEquals(List.of(), all(Event.RunStarted.class));
        controls.resume();
        while (!Files.exists(pid) || Files.size(pid) == 0) Thread.sleep(5);
        controls.skip();
        assertTrue(thread.join(Duration.ofSeconds(10)));
        assertEquals(
                List.of("tiny/size=2"),
                all(Event.Skipped.class).stream()
                        .map(Event.Skipped::measurement)
                        .toList());
        assertEquals(4, samples().size());
        assertTrue(store.runs("mine").stream().anyMatch(run -> run.note().equals("the fan is loud")));
        assertTrue(assertInstanceOf(Event.Finished.class, events.getLast()).complete());
    }

    @Test
    void aPlanOfWhichNothingFitsTheMachineIsNotSaidToLackPrograms() {
        Measuring measuring = measuring(Tiny.quick(0));
        Session session = begin(measuring, Tiny.plan(0, 1, 1), Tiny.local("one"));
        var refused = assertThrows(RingsideException.class, () -> measure(measuring, session));
        assertTrue(refused.problem().startsWith("Nothing of the plan can be measured on one with "), refused.problem());
    }

    @Test
    void aNoteDuringWarmUpGoesWithTheFirstRunThatCounts() {
        Measuring measuring = measuring(Tiny.quick(1));
        Session session = begin(measuring, Tiny.plan(2, 2, 2), Tiny.local("one"));
        measuring.measure(session, AccessQuestions.NOBODY, controls, event -> {
            events.add(event);
            if (event instanceof Event.RunEnded ended
                    && ended.slot().warmUp()
                    && ended.slot().repetition() == 1) controls.note(" the fan is loud ");
        });
        assertEquals(
                List.of("the fan is loud", ""),
                store.runs("mine").stream().map(Run::note).toList());
        assertEquals(1, all(Event.Noted.class).size());
    }

    @Test
    void aNoteBehindTheLastRunIsKeptWithTheSessionAndALaterOneIsRefused() {
        Measuring measuring = measuring(Tiny.quick(1));
        Session session = begin(measuring, Tiny.plan(0, 1, 1), Tiny.local("one"));
        measuring.measure(session, AccessQuestions.NOBODY, controls, event -> {
            if (event instanceof Event.RunEnded) assertTrue(controls.note("it smells"));
        });
        assertEquals("", store.runs("mine").getFirst().note());
        assertEquals(
                List.of("noted after the last run: it smells"),
                measuring.sessions().getFirst().troubles());
        assertFalse(controls.note("too late"));
    }

    @Test
    void aNoteOfASessionThatWasCutShortGoesWithTheNextRunOfIt() {
        Measuring measuring = measuring(Tiny.quick(1));
        Session session = begin(measuring, Tiny.plan(0, 2, 2), Tiny.local("one"));
        measuring.measure(session, AccessQuestions.NOBODY, controls, event -> {
            if (!(event instanceof Event.RunEnded)) return;
            controls.note("the lights went out");
            controls.cancel();
        });
        assertEquals(1, store.runs("mine").size());
        measuring.measure(session, AccessQuestions.NOBODY, new Controls(), event -> {});
        assertEquals(
                List.of("", "the lights went out"),
                store.runs("mine").stream().map(Run::note).toList());
        assertEquals(List.of(), measuring.sessions().getFirst().troubles());
    }

    @Test
    void twoRunnersOfOneSessionOrOneMachineRefuseEachOther() throws Exception {
        Path pid = folder.resolve("pid");
        Measuring measuring = measuring(new Tiny(1, "echo $$ > " + pid + "; sleep 77"));
        Session session = begin(measuring, Tiny.plan(0, 1, 1), Tiny.local("one"));
        Thread thread = Thread.ofVirtual().start(() -> measure(measuring, session));
        while (!Files.exists(pid) || Files.size(pid) == 0) Thread.sleep(5);
        var same = assertThrows(
                RingsideException.class,
                () -> measuring.measure(session, AccessQuestions.NOBODY, new Controls(), event -> {}));
        assertEquals("The session " + session.id() + " is being measured already", same.problem());
        Session other = measuring.begin(Tiny.plan(0, 1, 1), List.of(Tiny.local("one")), "other", OptionalLong.empty());
        var taken = assertThrows(
                RingsideException.class,
                () -> measuring.measure(other, AccessQuestions.NOBODY, new Controls(), event -> {}));
        assertTrue(taken.problem().endsWith(" is being measured by another Ringside"), taken::problem);
        assertEquals(
                List.of(session),
                measuring.sessions().stream().map(Session.State::session).toList());
        controls.cancel();
        assertTrue(thread.join(Duration.ofSeconds(4)));
    }

    @Test
    void anErrorOnAThreadThatMeasuresIsToldToWhoeverWaits() {
        var broken = new StackOverflowError("in the program");
        Measuring measuring = measuring(
                () -> new OddShell((command, answer) -> {
                    if (is(command, Scripts.after(""))) throw broken;
                    return answer;
                }),
                Tiny.quick(1));
        Session session = begin(measuring, Tiny.plan(0, 1, 1), Tiny.local("one"));
        assertEquals(
                broken,
                assertThrows(RingsideException.class, () -> measure(measuring, session))
                        .getCause());
    }

    @Test
    void anErrorOfWhoeverListensEndsTheMeasuringAndIsTold() {
        var broken = new NoClassDefFoundError("of the listener");
        Measuring measuring = measuring(Tiny.quick(3));
        Session session = begin(measuring, Tiny.plan(0, 2, 2), Tiny.local("one"));
        var told = assertThrows(
                RingsideException.class,
                () -> measuring.measure(session, AccessQuestions.NOBODY, controls, event -> {
                    if (event instanceof Event.RunEnded) throw broken;
                }));
        assertEquals(broken, told.getCause());
    }

    @Test
    void whatTheToolPrintsIsToldWhileItRuns() throws Exception {
        var heard = new CountDownLatch(1);
        Path go = folder.resolve("go");
        Measuring measuring = measuring(
                new Tiny(1, "echo first; while [ ! -e " + go + " ]; do sleep 0.02; done; echo \"1.00 2.00\" >&2"));
        Session session = begin(measuring, Tiny.plan(0, 1, 1), Tiny.local("one"));
        Thread thread = Thread.ofVirtual()
                .start(() -> measuring.measure(session, AccessQuestions.NOBODY, controls, event -> {
                    events.add(event);
                    if (event instanceof Event.Printed(var time, var slot, var error, var line)
                            && line.equals("first")
                            && !error) heard.countDown();
                }));
        assertTrue(heard.await(5, java.util.concurrent.TimeUnit.SECONDS));
        Files.createFile(go);
        assertTrue(thread.join(Duration.ofSeconds(5)));
        assertEquals(
                Map.of(true, 1L, false, 1L),
                all(Event.Printed.class).stream()
                        .collect(Collectors.groupingBy(Event.Printed::error, Collectors.counting())));
    }
}
