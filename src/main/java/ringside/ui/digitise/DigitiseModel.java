package ringside.ui.digitise;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import ringside.core.RingsideException;
import ringside.core.digitise.Area;
import ringside.core.digitise.Colour;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.DigitisationFile;
import ringside.core.digitise.Mark;
import ringside.core.digitise.Place;
import ringside.core.digitise.Scan;
import ringside.core.digitise.Series;
import ringside.core.digitise.Snapping;
import ringside.core.digitise.Suggestion;
import ringside.core.digitise.Tracing;
import ringside.core.digitise.Value;
import ringside.core.figure.Figures;
import ringside.core.format.Outcome;
import ringside.ui.digitise.Mode.Picked;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;

/** A page, what was said of the figure on it, and what was read; each change can be taken back. */
final class DigitiseModel {
    private static final int MOST_UNDO = 200;

    /** A click this near to a line of the page's own paths means that line. */
    private static final double SNAP = 3;

    private final Background background;
    private final Background.Latest opening;
    private final Background.Latest reading;
    private final DigitiseSources sources;
    private final Figures figures;
    private final Changes changes;
    private final ReadOnlyObjectWrapper<Optional<Scan>> scan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(Draft.EMPTY);
    private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.PICK);
    private final ObjectProperty<Picked> picked = new SimpleObjectProperty<>(Picked.NOTHING);
    private final Deque<Draft> before = new ArrayDeque<>();
    private Optional<Path> file = Optional.empty();
    private List<Value> values = List.of();

    DigitiseModel(Background background, DigitiseSources sources, Figures figures, Changes changes) {
        this.background = background;
        this.opening = background.latest();
        this.reading = background.latest();
        this.sources = sources;
        this.figures = figures;
        this.changes = changes;
        become(Draft.EMPTY);
    }

    ReadOnlyObjectProperty<Optional<Scan>> scanProperty() {
        return scan.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    Draft draft() {
        return draft.get();
    }

    /** Why this cannot be read or kept yet; empty if it can. */
    ReadOnlyStringProperty objectionProperty() {
        return objection.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    ObjectProperty<Picked> pickedProperty() {
        return picked;
    }

    Figures figures() {
        return figures;
    }

    /** What all points say, as the axes are now; nothing while these are not complete. */
    List<Value> values() {
        return values;
    }

    /** Opens a page, and suggests axes and series where nothing was said yet. */
    void open(Path path, int page, Consumer<RingsideException> refused) {
        boolean another = file.isEmpty() || !file.get().equals(path);
        Draft now = draft.get();
        record Opened(Scan scan, Suggestion suggestion) {}
        opening.run(
                "Opening " + path.getFileName(),
                progress -> {
                    Scan opened = sources.open(path, page, now.dpi());
                    return new Opened(opened, Suggestion.of(opened));
                },
                opened -> {
                    file = Optional.of(path);
                    scan.set(Optional.of(opened.scan()));
                    mode.set(Mode.PICK);
                    picked.set(Picked.NOTHING);
                    boolean fresh = another
                            && now.source()
                                    .filter(of ->
                                            of.sha256().equals(opened.scan().sha256()))
                                    .isEmpty();
                    show(
                            fresh
                                    ? suggested(now, opened.scan(), opened.suggestion())
                                    : now.of(source(now, opened.scan())));
                },
                refused);
    }

    private void show(Draft other) {
        before.clear();
        undoable.set(false);
        become(other);
    }

    private static Digitisation.Source source(Draft draft, Scan scan) {
        return draft.source()
                .orElse(new Digitisation.Source("", "", 1, scan.pdf(), draft.dpi(), ""))
                .of(scan);
    }

    /** What the page looks like. Who says something of it has seen it, and from then on it counts. */
    private static Draft suggested(Draft now, Scan scan, Suggestion suggestion) {
        Area area = suggestion.frame().orElse(scan.picture().area());
        double blur = scan.picture().unit() / 2;
        var low = new Place(area.left(), area.bottom());
        AxisDraft none = AxisDraft.NOTHING;
        boolean found = suggestion.frame().isPresent();
        var series = new ArrayList<Series>();
        for (Series one : suggestion.series()) series.add(one.named("Series " + (series.size() + 1)));
        return new Draft(
                Optional.of(source(Draft.EMPTY, scan)),
                "",
                now.figure(),
                now.said(),
                java.util.Map.of(),
                now.citation(),
                now.licence(),
                found ? none.at(low, new Place(area.right(), area.bottom()), blur) : none,
                found ? none.at(low, new Place(area.left(), area.top()), blur) : none,
                suggestion.frame(),
                List.of(),
                "",
                series,
                true);
    }

    /** Another page of the same document; what was said of the figure goes with the page that it was on. */
    void turn(int page, Consumer<RingsideException> refused) {
        file.ifPresent(path -> {
            file = Optional.empty();
            become(new Draft(
                    Optional.empty(),
                    "",
                    draft().figure(),
                    draft().said(),
                    java.util.Map.of(),
                    draft().citation(),
                    draft().licence(),
                    AxisDraft.NOTHING,
                    AxisDraft.NOTHING,
                    Optional.empty(),
                    List.of(),
                    "",
                    List.of(),
                    false));
            open(path, page, refused);
        });
    }

    /** Opens what was saved; the document it is about has to be open, or is opened next. */
    void openSaved(Path path, Consumer<RingsideException> refused) {
        background.run(
                "Reading " + path.getFileName(),
                progress -> DigitisationFile.read(path),
                read -> {
                    Draft saved = Draft.of(read);
                    show(scan.get().map(page -> saved.of(source(saved, page))).orElse(saved));
                },
                refused);
    }

    void save(Path path, Runnable saved, Consumer<RingsideException> refused) {
        complete(
                figure -> background.run(
                        "Writing " + path.getFileName(),
                        progress -> {
                            DigitisationFile.save(figure, path);
                            return path;
                        },
                        written -> saved.run(),
                        refused),
                refused);
    }

    void change(UnaryOperator<Draft> change) {
        Draft now = draft.get();
        Draft changed = change.apply(now);
        if (changed.equals(now)) return;
        before.push(now);
        if (before.size() > MOST_UNDO) before.removeLast();
        undoable.set(true);
        become(changed);
    }

    void undo() {
        if (before.isEmpty()) return;
        Draft now = draft.get();
        Draft earlier = before.pop();
        undoable.set(!before.isEmpty());
        if (earlier.series().size() != now.series().size()) picked.set(Picked.NOTHING);
        become(earlier);
    }

    /** Who listens to the draft finds with it what its points say and what is missing. */
    private void become(Draft other) {
        values = List.of();
        try {
            Digitisation figure = other.complete();
            values = figure.values();
            figure.subject(figures);
            objection.set(other.series().isEmpty() ? "There is no series yet." : "");
        } catch (IllegalArgumentException missing) {
            String said = String.valueOf(missing.getMessage());
            objection.set(Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".");
        }
        draft.set(other);
    }

    private void complete(Consumer<Digitisation> use, Consumer<RingsideException> refused) {
        try {
            Digitisation figure = draft.get().complete();
            figure.subject(figures);
            use.accept(figure);
        } catch (IllegalArgumentException missing) {
            refused.accept(new RingsideException(String.valueOf(missing.getMessage()), "say it beside the page"));
        }
    }

    /** Reads every series that is found by its colour. */
    void readAll(Consumer<RingsideException> refused) {
        read(-1, refused);
    }

    /** @param index of the only series to read, or -1 for all */
    void read(int index, Consumer<RingsideException> refused) {
        Optional<Scan> page = scan.get();
        if (page.isEmpty()) return;
        complete(
                figure -> reading.run(
                        "Reading the figure",
                        progress -> {
                            var tracing = new Tracing(page.get(), figure.subject(figures));
                            if (index < 0) return tracing.all(figure, progress).series();
                            Series one = figure.series().get(index);
                            return figure.with(index, one.with(tracing.marks(figure, one)))
                                    .series();
                        },
                        read -> {
                            picked.set(Picked.NOTHING);
                            // names may have been typed meanwhile: only what was read is taken
                            change(now -> merged(now, read).seen(true));
                        },
                        refused),
                refused);
    }

    private static Draft merged(Draft now, List<Series> read) {
        Draft merged = now;
        for (int i = 0; i < Math.min(read.size(), now.series().size()); i++)
            merged = merged.with(i, now.series().get(i).with(read.get(i).marks()));
        return merged;
    }

    /** Puts it into the store. */
    void keep(Consumer<Outcome> kept, Consumer<RingsideException> refused) {
        complete(
                figure -> background.run(
                        "Keeping the figure",
                        progress -> sources.keep(figure, progress),
                        outcome -> {
                            changes.happened();
                            kept.accept(outcome);
                        },
                        refused),
                refused);
    }

    /** A click on the page, in page units. */
    void click(Place place, double reach) {
        switch (mode.get()) {
            case Mode.Pick() -> picked.set(nearest(place, reach));
            case Mode.AxisPlace(boolean vertical, boolean end) -> {
                setAxis(vertical, end, place, true);
                picked.set(new Picked.AxisEnd(vertical, end));
                mode.set(end ? Mode.PICK : new Mode.AxisPlace(vertical, true));
            }
            case Mode.SeriesColour(int series) -> {
                scan.get()
                        .ifPresent(page ->
                                setColour(series, Colour.of(page.picture().at(place))));
                mode.set(Mode.PICK);
            }
            case Mode.Points(int series) -> addPoint(series, place);
            case Mode.Frame(boolean ignored) -> {}
        }
    }

    private void setAxis(boolean vertical, boolean end, Place place, boolean snap) {
        Optional<Scan> page = scan.get();
        if (page.isEmpty()) return;
        Place snapped = snap ? Snapping.of(page.get()).snap(place, SNAP) : place;
        boolean exact = vertical ? snapped.y() != place.y() : snapped.x() != place.x();
        double blur = exact ? 0.005 : page.get().picture().unit() / 2;
        change(now -> vertical
                ? now.along(now.x(), now.y().at(end, snapped, blur))
                : now.along(now.x().at(end, snapped, blur), now.y()));
    }

    private void setColour(int series, Colour colour) {
        change(now -> {
            Series one = now.series().get(series).with(colour);
            return now.with(series, one.method().automatic() ? one : one.by(Series.Method.LINE));
        });
    }

    private void addPoint(int series, Place place) {
        Optional<Scan> page = scan.get();
        if (page.isEmpty()) return;
        var mark = new Mark.Seen(place, page.get().picture().unit() / 2, "");
        change(now -> {
            var marks = new ArrayList<>(now.series().get(series).marks());
            marks.add(mark);
            return now.with(
                    series, now.series().get(series).by(Series.Method.CLICKS).with(marks));
        });
        picked.set(new Picked.Point(series, draft().series().get(series).marks().size() - 1));
    }

    /** A drag over the page. */
    void drag(Area area) {
        if (!(mode.get() instanceof Mode.Frame(boolean ignored)) || Mode.isEmpty(area)) return;
        change(now -> {
            if (!ignored) return now.within(Optional.of(area), now.ignored());
            var more = new ArrayList<>(now.ignored());
            more.add(area);
            return now.within(now.frame(), more);
        });
        mode.set(Mode.PICK);
    }

    private Picked nearest(Place place, double reach) {
        Picked best = Picked.NOTHING;
        double off = reach;
        List<Series> series = draft().series();
        for (int i = 0; i < series.size(); i++)
            for (int j = 0; j < series.get(i).marks().size(); j++) {
                if (!(series.get(i).marks().get(j) instanceof Mark.Seen seen)) continue;
                if (seen.place().distance(place) > off) continue;
                off = seen.place().distance(place);
                best = new Picked.Point(i, j);
            }
        for (boolean vertical : new boolean[] {false, true})
            for (boolean end : new boolean[] {false, true}) {
                Optional<Place> at = (vertical ? draft().y() : draft().x()).place(end);
                if (at.isEmpty() || at.get().distance(place) >= off) continue;
                off = at.get().distance(place);
                best = new Picked.AxisEnd(vertical, end);
            }
        return best;
    }

    /** Where the picked point is. */
    Optional<Place> pickedPlace() {
        return switch (picked.get()) {
            case Picked.Nothing() -> Optional.empty();
            case Picked.AxisEnd(boolean vertical, boolean end) -> (vertical ? draft().y() : draft().x()).place(end);
            case Picked.Point(int series, int mark) -> mark(series, mark).map(Mark.Seen::place);
        };
    }

    private Optional<Mark.Seen> mark(int series, int mark) {
        List<Series> all = draft().series();
        if (series >= all.size() || mark >= all.get(series).marks().size()) return Optional.empty();
        return all.get(series).marks().get(mark) instanceof Mark.Seen seen ? Optional.of(seen) : Optional.empty();
    }

    /** @param dx, dy in pixels of the page's picture */
    void move(double dx, double dy) {
        Optional<Scan> page = scan.get();
        Optional<Place> place = pickedPlace();
        if (page.isEmpty() || place.isEmpty()) return;
        double unit = page.get().picture().unit();
        moveTo(place.get().plus(dx * unit, dy * unit), unit / 2);
    }

    /** Where a person put it, it is as sure as half a pixel. */
    private void moveTo(Place place, double blur) {
        switch (picked.get()) {
            case Picked.Nothing() -> {}
            case Picked.AxisEnd(boolean vertical, boolean end) -> setAxis(vertical, end, place, false);
            case Picked.Point(int series, int index) ->
                mark(series, index)
                        .ifPresent(mark -> change(now -> now.with(
                                series, now.series().get(series).with(index, new Mark.Seen(place, blur, mark.x())))));
        }
    }

    void remove() {
        if (!(picked.get() instanceof Picked.Point(int series, int index))
                || mark(series, index).isEmpty()) return;
        picked.set(Picked.NOTHING);
        change(now -> now.with(series, now.series().get(series).without(index)));
    }

    void addSeries() {
        change(now -> {
            var more = new ArrayList<>(now.series());
            more.add(new Series(
                    freeName(now),
                    Optional.empty(),
                    ringside.core.result.Parameters.NONE,
                    Optional.empty(),
                    Series.Method.CLICKS,
                    Series.USUAL_TOLERANCE,
                    List.of()));
            return now.with(more);
        });
    }

    private static String freeName(Draft draft) {
        int number = draft.series().size() + 1;
        while (true) {
            String name = "Series " + number++;
            if (draft.series().stream().noneMatch(one -> one.name().equals(name))) return name;
        }
    }

    void removeSeries(int index) {
        picked.set(Picked.NOTHING);
        mode.set(Mode.PICK);
        change(now -> {
            var rest = new ArrayList<>(now.series());
            rest.remove(index);
            return now.with(rest);
        });
    }
}
