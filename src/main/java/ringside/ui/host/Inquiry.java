package ringside.ui.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;
import ringside.ui.access.Ask;
import ringside.ui.access.Asking;
import ringside.ui.kit.Background;
import ringside.ui.kit.Task;

/**
 * Something that hosts are asked: one at a time, the last answer of each is kept while the window is open.
 *
 * @param <P> parts of the answer that come before its end
 * @param <R> the answer
 */
final class Inquiry<P, R> {
    /** How it stands with one host. */
    sealed interface State<P, R> {
        /** @param parts of the answer so far */
        record Running<P, R>(List<P> parts) implements State<P, R> {
            public Running {
                parts = List.copyOf(parts);
            }
        }

        record Done<P, R>(R answer, Instant time) implements State<P, R> {}

        /** It could not be asked. */
        record Failed<P, R>(RingsideException trouble) implements State<P, R> {}
    }

    /** What is asked, on a worker thread. */
    @FunctionalInterface
    interface Question<P, R> {
        R ask(Target target, AccessQuestions questions, Consumer<P> part);
    }

    private final Background background;
    private final Function<Target, String> title;
    private final Question<P, R> question;
    private final Asking asking;
    private final ObservableMap<Target, State<P, R>> states = FXCollections.observableHashMap();
    private @Nullable Task task;
    private @Nullable Target running;
    private @Nullable AccessQuestions current; // tells one from that before it

    /** @param title what is being done, of a host: {@code Looking at user@host} */
    Inquiry(Background background, Function<Target, String> title, Question<P, R> question) {
        this.background = background;
        this.title = title;
        this.question = question;
        asking = new Asking(background);
    }

    /** A host that was not asked is not in it. */
    ObservableMap<Target, State<P, R>> states() {
        return states;
    }

    Optional<State<P, R>> of(Target target) {
        return Optional.ofNullable(states.get(target));
    }

    /** What the one under way waits for. */
    ReadOnlyObjectProperty<Optional<Ask>> askProperty() {
        return asking.askProperty();
    }

    boolean isRunning(Target target) {
        return states.get(target) instanceof State.Running;
    }

    /** Asks a host; what is under way is given up for it. */
    void ask(Target target) {
        cancel();
        AccessQuestions questions = asking.begin();
        running = target;
        current = questions;
        states.put(target, new State.Running<>(List.of()));
        task = background.run(
                title.apply(target),
                progress -> question.ask(
                        target,
                        questions,
                        part -> background.show(() -> {
                            if (questions.equals(current)) came(target, part);
                        })),
                answer -> end(target, new State.Done<>(answer, Instant.now())),
                trouble -> end(target, new State.Failed<>(trouble)));
    }

    private void came(Target target, P part) {
        if (!(states.get(target) instanceof State.Running<P, R> under)) return;
        var parts = new ArrayList<>(under.parts());
        parts.add(part);
        states.put(target, new State.Running<>(parts));
    }

    private void end(Target target, State<P, R> state) {
        asking.end();
        running = null;
        current = null;
        states.put(target, state);
    }

    /** Gives up what is under way. */
    void cancel() {
        Target left = running;
        if (left == null) return;
        if (task != null) task.cancel();
        asking.end();
        running = null;
        current = null;
        states.remove(left);
    }
}
