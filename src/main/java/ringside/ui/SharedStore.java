package ringside.ui;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.result.ResultStore;

/**
 * Looks at a shared store every few seconds: tells when somebody changed it, when it cannot be reached, and when it can
 * again. Of a store that is nobody else's it tells nothing.
 */
final class SharedStore {
    /** Short enough to be seen soon, long enough to be no work. */
    static final Duration PAUSE = Duration.ofSeconds(4);

    private final Supplier<ResultStore> store;
    private final Duration pause;
    private final Told told;
    private Optional<Thread> watching = Optional.empty();

    /** Called on the FX thread. */
    interface Told {
        void changed();

        void lost(RingsideException trouble);

        void back();
    }

    /** @param store may wait for it to be opened; called on a thread of this class's own */
    SharedStore(Supplier<ResultStore> store, Duration pause, Told told) {
        this.store = store;
        this.pause = pause;
        this.told = told;
    }

    /** Watches the store that is open now, and no longer one that was open before. */
    void watch() {
        stop();
        watching = Optional.of(
                Thread.ofPlatform().daemon().name("ringside-shared-store").start(this::look));
    }

    void stop() {
        watching.ifPresent(Thread::interrupt);
        watching = Optional.empty();
    }

    private void look() {
        String before = "";
        boolean lost = false;
        try {
            ResultStore opened = store.get();
            while (true) {
                try {
                    Optional<String> now = opened.stamp();
                    if (now.isEmpty()) return;
                    if (lost) Platform.runLater(told::back);
                    if (lost || !before.isEmpty() && !before.equals(now.get())) Platform.runLater(told::changed);
                    lost = false;
                    before = now.get();
                } catch (RingsideException trouble) {
                    if (!lost) Platform.runLater(() -> told.lost(trouble));
                    lost = true;
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException | Progress.Cancelled stopped) {
            Thread.currentThread().interrupt();
        } catch (RingsideException notOpened) {
            // Whoever opens it tells so
        }
    }
}
