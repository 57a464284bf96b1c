package ringside.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.shell.StateFile;
import ringside.ui.shell.WindowState;
import ringside.workbench.Folders;
import ringside.workbench.Workbench;

/** The workbench as a program with a window. Its parameter {@code --store=…} names the store; else it is the usual one. */
public final class RingsideApp extends Application {
    /** Held outside, because the toolkit makes the application itself, and only when it has started. */
    private static @Nullable CompletableFuture<Workbench> begun;

    private static List<Path> given = List.of();

    private static @Nullable Doorbell bell;

    private final StateFile stateFile = new StateFile(Folders.usual().config().resolve("window.properties"));
    private WindowState state = WindowState.FIRST;
    private @Nullable Session session;

    /**
     * Opens the window, and the store while the toolkit starts. Returns when the window is closed.
     *
     * @param location of the store; empty for the usual one
     * @param files brought in once the window is there, as if they were dropped on it
     * @param tour whether somebody who was never here before is shown around
     * @param door where it is told of more files
     * @throws UnsupportedOperationException if there is no display for it
     */
    public static void launch(String location, List<Path> files, boolean tour, Doorbell door) {
        begun = open(location);
        given = files;
        bell = door;
        launch(RingsideApp.class, "--store=" + location, "--tour=" + tour);
    }

    private static void show(Stage stage, Session session, List<Path> files) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        if (!files.isEmpty()) session.dropped(files);
    }

    /** On the launcher's thread. */
    @Override
    public void init() {
        // Finding the fonts is a long call into the system, and nothing that comes first needs them
        Thread.ofPlatform().daemon().name("ringside-fonts").start(Font::getDefault);
        state = stateFile.read();
    }

    @Override
    public void start(Stage stage) {
        CompletableFuture<Workbench> first = begun;
        var opened = new Session(
                stage,
                Background.started(),
                new Appearance(state.theme()),
                state,
                first == null ? open() : first,
                this::open);
        session = opened;
        // What the store had to tell meanwhile is waiting by then, and is in the first picture
        Platform.runLater(() -> appear(stage, opened));
    }

    private void appear(Stage stage, Session opened) {
        opened.onBrowse(getHostServices()::showDocument);
        opened.show();
        if (!given.isEmpty()) opened.dropped(given);
        if (bell != null) bell.listen(files -> Platform.runLater(() -> show(stage, opened, files)));
        if (Boolean.parseBoolean(getParameters().getNamed().get("tour"))) opened.welcome(this::keep);
    }

    private void keep() {
        if (session == null) return;
        WindowState now = session.state();
        Thread.ofPlatform().daemon().name("ringside-keeping").start(() -> stateFile.write(now));
    }

    @Override
    public void stop() throws InterruptedException {
        if (session == null) return;
        WindowState last = session.state();
        // Not on this thread, and not without end: a desktop that shuts down will not wait.
        var closing = Thread.ofPlatform().name("ringside-closing").start(() -> {
            stateFile.write(last);
            if (session != null) session.close();
        });
        closing.join(Duration.ofSeconds(20));
    }

    private CompletableFuture<Workbench> open() {
        return open(getParameters().getNamed().getOrDefault("store", ""));
    }

    private static CompletableFuture<Workbench> open(String named) {
        String location = named.isEmpty() ? Workbench.defaultLocation() : named;
        Supplier<Workbench> opening = () -> Workbench.open(location);
        return CompletableFuture.supplyAsync(
                opening,
                work -> Thread.ofPlatform().daemon().name("ringside-opening").start(work));
    }
}
