package ringside.core.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What a person does to a session that is being measured. Any thread may call it; nothing here waits. */
public final class Controls {
    private final AtomicInteger paintings = new AtomicInteger();
    private final List<Thread> machines = new ArrayList<>();
    private final List<Thread> skips = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean paused;
    private boolean cancelled;
    private @Nullable Listener listener;

    /** Told of what a person did, on the thread that did it. */
    interface Listener {
        void paused(boolean now);
    }

    /** Begins no further run; those that are under way come to their end. */
    public void pause() {
        pause(true);
    }

    /** Goes on after a pause. */
    public void resume() {
        pause(false);
    }

    private void pause(boolean now) {
        Listener told;
        synchronized (this) {
            if (paused == now || cancelled) return;
            paused = now;
            notifyAll();
            told = listener;
        }
        if (told != null) told.paused(now);
    }

    public synchronized boolean isPaused() {
        return paused;
    }

    /** Stops the runs under way, within two seconds, and begins no other. What is measured is kept. */
    public synchronized void cancel() {
        cancelled = true;
        machines.forEach(Thread::interrupt);
        notifyAll();
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Stops the runs under way and repeats these measurements no more on these subjects. */
    public synchronized void skip() {
        if (!cancelled) skips.forEach(Thread::interrupt);
    }

    /** Words for whoever reads the results: they go with the run that is under way, or else with the next. */
    public synchronized void note(String text) {
        if (!text.isBlank()) notes.add(text.strip());
    }

    /** The window has been drawn: of runs on its own machine that is remembered. */
    public void painted() {
        paintings.incrementAndGet();
    }

    int paintings() {
        return paintings.get();
    }

    synchronized List<String> takeNotes() {
        var taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }

    synchronized void listen(Listener to) {
        listener = to;
    }

    /** The calling thread measures a machine from now on, and is interrupted when all is cancelled. */
    synchronized void enter() {
        machines.add(Thread.currentThread());
        if (cancelled) Thread.currentThread().interrupt();
    }

    synchronized void leave() {
        machines.remove(Thread.currentThread());
    }

    /** Until it is closed the calling thread makes a run that can be skipped: it is interrupted then. */
    synchronized Skippable skippable() {
        Thread thread = Thread.currentThread();
        skips.add(thread);
        return () -> forget(thread);
    }

    private synchronized void forget(Thread thread) {
        skips.remove(thread);
        if (!cancelled) Thread.interrupted(); // a skip that came too late concerns nobody
    }

    interface Skippable extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits while paused. @return false if cancelled */
    synchronized boolean awaitGo() throws InterruptedException {
        while (paused && !cancelled) wait();
        return !cancelled;
    }

    Optional<String> nextNote() {
        List<String> taken = takeNotes();
        return taken.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", taken));
    }
}
