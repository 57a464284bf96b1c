package ringside.core.bench.run;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.bench.Subject;
import ringside.core.host.Answer;
import ringside.core.host.Shell;
import ringside.core.host.Shells;

/** The way to one subject: opened, and opened again when it was lost. Used by one thread at a time. */
final class Way implements AutoCloseable {
    private final int subject;
    private final Session session;
    private final Shells shells;
    private final Remembering questions;
    private final Ground ground;
    private final Holds holds;
    private final Semaphore doors;
    private @Nullable Shell shell;

    /** @param doors as many ways as may be opened at once: servers refuse to let in too many at a time */
    Way(
            int subject,
            Session session,
            Shells shells,
            Remembering questions,
            Ground ground,
            Holds holds,
            Semaphore doors) {
        this.subject = subject;
        this.session = session;
        this.shells = shells;
        this.questions = questions;
        this.ground = ground;
        this.holds = holds;
        this.doors = doors;
    }

    /**
     * What was found on opening.
     *
     * @param leftBehind processes and folders of an earlier start, gone now
     * @param guarded whether no other Ringside can measure it meanwhile
     */
    record Opened(Shell shell, List<String> leftBehind, boolean guarded) {}

    /** @throws RingsideException if it cannot be reached, or another measures it */
    Opened open() {
        close();
        Shell opened = reach();
        shell = opened;
        Answer cleaned = opened.run(
                holds.has(opened.target())
                        ? Scripts.clean(folder(), mark())
                        : Scripts.cleanAll(folder(), mark(), session.id()));
        boolean guarded = holds.take(opened, ground.lock().apply(subject), session.id());
        return new Opened(opened, cleaned.out().lines().toList(), guarded);
    }

    private Shell reach() {
        try {
            doors.acquire();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
        try {
            return shells.open(target().target(), questions.attempt());
        } finally {
            doors.release();
        }
    }

    Subject target() {
        return session.subjects().get(subject);
    }

    int subject() {
        return subject;
    }

    /** On the host; others of the session may be on the same. */
    String folder() {
        return ground.folder(session) + "-" + subject;
    }

    /** Of the processes of its runs. */
    String mark() {
        return session.id() + "-" + subject + "/";
    }

    boolean isOpen() {
        Shell known = shell;
        return known != null && known.isOpen();
    }

    Shell shell() {
        Shell known = shell;
        if (known == null) throw new IllegalStateException("not opened yet");
        return known;
    }

    /** Ends what a run has left there, and says what that was; empty where the way is lost. */
    List<String> clean() {
        return isOpen()
                ? shell().run(Scripts.clean(folder(), mark())).out().lines().toList()
                : List.of();
    }

    /** Removes all that the session has made there. */
    void remove() {
        if (isOpen()) shell().run(Scripts.remove(folder()));
    }

    @Override
    public void close() {
        Shell known = shell;
        if (known != null) known.close();
        shell = null;
    }
}
