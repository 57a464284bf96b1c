package ringside.ui.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.press;
import static ringside.Journey.says;
import static ringside.Journey.waitFor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ringside.Lab;
import ringside.adapter.jdbc.JdbcStore;
import ringside.adapter.local.LocalShell;
import ringside.adapter.plot.ChartRenderer;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;
import ringside.core.bench.Programs;
import ringside.core.bench.Subject;
import ringside.core.bench.plan.PlanFile;
import ringside.core.bench.preflight.HostState;
import ringside.core.bench.preflight.Preflight;
import ringside.core.bench.run.Controls;
import ringside.core.bench.run.Event;
import ringside.core.bench.run.Measuring;
import ringside.core.bench.run.Session;
import ringside.core.bench.suite.Suite;
import ringside.core.experiment.Offer;
import ringside.core.experiment.StartedGuests;
import ringside.core.figure.Figures;
import ringside.core.figure.Plotting;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.AccessQuestions;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;
import ringside.core.image.Images;
import ringside.core.json.Json;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.ui.domain.MadeUpGuests;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;

/**
 * An experiment from the page of benchmarks, driven as a person would drive it: the guests are made up, and what is measured in
 * them is this machine with a real program.
 */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class ExperimentJourneyTest {
    private static final Target FAR = Target.written("ann@far:2222");
    private static final int REPETITIONS = 2;

    private static final String PLAN = """
            ringside-plan: 1
            id: tiny
            version: 1
            title: A tiny plan
            description: one measurement
            repetitions: {warm_up: 0, at_least: COUNT, at_most: COUNT, target_percent: 50}
            affinity: free
            longest_s: 30
            directory: DIRECTORY
            benchmarks:
              - {benchmark: context-switch, array: [0], stride: [0], rounds: 1, round_ms: 20}
            """;

    private final List<String> tried = new CopyOnWriteArrayList<>();
    private final ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    private MadeUpGuests guests;
    private Measuring measuring;
    private BenchPage page;

    @TempDir
    Path folder;

    @BeforeEach
    void tools() {
        Lab.needs("cc");
        Lab.needs("flock");
    }

    @Start
    void start(Stage stage) throws IOException {
        guests = new MadeUpGuests(folder.resolve("guests")).letting(LocalShell::new);
        image();
        measuring = new Measuring(
                (target, questions) -> new LocalShell(),
                store,
                folder.resolve("bench"),
                Suite.all(),
                new StartedGuests(guests, images(), Duration.ofSeconds(1)));
        var appearance = new Appearance(Appearance.Choice.LIGHT);
        var window = new Window(stage, Background.started(), appearance, WindowState.FIRST);
        page = new BenchPage(
                MadeUpBench::new,
                Figures.bundled(),
                new ChartRenderer(),
                BenchPage.titles(Suite.all()),
                appearance.darkProperty(),
                new Changes(),
                window.desk(),
                new NoWays());
        window.add(page);
        window.show();
    }

    @AfterEach
    void close() {
        page.close();
        store.close();
    }

    private Images images() {
        return new Images(folder.resolve("images"), image -> List.of());
    }

    private void image() throws IOException {
        Path image = Files.createDirectories(folder.resolve("images/lab"));
        var map = new LinkedHashMap<String, Object>();
        map.put("ringside-image", 1);
        map.put("name", "lab");
        map.put("release", "bookworm");
        map.put("packages", List.of());
        map.put("recipe", "none");
        map.put("host_key", "ssh-ed25519 AAAA");
        map.put("checksum", "0123456789abcdef");
        map.put("made", "2026-11-26T00:00:00Z");
        map.put("bytes", 1);
        Files.writeString(image.resolve("image.json"), Json.pretty(map));
    }

    private static final class NoWays implements BenchPage.Ways {
        @Override
        public void figures(Optional<String> figure, Set<String> sets) {}

        @Override
        public void library(String set) {}

        @Override
        public void hosts() {}

        @Override
        public Optional<Path> plan() {
            return Optional.empty();
        }
    }

    private final class MadeUpBench implements Bench {
        @Override
        public List<SavedHost> hosts() {
            return List.of(SavedHost.HERE, new SavedHost(FAR, "rack 3"));
        }

        @Override
        public List<Plan> plans() {
            String text = PLAN.replace("COUNT", "" + REPETITIONS).replace("DIRECTORY", "" + folder);
            return List.of(PlanFile.read("tiny.yaml", text));
        }

        @Override
        public Plan read(Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Readiness look(Plan plan, Target host, AccessQuestions questions, Progress progress) {
            return new Readiness(
                    host,
                    host.words(),
                    plan,
                    new Preflight(new HostState(Map.of()), Programs.BY_NAME, List.of(), List.of()));
        }

        @Override
        public Experimental experimental(Target host, AccessQuestions questions) {
            tried.add(host.text());
            return new Experimental(
                    List.of(
                            new Offer(GuestPlatform.QEMU, Optional.empty()),
                            new Offer(GuestPlatform.KVM, Optional.empty()),
                            new Offer(GuestPlatform.XEN_PV, Optional.of("there is no xl"))),
                    images().all(),
                    2);
        }

        @Override
        public List<Session.State> unfinished() {
            return measuring.sessions().stream()
                    .filter(state -> !state.finished())
                    .toList();
        }

        @Override
        public Session begin(Plan plan, List<Subject> subjects, String set) {
            return measuring.begin(plan, subjects, set, OptionalLong.of(7));
        }

        @Override
        public Event.Finished measure(
                Session session, AccessQuestions questions, Controls controls, Event.Listener listener) {
            return measuring.measure(session, questions, controls, listener);
        }

        @Override
        public Plotting plotting() {
            return new Plotting(store);
        }

        @Override
        public List<String> earlier(Set<String> benchmarks) {
            return List.of();
        }
    }

    private static boolean isThere(FxRobot robot, String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    private static void fire(FxRobot robot, String id) {
        waitFor(() -> isThere(robot, id));
        robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
    }

    private static CheckBox box(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(CheckBox.class);
    }

    /** The pane of experiments, with what runs guests here. */
    private static void choose(FxRobot robot) {
        fire(robot, "bench-guests");
        waitFor(() -> isThere(robot, "bench-platform-qemu"));
        robot.interact(() -> robot.lookup("#bench-set").queryAs(TextField.class).setText("mine"));
    }

    @Test
    void whatIsChosenIsComparedFairlyOrSaidNotToBe(FxRobot robot) {
        choose(robot);
        assertTrue(box(robot, "bench-platform-xen-pv").isDisabled());
        assertTrue(says(robot, "there is no xl"));
        assertTrue(box(robot, "bench-vcpus-4").isDisabled(), "the host has two cores");
        waitFor(() -> says(robot, "Besides the platforms these differ:"));
        fire(robot, "bench-platform-kvm");
        waitFor(() -> says(robot, "Nothing differs but the platforms."));
        assertTrue(says(robot, "2 configurations, one at a time"));
        fire(robot, "bench-vcpus-2");
        fire(robot, "bench-disk-qcow2");
        waitFor(() -> says(robot, "3 configurations, one at a time"));
        waitFor(
                () -> says(
                        robot,
                        "ringside experiment run --plan tiny --platform qemu --vcpus 1,2 --disk raw,qcow2 --image lab --set mine"));
        fire(robot, "bench-platform-qemu");
        waitFor(() -> says(robot, "Choose a platform."));
        assertTrue(robot.lookup("#bench-start").queryAs(Button.class).isDisabled());
    }

    @Test
    void guestsAreStartedMeasuredAndRemovedUntilAllIsThere(FxRobot robot) {
        choose(robot);
        fire(robot, "bench-platform-kvm");
        fire(robot, "bench-vcpus-2");
        press(robot, "bench-start");
        waitFor(() -> isThere(robot, "bench-progress") || isThere(robot, "bench-ended"));
        waitFor(() -> says(robot, "All that the plan asks for is measured."));
        List<Run> runs = store.runs("mine");
        assertEquals(3 * REPETITIONS, runs.size());
        assertEquals(
                Set.of("host", "qemu, 1 vCPU", "qemu, 2 vCPUs"),
                Set.copyOf(runs.stream()
                        .map(run -> run.configuration().label())
                        .distinct()
                        .toList()));
        // Each guest once to look at it, and for a block of each repetition
        List<String> asked = guests.asked();
        assertEquals(
                2 * (1 + REPETITIONS),
                asked.stream().filter(one -> one.startsWith("start ")).count());
        assertEquals(
                2 * (1 + REPETITIONS),
                asked.stream().filter(one -> one.startsWith("destroy ")).count());
        assertEquals(List.of(), guests.register(new LocalShell()).all());
        assertFalse(isThere(robot, "bench-resume"));
    }

    @Test
    void aGuestThatNeverAnswersIsSaidAndTheRestGoesOn(FxRobot robot) {
        guests.letting(() -> {
            throw new RingsideException("it did not let us in by SSH", "see its console");
        });
        choose(robot);
        fire(robot, "bench-platform-kvm");
        press(robot, "bench-start");
        waitFor(() -> says(robot, "Not all that the plan asks for is measured; what is there is kept."));
        assertTrue(says(robot, "qemu: it did not let us in by SSH"));
        assertEquals(REPETITIONS, store.runs("mine").size());
        guests.letting(LocalShell::new);
        press(robot, "bench-resume");
        waitFor(() -> says(robot, "All that the plan asks for is measured."));
        assertEquals(2 * REPETITIONS, store.runs("mine").size());
    }

    @Test
    void anotherHostsPlatformsAreTriedWhenAPersonSaysSoAndComparedThere(FxRobot robot) {
        choose(robot);
        @SuppressWarnings("unchecked")
        ChoiceBox<Target> host = robot.lookup("#bench-experiment-host").queryAs(ChoiceBox.class);
        robot.interact(() -> host.setValue(FAR));
        waitFor(() -> says(robot, "Try the platforms of ann@far:2222"));
        assertEquals(List.of("local"), tried);
        assertTrue(robot.lookup("#bench-start").queryAs(Button.class).isDisabled());
        press(robot, "bench-experiment-again");
        waitFor(() -> isThere(robot, "bench-platform-qemu"));
        assertEquals(List.of("local", "ssh://ann@far:2222"), tried);
        fire(robot, "bench-platform-kvm");
        waitFor(() -> says(robot, "ringside experiment run --plan tiny --host ssh://ann@far:2222 --platform qemu"));
        press(robot, "bench-start");
        waitFor(() -> says(robot, "All that the plan asks for is measured."));
        assertEquals(
                List.of("ssh://ann@far:2222"),
                measuring.sessions().getFirst().session().subjects().stream()
                        .map(subject -> subject.target().text())
                        .distinct()
                        .toList());
    }
}
