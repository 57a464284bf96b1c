package ringside.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import ringside.core.Progress;

/**
 * Ctrl-C while a command works: the work is told to stop, and the program stays until the command has said what was done.
 * The program then ends as the shell expects of one that was interrupted.
 */
final class Interrupt implements AutoCloseable {
    /** What a shell takes for "ended by an interrupt". */
    static final int EXIT = 130;

    /** To stop tools, to say what was done and to close the store takes less. */
    private static final int PATIENCE_SECONDS = 8;

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::come);
    private final Runnable stop;
    private volatile boolean came;

    /** Of work that looks at its progress: see {@link #watched}. */
    Interrupt() {
        this(() -> {});
    }

    /** @param stop tells the work, on a thread of its own */
    Interrupt(Runnable stop) {
        this.stop = stop;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void come() {
        came = true;
        stop.run();
        try {
            told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean came() {
        return came;
    }

    /** The same progress, at which work ends once the interrupt came. */
    Progress watched(Progress progress) {
        return (what, share) -> {
            if (came) throw new Progress.Cancelled();
            progress.at(what, share);
        };
    }

    /** All is said and the store is closed. */
    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // it has what it waited for
        }
    }
}
