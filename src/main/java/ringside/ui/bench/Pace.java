package ringside.ui.bench;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Has something drawn at most so often, and only if there is something new. A toolkit's animation would do the same with
 * sixty wake-ups a second, taken from what is measured.
 */
final class Pace {
    static final Duration LIVELY = Duration.ofMillis(500);
    static final Duration STILL = Duration.ofSeconds(10);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ringside-pace").factory());
    private final BooleanSupplier news;
    private final Runnable draw;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private @Nullable ScheduledFuture<?> beat;

    /**
     * @param news whether anything is to be drawn; asked on a thread of the clock's
     * @param draw on the FX thread
     */
    Pace(BooleanSupplier news, Runnable draw) {
        this.news = news;
        this.draw = draw;
    }

    /** From now on, so often at most. */
    synchronized void every(Duration time) {
        rest();
        beat = clock.scheduleWithFixedDelay(this::tick, 0, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nothing is drawn any more. */
    synchronized void rest() {
        if (beat != null) beat.cancel(false);
        beat = null;
    }

    private void tick() {
        // A busy FX thread is given no second request
        if (!news.getAsBoolean() || !waiting.compareAndSet(false, true)) return;
        Platform.runLater(() -> {
            waiting.set(false);
            draw.run();
        });
    }
}
