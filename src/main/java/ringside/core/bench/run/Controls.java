package ringside.core.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What a person does to a session that is being measured. Any thread may call it; nothing here waits. */
public final class Controls {
    private final AtomicInteger paintings = new AtomicInteger();
    private final List<Thread> machines = new ArrayList<>();
    private final List<Thread> skips = new ArrayList<>();
    private final List<String> early = new ArrayList<>(); // notes before anybody listens
    private boolean paused;
    private boolean cancelled;
    private boolean ended;
    private @Nullable Listener listener;

    /** Told of what a person did, on the thread that did it. */
    interface Listener {
        void paused(boolean now);

        void noted(String text);
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

    /**
     * Words for whoever reads the results. They are kept at once, and go with the run that is under way if it counts, or
     * else with the next that does.
     *
     * @return false if they came too late: nothing is measured any more, and they are not kept
     */
    public synchronized boolean note(String text) {
        Listener told = listener;
        if (ended) return false;
        if (text.isBlank()) return true;
        if (told == null) early.add(text.strip());
        else told.noted(text.strip());
        return true;
    }

    /** The window has been drawn: of runs on its own machine that is remembered. */
    public void painted() {
        paintings.incrementAndGet();
    }

    int paintings() {
        return paintings.get();
    }

    synchronized void listen(Listener to) {
        listener = to;
        ended = false;
        early.forEach(to::noted);
        early.clear();
    }

    /** Nobody listens any more. */
    synchronized void end() {
        listener = null;
        ended = true;
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
}
