package ringside.ui.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.WholeFile;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Evidence;
import ringside.core.comparison.Need;
import ringside.core.comparison.NeedFile;
import ringside.core.feature.FeatureMatrix;
import ringside.core.result.ResultStore;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** What is asked, and what the sets and the matrix answer; each change of the need is answered anew. */
final class CompareModel {
    /** What stands behind an answer. */
    record Known(FeatureMatrix matrix, List<ResultStore.StoredSet> sets) {
        Known {
            sets = List.copyOf(sets);
        }
    }

    /**
     * @param known nothing until it was read
     * @param answer of this need, or while that is being worked out of the one before
     * @param current whether the answer is of this need
     * @param trouble why there is no answer
     */
    record State(
            Need need,
            Optional<Known> known,
            Optional<Answer> answer,
            boolean current,
            Optional<RingsideException> trouble) {}

    /**
     * What was read for a need. Other weights and must-haves can be answered from it.
     *
     * @param need the one it was read for
     */
    private record Read(Known known, Evidence evidence, Need need) {
        boolean serves(Need other) {
            return need.sets().equals(other.sets())
                    && need.reference().equals(other.reference())
                    && need.difference() == other.difference();
        }
    }

    private record Answered(Read read, Answer answer) {}

    private final Background background;
    private final Background.Latest asking;
    private final CompareSources sources;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(
            new State(Need.DEFAULT, Optional.empty(), Optional.empty(), false, Optional.empty()));
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.PURPOSE);
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Read read; // of the interface's own thread, as all fields; workers are given it and give one back

    CompareModel(Background background, CompareSources sources) {
        this.background = background;
        this.asking = background.latest();
        this.sources = sources;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    State state() {
        return state.get();
    }

    Need need() {
        return state.get().need();
    }

    ObjectProperty<Step> stepProperty() {
        return step;
    }

    /** Where the need was read from or saved to, as long as it was not changed since. */
    ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Reads the sets and the matrix again, and answers. */
    void load() {
        read = null;
        ask(need());
    }

    void change(UnaryOperator<Need> change) {
        Need changed = change.apply(need());
        if (changed.equals(need())) return;
        file.set(Optional.empty());
        ask(changed);
    }

    private void ask(Need need) {
        State before = state.get();
        Read known = read;
        state.set(new State(need, before.known(), before.answer(), false, Optional.empty()));
        asking.run(
                Texts.of("comparison.compare.comparing"),
                progress -> answer(need, known),
                answered -> {
                    read = answered.read();
                    state.set(new State(
                            need,
                            Optional.of(answered.read().known()),
                            Optional.of(answered.answer()),
                            true,
                            Optional.empty()));
                },
                trouble -> state.set(new State(need, before.known(), Optional.empty(), false, Optional.of(trouble))));
    }

    private Answered answer(Need need, @Nullable Read before) {
        Known known = before == null ? known() : before.known();
        Answer.Sources asked = sources.of(known.matrix());
        Read now = before != null && before.serves(need)
                ? before
                : new Read(known, Evidence.read(asked.store(), need), need);
        return new Answered(now, Answer.of(need, asked, now.evidence()));
    }

    private Known known() {
        FeatureMatrix matrix = sources.matrix();
        return new Known(matrix, sources.of(matrix).store().sets());
    }

    /** Asks what a file says; a file that cannot be read changes nothing. */
    void open(Path path, Consumer<RingsideException> refused) {
        Read known = read;
        background.run(
                Texts.of("comparison.compare.reading", path.getFileName()),
                progress -> NeedFile.read(
                        path, known == null ? sources.matrix() : known.known().matrix()),
                need -> {
                    ask(need);
                    file.set(Optional.of(path));
                },
                refused);
    }

    void save(Path path, Runnable saved, Consumer<RingsideException> refused) {
        Need need = need();
        background.run(
                Texts.of("comparison.compare.writing", path.getFileName()),
                progress -> {
                    WholeFile.write(
                            path,
                            out -> out.write(NeedFile.write(need).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                    return path;
                },
                written -> {
                    if (need.equals(need())) file.set(Optional.of(path));
                    saved.run();
                },
                refused);
    }

    /** Writes the report on the answer that is in view. */
    void report(Path folder, Runnable written, Consumer<RingsideException> refused) {
        Answer answer = state.get().answer().orElseThrow();
        FeatureMatrix matrix = Objects.requireNonNull(read).known().matrix();
        background.run(
                Texts.of("comparison.compare.writing-report"),
                progress -> {
                    sources.report(answer, matrix, folder);
                    return folder;
                },
                done -> written.run(),
                refused);
    }
}
