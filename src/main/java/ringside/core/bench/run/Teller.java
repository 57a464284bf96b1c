package ringside.core.bench.run;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened, one event after the other, on a thread of its own: who measures never waits for who listens. What
 * an event is about is put into the result set on the same thread, just before it is told.
 */
final class Teller implements AutoCloseable {
    /** What leads to an event; null if there is nothing to tell. */
    @FunctionalInterface
    interface Telling {
        @Nullable
        Event event();
    }

    private final BlockingQueue<Telling> queue = new LinkedBlockingQueue<>();
    private final Event.Listener listener;
    private final Runnable whenBroken;
    private final Thread thread;
    private volatile @Nullable RuntimeException fault;
    private volatile boolean ending;

    /** @param whenBroken called once nothing can be told or put any more */
    Teller(Event.Listener listener, Runnable whenBroken) {
        this.listener = listener;
        this.whenBroken = whenBroken;
        thread = Thread.ofVirtual().name("session").start(this::work);
    }

    void tell(Event event) {
        queue.add(() -> event);
    }

    void tell(Telling telling) {
        queue.add(telling);
    }

    private void work() {
        while (!ending || !queue.isEmpty()) {
            Telling next;
            try {
                next = queue.take();
            } catch (InterruptedException nobodyDoesThat) {
                continue;
            }
            if (fault == null) tellNext(next);
        }
    }

    private void tellNext(Telling next) {
        try {
            Event event = next.event();
            if (event != null) listener.happened(event);
        } catch (RuntimeException e) {
            fault = e;
            whenBroken.run();
        }
    }

    /** Waits until all is told. */
    @Override
    public void close() {
        boolean interrupted = false;
        queue.add(() -> {
            ending = true;
            return null;
        });
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    /** @throws RuntimeException what kept it from telling or putting, if something did */
    void check() {
        RuntimeException known = fault;
        if (known != null) throw known;
    }
}
