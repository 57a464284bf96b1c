package ringside.ui.digitise;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.core.RingsideException;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.Value;
import ringside.core.figure.Figures;
import ringside.ui.kit.Texts;

/** What was said of a figure so far, with what its points say and what is missing; each change can be taken back. */
final class Drafting {
    private static final int MOST_UNDO = 200;

    private final Figures figures;
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(Draft.EMPTY);
    private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final Deque<Draft> before = new ArrayDeque<>();
    private List<Value> values = List.of();

    Drafting(Figures figures) {
        this.figures = figures;
        become(Draft.EMPTY);
    }

    ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    Draft draft() {
        return draft.get();
    }

    ReadOnlyStringProperty objectionProperty() {
        return objection.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    List<Value> values() {
        return values;
    }

    /** Another figure: nothing of this one can be taken back any more. */
    void begin(Draft other) {
        before.clear();
        undoable.set(false);
        become(other);
    }

    void change(UnaryOperator<Draft> change) {
        Draft now = draft.get();
        Draft changed = change.apply(now);
        if (changed.equals(now)) return;
        before.push(now);
        if (before.size() > MOST_UNDO) before.removeLast();
        undoable.set(true);
        become(changed);
    }

    /** @param about told what is about to come back */
    void undo(Consumer<Draft> about) {
        if (before.isEmpty()) return;
        Draft earlier = before.pop();
        undoable.set(!before.isEmpty());
        about.accept(earlier);
        become(earlier);
    }

    /** Who listens to the draft finds with it what its points say and what is missing. */
    private void become(Draft other) {
        values = List.of();
        try {
            Digitisation figure = other.complete();
            values = figure.values();
            figure.subject(figures);
            objection.set(other.series().isEmpty() ? Texts.of("digitise.drafting.no-series") : "");
        } catch (IllegalArgumentException missing) {
            String said = String.valueOf(missing.getMessage());
            objection.set(Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".");
        }
        draft.set(other);
    }

    /** Gives the whole figure on, or says what is missing for it. */
    void complete(Consumer<Digitisation> use, Consumer<RingsideException> refused) {
        try {
            Digitisation figure = draft.get().complete();
            figure.subject(figures);
            use.accept(figure);
        } catch (IllegalArgumentException missing) {
            refused.accept(unsaid(missing));
        }
    }

    static RingsideException unsaid(IllegalArgumentException missing) {
        return new RingsideException(
                String.valueOf(missing.getMessage()), Texts.of("digitise.drafting.unsaid-remedy"), missing);
    }
}
