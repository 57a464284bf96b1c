package ringside.ui.digitise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.DigitisationFile;
import ringside.core.digitise.Scan;
import ringside.core.digitise.Series;
import ringside.core.digitise.Tracing;
import ringside.core.digitise.Value;
import ringside.core.figure.Figures;
import ringside.core.format.Outcome;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;
import ringside.ui.kit.Texts;

/** A page, what was said of the figure on it, and what was read; each change can be taken back. */
final class DigitiseModel {
    private final Background background;
    private final Background.Latest drawing;
    private final Background.Latest reading;
    private final DigitiseSources sources;
    private final Figures figures;
    private final Changes changes;
    private final Drafting drafting;
    private final Opening opening;
    private final Pointing pointing = new Pointing(this);

    DigitiseModel(Background background, DigitiseSources sources, Figures figures, Changes changes) {
        this.background = background;
        this.drawing = background.latest();
        this.reading = background.latest();
        this.sources = sources;
        this.figures = figures;
        this.changes = changes;
        drafting = new Drafting(figures);
        opening = new Opening(background, sources, drafting, this::show);
    }

    ReadOnlyObjectProperty<Optional<Scan>> scanProperty() {
        return opening.scanProperty();
    }

    ReadOnlyObjectProperty<Draft> draftProperty() {
        return drafting.draftProperty();
    }

    Draft draft() {
        return drafting.draft();
    }

    /** Why this cannot be read or kept yet; empty if it can. */
    ReadOnlyStringProperty objectionProperty() {
        return drafting.objectionProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return drafting.undoableProperty();
    }

    Pointing pointing() {
        return pointing;
    }

    Figures figures() {
        return figures;
    }

    /** What all points say, as the axes are now; nothing while these are not complete. */
    List<Value> values() {
        return drafting.values();
    }

    /** Opens a page, and suggests axes and series where nothing was said yet of its document. */
    void open(Path path, int page, Consumer<RingsideException> refused) {
        opening.open(path, page, refused);
    }

    /** Another page of the same document; what was said of the figure goes with the page that it was on. */
    void turn(int page, Consumer<RingsideException> refused) {
        opening.turn(page, refused);
    }

    /** Opens what was saved; the document it is about has to be open, or is opened next. */
    void openSaved(Path path, Consumer<RingsideException> refused) {
        opening.openSaved(path, refused);
    }

    /** Makes what shows a page, beside the interface's own thread; only the newest counts. */
    <T> void prepare(Supplier<T> made, Consumer<T> use, Consumer<RingsideException> refused) {
        drawing.run(Texts.of("digitise.drawing-the-page"), progress -> made.get(), use, refused);
    }

    private void show(Draft said) {
        pointing.forget();
        reading.cancel();
        drafting.begin(said);
    }

    void change(UnaryOperator<Draft> change) {
        drafting.change(change);
    }

    void undo() {
        if (!undoableProperty().get()) return;
        reading.cancel();
        int series = draft().series().size();
        drafting.undo(earlier -> {
            if (earlier.series().size() != series) pointing.forget();
        });
    }

    void save(Path path, Runnable saved, Consumer<RingsideException> refused) {
        drafting.complete(
                figure -> background.run(
                        Texts.of("digitise.writing", path.getFileName()),
                        progress -> {
                            DigitisationFile.save(figure, path);
                            return path;
                        },
                        written -> saved.run(),
                        refused),
                refused);
    }

    /** Reads every series that is found by its colour. */
    void readAll(Consumer<RingsideException> refused) {
        read(-1, refused);
    }

    /** @param index of the only series to read, or -1 for all */
    void read(int index, Consumer<RingsideException> refused) {
        Optional<Scan> page = scanProperty().get();
        if (page.isEmpty()) return;
        drafting.complete(
                figure -> reading.run(
                        Texts.of("digitise.reading-the-figure"),
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
            throw Drafting.unsaid(missing);
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
        drafting.complete(
                figure -> background.run(
                        Texts.of("digitise.keeping-the-figure"),
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
            String name = Texts.of("digitise.series", number++);
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
