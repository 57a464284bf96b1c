package ringside.ui.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.bench.run.Controls;
import ringside.core.bench.run.Event;
import ringside.core.bench.run.Session;
import ringside.core.host.AccessQuestions;
import ringside.ui.access.Asking;
import ringside.ui.kit.Background;

/**
 * A session that is measured, on a thread of its own: the workers stay free, and the status bar, which moves while they
 * work, stays still.
 */
final class Ongoing {
    /**
     * How it ended.
     *
     * @param trouble what broke it off; none if it came to its end or was cancelled
     */
    record End(Optional<RingsideException> trouble) {}

    private final Session session;
    private final Board board = new Board();
    private final Controls controls = new Controls();
    private final ReadOnlyObjectWrapper<Optional<End>> end = new ReadOnlyObjectWrapper<>(this, "end", Optional.empty());

    private volatile @Nullable Thread thread;
    private volatile Runnable beforeRun = () -> {};

    private Ongoing(Session session) {
        this.session = session;
    }

    /** @param ended follows on the FX thread, once nothing is measured any more */
    static Ongoing start(Session session, Supplier<Bench> bench, Asking asking, Background background, Runnable ended) {
        var ongoing = new Ongoing(session);
        AccessQuestions questions = asking.begin();
        ongoing.thread = Thread.ofPlatform().daemon().name("ringside-measuring").start(() -> {
            RingsideException fault = ongoing.measure(bench, questions);
            background.show(() -> {
                ongoing.end.set(Optional.of(new End(Optional.ofNullable(fault))));
                ended.run();
            });
        });
        return ongoing;
    }

    private @Nullable RingsideException measure(Supplier<Bench> bench, AccessQuestions questions) {
        try {
            bench.get().measure(session, questions, controls, this::happened);
            return null;
        } catch (Progress.Cancelled cancelled) {
            return null;
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError fault) {
            return RingsideException.from(fault);
        }
    }

    private void happened(Event event) {
        board.happened(event);
        // A run on this machine does not begin until this is done
        if (event instanceof Event.RunStarted && isHere()) beforeRun.run();
    }

    /** @param work done before each run on this machine, on a thread of the session's */
    void beforeRuns(Runnable work) {
        beforeRun = work;
    }

    Session session() {
        return session;
    }

    Board board() {
        return board;
    }

    Controls controls() {
        return controls;
    }

    /** Empty while it goes on. */
    ReadOnlyObjectProperty<Optional<End>> endProperty() {
        return end.getReadOnlyProperty();
    }

    boolean isGoing() {
        return end.get().isEmpty();
    }

    /** Stops what runs and waits for that, but not without end; the session can go on later. Not on the FX thread. */
    void stop(Duration patience) throws InterruptedException {
        controls.cancel();
        Thread measuring = thread;
        if (measuring != null) measuring.join(patience);
    }

    /** Whether the machine that draws this window is one of those measured. */
    boolean isHere() {
        return session.subjects().stream().anyMatch(subject -> subject.target().isHere());
    }
}
