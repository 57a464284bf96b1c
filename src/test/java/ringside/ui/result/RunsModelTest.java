package ringside.ui.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.core.format.Line;
import ringside.core.result.Origin;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Value;
import ringside.ui.kit.Background;

class RunsModelTest {
    private final ResultStore store = Shelf.with(Shelf.set("one", Origin.IMPORTED), Shelf.set("two", Origin.IMPORTED));
    private final RunsModel model = new RunsModel(new Background(Runnable::run, Runnable::run), () -> store);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRunComesWithItsOwnSamplesAndTheOutputOfItsTool() {
        Run run = store.runs("one").getFirst();

        model.load("one", run, 0);

        RunsModel.Loaded loaded = Objects.requireNonNull(model.loadedProperty().get());
        assertEquals(
                List.of(Value.of(12.5), Value.missing("out of memory")),
                loaded.samples().stream().map(sample -> sample.value()).toList());
        assertEquals(2, loaded.total());
        assertEquals(List.of(new Line(1, "output of one"), new Line(2, "value 12.5")), loaded.raw());
        assertNull(model.sampleProperty().get());
    }

    @Test
    void theSampleOfALineIsChosenAtOnce() {
        model.load("two", store.runs("two").getFirst(), 2);

        assertEquals(
                Value.of(12.5),
                Objects.requireNonNull(model.sampleProperty().get()).value());
    }
}
