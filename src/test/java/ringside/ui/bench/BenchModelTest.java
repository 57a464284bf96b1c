package ringside.ui.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;
import ringside.core.bench.Programs;
import ringside.core.bench.Settings;
import ringside.core.bench.Subject;
import ringside.core.bench.plan.PlanFile;
import ringside.core.bench.preflight.HostState;
import ringside.core.bench.preflight.Preflight;
import ringside.core.bench.run.Controls;
import ringside.core.bench.run.Event;
import ringside.core.bench.run.Session;
import ringside.core.bench.suite.Suite;
import ringside.core.experiment.Offer;
import ringside.core.figure.Plotting;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.AccessQuestions;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;
import ringside.core.image.GuestImage;
import ringside.ui.bench.BenchModel.Look;
import ringside.ui.kit.Background;

class BenchModelTest {
    private static final Target FAR = Target.written("ann@far:2222");

    private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Scripted bench = new Scripted();
    private final BenchModel model = new BenchModel(new Background(Runnable::run, screen::add), () -> bench);

    private static Plan plan(String id) {
        return new Plan(
                id,
                1,
                "Plan " + id,
                "",
                new Plan.Repetitions(0, 1, 1, 0.1),
                new Plan.Affinity.Free(),
                "",
                Duration.ofSeconds(5),
                List.of(new Plan.Stage("lmbench-mem", new Settings(Map.of()))));
    }

    /** Measures when it is told to, and remembers what it was asked. */
    private static final class Scripted implements Bench {
        private final CountDownLatch end = new CountDownLatch(1);
        private final List<Target> looked = new ArrayList<>();
        private int listed;
        private Optional<RingsideException> fault = Optional.empty();

        @Override
        public List<SavedHost> hosts() {
            return List.of(SavedHost.HERE, new SavedHost(FAR, "rack 3"));
        }

        @Override
        public List<Plan> plans() {
            return List.of(plan("small"), plan("large"));
        }

        @Override
        public Plan read(Path file) {
            return plan(String.valueOf(file.getFileName()));
        }

        @Override
        public Readiness look(Plan plan, Target host, AccessQuestions questions, Progress progress) {
            looked.add(host);
            return new Readiness(
                    host,
                    host.words(),
                    plan,
                    new Preflight(new HostState(Map.of()), Programs.BY_NAME, List.of(), List.of()));
        }

        @Override
        public Experimental experimental(Target host, AccessQuestions questions) {
            var image = new GuestImage(
                    "lab",
                    Path.of("/images/lab"),
                    "bookworm",
                    List.of(),
                    "",
                    "ssh-ed25519 AAAA",
                    "0123",
                    Instant.EPOCH,
                    1);
            return new Experimental(
                    List.of(
                            new Offer(GuestPlatform.QEMU, Optional.empty()),
                            new Offer(GuestPlatform.KVM, Optional.of("there is no /dev/kvm"))),
                    List.of(image),
                    2);
        }

        @Override
        public List<Session.State> unfinished() {
            listed++;
            return List.of();
        }

        @Override
        public Session begin(Plan plan, List<Subject> subjects, String set) {
            return new Session("20261125-1", Instant.EPOCH, set, 1, plan, subjects);
        }

        @Override
        public Event.Finished measure(
                Session session, AccessQuestions questions, Controls controls, Event.Listener listener) {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new Progress.Cancelled();
            }
            fault.ifPresent(trouble -> {
                throw trouble;
            });
            return new Event.Finished(Instant.EPOCH, true, false, List.of());
        }

        @Override
        public Plotting plotting() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> earlier(Set<String> benchmarks) {
            return List.of();
        }
    }

    @Test
    void anExperimentIsMadeOfWhatRunsHereAndATerminalWouldBeToldTheSame() throws InterruptedException {
        model.refresh();
        until(() -> model.planProperty().get().isPresent());
        ExperimentModel experiment = model.experiment();
        experiment.wantedProperty().set(true);
        until(() -> experiment.knownProperty().get() instanceof ExperimentModel.Known.Offers);
        assertTrue(experiment.has(GuestPlatform.QEMU));
        assertFalse(experiment.has(GuestPlatform.KVM));
        assertEquals(Optional.empty(), model.objection());
        experiment.choose(2, true);
        model.setProperty().set("mine");
        assertEquals(
                "ringside experiment run --plan small --platform qemu --vcpus 1,2 --disk raw --image lab --set mine",
                model.command());
        List<String> labels = experiment.subjects(plan("small")).stream()
                .map(subject -> subject.configuration().label())
                .toList();
        assertEquals(List.of("host", "qemu, 1 vCPU", "qemu, 2 vCPUs"), labels);
        experiment.choose(1, false);
        experiment.choose(2, false);
        assertEquals(Optional.of("Choose a number of vCPUs."), model.objection());
        experiment.wantedProperty().set(false);
        assertTrue(model.command().startsWith("ringside bench run"), model::command);
    }

    @Test
    void thisMachineAndTheShortestPlanAreChosenAndLookedAt() throws InterruptedException {
        model.refresh();
        until(() -> model.lookProperty().get() instanceof Look.Done);

        assertEquals(List.of(Target.LOCAL), bench.looked);
        assertEquals(Optional.of(plan("small")), model.planProperty().get());
        assertEquals(
                "small-" + LocalDate.now(ZoneId.systemDefault()),
                model.setProperty().get());
        assertEquals(Optional.empty(), model.objection());
    }

    @Test
    void onlyWhatTheHostHasTheToolsForIsTickedAndTimed() {
        Plan both = PlanFile.read("both", """
                ringside-plan: 1
                id: both
                version: 1
                title: Both
                description: Two benchmarks
                repetitions: {warm_up: 0, at_least: 1, at_most: 1, target_percent: 10}
                affinity: free
                longest_s: 60
                benchmarks:
                  - benchmark: lmbench-mem
                  - benchmark: sysbench
                """);
        var state = new HostState(Map.of("cores", "2", "MemTotal", "8000000"));
        var has = new Programs(Map.of("bw_mem", "/usr/bin/bw_mem"));
        var some = new Bench.Readiness(Target.LOCAL, "here", both, Preflight.of(both, state, has));
        var none = new Bench.Readiness(Target.LOCAL, "here", both, Preflight.of(both, state, Programs.BY_NAME));
        var all = new Bench.Readiness(
                Target.LOCAL,
                "here",
                both,
                Preflight.of(both, state, new Programs(Map.of("bw_mem", "bw_mem", "sysbench", "sysbench"))));
        assertTrue(some.measures(Suite.byId("lmbench-mem").orElseThrow()));
        assertFalse(some.measures(Suite.byId("sysbench").orElseThrow()));
        assertTrue(some.duration().orElseThrow().compareTo(all.duration().orElseThrow()) < 0);
        assertEquals(Optional.empty(), none.duration());
    }

    @Test
    void anotherHostIsNotGoneToBeforeAPersonSaysSo() throws InterruptedException {
        model.refresh();
        until(() -> model.lookProperty().get() instanceof Look.Done);
        model.choose(FAR, true);
        drain();
        assertInstanceOf(Look.Nothing.class, model.lookProperty().get());
        assertEquals(List.of(Target.LOCAL), bench.looked);

        model.look();
        until(() -> model.lookProperty().get() instanceof Look.Done);
        assertEquals(List.of(Target.LOCAL, Target.LOCAL, FAR), bench.looked);
    }

    @Test
    void theTerminalsWayNamesPlanHostsAndSet() throws InterruptedException {
        model.refresh();
        drain();
        model.choose(FAR, true);
        model.setProperty().set("my set");

        assertEquals(
                "ringside bench run --plan small --target local --target ssh://ann@far:2222 --set 'my set'",
                model.command());
        model.open(Path.of("plans", "own.yaml"), trouble -> {});
        drain();
        assertTrue(model.command().startsWith("ringside bench run --plan plans/own.yaml --target local"));
    }

    @Test
    void nothingIsMeasuredNowhere() throws InterruptedException {
        model.refresh();
        drain();
        model.choose(Target.LOCAL, false);

        assertEquals(Optional.of("Choose a host."), model.objection());
        assertEquals("", model.command());
        model.start(trouble -> {});
        drain();
        assertEquals(Optional.empty(), model.ongoingProperty().get());
    }

    @Test
    void whileItMeasuresNothingElseIsReadAndNothingElseBegun() throws InterruptedException {
        model.refresh();
        drain();
        model.start(trouble -> {});
        until(model::isMeasuring);
        Ongoing ongoing = model.ongoingProperty().get().orElseThrow();
        assertTrue(ongoing.isHere());
        int listed = bench.listed;

        model.refresh();
        model.start(trouble -> {});
        drain();
        assertEquals(listed, bench.listed);
        assertEquals(Optional.of(ongoing), model.ongoingProperty().get());

        bench.end.countDown();
        until(() -> !model.isMeasuring());
        model.close();
        assertEquals(Optional.empty(), model.ongoingProperty().get());
    }

    @Test
    void whatBreaksItOffIsSaid() throws InterruptedException {
        bench.fault = Optional.of(new RingsideException("the disk is full", "make room"));
        model.refresh();
        drain();
        model.start(trouble -> {});
        until(model::isMeasuring);
        bench.end.countDown();
        until(() -> !model.isMeasuring());

        Ongoing ongoing = model.ongoingProperty().get().orElseThrow();
        assertEquals(bench.fault, ongoing.endProperty().get().orElseThrow().trouble());
    }

    @Test
    void severalHostsAreToldApartByTheirNames() throws InterruptedException {
        model.refresh();
        drain();
        model.choose(FAR, true);
        model.start(trouble -> {});
        until(model::isMeasuring);

        List<Subject> subjects =
                model.ongoingProperty().get().orElseThrow().session().subjects();
        assertEquals(
                List.of("host on local", "host on far:2222"),
                subjects.stream()
                        .map(subject -> subject.configuration().label())
                        .toList());
        bench.end.countDown();
    }

    private void drain() throws InterruptedException {
        for (Runnable next; (next = screen.poll(100, TimeUnit.MILLISECONDS)) != null; ) next.run();
    }

    /** Runs what is meant for the screen, until it shows what is waited for. */
    private void until(BooleanSupplier shown) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!shown.getAsBoolean()) {
            Runnable next = screen.poll(50, TimeUnit.MILLISECONDS);
            if (next != null) next.run();
            if (System.nanoTime() > end) throw new AssertionError("waited 20 s in vain");
        }
    }
}
