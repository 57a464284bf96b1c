package ringside.ui.kit;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;

/** A piece of slow work that was asked for. Its properties belong to the FX thread; {@link #stage} to any. */
public final class Task implements Progress {
    /** How far it is; a share that is not known is NaN. */
    public record Stage(String what, double share) {}

    private final String title;
    private final long began = System.nanoTime();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", true);
    private volatile Stage stage = new Stage("", Double.NaN);
    private volatile boolean cancelled;
    private @Nullable Thread worker; // guarded by this: an interrupt must never reach the worker's next task

    Task(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Polled by whoever shows it, so that work may report as often as it likes. */
    public Stage stage() {
        return stage;
    }

    public double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Turns false once nothing of it will follow: shown, reported, or cancelled and stopped. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return running.get();
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Interrupts the work. Neither its result nor its trouble will be shown. */
    public synchronized void cancel() {
        cancelled = true;
        if (worker != null) worker.interrupt();
    }

    @Override
    public void at(String what, double share) {
        stage = new Stage(what, share);
    }

    /** Binds it to the calling thread, unless it was cancelled before it began. */
    synchronized boolean begin() {
        if (cancelled) return false;
        worker = Thread.currentThread();
        return true;
    }

    synchronized void leave() {
        worker = null;
        Thread.interrupted(); // the flag was meant for this task alone
    }

    void end() {
        running.set(false);
    }
}
