package ringside.ui.guest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import ringside.core.guest.Guest;
import ringside.core.guest.fair.Finding;

/** One guest in the making: what stands in the fields, what of it is legal, and every output of that. */
final class WizardModel {
    /** Steps back that {@link #undo} can take. */
    private static final int REMEMBERED = 50;

    /**
     * The guest at one moment.
     *
     * @param guest as it was last legal
     * @param problems path of a field → what is wrong there and what is allowed
     * @param outputs of the guest, made as they are asked for
     */
    record State(Form form, Guest guest, Map<String, String> problems, Printouts outputs) {
        /** An output, also one that is only offered. */
        Printout printout(Output output) {
            return outputs.of(output);
        }

        /** Everything that is saved together, in that order. */
        Map<Output, Printout> printouts() {
            return outputs.chosen();
        }

        /** What differs between the chosen platforms and would make a comparison unfair. */
        List<Finding> findings() {
            return outputs.findings();
        }
    }

    private final String id;
    private final Guest origin;
    private final Map<Output, List<String>> before = new HashMap<>(); // the outputs of the origin
    private final Deque<Form> past = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<State> state;
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(this, "step", Step.PURPOSE);
    private final ReadOnlyObjectWrapper<Optional<Path>> file =
            new ReadOnlyObjectWrapper<>(this, "file", Optional.empty());
    private Form saved;
    private String typed = "";

    /** @param origin changes are marked against it */
    WizardModel(Guest origin) {
        this(Draft.newId(Instant.now()), origin, Form.of(origin));
        saved = state.get().form();
    }

    WizardModel(Draft draft) {
        this(draft.id(), draft.guest(), draft.form());
        step.set(draft.step());
    }

    private WizardModel(String id, Guest origin, Form form) {
        this.id = id;
        this.origin = origin;
        saved = new Form(Map.of());
        state = new ReadOnlyObjectWrapper<>(this, "state", state(form, origin));
    }

    /** Of the guest in the making; changes on the FX thread. */
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    State state() {
        return state.get();
    }

    ObjectProperty<Step> stepProperty() {
        return step;
    }

    /** Where the description was saved or read. */
    ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    String id() {
        return id;
    }

    /** What somebody typed or chose; what cannot be without it comes along. */
    void type(String path, String text) {
        Form form = state.get().form();
        if (form.text(path).equals(text)) return;
        typed = path;
        become(Companions.follow(form.with(path, text), path, text));
    }

    /** The field that was changed last. */
    String typed() {
        return typed;
    }

    void add(String list) {
        remember();
        become(Entries.added(state.get(), list));
    }

    void remove(String list, int index) {
        remember();
        become(state.get().form().removed(list, index));
    }

    void raise(String list, int index) {
        remember();
        become(state.get().form().raised(list, index));
    }

    /** Everything from another guest. */
    void replace(Guest other) {
        remember();
        become(Form.of(other));
    }

    /** Takes back the last entry added, removed or moved, or the last preset taken. */
    void undo() {
        if (!past.isEmpty()) become(past.pop());
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    private void remember() {
        past.push(state.get().form());
        if (past.size() > REMEMBERED) past.removeLast();
    }

    private void become(Form form) {
        state.set(state(form, state.get().guest()));
    }

    private static State state(Form form, Guest before) {
        FormReading.Result read = FormReading.read(form, before);
        return new State(form, read.guest(), read.problems(), new Printouts(read.guest()));
    }

    /** The lines an output had when the wizard was opened. */
    List<String> before(Output output) {
        return before.computeIfAbsent(output, any -> any.of(origin).lines());
    }

    /** Something is in no file yet. */
    boolean isUnsaved() {
        return !saved.equals(state.get().form());
    }

    /** @param where the description is now */
    void saved(Form what, Path where) {
        saved = what;
        file.set(Optional.of(where));
    }

    void readFrom(Path where) {
        file.set(Optional.of(where));
    }

    Draft draft(Instant now) {
        State current = state.get();
        return new Draft(id, now, current.guest(), current.form(), step.get());
    }
}
