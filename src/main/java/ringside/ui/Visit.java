package ringside.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Somebody who waits for the window, says when it could be used, may look at every page, and closes it. */
public final class Visit {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Of the Start page: one of the result sets that it lists. */
    private static final String SETS = ".recent .pressable";

    private static final int PAGES = 8;

    private Visit() {}

    /**
     * Waits beside the thread that opens the window.
     *
     * @param walk whether every page is looked at
     */
    public static Thread begin(boolean walk) {
        return Thread.ofPlatform().name("ringside-visit").start(() -> visit(walk));
    }

    private static void visit(boolean walk) {
        try {
            Scene scene = until(Visit::scene);
            tell("shown");
            until(() -> scene.getRoot().lookup(SETS));
            rest();
            tell("usable, its result sets listed");
            for (int page = 2; walk && page <= PAGES; page++) {
                String keys = "Shortcut+" + page;
                until(() -> press(scene, keys));
                Thread.sleep(1500); // for what it reads and draws
            }
        } catch (Exception e) {
            throw new IllegalStateException("the window could not be used", e);
        } finally {
            Platform.exit();
        }
    }

    private static @Nullable Scene scene() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(Window::getScene)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Scene press(Scene scene, String keys) {
        Runnable open = scene.getAccelerators().get(KeyCombination.valueOf(keys));
        if (open == null) return null;
        open.run();
        return scene;
    }

    /** Until everything that waits for the thread of the interface is done, and what it shows is drawn. */
    private static void rest() throws Exception {
        until(() -> true);
        until(() -> true);
    }

    private static <T> T until(Callable<@Nullable T> there) throws Exception {
        for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); Thread.sleep(5)) {
            T found = onInterface(there);
            if (found != null) return found;
        }
        throw new IllegalStateException("nothing came within " + PATIENCE.toMinutes() + " minutes");
    }

    private static <T> @Nullable T onInterface(Callable<@Nullable T> there) throws Exception {
        var answer = new CompletableFuture<@Nullable T>();
        try {
            Platform.runLater(() -> {
                try {
                    answer.complete(there.call());
                } catch (Exception e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (IllegalStateException notStarted) {
            return null;
        }
        return answer.get();
    }

    private static void tell(String what) {
        long since = ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()).toMillis())
                .orElse(-1L);
        System.out.println(what + " after " + since + " ms");
    }
}
