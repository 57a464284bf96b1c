package ringside.core;

import java.time.Duration;

/** Told how far slow work has come. Work is cancelled by interrupting its thread. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (what, share) -> {};

    /**
     * @param what what is being done now, for people
     * @param share 0 to 1, or NaN where nobody can know
     */
    void at(String what, double share);

    /** Ends the work if it was cancelled. */
    static void checkCancelled() {
        if (Thread.currentThread().isInterrupted()) throw new Cancelled();
    }

    /** Waits for something that cannot tell when it is there. @throws Cancelled if the work is cancelled meanwhile */
    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    /** The work was cancelled and has been undone. */
    final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Cancelled() {
            super("cancelled", null, false, false);
        }
    }
}
