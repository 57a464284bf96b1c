package ringside.ui.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.core.RingsideException;
import ringside.core.feature.Probed;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;
import ringside.core.probe.ProbeStore;
import ringside.core.probe.Probing;
import ringside.ui.access.Ask;
import ringside.ui.feature.ProbeModel.State;
import ringside.ui.kit.Background;

class ProbeModelTest {
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Background background = new Background(workers, screen::add);
    private final Hosts.Answers answers = new Hosts.Answers();
    private final List<Probed> told = new ArrayList<>();
    private final List<SavedHost> saved = new ArrayList<>(List.of(SavedHost.HERE));
    private Probing probing = Hosts.probing();
    private final ProbeModel model = new ProbeModel(
            background,
            new ProbeModel.Hosts() {
                @Override
                public Probing probing() {
                    return probing;
                }

                @Override
                public ProbeStore answers() {
                    return answers;
                }

                @Override
                public List<SavedHost> saved() {
                    return saved;
                }
            },
            all -> {
                told.clear();
                told.addAll(all);
            });

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    void thisMachineIsAskedAndItsAnswersAreKeptAndTold() throws InterruptedException {
        model.start();
        until(() -> !told.isEmpty());

        var done = assertInstanceOf(State.Done.class, model.stateProperty().get());
        assertEquals("here", done.report().host().name());
        assertEquals(
                List.of(Probed.Verdict.NOT_ASKED, Probed.Verdict.VERIFIED, Probed.Verdict.NOT_HERE),
                told.stream().map(Probed::verdict).toList());
        assertEquals(3, model.answers().size());
        assertEquals("install xen-utils", done.report().troubles().getFirst().remedy());
        assertEquals(1, answers.reports("").size());
    }

    @Test
    void aNewHostIsTrustedAndLetsInByItsPassword() throws InterruptedException {
        model.targetProperty().set("ada@far");
        model.start();
        until(() -> model.askProperty().get().isPresent());
        var trust = assertInstanceOf(Ask.Trust.class, model.askProperty().get().orElseThrow());
        assertEquals(Hosts.KEY, trust.key());

        trust.answer().complete(true);
        until(() ->
                model.askProperty().get().filter(Ask.Secret.class::isInstance).isPresent());
        var secret =
                assertInstanceOf(Ask.Secret.class, model.askProperty().get().orElseThrow());
        assertEquals("Password of ada on far", secret.wanted().prompt());
        secret.answer().complete(Optional.of(Hosts.SECRET));

        until(() -> !told.isEmpty());
        assertEquals("far", told.getFirst().host());
        assertEquals(Optional.empty(), model.askProperty().get());
    }

    @Test
    void aHostThatIsNotTrustedIsNotAsked() throws InterruptedException {
        model.targetProperty().set("far");
        model.start();
        until(() -> model.askProperty().get().isPresent());
        assertInstanceOf(Ask.Trust.class, model.askProperty().get().orElseThrow())
                .answer()
                .complete(false);

        until(() -> !model.isRunning());
        var failed = assertInstanceOf(State.Failed.class, model.stateProperty().get());
        assertEquals("the key of far is not trusted", failed.trouble().problem());
        assertEquals(List.of(), answers.reports(""));
    }

    @Test
    void aProbeThatHangsIsCancelled() throws InterruptedException {
        var begun = new CountDownLatch(1);
        probing = Hosts.hanging(begun);
        model.start();
        assertTrue(begun.await(20, TimeUnit.SECONDS));

        model.leave();

        assertEquals(new State.Idle(), model.stateProperty().get());
        until(() -> background.running().isEmpty());
        assertEquals(new State.Idle(), model.stateProperty().get());
        assertEquals(List.of(), answers.reports(""));
    }

    @Test
    void whatNamesNoHostIsSaidWithoutAskingAnybody() {
        model.targetProperty().set("-oProxyCommand=evil");
        model.start();

        var failed = assertInstanceOf(State.Failed.class, model.stateProperty().get());
        assertTrue(failed.trouble().problem().contains("names no host"), failed.trouble()::problem);
    }

    @Test
    void hostsAreWrittenAsPeopleWriteThem() throws RingsideException {
        assertEquals(Target.LOCAL, Target.written(""));
        assertEquals(Target.LOCAL, Target.written(" localhost "));
        assertEquals("ssh://ada@far:2222", Target.written("ada@far:2222").text());
        assertEquals("ssh://far", Target.written("ssh://far").text());
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
