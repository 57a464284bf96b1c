package ringside.ui.host;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.bench.preflight.Doctor;
import ringside.core.bench.suite.Suite;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shells;
import ringside.core.host.Target;
import ringside.ui.access.Ask;
import ringside.ui.access.Asking;
import ringside.ui.kit.Background;
import ringside.ui.kit.Task;

/** What hosts can be used for: one is looked at a time, the last answer of each is kept while the window is open. */
final class JobsModel {
    /** How the look at one host stands. */
    sealed interface State {
        record Running() implements State {}

        record Done(List<Doctor.Job> jobs, Instant time) implements State {}

        record Failed(RingsideException trouble) implements State {}
    }

    private final Background background;
    private final Supplier<Shells> shells;
    private final Asking asking;
    private final ObservableMap<Target, State> states = FXCollections.observableHashMap();
    private @Nullable Task task;
    private @Nullable Target running;

    JobsModel(Background background, Supplier<Shells> shells) {
        this.background = background;
        this.shells = shells;
        asking = new Asking(background);
    }

    /** A host that was not looked at is not in it. */
    ObservableMap<Target, State> states() {
        return states;
    }

    Optional<State> of(Target target) {
        return Optional.ofNullable(states.get(target));
    }

    ReadOnlyObjectProperty<Optional<Ask>> askProperty() {
        return asking.askProperty();
    }

    /** Looks at a host; a look that is under way is given up for it. */
    void look(Target target) {
        cancel();
        AccessQuestions questions = asking.begin();
        running = target;
        states.put(target, new State.Running());
        task = background.run(
                "Looking at " + target.words(),
                progress -> {
                    try (var shell = shells.get().open(target, questions)) {
                        return Doctor.jobs(shell, Suite.all(), "");
                    }
                },
                jobs -> end(target, new State.Done(jobs, Instant.now())),
                trouble -> end(target, new State.Failed(trouble)));
    }

    private void end(Target target, State state) {
        asking.end();
        running = null;
        states.put(target, state);
    }

    /** Gives up the look under way. */
    void cancel() {
        Target left = running;
        if (left == null) return;
        if (task != null) task.cancel();
        asking.end();
        running = null;
        states.remove(left);
    }
}
