package ringside.ui.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.figure.Figure;
import ringside.core.figure.Figures;
import ringside.core.figure.Plotting;
import ringside.core.figure.Renderer;
import ringside.core.figure.Renderer.Drawing;
import ringside.core.figure.Renderer.Look;
import ringside.core.figure.View;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** All figures as the gallery shows them: which match the search, how much data each has, and their thumbnails. */
public final class GalleryModel {
    /** A figure in the gallery. */
    public static final class Entry {
        private final Figure figure;
        private final ReadOnlyLongWrapper samples = new ReadOnlyLongWrapper(this, "samples", NOT_COUNTED);
        private final ReadOnlyObjectWrapper<Optional<Thumbnail>> thumbnail =
                new ReadOnlyObjectWrapper<>(this, "thumbnail", Optional.empty());
        private @Nullable Look drawnFor;

        private Entry(Figure figure) {
            this.figure = figure;
        }

        public Figure figure() {
            return figure;
        }

        public ReadOnlyLongProperty samplesProperty() {
            return samples.getReadOnlyProperty();
        }

        public ReadOnlyObjectProperty<Optional<Thumbnail>> thumbnailProperty() {
            return thumbnail.getReadOnlyProperty();
        }

        public boolean hasData() {
            return samples.get() > 0;
        }

        private boolean matches(List<String> words) {
            String text = String.join(
                            " ",
                            figure.id(),
                            figure.title(),
                            figure.group().title(),
                            figure.kind().word(),
                            String.join(" ", figure.benchmarks()),
                            figure.metric())
                    .toLowerCase(Locale.ROOT);
            return words.stream().allMatch(text::contains);
        }
    }

    /** A small drawing, or why there is none. */
    public sealed interface Thumbnail {
        record Drawn(Drawing drawing) implements Thumbnail {}

        record Failed(RingsideException trouble) implements Thumbnail {}
    }

    /** The figures of one group that match, in the catalogue's order. */
    public record Section(Figure.Group group, List<Entry> entries) {}

    public static final long NOT_COUNTED = -1;

    private final Supplier<Plotting> plotting;
    private final Renderer renderer;
    private final Background background;
    private final Background.Latest counting;
    private final Background.Latest measuring;
    private final List<Entry> entries;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final BooleanProperty withDataOnly = new SimpleBooleanProperty(this, "withDataOnly");
    private final ObjectProperty<Set<String>> platforms = new SimpleObjectProperty<>(this, "platforms", Set.of());
    private Set<String> measured = Set.of(); // ids of the figures that the platforms were measured for
    private final ReadOnlyObjectWrapper<List<Section>> sections =
            new ReadOnlyObjectWrapper<>(this, "sections", List.of());
    private final ReadOnlyObjectWrapper<Optional<RingsideException>> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());
    private final ReadOnlyLongWrapper counts = new ReadOnlyLongWrapper(this, "counts");
    private final Deque<Entry> queue = new ArrayDeque<>(); // of the FX thread, as all else here
    private @Nullable Look wantedLook;
    private boolean drawing;
    private int generation; // of the store's content: a thumbnail of an older one is not kept

    public GalleryModel(Figures figures, Supplier<Plotting> plotting, Renderer renderer, Background background) {
        this.plotting = plotting;
        this.renderer = renderer;
        this.background = background;
        this.counting = background.latest();
        this.measuring = background.latest();
        this.entries = figures.all().stream().map(Entry::new).toList();
        query.subscribe(any -> arrange());
        withDataOnly.subscribe(any -> arrange());
        platforms.subscribe(any -> measure());
    }

    public StringProperty queryProperty() {
        return query;
    }

    public BooleanProperty withDataOnlyProperty() {
        return withDataOnly;
    }

    /** Only figures of what was measured on one of these; none means all figures. */
    public ObjectProperty<Set<String>> platformsProperty() {
        return platforms;
    }

    private void measure() {
        measured = Set.of();
        Set<String> wanted = platforms.get();
        measuring.cancel();
        if (wanted.isEmpty()) {
            arrange();
            return;
        }
        List<Figure> figures = entries.stream().map(Entry::figure).toList();
        measuring.run(
                Texts.of("figure.gallery.looking"),
                progress -> plotting.get().measuredOn(wanted, figures),
                found -> {
                    measured = found;
                    arrange();
                },
                fault -> trouble.set(Optional.of(fault)));
    }

    public ReadOnlyObjectProperty<List<Section>> sectionsProperty() {
        return sections.getReadOnlyProperty();
    }

    /** Why the samples could not be counted. */
    public ReadOnlyObjectProperty<Optional<RingsideException>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** How often the samples have been counted: another number when thumbnails may have to be drawn anew. */
    public ReadOnlyLongProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public List<Entry> entries() {
        return entries;
    }

    /** The figures on show, in reading order. */
    public List<Entry> shown() {
        return sections.get().stream()
                .flatMap(section -> section.entries().stream())
                .toList();
    }

    /** Counts every figure's samples anew and forgets the thumbnails: the store's content may have changed. */
    public void refresh() {
        generation++;
        queue.clear();
        entries.forEach(entry -> entry.drawnFor = null);
        trouble.set(Optional.empty());
        counting.run(
                Texts.of("figure.gallery.counting"),
                this::count,
                this::counted,
                fault -> trouble.set(Optional.of(fault)));
        if (!platforms.get().isEmpty()) measure();
    }

    private List<Long> count(Progress progress) throws InterruptedException {
        var counts = new ArrayList<Long>();
        for (Entry entry : entries) {
            if (Thread.interrupted()) throw new InterruptedException();
            progress.at(Texts.of("figure.gallery.figure", entry.figure.id()), (double) counts.size() / entries.size());
            counts.add(plotting.get().samples(entry.figure));
        }
        return counts;
    }

    private void counted(List<Long> counts) {
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).samples.set(counts.get(i));
            if (counts.get(i) == 0) entries.get(i).thumbnail.set(Optional.empty());
        }
        arrange();
        this.counts.set(this.counts.get() + 1);
    }

    /**
     * Asks for the thumbnails that are in view. Earlier ones that nobody has begun to draw and that are not
     * among them are dropped: the reader has scrolled on.
     */
    public void draw(List<Entry> wanted, Look look) {
        queue.clear();
        wanted.stream()
                .filter(entry -> entry.hasData() && !look.equals(entry.drawnFor))
                .forEach(queue::add);
        wantedLook = look;
        drawNext();
    }

    private void drawNext() {
        Entry entry = drawing ? null : queue.poll();
        Look look = wantedLook;
        if (entry == null || look == null) return;
        drawing = true;
        int asOf = generation;
        background
                .run(
                        Texts.of("figure.drawing-figure", entry.figure.id()),
                        progress -> thumbnail(entry.figure, look),
                        done -> drawn(entry, done, look, asOf),
                        fault -> drawn(entry, new Thumbnail.Failed(fault), look, asOf))
                .runningProperty()
                .subscribe(running -> {
                    if (running) return;
                    drawing = false; // also where the reader cancelled it
                    drawNext();
                });
    }

    private Thumbnail thumbnail(Figure figure, Look look) {
        return new Thumbnail.Drawn(renderer.draw(plotting.get().plot(figure, View.DEFAULT), look));
    }

    private void drawn(Entry entry, Thumbnail thumbnail, Look look, int asOf) {
        if (asOf != generation) return;
        entry.thumbnail.set(Optional.of(thumbnail));
        entry.drawnFor = look;
    }

    private void arrange() {
        var words = Arrays.stream(query.get().toLowerCase(Locale.ROOT).trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        var byGroup = entries.stream()
                .filter(entry -> entry.matches(words))
                .filter(entry -> !withDataOnly.get() || entry.samples.get() != 0)
                .filter(entry ->
                        platforms.get().isEmpty() || measured.contains(entry.figure.id()) && entry.samples.get() != 0)
                .collect(Collectors.groupingBy(
                        entry -> entry.figure.group(), () -> new EnumMap<>(Figure.Group.class), Collectors.toList()));
        var arranged = byGroup.entrySet().stream()
                .map(group -> new Section(group.getKey(), List.copyOf(group.getValue())))
                .toList();
        if (!arranged.equals(sections.get())) sections.set(arranged);
    }
}
