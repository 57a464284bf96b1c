package ringside.core.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.bench.Subject;
import ringside.core.host.Answer;
import ringside.core.host.Shell;

/**
 * The way to one subject: opened, and opened again when it was lost. Where the subject is a guest that has to be started,
 * the way leads to its host first. Used by one thread at a time.
 */
final class Way implements AutoCloseable {
    private final int subject;
    private final Session session;
    private final Measuring measuring;
    private final Remembering questions;
    private final Holds holds;
    private final Semaphore doors;
    private @Nullable Shell host;
    private boolean reached;
    private Guests.@Nullable Entered guest;

    /** @param doors as many ways as may be opened at once: servers refuse to let in too many at a time */
    Way(int subject, Session session, Measuring measuring, Remembering questions, Holds holds, Semaphore doors) {
        this.subject = subject;
        this.session = session;
        this.measuring = measuring;
        this.questions = questions;
        this.holds = holds;
        this.doors = doors;
    }

    /**
     * What was found on opening.
     *
     * @param leftBehind processes, folders and guests of an earlier start, gone now
     * @param guarded whether no other Ringside can measure it meanwhile
     */
    record Opened(Shell shell, List<String> leftBehind, boolean guarded) {}

    /**
     * @param progress of the start of a guest
     * @throws RingsideException if it cannot be reached or started, or another measures it
     */
    Opened open(Progress progress) {
        if (!isTemporary()) return hold();
        Opened opened = isHeld() ? new Opened(host(), List.of(), true) : hold();
        Guests.Entered entered =
                measuring.guests().enter(session.guest(subject), target(), questions.attempt(), progress);
        guest = entered;
        return new Opened(entered.shell(), opened.leftBehind(), opened.guarded());
    }

    /** Its host alone: what an earlier start has left there is gone, and nobody else measures it. */
    Opened hold() {
        reached = false;
        close();
        Shell opened = reach();
        host = opened;
        Answer cleaned = opened.run(
                holds.has(opened.target())
                        ? Scripts.clean(folder(), mark())
                        : Scripts.cleanAll(folder(), mark(), session.id()));
        boolean guarded = holds.take(opened, measuring.ground().lock().apply(subject), session.id());
        reached = true;
        var left = new ArrayList<>(cleaned.out().lines().toList());
        if (isTemporary() && removed()) left.add("guest " + session.guest(subject));
        return new Opened(opened, left, guarded);
    }

    /** Whether nothing of its guest is there, its host is reached, and is ours still. */
    private boolean isHeld() {
        Shell known = host;
        return guest == null && known != null && known.isOpen() && holds.has(known.target());
    }

    /** Whether its host was there and ours when it was last gone to, and is there still for all one knows. */
    boolean isReached() {
        Shell known = host;
        return reached && known != null && known.isOpen();
    }

    /** Goes to the host once more, and comes back. */
    boolean answers() {
        try {
            reach().close();
            return true;
        } catch (RingsideException silent) {
            return false;
        }
    }

    private Shell reach() {
        try {
            doors.acquire();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
        try {
            return measuring.shells().open(target().target(), questions.attempt());
        } finally {
            doors.release();
        }
    }

    private boolean removed() {
        return measuring.guests().remove(session.guest(subject), target(), questions.attempt());
    }

    Subject target() {
        return session.subjects().get(subject);
    }

    int subject() {
        return subject;
    }

    /** Whether it leads to a guest that is there only while it is measured. */
    boolean isTemporary() {
        return target().guest().isPresent();
    }

    /** On the host; others of the session may be on the same. */
    String folder() {
        return measuring.ground().folder(session) + "-" + subject;
    }

    /** Of the processes of its runs. */
    String mark() {
        return session.id() + "-" + subject + "/";
    }

    /** Whether its guest has been started and not yet been removed, even if it answers no more. */
    boolean isInside() {
        return guest != null;
    }

    boolean isOpen() {
        Shell known = known();
        return known != null && known.isOpen();
    }

    private @Nullable Shell known() {
        Guests.Entered entered = guest;
        return !isTemporary() ? host : entered == null ? null : entered.shell();
    }

    Shell shell() {
        Shell known = known();
        if (known == null) throw new IllegalStateException("not opened yet");
        return known;
    }

    /** The machine itself. */
    Shell host() {
        Shell known = host;
        if (known == null) throw new IllegalStateException("not opened yet");
        return known;
    }

    /** What the hypervisor of its guest was given; empty where there is none. */
    String configuration() {
        Guests.Entered entered = guest;
        return entered == null ? "" : entered.configuration();
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

    /** Removes the guest; the way to its host stays open. */
    void leave() {
        Guests.Entered entered = guest;
        if (entered == null) return;
        entered.shell().close();
        removed();
        guest = null;
    }

    @Override
    public void close() {
        try {
            leave();
        } finally {
            Shell known = host;
            if (known != null) known.close();
            host = null;
        }
    }
}
