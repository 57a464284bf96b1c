package ringside.ui.result;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.platform.Platforms;
import ringside.core.result.Origin;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;
import ringside.core.result.ResultStore.Discarded;
import ringside.core.result.ResultStore.StoredSet;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;
import ringside.ui.kit.Texts;

/** The sets of the store, searched and filtered, and what can be done to one. */
public final class LibraryModel {
    /** Re-checks a set: checksums, and its raw outputs against the samples; a sentence for each fault found. */
    @FunctionalInterface
    public interface Verification {
        List<String> check(String set, Progress progress) throws Exception;
    }

    /** Writes an archive of sets. */
    @FunctionalInterface
    public interface Exporting {
        void export(Collection<String> sets, Path out) throws Exception;
    }

    private final Background background;
    private final Background.Latest reading;
    private final Supplier<ResultStore> store;
    private final Verification verification;
    private final Exporting exporting;
    private final Changes changes;
    private final ObservableList<StoredSet> all = FXCollections.observableArrayList();
    private final FilteredList<StoredSet> matching = new FilteredList<>(all);
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObjectProperty<@Nullable Origin> origin = new SimpleObjectProperty<>(this, "origin");
    private final ObjectProperty<@Nullable StoredSet> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<@Nullable RingsideException> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble");
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper(this, "read");
    private final BooleanProperty undoable = new SimpleBooleanProperty(this, "undoable");
    private final Deque<Discarded> discarded = new ArrayDeque<>();

    /** @param store asked on worker threads only, where it may wait until the store is open */
    public LibraryModel(
            Background background,
            Supplier<ResultStore> store,
            Verification verification,
            Exporting exporting,
            Changes changes) {
        this.background = background;
        this.reading = background.latest();
        this.store = store;
        this.verification = verification;
        this.exporting = exporting;
        this.changes = changes;
        query.subscribe(words -> filter());
        origin.subscribe(wanted -> filter());
        changes.versionProperty().subscribe((before, now) -> refresh());
    }

    /** The sets that search and filter let through. */
    public ObservableList<StoredSet> sets() {
        return matching;
    }

    /** How many there are in all. */
    public int total() {
        return all.size();
    }

    public long samples() {
        return all.stream().mapToLong(StoredSet::samples).sum();
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** Only sets of this origin; null for all. */
    public ObjectProperty<@Nullable Origin> originProperty() {
        return origin;
    }

    public ObjectProperty<@Nullable StoredSet> selectedProperty() {
        return selected;
    }

    /** Why the sets could not be read; null if they could. */
    public ReadOnlyObjectProperty<@Nullable RingsideException> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether the sets were read at all; before that, an empty list says nothing. */
    public ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    public BooleanProperty undoableProperty() {
        return undoable;
    }

    public void refresh() {
        refresh(() -> {});
    }

    /** @param then follows once the sets are there */
    public void refresh(Runnable then) {
        reading.run(
                Texts.of("result.library.reading-sets"),
                progress -> store.get().sets(),
                sets -> {
                    show(sets);
                    then.run();
                },
                fault -> {
                    trouble.set(fault);
                    read.set(true);
                });
    }

    private void show(List<StoredSet> sets) {
        StoredSet before = selected.get();
        trouble.set(null);
        all.setAll(sets.stream()
                .sorted(Comparator.comparing(LibraryModel::name, String.CASE_INSENSITIVE_ORDER))
                .toList());
        read.set(true);
        selected.set(before == null ? null : named(name(before)));
    }

    /** Selects a set by name; a filter that hides it is taken off. */
    public void select(String set) {
        StoredSet found = named(set);
        if (found == null) return;
        if (!matching.contains(found)) {
            query.set("");
            origin.set(null);
        }
        selected.set(found);
    }

    private @Nullable StoredSet named(String set) {
        return all.stream()
                .filter(stored -> name(stored).equals(set))
                .findFirst()
                .orElse(null);
    }

    private static String name(StoredSet stored) {
        return stored.set().name();
    }

    private void filter() {
        String[] words = query.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        Origin wanted = origin.get();
        matching.setPredicate(stored -> (wanted == null || stored.set().origin() == wanted) && hasAll(stored, words));
    }

    private static boolean hasAll(StoredSet stored, String[] words) {
        ResultSet set = stored.set();
        var text = new StringBuilder();
        for (String part : List.of(
                set.name(), set.title(), set.origin().word(), set.citation().text(), set.notes()))
            text.append(part).append('\n');
        for (String platform : stored.platforms())
            text.append(platform)
                    .append(' ')
                    .append(Platforms.of(platform).name())
                    .append('\n');
        stored.benchmarks().forEach(benchmark -> text.append(benchmark).append('\n'));
        String searched = text.toString().toLowerCase(Locale.ROOT);
        for (String word : words) if (!searched.contains(word)) return false;
        return true;
    }

    /** Hides a set; {@link #undo} brings it back until the program ends. */
    public void delete(StoredSet stored, Runnable done, Consumer<RingsideException> report) {
        String name = name(stored);
        background.run(
                Texts.of("result.library.deleting", name),
                progress -> store.get().discard(name),
                gone -> {
                    discarded.push(gone);
                    undoable.set(true);
                    changes.happened();
                    done.run();
                },
                report);
    }

    /** Brings the set back that was deleted last; without one it does nothing. */
    public void undo(Consumer<String> done, Consumer<RingsideException> report) {
        if (discarded.isEmpty()) return;
        Discarded last = discarded.pop();
        undoable.set(!discarded.isEmpty());
        background.run(
                Texts.of("result.library.bringing-back", last.name()),
                progress -> {
                    store.get().restore(last);
                    return last.name();
                },
                name -> {
                    changes.happened();
                    done.accept(name);
                },
                trouble -> {
                    discarded.push(last);
                    undoable.set(true);
                    report.accept(trouble);
                });
    }

    /** What is wrong with a new name; empty if nothing is. */
    public String objection(StoredSet stored, String newName) {
        String name = newName.strip();
        if (name.isEmpty()) return Texts.of("result.library.no-name");
        if (name.length() > ResultSet.LONGEST_NAME) return Texts.of("result.library.long-name", ResultSet.LONGEST_NAME);
        if (!name.equals(name(stored)) && named(name) != null) return Texts.of("result.library.name-taken");
        return "";
    }

    public void rename(StoredSet stored, String newName, Consumer<RingsideException> report) {
        String before = name(stored);
        String name = newName.strip();
        if (name.equals(before)) return;
        background.run(
                Texts.of("result.library.renaming", before),
                progress -> {
                    store.get().rename(before, name);
                    return name;
                },
                renamed -> {
                    StoredSet now = selected.get();
                    if (now != null && name(now).equals(before)) follow(renamed);
                    else changes.happened();
                },
                report);
    }

    /** The selected set has another name; the selection goes with it. */
    private void follow(String renamed) {
        selected.set(null);
        changes.happened();
        refresh(() -> select(renamed));
    }

    public void export(Collection<String> names, Path out, Runnable done, Consumer<RingsideException> report) {
        background.run(
                Texts.of("result.library.writing", out.getFileName()),
                progress -> {
                    exporting.export(names, out);
                    return out;
                },
                written -> done.run(),
                report);
    }

    /** @param done receives what is wrong, a sentence each; nothing if the set is sound */
    public void verify(StoredSet stored, Consumer<List<String>> done, Consumer<RingsideException> report) {
        String name = name(stored);
        background.run(
                Texts.of("result.library.checking", name),
                progress -> verification.check(name, progress),
                done,
                report);
    }
}
