package ringside.ui.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * When a measurement's page is drawn: only if there is something new, and at most twice a second. What a run on this machine
 * would have to share its processors with is drawn before it begins, and while it lasts every ten seconds. A toolkit's
 * animation would do the same with sixty wake-ups a second, taken from what is measured.
 */
final class Pace {
    private static final Duration LIVELY = Duration.ofMillis(500);
    private static final Duration STILL = Duration.ofSeconds(10);

    /** Longer no run waits for the screen. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** What is drawn. */
    interface Content {
        /** Whether there is anything new; on any thread. */
        boolean isNews();

        /** Whether what is drawn now would be drawn beside a run on this machine; on any thread. */
        boolean isRunHere();

        /** On the FX thread. */
        void draw();

        /** Whether a part of it is still being drawn; on the FX thread. */
        boolean isBusy();
    }

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ringside-pace").factory());
    private final Content content;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean still;
    private volatile long drawnAt = System.nanoTime() - STILL.toNanos();
    private @Nullable ScheduledFuture<?> beat;
    private @Nullable CountDownLatch awaited;

    Pace(Content content) {
        this.content = content;
    }

    /** Draws from now on. */
    synchronized void begin() {
        rest();
        still = false;
        beat = clock.scheduleWithFixedDelay(this::tick, 0, LIVELY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nothing is drawn any more. */
    synchronized void rest() {
        if (beat != null) beat.cancel(false);
        beat = null;
    }

    /** Whether it is drawn every ten seconds only. */
    void still(boolean wanted) {
        still = wanted;
    }

    private void tick() {
        // A busy FX thread is given no second request
        if (!isDue(still || content.isRunHere() ? STILL : Duration.ZERO) || !waiting.compareAndSet(false, true)) return;
        Platform.runLater(() -> {
            waiting.set(false);
            draw();
        });
    }

    private boolean isDue(Duration pause) {
        return System.nanoTime() - drawnAt >= pause.toNanos() && content.isNews();
    }

    private void draw() {
        drawnAt = System.nanoTime();
        content.draw();
    }

    /** Draws before a run begins, if it is time for it, and comes back when that is on the screen. Not on the FX thread. */
    void beforeRun() {
        if (!isDue(still ? STILL : LIVELY)) return;
        drawnAt = System.nanoTime(); // if that thread does not get to it the next run waits no more
        var shown = new CountDownLatch(1);
        Platform.runLater(() -> {
            draw();
            awaited = shown;
            Platform.requestNextPulse();
        });
        try {
            shown.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The window has been drawn. On the FX thread. */
    void painted() {
        if (awaited == null || content.isBusy()) return;
        awaited.countDown();
        awaited = null;
    }
}
