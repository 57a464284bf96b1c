package ringside.core.bench.run;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;

/**
 * Tells what happened, one event after the other, on a thread of its own: who measures another machine never waits for who
 * listens. What an event is about is put into the result set on the same thread, just before it is told.
 */
final class Teller implements AutoCloseable {
    /** What leads to an event; null if there is nothing to tell. */
    @FunctionalInterface
    interface Telling {
        @Nullable
        Event event();
    }

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
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
        tell(() -> event);
    }

    /** Nothing is told or put any more once one of them has failed. */
    void tell(Telling telling) {
        queue.add(() -> {
            if (fault == null) tellNext(telling);
        });
    }

    private void work() {
        while (!ending) {
            try {
                queue.take().run();
            } catch (InterruptedException nobodyDoesThat) {
                // It goes on until it is closed
            }
        }
    }

    private void tellNext(Telling next) {
        try {
            Event event = next.event();
            if (event != null) listener.happened(event);
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            fault = fault(e);
            whenBroken.run();
        }
    }

    /** What is thrown again where somebody waits: an error is a fault in the program, and has to be told as one. */
    static RuntimeException fault(Throwable thrown) {
        return thrown instanceof RuntimeException known ? known : RingsideException.from(thrown);
    }

    /** Waits until all that was given up to now is put and told, or cannot be any more. */
    void await() throws InterruptedException {
        var reached = new CountDownLatch(1);
        queue.add(reached::countDown);
        while (thread.isAlive() && !reached.await(1, TimeUnit.SECONDS)) {}
    }

    /** Waits until all is told. */
    @Override
    public void close() {
        boolean interrupted = false;
        queue.add(() -> ending = true);
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
