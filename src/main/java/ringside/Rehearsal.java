package ringside;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import ringside.cli.RingsideCommand;

/**
 * The workbench's start by itself, which tells how long it took, and a walk through what people use most. The build records
 * the start-up cache from the walk.
 */
public final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Of the Start page: the head of the list of result sets, and at least one of them. */
    private static final String SETS = ".recent .pressable";

    private static final int PAGES = 8;

    private Rehearsal() {}

    /**
     * Opens the window, says after how many milliseconds of the process it could be used, and closes it.
     *
     * @param arguments a folder to work in, and {@code walk} to draw all figures by command first and to open every page
     * @throws Exception if no window comes, or no result sets in it
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        boolean walk = arguments.length > 1 && arguments[1].equals("walk");
        String store = folder.resolve("store").toString();
        Ringside.headless();
        if (walk) commands(store, folder.resolve("figures").toString());
        var visit = Thread.ofPlatform().name("ringside-visit").start(() -> visit(walk));
        Ringside.window(store);
        visit.join();
    }

    private static void commands(String store, String figures) {
        run("--store", store, "figures", "export", "--all", "--out", figures);
        run("--store", store, "figures", "list");
    }

    private static void run(String... words) {
        int code = RingsideCommand.run(words, System.out, System.err, location -> {});
        if (code != 0) throw new IllegalStateException(String.join(" ", words) + " ended with " + code);
    }

    private static void visit(boolean walk) {
        try {
            Scene scene = until(Rehearsal::scene);
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
