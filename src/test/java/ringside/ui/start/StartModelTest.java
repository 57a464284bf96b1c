package ringside.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.core.result.Origin;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;
import ringside.ui.result.Shelf;

class StartModelTest {
    private final ResultStore store =
            Shelf.with(set("old", "2003-01-01"), set("new", "2026-11-01"), set("middle", "2014-06-22"));
    private final Changes changes = new Changes();
    private final StartModel model = new StartModel(new Background(Runnable::run, Runnable::run), () -> store, changes);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theNewestSetsStandFirst() {
        assertNull(model.overviewProperty().get());

        model.refresh();

        assertEquals(List.of("new", "middle", "old"), names());
        assertEquals(3, overview().sets());
        assertEquals(6, overview().samples());
    }

    @Test
    void aChangeOfTheStoreIsSeen() {
        model.refresh();
        store.discard("new");
        changes.happened();

        assertEquals(List.of("middle", "old"), names());
    }

    private static ResultSet set(String name, String day) {
        ResultSet set = Shelf.set(name, Origin.MEASURED);
        return new ResultSet(
                name, set.origin(), set.title(), set.citation(), set.licence(), Instant.parse(day + "T00:00:00Z"), "");
    }

    private StartModel.Overview overview() {
        return Objects.requireNonNull(model.overviewProperty().get());
    }

    private List<String> names() {
        return overview().recent().stream().map(stored -> stored.set().name()).toList();
    }
}
