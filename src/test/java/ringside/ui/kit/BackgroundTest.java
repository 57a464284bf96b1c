package ringside.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.core.Progress;
import ringside.core.RingsideException;

class BackgroundTest {
    /** Kept here: the log forgets the level of a logger that nobody holds. */
    private final Logger log = Logger.getLogger(Background.class.getName());

    private final List<String> seen = new ArrayList<>();
    private final Background atOnce = new Background(Runnable::run, Runnable::run);

    @BeforeEach
    void beQuiet() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void speakAgain() {
        log.setLevel(null);
    }

    @Test
    void showsWhatTheWorkGave() {
        Task task = atOnce.run("Adding", progress -> 1 + 1, sum -> seen.add("shown " + sum), this::report);

        assertEquals(List.of("shown 2"), seen);
        assertFalse(task.isRunning());
        assertEquals(List.of(), atOnce.running());
    }

    @Test
    void reportsTroubleInTheUsersWords() {
        atOnce.run(
                "Failing",
                progress -> {
                    throw new RingsideException("the disk is full", "delete something");
                },
                this::show,
                this::report);

        assertEquals(List.of("the disk is full / delete something"), seen);
    }

    @Test
    void takesTroubleOutOfItsWrapping() {
        atOnce.run(
                "Failing",
                progress -> {
                    throw new CompletionException(new RingsideException("the store is held", "close the other one"));
                },
                this::show,
                this::report);

        assertEquals(List.of("the store is held / close the other one"), seen);
    }

    @Test
    void aFaultNobodyForesawIsReportedToo() {
        atOnce.run(
                "Failing",
                progress -> {
                    throw new IllegalStateException("odd");
                },
                this::show,
                this::report);

        assertEquals(1, seen.size());
        assertTrue(seen.getFirst().contains("odd"), seen.getFirst());
    }

    @Test
    void whatWasCancelledIsNeitherRunNorShown() {
        Queue<Runnable> workers = new ArrayDeque<>();
        var background = new Background(workers::add, Runnable::run);
        Task task = background.run("Waiting", progress -> seen.add("worked"), this::show, this::report);

        task.cancel();
        workers.remove().run();

        assertEquals(List.of(), seen);
        assertFalse(task.isRunning());
    }

    @Test
    void onlyTheNewestRequestIsShown() {
        Queue<Runnable> workers = new ArrayDeque<>();
        var background = new Background(workers::add, Runnable::run);
        Background.Latest latest = background.latest();
        latest.run("First", progress -> "first", this::show, this::report);
        latest.run("Second", progress -> "second", this::show, this::report);

        workers.forEach(Runnable::run);

        assertEquals(List.of("second"), seen);
    }

    @Test
    void aResultThatComesAfterANewerRequestIsNotShown() {
        Queue<Runnable> fx = new ArrayDeque<>();
        var background = new Background(Runnable::run, fx::add);
        Background.Latest latest = background.latest();
        latest.run("First", progress -> "first", this::show, this::report);
        latest.run("Second", progress -> "second", this::show, this::report);

        fx.forEach(Runnable::run);

        assertEquals(List.of("second"), seen);
    }

    @Test
    void cancellingInterruptsTheWorkAndNotTheNextOne() throws InterruptedException {
        var jobs = new LinkedBlockingQueue<Runnable>();
        Thread worker = Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) jobs.take().run();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        var fx = new LinkedBlockingQueue<Runnable>();
        var background = new Background(jobs::add, fx::add);
        var began = new CountDownLatch(1);
        Task endless = background.run(
                "Sleeping",
                progress -> {
                    began.countDown();
                    Thread.sleep(60_000);
                    return "woke";
                },
                this::show,
                this::report);
        background.run(
                "After",
                progress -> Thread.currentThread().isInterrupted() ? "interrupted" : "undisturbed",
                this::show,
                this::report);

        assertTrue(began.await(10, TimeUnit.SECONDS));
        endless.cancel();
        for (int i = 0; i < 2; i++) {
            Runnable ending = fx.poll(10, TimeUnit.SECONDS);
            assertTrue(ending != null, "the work ended");
            ending.run();
        }
        worker.interrupt();

        assertEquals(List.of("undisturbed"), seen);
    }

    @Test
    void workThatEndsItselfBecauseItWasCancelledIsNoTrouble() {
        atOnce.run(
                "Stopping",
                progress -> {
                    throw new Progress.Cancelled();
                },
                this::show,
                this::report);

        assertEquals(List.of(), seen);
    }

    @Test
    void progressCanBeReadWhileItRuns() {
        Queue<Runnable> fx = new ArrayDeque<>();
        var background = new Background(Runnable::run, fx::add);
        Task task = background.run(
                "Reading",
                progress -> {
                    progress.at("line 5", 0.5);
                    return "";
                },
                this::show,
                this::report);

        assertEquals(new Task.Stage("line 5", 0.5), task.stage());
        assertEquals(List.of(task), background.running());
    }

    private void show(Object result) {
        seen.add(result.toString());
    }

    private void report(RingsideException trouble) {
        seen.add(trouble.problem() + " / " + trouble.remedy());
    }
}
