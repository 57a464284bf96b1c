package ringside.ui.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.experiment.Offer;
import ringside.core.feature.Probed;
import ringside.core.guest.GuestPlatform;
import ringside.core.probe.ProbeStore;
import ringside.core.trial.Trial;
import ringside.core.trial.Trials;
import ringside.ui.kit.Background;
import ringside.ui.kit.Task;
import ringside.ui.kit.Terminal;
import ringside.ui.kit.Texts;

/** Which features are tried on which platform of this machine, how far that is, and what came of it. */
public final class TrialModel {

    /** How it stands. */
    sealed interface State {
        record Looking() implements State {}

        record Ready() implements State {}

        record Running(Task task) implements State {}

        record Done() implements State {}

        record Failed(RingsideException trouble) implements State {}
    }

    /** What makes the trials and keeps what came of them; on worker threads only. */
    public interface Bench {
        /** What runs guests here; takes seconds. */
        List<Offer> offers();

        Trials trials();

        ProbeStore answers();
    }

    private final Background background;
    private final Bench bench;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Ready());
    private final ObservableList<Offer> offers = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable GuestPlatform> platform = new SimpleObjectProperty<>(this, "platform");
    private final ObservableList<Trial> chosen = FXCollections.observableArrayList(Trial.ALL);
    private final ObservableList<Probed> answers = FXCollections.observableArrayList();

    /** @param changed follows when answers were kept */
    public TrialModel(Background background, Bench bench, Runnable changed) {
        this.background = background;
        this.bench = bench;
        this.changed = changed;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Each platform, and why it cannot be tried here. */
    ObservableList<Offer> offers() {
        return offers;
    }

    /** Null until one is chosen. */
    ObjectProperty<@Nullable GuestPlatform> platformProperty() {
        return platform;
    }

    /** In any order. */
    ObservableList<Trial> chosen() {
        return chosen;
    }

    /** What came of it so far. */
    ObservableList<Probed> answers() {
        return answers;
    }

    boolean isRunning() {
        return state.get() instanceof State.Running;
    }

    boolean canStart() {
        return (state.get() instanceof State.Ready || state.get() instanceof State.Done)
                && platform.get() != null
                && !chosen.isEmpty();
    }

    private List<Trial> inOrder() {
        return Trial.ALL.stream().filter(chosen::contains).toList();
    }

    /** The terminal's way of it; empty while nothing is chosen. */
    String command() {
        GuestPlatform on = platform.get();
        if (on == null || chosen.isEmpty()) return "";
        var words = new ArrayList<>(List.of("guest", "trial", "--platform", on.id()));
        if (chosen.size() < Trial.ALL.size())
            words.addAll(List.of(
                    "--only", String.join(",", inOrder().stream().map(Trial::id).toList())));
        return Terminal.ringside(words);
    }

    /** Looks what runs guests here. */
    void look() {
        if (isRunning()) return;
        answers.clear();
        state.set(new State.Looking());
        background.run(
                Texts.of("trial.looking"),
                progress -> bench.offers(),
                found -> {
                    offers.setAll(found);
                    GuestPlatform wanted = platform.get();
                    platform.set(Stream.concat(Stream.ofNullable(wanted), possible().stream())
                            .filter(possible()::contains)
                            .findFirst()
                            .orElse(null));
                    state.set(new State.Ready());
                },
                trouble -> state.set(new State.Failed(trouble)));
    }

    private List<GuestPlatform> possible() {
        return offers.stream().filter(Offer::isPossible).map(Offer::platform).toList();
    }

    void start() {
        GuestPlatform on = platform.get();
        if (!canStart() || on == null) return;
        List<Trial> trials = inOrder();
        answers.clear();
        Task task = background.run(
                Texts.of("trial.trying", on.id()),
                progress -> bench.trials().of(on, trials, progress, this::came),
                all -> state.set(new State.Done()),
                trouble -> state.set(new State.Failed(trouble)));
        if (task.isRunning()) state.set(new State.Running(task));
    }

    /** Kept at once, on the thread that tries. */
    private void came(Probed answer) {
        boolean kept = answer.verdict() != Probed.Verdict.NOT_ASKED;
        if (kept) bench.answers().keep(List.of(answer));
        background.show(() -> {
            answers.add(answer);
            if (kept) changed.run();
        });
    }

    /** Ends it; the guest is removed. */
    void leave() {
        if (state.get() instanceof State.Running running) running.task().cancel();
        state.set(new State.Ready());
    }
}
