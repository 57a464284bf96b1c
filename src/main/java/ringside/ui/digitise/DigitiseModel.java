package ringside.ui.digitise;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.core.RingsideException;
import ringside.core.digitise.Area;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.DigitisationFile;
import ringside.core.digitise.Place;
import ringside.core.digitise.Scan;
import ringside.core.digitise.Series;
import ringside.core.digitise.Suggestion;
import ringside.core.digitise.Tracing;
import ringside.core.digitise.Value;
import ringside.core.figure.Figures;
import ringside.core.format.Outcome;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;

/** A page, what was said of the figure on it, and what was read; each change can be taken back. */
final class DigitiseModel {
    private static final int MOST_UNDO = 200;

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
    private final Pointing pointing = new Pointing(this);
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

    Pointing pointing() {
        return pointing;
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
        int dpi = draft().dpi();
        record Opened(Scan scan, Suggestion suggestion) {}
        opening.run(
                "Opening " + path.getFileName(),
                progress -> {
                    Scan opened = sources.open(path, page, dpi);
                    return new Opened(opened, Suggestion.of(opened));
                },
                opened -> {
                    Draft now = draft();
                    file = Optional.of(path);
                    scan.set(Optional.of(opened.scan()));
                    pointing.forget();
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
        if (earlier.series().size() != now.series().size()) pointing.forget();
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
                            pointing.forget();
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
        pointing.forget();
        change(now -> {
            var rest = new ArrayList<>(now.series());
            rest.remove(index);
            return now.with(rest);
        });
    }
}
