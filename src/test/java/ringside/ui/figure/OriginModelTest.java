package ringside.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.Results;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.View;
import ringside.core.format.Line;
import ringside.core.result.ResultStore;
import ringside.core.result.Value;
import ringside.ui.figure.OriginModel.Printed;
import ringside.ui.figure.OriginModel.Trail;

class OriginModelTest {
    private final ResultStore store = Exhibits.store();
    private final OriginModel model = new OriginModel(() -> store, Exhibits.atOnce());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPointLeadsToItsSamplesWithThoseThatFailed() {
        Plot plot = plot(Exhibits.HPL);

        model.follow(plot, 0, 1);

        Trail trail = model.trailProperty().get().orElseThrow();
        assertEquals("KVM (lab)", trail.row().x());
        assertEquals(Optional.of(Results.set("lab")), trail.set());
        assertEquals(
                List.of(Value.of(9), Value.missing("out of memory")),
                trail.measurements().stream().map(one -> one.sample().value()).toList());
        assertEquals(
                Optional.of(trail.measurements().getFirst()),
                model.measurementProperty().get());
        assertEquals(Optional.empty(), model.printedProperty().get(), "no output was kept");
    }

    @Test
    void aSampleLeadsToTheLineThatPrintedIt() {
        Exhibits.readAnOutput(store);

        model.follow(plot(Exhibits.READ), 0, 1);

        Printed printed = model.printedProperty().get().orElseThrow();
        assertEquals("bw_mem.txt", printed.raw().name());
        assertEquals(3, printed.marked());
        assertEquals(new Line(3, "0.065536 34427.24"), printed.lines().get(printed.marked() - 1));
        assertEquals(
                List.of("bw_mem", "4k", "rd"),
                model.measurementProperty().get().orElseThrow().run().command());
    }

    @Test
    void nothingOfAnEarlierPointStaysWhenItIsCleared() {
        Exhibits.readAnOutput(store);
        model.follow(plot(Exhibits.READ), 0, 0);

        model.clear();

        assertEquals(Optional.empty(), model.trailProperty().get());
        assertEquals(Optional.empty(), model.measurementProperty().get());
        assertEquals(Optional.empty(), model.printedProperty().get());
    }

    private Plot plot(Figure figure) {
        return Exhibits.plotting(store).get().plot(figure, View.DEFAULT);
    }
}
