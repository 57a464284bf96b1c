package ringside.ui.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ringside.core.RingsideException;
import ringside.core.format.Format;
import ringside.core.format.Gathering;
import ringside.core.format.Mapping;
import ringside.core.format.Outcome;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Texts;

/** One file of an import and what became of it. */
public final class ImportItem {
    public sealed interface State {
        record Waiting() implements State {}

        record Underway() implements State {}

        record Stored(Outcome outcome) implements State {}

        /** Nothing of it was stored. */
        record Refused(RingsideException why) implements State {}

        record Cancelled() implements State {}

        /** It was imported, and its sets were removed again. */
        record Undone() implements State {}

        /** A table, of which somebody has to say what its columns are. */
        record Unexplained(Mapping guess, String head) implements State {}

        State WAITING = new Waiting();
        State UNDERWAY = new Underway();
        State CANCELLED = new Cancelled();
    }

    private final Gathering.Item item;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.WAITING);

    ImportItem(Gathering.Item item) {
        this.item = item;
    }

    Gathering.Item item() {
        return item;
    }

    /** The file on disk that it is or lies in. */
    public Path path() {
        return item.origin();
    }

    /** Its file's name; inside a packed file the way to it too. */
    public String name() {
        String whole = item.name();
        String within = item.origin().toString();
        String inside = whole.startsWith(within) ? whole.substring(within.length()) : "";
        return item.origin().getFileName() + inside;
    }

    public Optional<Format> format() {
        return item.format();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void become(State next) {
        state.set(next);
    }

    /** The sets that it went into. */
    List<String> sets() {
        return state.get() instanceof State.Stored(var outcome) ? outcome.sets() : List.of();
    }

    void undone() {
        if (!sets().isEmpty()) become(new State.Undone());
    }

    boolean isSettled() {
        return !(state.get() instanceof State.Waiting || state.get() instanceof State.Underway);
    }

    /** What became of it, in a sentence. */
    public String summary() {
        return switch (state.get()) {
            case State.Waiting() ->
                format().map(Format::title)
                        .orElse(
                                item.trouble().isPresent()
                                        ? Texts.of("result.import-item.unreadable")
                                        : Texts.of("result.import-item.unknown"));
            case State.Underway() -> Texts.of("result.import-item.reading");
            case State.Stored(var outcome) -> stored(outcome);
            case State.Refused(var why) -> Texts.of("result.import-item.refused", ErrorPane.sentence(why.problem()));
            case State.Cancelled() -> Texts.of("result.import-item.cancelled");
            case State.Undone() -> Texts.of("result.import-item.undone");
            case State.Unexplained unexplained -> Texts.of("result.import-item.unexplained");
        };
    }

    /** Whoever sits before the window has no options, but is asked at each import. */
    private static String withoutOptions(String warning) {
        return warning.replace("state it with --platform", "state it when importing it once more");
    }

    private String stored(Outcome outcome) {
        if (outcome.sets().isEmpty()) return Texts.of("result.import-item.nothing-new");
        String kind = format().map(Format::title).orElse(outcome.format());
        String into = outcome.sets().size() == 1
                ? Texts.of("result.import-item.set", outcome.sets().getFirst())
                : Texts.of("result.sets", outcome.sets().size());
        String counts = Texts.of("result.import-item.counts", outcome.samples(), outcome.runs());
        return Texts.of("result.import-item.stored", kind, counts, into);
    }

    /** The rest that a reader must know: what to do, which lines were left out and why, warnings. */
    public List<String> particulars() {
        return switch (state.get()) {
            case State.Stored(var outcome) ->
                Stream.concat(
                                outcome.warnings().stream()
                                        .map(ImportItem::withoutOptions)
                                        .map(ErrorPane::sentence),
                                outcome.skipped().stream()
                                        .map(skipped -> skipped.line() > 0
                                                ? Texts.of(
                                                        "result.import-item.line-skipped",
                                                        skipped.line(),
                                                        skipped.reason())
                                                : Texts.of("result.import-item.skipped", skipped.reason())))
                        .toList();
            case State.Refused(var why) -> List.of(ErrorPane.sentence(why.remedy()));
            case State.Waiting(), State.Underway(), State.Cancelled(), State.Undone() -> List.of();
            case State.Unexplained unexplained -> List.of();
        };
    }
}
