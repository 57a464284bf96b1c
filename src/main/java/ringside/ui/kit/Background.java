package ringside.ui.kit;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;

/** The only road from the FX thread to slow work and back. A test passes {@code Runnable::run} twice. */
public final class Background {
    private static final System.Logger LOG = System.getLogger(Background.class.getName());

    /** Slow work. Cancelling interrupts its thread. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    private final Executor workers;
    private final Executor fx;
    private final ObservableList<Task> running = FXCollections.observableArrayList();
    private final ObservableList<Task> shown = FXCollections.unmodifiableObservableList(running);

    public Background(Executor workers, Executor fx) {
        this.workers = workers;
        this.fx = fx;
    }

    /** With threads of its own, which do not keep the program alive. */
    public static Background started() {
        int threads = Math.max(4, Runtime.getRuntime().availableProcessors());
        var workers = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().daemon().name("ringside-worker-", 1).factory());
        return new Background(workers, Platform::runLater);
    }

    /** The work under way, oldest first; changes on the FX thread. */
    public ObservableList<Task> running() {
        return shown;
    }

    /**
     * Starts work; called on the FX thread, where one of {@code show} and {@code report} follows unless it is cancelled.
     *
     * @param title what is being done, as the status area says it: {@code Reading the sets}
     */
    public <T extends @Nullable Object> Task run(
            String title, Work<T> work, Consumer<? super T> show, Consumer<RingsideException> report) {
        var task = new Task(title);
        running.add(task);
        workers.execute(() -> {
            Runnable ending = outcome(task, work, show, report);
            fx.execute(() -> {
                running.remove(task);
                try {
                    if (!task.isCancelled()) ending.run();
                } finally {
                    task.end();
                }
            });
        });
        return task;
    }

    /** Runs on the FX thread, later; for work that shows a part of its result before its end. */
    public void show(Runnable part) {
        fx.execute(part);
    }

    /** A place where only the newest request counts: a newer one cancels the older. */
    public Latest latest() {
        return new Latest();
    }

    private static <T extends @Nullable Object> Runnable outcome(
            Task task, Work<T> work, Consumer<? super T> show, Consumer<RingsideException> report) {
        if (!task.begin()) return () -> {};
        try {
            T result = work.run(task);
            return () -> show.accept(result);
        } catch (InterruptedException | Progress.Cancelled cancelled) {
            return () -> {}; // nobody but cancel() interrupts a worker
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError fault) {
            Throwable cause = bare(fault);
            RingsideException trouble = RingsideException.from(cause);
            if (!task.isCancelled()) log(task, trouble, cause == trouble);
            return () -> report.accept(trouble);
        } finally {
            task.leave();
        }
    }

    private static Throwable bare(Throwable fault) {
        boolean wrapper = fault instanceof CompletionException || fault instanceof ExecutionException;
        Throwable cause = fault.getCause();
        return wrapper && cause != null ? bare(cause) : fault;
    }

    private static void log(Task task, RingsideException trouble, boolean foreseen) {
        // What was foreseen the screen tells in full; a fault in the program has to be found again.
        LOG.log(foreseen ? Level.DEBUG : Level.WARNING, task.title(), trouble);
    }

    /** See {@link Background#latest}. */
    public final class Latest {
        private @Nullable Task newest;

        private Latest() {}

        public <T extends @Nullable Object> Task run(
                String title, Work<T> work, Consumer<? super T> show, Consumer<RingsideException> report) {
            cancel();
            Task task = Background.this.run(title, work, show, report);
            newest = task;
            return task;
        }

        public void cancel() {
            if (newest != null) newest.cancel();
        }
    }
}
