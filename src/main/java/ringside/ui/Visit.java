package ringside.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
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

    private Visit() {}

    /**
     * Waits beside the thread that opens the window.
     *
     * @param walk whether every page is looked at
     * @return what ends when the visit does, badly if the window could not be used
     */
    public static Future<?> begin(boolean walk) {
        var visit = new FutureTask<@Nullable Void>(() -> {
            visit(walk);
            return null;
        });
        Thread.ofPlatform().daemon().name("ringside-visit").start(visit);
        return visit;
    }

    private static void visit(boolean walk) throws Exception {
        try {
            Scene scene = until(Visit::scene);
            tell("shown");
            until(() -> scene.getRoot().lookup(SETS));
            rest();
            tell("usable");
            for (int page = 2; walk && onInterface(page(scene, page)) != null; page++)
                Thread.sleep(1500); // for what it reads and draws
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

    /** Opens a page by its keys; null where there is none of that number. */
    private static Callable<@Nullable Scene> page(Scene scene, int number) {
        return () -> {
            Runnable open = scene.getAccelerators().get(KeyCombination.valueOf("Shortcut+" + number));
            if (open == null) return null;
            open.run();
            return scene;
        };
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
        return answer.get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
    }

    /** Who started the program has a clock; what the system says of a process's start is off by up to a second. */
    private static void tell(String what) {
        System.out.println(what);
    }
}
