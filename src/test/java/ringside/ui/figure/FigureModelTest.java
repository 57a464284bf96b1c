package ringside.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.adapter.plot.ChartRenderer;
import ringside.core.RingsideException;
import ringside.core.figure.Figures;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Drawing;
import ringside.core.figure.Renderer.Zoom;
import ringside.core.figure.View;
import ringside.core.result.ResultStore;
import ringside.ui.figure.FigureModel.Shown;
import ringside.ui.figure.FigureModel.Size;

class FigureModelTest {
    private final ResultStore store = Exhibits.store();
    private final Exhibits.Patience patience = new Exhibits.Patience();
    private final FigureModel model =
            new FigureModel(Exhibits.FIGURES, Exhibits.plotting(store), new ChartRenderer(), patience.background);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nothingIsReadBeforeAFigureIsOpened() {
        model.sizeProperty().set(new Size(400, 300, 1));

        assertFalse(patience.step());
    }

    @Test
    void anOpenedFigureIsPlottedAndDrawnAtTheSizeOfItsPlace() {
        model.sizeProperty().set(new Size(400, 300, 2));
        model.open(Exhibits.HPL);
        assertTrue(model.busyProperty().get());
        patience.finish();

        assertFalse(model.busyProperty().get());
        Drawing drawing = shown().drawing().orElseThrow();
        assertEquals(List.of(800, 600), List.of(drawing.width(), drawing.height()));
        assertEquals(List.of(11.0, 9.0, 5.0), centres(shown().plot()));
    }

    @Test
    void onlyTheNewestRequestIsShown() {
        model.open(Exhibits.HPL);
        patience.finish();
        var seen = new ArrayList<Boolean>();
        model.shownProperty()
                .subscribe(now -> seen.add(now.orElseThrow().plot().view().relative()));

        model.viewProperty().set(View.DEFAULT.withRelative(true));
        model.viewProperty().set(View.DEFAULT.withRelative(false));
        model.viewProperty().set(View.DEFAULT.withRelative(true));
        patience.finish();

        assertEquals(List.of(false, true), seen);
        assertFalse(model.busyProperty().get());
    }

    @Test
    void percentOfHostHoldsEachGuestAgainstItsOwnHost() {
        model.open(Exhibits.HPL);
        model.viewProperty().set(View.DEFAULT.withRelative(true));
        patience.finish();

        assertEquals(
                List.of("100", "81.82"),
                centres(shown().plot()).stream().map(Numbers::shown).toList());
        assertTrue(shown().plot().missing().stream().anyMatch(missing -> missing.contains("other")));
    }

    @Test
    void aZoomIsDrawnAndForgottenWithTheFigure() {
        model.sizeProperty().set(new Size(400, 300, 1));
        model.open(Exhibits.HPL);
        model.zoomProperty().set(Optional.of(new Zoom(-0.5, 1.5, 8, 12)));
        patience.finish();
        assertEquals(8, shown().drawing().orElseThrow().shown().yLow(), 1e-6);

        model.open(Exhibits.CTX);
        assertEquals(Optional.empty(), model.zoomProperty().get());
    }

    @Test
    void choicesAreTheConfigurationsWithDataWhateverIsShown() {
        model.open(Exhibits.HPL);
        patience.finish();
        var host = new Choice("lab", "Host", "host");
        var kvm = new Choice("lab", "KVM", "kvm");
        var other = new Choice("other", "KVM", "kvm");
        assertEquals(List.of(host, kvm, other), model.choicesProperty().get());

        model.show(Set.of(host));
        patience.finish();
        assertEquals(List.of(host, kvm, other), model.choicesProperty().get());
        assertEquals(List.of(11.0), centres(shown().plot()));
    }

    @Test
    void aFigureIsFoundAsItWasLeftAndPreferencesGoAlong() {
        model.open(Exhibits.HPL);
        View left = View.DEFAULT
                .withSets(Set.of("lab"))
                .withRelative(true)
                .withStatistic(View.Statistic.MEAN)
                .withPoints(true);
        model.viewProperty().set(left);

        model.open(Exhibits.CTX);
        assertEquals(
                View.DEFAULT.withStatistic(View.Statistic.MEAN).withPoints(true),
                model.viewProperty().get());

        model.open(Exhibits.HPL);
        assertEquals(left, model.viewProperty().get());
    }

    @Test
    void anotherFiguresPlotIsNotShownWhileTheNewOneIsMade() {
        model.open(Exhibits.HPL);
        patience.finish();

        model.open(Exhibits.CTX);

        assertEquals(Optional.empty(), model.shownProperty().get());
        assertEquals(List.of(), model.choicesProperty().get());
    }

    @Test
    void aFigureWithoutDataIsOpenedAndSaysWhatIsMissing() {
        model.sizeProperty().set(new Size(400, 300, 1));
        model.open(Exhibits.CTX);
        patience.finish();

        assertTrue(shown().plot().isEmpty());
        assertFalse(shown().plot().missing().isEmpty());
        assertTrue(shown().drawing().isPresent());
    }

    @Test
    void neighboursFollowTheCatalogueToItsEnds() {
        model.open(Exhibits.FIGURES.all().getFirst());
        assertEquals(Optional.empty(), model.neighbour(-1));
        assertEquals(Optional.of(Exhibits.FIGURES.all().get(1)), model.neighbour(1));

        model.open(Exhibits.FIGURES.all().getLast());
        assertEquals(Optional.empty(), model.neighbour(1));
    }

    @Test
    void newDataAreReadWhenAskedFor() {
        model.open(Exhibits.HPL);
        patience.finish();
        store.discard("other");

        model.refresh();
        patience.finish();

        assertEquals(List.of(11.0, 9.0), centres(shown().plot()));
        assertEquals(2, model.choicesProperty().get().size());
    }

    @Test
    void troubleIsToldInPlaceOfThePlotUntilItIsOver() {
        var trouble = new RingsideException("the store is held by another", "close that one");
        boolean[] held = {true};
        var other = new FigureModel(
                new Figures(List.of(Exhibits.HPL)),
                () -> {
                    if (held[0]) throw trouble;
                    return Exhibits.plotting(store).get();
                },
                new ChartRenderer(),
                Exhibits.atOnce());

        other.open(Exhibits.HPL);
        assertEquals(Optional.of(trouble), other.troubleProperty().get());

        held[0] = false;
        other.refresh();
        assertEquals(Optional.empty(), other.troubleProperty().get());
        assertTrue(other.shownProperty().get().isPresent());
    }

    private Shown shown() {
        return model.shownProperty().get().orElseThrow();
    }

    private static List<Double> centres(Plot plot) {
        return plot.series().stream()
                .flatMap(series -> series.points().stream())
                .map(point -> point.centre(plot.view()))
                .toList();
    }
}
