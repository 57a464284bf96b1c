package ringside.ui.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.core.RingsideException;
import ringside.core.result.Origin;
import ringside.core.result.ResultStore;
import ringside.core.result.ResultStore.StoredSet;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;

class LibraryModelTest {
    private final Background background = new Background(Runnable::run, Runnable::run);
    private final Changes changes = new Changes();
    private final List<String> said = new ArrayList<>();
    private final ResultStore store = Shelf.empty();
    private final LibraryModel model = new LibraryModel(
            background,
            () -> store,
            (set, progress) -> List.of("nothing fits in " + set),
            (sets, out) -> said.add("exported " + sets + " to " + out),
            changes);

    @BeforeEach
    void fill() {
        Shelf.put(store, Shelf.set("gamma", Origin.IMPORTED), "kvm", "hpl", "c");
        Shelf.put(store, Shelf.set("Alpha", Origin.PUBLISHED), "xen-pv", "iozone", "a");
        Shelf.put(store, Shelf.set("beta", Origin.MEASURED), "host", "hpl", "b");
        model.refresh();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void listsTheSetsByNameWhateverTheirCase() {
        assertEquals(List.of("Alpha", "beta", "gamma"), names());
        assertEquals(6, model.samples());
    }

    @Test
    void everyWordOfASearchHasToFit() {
        model.queryProperty().set("HPL kvm");
        assertEquals(List.of("gamma"), names());

        model.queryProperty().set("xen pv"); // the platform's name, not its id
        assertEquals(List.of("Alpha"), names());
    }

    @Test
    void anOriginFiltersTogetherWithTheSearch() {
        model.originProperty().set(Origin.MEASURED);
        assertEquals(List.of("beta"), names());

        model.queryProperty().set("gamma");
        assertEquals(List.of(), names());
    }

    @Test
    void choosingASetThatTheFilterHidesTakesTheFilterOff() {
        model.queryProperty().set("gamma");
        model.originProperty().set(Origin.IMPORTED);

        model.select("Alpha");

        assertEquals("Alpha", selected());
        assertEquals("", model.queryProperty().get());
        assertNull(model.originProperty().get());
    }

    @Test
    void aDeletedSetComesBackByUndo() {
        model.delete(named("beta"), () -> said.add("deleted"), this::report);
        assertEquals(List.of("Alpha", "gamma"), names());
        assertTrue(model.undoableProperty().get());

        model.undo(name -> said.add(name + " is back"), this::report);

        assertEquals(List.of("Alpha", "beta", "gamma"), names());
        assertFalse(model.undoableProperty().get());
        assertEquals(List.of("deleted", "beta is back"), said);
    }

    @Test
    void undoBringsBackTheLastOneFirst() {
        model.delete(named("beta"), () -> {}, this::report);
        model.delete(named("gamma"), () -> {}, this::report);

        model.undo(said::add, this::report);
        model.undo(said::add, this::report);
        model.undo(said::add, this::report);

        assertEquals(List.of("gamma", "beta"), said);
    }

    @Test
    void theSelectionFollowsARename() {
        model.select("beta");

        model.rename(named("beta"), "  delta ", this::report);

        assertEquals(List.of("Alpha", "delta", "gamma"), names());
        assertEquals("delta", selected());
        assertEquals(List.of(), said);
    }

    @Test
    void sayWhatIsWrongWithANameBeforeItIsTried() {
        StoredSet beta = named("beta");

        assertEquals("", model.objection(beta, "beta"));
        assertEquals("", model.objection(beta, "beta 2"));
        assertEquals("A set needs a name.", model.objection(beta, "   "));
        assertEquals("There is a set of this name already.", model.objection(beta, "gamma"));
        assertEquals("A name has at most 120 characters.", model.objection(beta, "x".repeat(121)));
    }

    @Test
    void verifyingGivesTheFaultsThatWereFound() {
        model.verify(named("beta"), faults -> said.addAll(faults), this::report);

        assertEquals(List.of("nothing fits in beta"), said);
    }

    @Test
    void aStoreThatCannotBeReadIsTroubleAndNotAnEmptyLibrary() {
        var broken = new LibraryModel(
                background,
                () -> {
                    throw new RingsideException("the store is in use", "close the other Ringside");
                },
                (set, progress) -> List.of(),
                (sets, out) -> {},
                changes);

        broken.refresh();

        assertEquals(
                "the store is in use",
                Objects.requireNonNull(broken.troubleProperty().get()).problem());
        assertTrue(broken.readProperty().get());
    }

    private List<String> names() {
        return model.sets().stream().map(stored -> stored.set().name()).toList();
    }

    private StoredSet named(String name) {
        return model.sets().stream()
                .filter(stored -> stored.set().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String selected() {
        return Objects.requireNonNull(model.selectedProperty().get()).set().name();
    }

    private void report(RingsideException trouble) {
        said.add(trouble.problem());
    }
}
