package ringside.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.adapter.plot.ChartRenderer;
import ringside.core.RingsideException;
import ringside.core.figure.Figure;
import ringside.core.figure.Figures;
import ringside.core.figure.Plotting;
import ringside.core.figure.Renderer.Look;
import ringside.core.figure.Renderer.Theme;
import ringside.core.result.ResultStore;
import ringside.ui.figure.GalleryModel.Entry;
import ringside.ui.figure.GalleryModel.Section;
import ringside.ui.figure.GalleryModel.Thumbnail;

class GalleryModelTest {
    private static final Look SMALL = new Look(Theme.LIGHT, 200, 120, 1, false, null);

    private final ResultStore store = Exhibits.store();
    private final Exhibits.Patience patience = new Exhibits.Patience();
    private final GalleryModel model =
            new GalleryModel(Exhibits.FIGURES, Exhibits.plotting(store), new ChartRenderer(), patience.background);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyFigureIsThereGroupByGroupBeforeAnythingIsRead() {
        assertEquals(Exhibits.FIGURES.all().size(), model.shown().size());
        assertEquals(
                List.of(Figure.Group.values()),
                model.sectionsProperty().get().stream().map(Section::group).toList());
        assertEquals(List.of(), model.entries().stream().filter(Entry::hasData).toList());
    }

    @Test
    void samplesAreCountedInTheBackground() {
        model.refresh();
        assertEquals(GalleryModel.NOT_COUNTED, entry("5.1").samplesProperty().get());

        patience.finish();
        assertEquals(6, entry("5.1").samplesProperty().get());
        assertEquals(0, entry("5.20").samplesProperty().get());
    }

    @Test
    void onlyFiguresOfWhatWasMeasuredOnAPlatformCanBeAskedFor() {
        model.refresh();
        model.platformsProperty().set(Set.of("kvm"));
        patience.finish();
        assertEquals(List.of("5.1"), found("5.1 hpl 1 core"));

        model.platformsProperty().set(Set.of("xen-pvh"));
        patience.finish();
        assertEquals(List.of(), model.shown());

        model.platformsProperty().set(Set.of());
        model.queryProperty().set("");
        assertEquals(Exhibits.FIGURES.all().size(), model.shown().size());
    }

    @Test
    void aSearchFindsNumbersTitlesBenchmarksAndGroups() {
        assertEquals(List.of("5.1"), found("5.1 hpl 1 core"));
        assertTrue(found("iozone qcow").containsAll(List.of("5.21", "5.25")));
        assertEquals(8, found("table lmbench").size());
        assertEquals(List.of(), found("no such thing"));
        assertEquals(List.of(), model.sectionsProperty().get());
    }

    @Test
    void withDataOnlyLeavesOutWhatHasNone() {
        model.withDataOnlyProperty().set(true);
        assertEquals(Exhibits.FIGURES.all().size(), model.shown().size(), "not known yet");

        model.refresh();
        patience.finish();
        assertEquals(List.of("5.1", "hpl-size"), ids(model.shown()));
    }

    @Test
    void thumbnailsAreDrawnForFiguresWithDataOnly() {
        model.refresh();
        patience.finish();

        model.draw(List.of(entry("5.1"), entry("5.2")), SMALL);
        patience.finish();

        var drawn = (Thumbnail.Drawn) entry("5.1").thumbnailProperty().get().orElseThrow();
        assertEquals(
                List.of(200, 120),
                List.of(drawn.drawing().width(), drawn.drawing().height()));
        assertEquals(Optional.empty(), entry("5.2").thumbnailProperty().get());
    }

    @Test
    void whatHasBeenScrolledAwayIsNotDrawn() {
        model.refresh();
        patience.finish();

        model.draw(List.of(entry("5.1"), entry("hpl-size")), SMALL);
        model.draw(List.of(), SMALL);
        patience.finish();

        assertTrue(entry("5.1").thumbnailProperty().get().isPresent(), "had been begun");
        assertEquals(Optional.empty(), entry("hpl-size").thumbnailProperty().get());
    }

    @Test
    void aThumbnailIsDrawnOnceForALookAndAgainForNewData() {
        model.refresh();
        patience.finish();
        var seen = new ArrayList<Optional<Thumbnail>>();
        entry("5.1").thumbnailProperty().subscribe(now -> seen.add(now));

        for (int i = 0; i < 2; i++) {
            model.draw(List.of(entry("5.1")), SMALL);
            patience.finish();
        }
        assertEquals(2, seen.size(), "none, then one");

        model.refresh();
        patience.finish();
        model.draw(List.of(entry("5.1")), SMALL);
        patience.finish();
        assertEquals(3, seen.size());
    }

    @Test
    void aCancelledDrawingDoesNotHoldUpTheNext() {
        model.refresh();
        patience.finish();

        model.draw(List.of(entry("5.1"), entry("hpl-size")), SMALL);
        patience.background.running().getFirst().cancel();
        patience.finish();

        assertEquals(Optional.empty(), entry("5.1").thumbnailProperty().get());
        assertTrue(entry("hpl-size").thumbnailProperty().get().isPresent());
    }

    @Test
    void troubleWithTheStoreIsTold() {
        var trouble = new RingsideException("the store is held by another", "close that one");
        Supplier<Plotting> held = () -> {
            throw trouble;
        };
        var gallery =
                new GalleryModel(new Figures(List.of(Exhibits.HPL)), held, new ChartRenderer(), Exhibits.atOnce());

        gallery.refresh();

        assertEquals(Optional.of(trouble), gallery.troubleProperty().get());
        assertEquals(
                GalleryModel.NOT_COUNTED,
                gallery.entries().getFirst().samplesProperty().get());
    }

    private List<String> found(String query) {
        model.queryProperty().set(query);
        return ids(model.shown());
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.figure().id()).toList();
    }

    private Entry entry(String id) {
        return model.entries().stream()
                .filter(entry -> entry.figure().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
