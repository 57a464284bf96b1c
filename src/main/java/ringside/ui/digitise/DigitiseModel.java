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
import ringside.core.Progress;
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

    /** A page as it was opened, and what it looks like. */
    private record Opened(Path file, Scan scan, Suggestion suggestion) {}

    /** Opens a page, and suggests axes and series where nothing was said yet of its document. */
    void open(Path path, int page, Consumer<RingsideException> refused) {
        load(path, page, draft().dpi(), opened -> take(opened, refused), refused);
    }

    private void load(Path path, int page, int dpi, Consumer<Opened> use, Consumer<RingsideException> refused) {
        opening.run(
                "Opening " + path.getFileName(),
                progress -> {
                    Scan scanned = sources.open(path, page, dpi);
                    return new Opened(path, scanned, Suggestion.of(scanned));
                },
                use,
                refused);
    }

    private void take(Opened opened, Consumer<RingsideException> refused) {
        Draft now = draft();
        Optional<Digitisation.Source> said = now.source();
        Optional<String> unlike = said.flatMap(source -> source.unlike(opened.scan()));
        if (said.isPresent() && unlike.isEmpty()) {
            resume(now, said.get(), opened, refused);
            return;
        }
        boolean waiting = scan.get().isEmpty();
        show(opened, suggested(now, opened.scan(), opened.suggestion()));
        if (waiting && unlike.isPresent())
            refused.accept(another("The saved calibration", unlike.get(), said.orElseThrow()));
    }

    private static RingsideException another(String what, String unlike, Digitisation.Source of) {
        String document = of.document().isBlank() ? "its own document" : of.document();
        return new RingsideException(what + " " + unlike, "open " + document + " first, and then what was saved");
    }

    /** Goes on with what was said of a page: on that page, for on no other one its places mean anything. */
    private void resume(Draft said, Digitisation.Source source, Opened opened, Consumer<RingsideException> refused) {
        if (source.page() == opened.scan().page()) show(opened, said.of(source.of(opened.scan())));
        else
            load(
                    opened.file(),
                    source.page(),
                    source.dpi(),
                    right -> show(right, said.of(source.of(right.scan()))),
                    refused);
    }

    private void show(Opened opened, Draft said) {
        file = Optional.of(opened.file());
        scan.set(Optional.of(opened.scan()));
        pointing.forget();
        show(said);
    }

    private void show(Draft other) {
        reading.cancel();
        before.clear();
        undoable.set(false);
        become(other);
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
                Optional.of(
                        new Digitisation.Source(scan.name(), scan.sha256(), scan.page(), scan.pdf(), now.dpi(), "")),
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
        file.ifPresent(path -> load(
                path,
                page,
                draft().dpi(),
                opened -> show(opened, suggested(draft(), opened.scan(), opened.suggestion())),
                refused));
    }

    /** Opens what was saved; the document it is about has to be open, or is opened next. */
    void openSaved(Path path, Consumer<RingsideException> refused) {
        background.run(
                "Reading " + path.getFileName(),
                progress -> DigitisationFile.read(path),
                read -> {
                    if (scan.get().isEmpty()) show(Draft.of(read));
                    else onThisPage(path, read, scan.get().get(), refused);
                },
                refused);
    }

    private void onThisPage(Path path, Digitisation read, Scan page, Consumer<RingsideException> refused) {
        Digitisation.Source source = read.source();
        Optional<String> unlike = source.unlike(page);
        boolean drawnAlike = !page.pdf() || source.dpi() == draft().dpi();
        if (unlike.isPresent()) refused.accept(another(String.valueOf(path.getFileName()), unlike.get(), source));
        else if (source.page() == page.page() && drawnAlike) show(Draft.of(read.with(source.of(page))));
        else
            file.ifPresent(document -> load(
                    document,
                    source.page(),
                    source.dpi(),
                    opened -> show(opened, Draft.of(read.with(source.of(opened.scan())))),
                    refused));
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
        reading.cancel();
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
            refused.accept(unsaid(missing));
        }
    }

    private static RingsideException unsaid(IllegalArgumentException missing) {
        return new RingsideException(String.valueOf(missing.getMessage()), "say it beside the page", missing);
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
                        progress -> read(page.get(), figure, index, progress),
                        read -> {
                            pointing.forget();
                            // names may have been typed meanwhile: only what was read is taken
                            change(now -> merged(now, read).seen(true));
                        },
                        refused),
                refused);
    }

    private List<Series> read(Scan page, Digitisation figure, int index, Progress progress) {
        try {
            var tracing = new Tracing(page, figure.subject(figures));
            if (index < 0) return tracing.all(figure, progress).series();
            return figure.with(index, tracing.series(figure, figure.series().get(index)))
                    .series();
        } catch (IllegalArgumentException missing) {
            throw unsaid(missing);
        }
    }

    private static Draft merged(Draft now, List<Series> read) {
        Draft merged = now;
        for (int i = 0; i < Math.min(read.size(), now.series().size()); i++)
            merged = merged.with(
                    i, now.series().get(i).read(read.get(i).marks(), read.get(i).doubts()));
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
                    List.of(),
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
        // what is being read would be put down to the series that moves up
        reading.cancel();
        pointing.forget();
        change(now -> {
            var rest = new ArrayList<>(now.series());
            rest.remove(index);
            return now.with(rest);
        });
    }
}
