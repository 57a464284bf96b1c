package ringside.ui.feature;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ringside.core.RingsideException;
import ringside.core.feature.Probed;
import ringside.core.host.AccessQuestions;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;
import ringside.core.probe.ProbeReport;
import ringside.core.probe.ProbeStore;
import ringside.core.probe.Probing;
import ringside.ui.access.Ask;
import ringside.ui.access.Asking;
import ringside.ui.kit.Background;
import ringside.ui.kit.Task;
import ringside.ui.kit.Texts;

/** Asking a host: where it is, how far it has come, what has to be asked of the person meanwhile, and what came of it. */
public final class ProbeModel {

    /** How a probe of a host stands. */
    sealed interface State {
        record Idle() implements State {}

        record Running(String host, Task task) implements State {}

        record Done(ProbeReport report) implements State {}

        record Failed(RingsideException trouble) implements State {}
    }

    /** What asks hosts and keeps their answers; on worker threads only, where it may wait until the store is open. */
    public interface Hosts {
        Probing probing();

        ProbeStore answers();

        /** Those that a person saved, this machine first. */
        List<SavedHost> saved();
    }

    private final Background background;
    private final Hosts hosts;
    private final Consumer<List<Probed>> changed;
    private final StringProperty target = new SimpleStringProperty(this, "target", "local");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Idle());
    private final Asking asking;
    private final ObservableList<Probed> answers = FXCollections.observableArrayList();
    private final ObservableList<SavedHost> saved = FXCollections.observableArrayList();

    /** @param changed told of all that hosts have said, each time it is read */
    public ProbeModel(Background background, Hosts hosts, Consumer<List<Probed>> changed) {
        this.background = background;
        this.hosts = hosts;
        this.changed = changed;
        asking = new Asking(background);
    }

    /** {@code local}, {@code user@host} or {@code ssh://user@host:port}. */
    public StringProperty targetProperty() {
        return target;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Ask>> askProperty() {
        return asking.askProperty();
    }

    /** What the host has said so far. */
    ObservableList<Probed> answers() {
        return answers;
    }

    boolean isRunning() {
        return state.get() instanceof State.Running;
    }

    /** The hosts that were saved, this machine first; read by {@link #offer}. */
    ObservableList<SavedHost> saved() {
        return saved;
    }

    /** Reads which hosts were saved. That they cannot be read is said on their own page. */
    void offer() {
        background.run(
                Texts.of("feature.probe.reading-hosts"), progress -> hosts.saved(), saved::setAll, trouble -> {});
    }

    /** Reads what hosts said earlier. */
    public void load() {
        background.run(
                Texts.of("feature.probe.reading-reports"),
                progress -> hosts.answers().latest(""),
                changed,
                trouble -> {});
    }

    void start() {
        if (isRunning()) return;
        answers.clear();
        Target host;
        try {
            host = Target.written(target.get());
        } catch (RingsideException unreadable) {
            state.set(new State.Failed(unreadable));
            return;
        }
        AccessQuestions questions = asking.begin();
        Task task = background.run(
                Texts.of("feature.probe.probing", host.text()),
                progress -> {
                    ProbeReport report = hosts.probing().probe(host, questions, progress, this::came);
                    hosts.answers().keep(report);
                    return report;
                },
                this::done,
                trouble -> end(new State.Failed(trouble)));
        if (task.isRunning()) state.set(new State.Running(host.text(), task));
    }

    /** Ends the probe; what it has found so far is not kept. */
    void cancel() {
        if (state.get() instanceof State.Running running) running.task().cancel();
        end(new State.Idle());
    }

    /** Nobody looks any more: ends a probe under way. */
    void leave() {
        if (isRunning()) cancel();
    }

    private void end(State next) {
        asking.end();
        state.set(next);
    }

    private void done(ProbeReport report) {
        end(new State.Done(report));
        load();
    }

    private void came(Probed answer) {
        background.show(() -> answers.add(answer));
    }
}
