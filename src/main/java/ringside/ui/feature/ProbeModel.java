package ringside.ui.feature;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.feature.Probed;
import ringside.core.host.AccessQuestions;
import ringside.core.host.HostKey;
import ringside.core.host.Target;
import ringside.core.probe.ProbeReport;
import ringside.core.probe.ProbeStore;
import ringside.core.probe.Probing;
import ringside.ui.kit.Background;
import ringside.ui.kit.Task;

/** Asking a host: where it is, how far it has come, what has to be asked of the person meanwhile, and what came of it. */
public final class ProbeModel {

    /** How a probe of a host stands. */
    sealed interface State {
        record Idle() implements State {}

        record Running(String host, Task task) implements State {}

        record Done(ProbeReport report) implements State {}

        record Failed(RingsideException trouble) implements State {}
    }

    /** What only the person can say; the probe waits for the answer. */
    sealed interface Ask {
        record Trust(HostKey key, CompletableFuture<Boolean> answer) implements Ask {}

        record Secret(AccessQuestions.Secret wanted, CompletableFuture<Optional<String>> answer) implements Ask {}
    }

    /** What asks hosts and keeps their answers; on worker threads only, where it may wait until the store is open. */
    public interface Hosts {
        Probing probing();

        ProbeStore answers();
    }

    private final Background background;
    private final Hosts hosts;
    private final Consumer<List<Probed>> changed;
    private final StringProperty target = new SimpleStringProperty(this, "target", "local");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Idle());
    private final ReadOnlyObjectWrapper<Optional<Ask>> ask = new ReadOnlyObjectWrapper<>(this, "ask", Optional.empty());
    private final ObservableList<Probed> answers = FXCollections.observableArrayList();

    /** @param changed told of all that hosts have said, each time it is read */
    public ProbeModel(Background background, Hosts hosts, Consumer<List<Probed>> changed) {
        this.background = background;
        this.hosts = hosts;
        this.changed = changed;
    }

    /** {@code local}, {@code user@host} or {@code ssh://user@host:port}. */
    public StringProperty targetProperty() {
        return target;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Ask>> askProperty() {
        return ask.getReadOnlyProperty();
    }

    /** What the host has said so far. */
    ObservableList<Probed> answers() {
        return answers;
    }

    boolean isRunning() {
        return state.get() instanceof State.Running;
    }

    /** Reads what hosts said earlier. */
    public void load() {
        background.run("Reading what hosts said", progress -> hosts.answers().latest(""), changed, trouble -> {});
    }

    void start() {
        if (isRunning()) return;
        answers.clear();
        Target host;
        try {
            host = target(target.get());
        } catch (RingsideException unreadable) {
            state.set(new State.Failed(unreadable));
            return;
        }
        Task task = background.run(
                "Probing " + host.text(),
                progress -> {
                    ProbeReport report = hosts.probing().probe(host, new Asking(), progress, this::came);
                    hosts.answers().keep(report);
                    return report;
                },
                this::done,
                trouble -> end(new State.Failed(trouble)));
        if (task.isRunning()) state.set(new State.Running(host.text(), task));
    }

    /** As people write a host, {@code user@host}, or as the command line has it. */
    static Target target(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.equals("localhost")) return Target.LOCAL;
        return Target.parse(plain.equals("local") || plain.startsWith("ssh://") ? plain : "ssh://" + plain);
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
        ask.set(Optional.empty());
        state.set(next);
    }

    private void done(ProbeReport report) {
        end(new State.Done(report));
        load();
    }

    private void came(Probed answer) {
        background.show(() -> answers.add(answer));
    }

    /** Puts questions to the person, and waits for the answers on the probe's thread. */
    private final class Asking implements AccessQuestions {
        @Override
        public boolean trusts(HostKey unknown) {
            var answer = new CompletableFuture<Boolean>();
            return waitFor(new Ask.Trust(unknown, answer), answer);
        }

        @Override
        public Optional<String> secret(Secret wanted) {
            var answer = new CompletableFuture<Optional<String>>();
            return waitFor(new Ask.Secret(wanted, answer), answer);
        }

        private <T> T waitFor(Ask question, CompletableFuture<T> answer) {
            background.show(() -> {
                if (isRunning()) ask.set(Optional.of(question));
            });
            try {
                T given = answer.get();
                background.show(() -> ask.set(Optional.empty()));
                return given;
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                throw new Progress.Cancelled();
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
