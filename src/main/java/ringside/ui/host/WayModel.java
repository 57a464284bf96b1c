package ringside.ui.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Passed;
import ringside.core.host.Reaching;
import ringside.core.host.Target;
import ringside.ui.access.Ask;
import ringside.ui.access.Asking;
import ringside.ui.kit.Background;
import ringside.ui.kit.Task;

/** Tests of the ways to hosts: one at a time, the last of each host is kept while the window is open. */
final class WayModel {
    /** How the test of one host stands. */
    sealed interface State {
        record Running(List<Passed> passed) implements State {}

        record Done(Reaching.Outcome outcome, Instant time) implements State {}

        /** The test itself could not be made. */
        record Failed(RingsideException trouble) implements State {}
    }

    private final Background background;
    private final Supplier<Reaching> reaching;
    private final Asking asking;
    private final ObservableMap<Target, State> states = FXCollections.observableHashMap();
    private @Nullable Task task;
    private @Nullable Target running;
    private @Nullable AccessQuestions current; // tells a test from one before it

    /** @param reaching asked on worker threads only */
    WayModel(Background background, Supplier<Reaching> reaching) {
        this.background = background;
        this.reaching = reaching;
        asking = new Asking(background);
    }

    /** A host that was not tested is not in it. */
    ObservableMap<Target, State> states() {
        return states;
    }

    Optional<State> of(Target target) {
        return Optional.ofNullable(states.get(target));
    }

    /** What the test under way waits for. */
    ReadOnlyObjectProperty<Optional<Ask>> askProperty() {
        return asking.askProperty();
    }

    boolean isRunning(Target target) {
        return states.get(target) instanceof State.Running;
    }

    /** Starts a test; one that is under way is given up for it. */
    void test(Target target) {
        cancel();
        AccessQuestions questions = asking.begin();
        running = target;
        current = questions;
        states.put(target, new State.Running(List.of()));
        task = background.run(
                "Testing the way to " + target.words(),
                progress -> reaching.get()
                        .test(
                                target,
                                questions,
                                part -> background.show(() -> {
                                    if (questions.equals(current)) came(target, part);
                                })),
                outcome -> end(target, new State.Done(outcome, Instant.now())),
                trouble -> end(target, new State.Failed(trouble)));
    }

    private void came(Target target, Passed part) {
        if (!(states.get(target) instanceof State.Running under)) return;
        var passed = new ArrayList<>(under.passed());
        passed.add(part);
        states.put(target, new State.Running(passed));
    }

    private void end(Target target, State state) {
        asking.end();
        running = null;
        current = null;
        states.put(target, state);
    }

    /** Gives up the test under way. */
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
