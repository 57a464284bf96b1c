package ringside.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.adapter.plot.ChartRenderer;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Drawing;
import ringside.core.figure.Renderer.Look;
import ringside.core.figure.Renderer.Spot;
import ringside.core.figure.Renderer.Theme;
import ringside.core.figure.View;
import ringside.core.result.ResultStore;

class HoverTest {
    private final ResultStore store = Exhibits.store();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aBarAnswersWhereverThePointerIsAboveOrInIt() {
        Plot plot = plot(Exhibits.HPL);
        Drawing drawing = draw(plot);
        Spot host = drawing.spots().getFirst();

        Hover hover = Hover.at(plot, drawing, host.x() + 20, host.y() + 150, 10).orElseThrow();

        assertEquals(
                new Hover(
                        host,
                        plot.series().getFirst().name(),
                        "Host (lab)",
                        "11 Gflop/s (median)",
                        "n = 3, 10 to 12 Gflop/s (min to max of 3)"),
                hover);
    }

    @Test
    void aPointOfALineAnswersNearbyOnly() {
        Exhibits.readAnOutput(store);
        Plot plot = plot(Exhibits.READ);
        Drawing drawing = draw(plot);
        Spot second = drawing.spots().get(1);

        assertEquals(Optional.empty(), Hover.at(plot, drawing, second.x() - 50, second.y(), 20));
        Hover hover =
                Hover.at(plot, drawing, second.x() - 5, second.y() + 5, 20).orElseThrow();
        assertEquals("64 KiB", hover.x());
        assertEquals("34\u00a0427 MB/s", hover.value());
        assertEquals("n = 1, spread not known", hover.detail());
    }

    private Plot plot(Figure figure) {
        return Exhibits.plotting(store).get().plot(figure, View.DEFAULT);
    }

    private static Drawing draw(Plot plot) {
        return new ChartRenderer().draw(plot, Look.of(Theme.LIGHT, 800, 500));
    }
}
