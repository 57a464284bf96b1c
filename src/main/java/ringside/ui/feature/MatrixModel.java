package ringside.ui.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.feature.Catalogue;
import ringside.core.feature.Column;
import ringside.core.feature.Fault;
import ringside.core.feature.Feature;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Filter;
import ringside.core.feature.Fit;
import ringside.core.feature.Probed;
import ringside.core.feature.export.MatrixExcerpt;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** The matrix as it is shown: what was chosen of it, what it says of the marked features, and the cell that is open. */
public final class MatrixModel {

    private final Background.Latest loading;
    private final Supplier<Catalogue> source;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ReadOnlyObjectWrapper<Choices> choices;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyObjectWrapper<List<Fault>> faults = new ReadOnlyObjectWrapper<>(this, "faults", List.of());
    private final ReadOnlyObjectWrapper<@Nullable RingsideException> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble");
    private final ObjectProperty<@Nullable Place> open = new SimpleObjectProperty<>(this, "open");
    private final Map<Place, List<Probed>> probed = new HashMap<>(); // the newest first
    /** What is to be revealed as soon as the matrix is there. */
    private @Nullable Place asked;

    private @Nullable FeatureMatrix matrix;
    private List<String> own = List.of(); // the person's platforms

    /**
     * @param source reads the catalogue; on worker threads only
     * @param kept what {@link #kept} gave last time
     */
    public MatrixModel(Background background, Supplier<Catalogue> source, Map<String, String> kept) {
        this.loading = background.latest();
        this.source = source;
        choices = new ReadOnlyObjectWrapper<>(this, "choices", Choices.of(kept));
        query.subscribe(words -> arrange());
    }

    public StringProperty queryProperty() {
        return query;
    }

    ReadOnlyObjectProperty<Choices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** Null until the catalogue was read. */
    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why files of the user's were left out. */
    public ReadOnlyObjectProperty<List<Fault>> faultsProperty() {
        return faults.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable RingsideException> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The cell that is shown in full; null for none. */
    ObjectProperty<@Nullable Place> openProperty() {
        return open;
    }

    /** What is to be found again at the next start. */
    public Map<String, String> kept() {
        return choices.get().kept();
    }

    /** Reads the catalogue, or reads it again: a person may have put files beside it. */
    public void load() {
        load(() -> {});
    }

    /** @param after follows when it was read and is shown */
    void load(Runnable after) {
        loading.run(
                Texts.of("feature.matrix.reading-the-features"),
                progress -> source.get(),
                read -> {
                    trouble.set(null);
                    faults.set(read.faults());
                    matrix = read.matrix();
                    own = read.own();
                    choices.set(choices.get().meeting(own));
                    arrange();
                    if (asked != null) reveal(asked);
                    after.run();
                },
                trouble::set);
    }

    void choose(UnaryOperator<Choices> change) {
        choices.set(change.apply(choices.get()));
        arrange();
    }

    void mark(String feature, Marks.Mark mark) {
        choose(now -> now.withMarks(now.marks().with(feature, mark)));
    }

    /** What hosts said, in any order; the newest answer of each cell counts. */
    public void probed(Collection<Probed> answers) {
        probed.clear();
        answers.stream()
                .sorted(Comparator.comparing(Probed::time).reversed())
                .forEach(answer -> probed.computeIfAbsent(
                                new Place(answer.feature(), answer.platform()), any -> new ArrayList<>())
                        .add(answer));
        arrange();
    }

    /** The answers of all hosts about a cell, the newest first. */
    List<Probed> probed(Place place) {
        return List.copyOf(probed.getOrDefault(place, List.of()));
    }

    void toggle(String group) {
        var folded = new HashSet<>(choices.get().folded());
        if (!folded.remove(group)) folded.add(group);
        choose(now -> now.withFolded(folded));
    }

    void foldAll(boolean fold) {
        if (matrix == null) return;
        Set<String> all = new HashSet<>();
        matrix.sections(everything()).forEach(section -> all.add(section.title()));
        choose(now -> now.withFolded(fold ? all : Set.of()));
    }

    /** Puts a column further left or right among the chosen ones; of two side by side the two change places. */
    void move(String column, int places) {
        List<String> pair = choices.get().pair();
        if (shownColumns().equals(pair)) {
            if (pair.indexOf(column) + places == 1 - pair.indexOf(column)) choose(now -> now.withPair(pair.reversed()));
            return;
        }
        var order = new ArrayList<>(columns());
        int at = order.indexOf(column);
        if (at < 0) return;
        order.remove(at);
        order.add(Math.clamp(at + places, 0, order.size()), column);
        choose(now -> now.withColumns(order));
    }

    void hide(String column) {
        var rest = new ArrayList<>(columns());
        if (rest.size() > 1 && rest.remove(column)) choose(now -> now.withColumns(rest));
    }

    /** The ids of all columns there are. */
    List<Column> allColumns() {
        return matrix == null ? List.of() : matrix.columns();
    }

    /** The chosen columns that are there, in their order. */
    List<String> columns() {
        List<String> there = allColumns().stream().map(Column::id).toList();
        List<String> chosen =
                choices.get().columns().stream().filter(there::contains).toList();
        if (!chosen.isEmpty()) return chosen;
        List<String> usual = Stream.concat(Choices.USUAL.stream(), own.stream())
                .filter(there::contains)
                .toList();
        return usual.isEmpty() ? there : usual;
    }

    private List<String> shownColumns() {
        List<String> there = allColumns().stream().map(Column::id).toList();
        List<String> pair = choices.get().pair();
        return pair.size() == 2 && there.containsAll(pair) ? pair : columns();
    }

    private Filter everything() {
        return Filter.all(columns(), choices.get().period().era());
    }

    /** Empty where every feature is wanted; a feature that nobody can be called stands for none. */
    private Set<String> wanted(FeatureMatrix of) {
        Choices now = choices.get();
        if (!now.marked() && !now.study()) return Set.of();
        var wanted = new LinkedHashSet<String>();
        for (Feature feature : of.features())
            if ((!now.study() || feature.basic())
                    && (!now.marked() || now.marks().of(feature.id()) != Marks.Mark.NONE)) wanted.add(feature.id());
        return wanted.isEmpty() ? Set.of(" ") : wanted;
    }

    private Filter filter(FeatureMatrix of) {
        Choices now = choices.get();
        return new Filter(
                shownColumns(),
                wanted(of),
                query.get(),
                now.period().era(),
                now.differences(),
                now.period() == Period.CHANGES);
    }

    private void arrange() {
        FeatureMatrix of = matrix;
        if (of == null) return;
        Choices now = choices.get();
        // What was searched for or marked is shown, folded or not
        boolean unfolded = !query.get().isBlank() || now.marked();
        shown.set(shown(of, unfolded ? Set.of() : now.folded()));
    }

    /** What is shown, with the folded groups open. */
    Optional<Shown> unfolded() {
        FeatureMatrix of = matrix;
        return of == null ? Optional.empty() : Optional.of(shown(of, Set.of()));
    }

    private Shown shown(FeatureMatrix of, Set<String> folded) {
        Filter filter = filter(of);
        var rows = new ArrayList<Row>();
        for (FeatureMatrix.Section section : of.sections(filter)) {
            boolean closed = folded.contains(section.title());
            rows.add(new Row.Group(section.title(), section.features().size(), closed));
            if (!closed) section.features().forEach(feature -> rows.add(new Row.Line(feature)));
        }
        List<Column> columns = filter.platforms().stream()
                .flatMap(id -> of.column(id).stream())
                .toList();
        return new Shown(of, choices.get(), columns, List.copyOf(rows), fits(of, filter.platforms()), newest());
    }

    private Map<Place, Probed> newest() {
        var newest = new HashMap<Place, Probed>();
        probed.forEach((place, answers) -> newest.put(place, answers.getFirst()));
        return newest;
    }

    private Map<String, Fit> fits(FeatureMatrix of, List<String> platforms) {
        Choices now = choices.get();
        Marks known = now.marks().only(id -> of.feature(id).isPresent());
        var fits = new LinkedHashMap<String, Fit>();
        if (known.isEmpty()) return fits;
        Fit.of(of, known.needs(now.period().era()), platforms)
                .forEach(fit -> fits.put(fit.platform().id(), fit));
        return fits;
    }

    /** Present where there is no row to show. */
    Optional<Nothing> nothing() {
        Shown now = shown.get();
        return now == null || !now.rows().isEmpty() ? Optional.empty() : Optional.of(Nothing.of(this));
    }

    /** What is shown, for the writers of files. */
    Optional<MatrixExcerpt> excerpt() {
        FeatureMatrix of = matrix;
        return of == null
                ? Optional.empty()
                : Optional.of(new MatrixExcerpt(
                        of,
                        filter(of),
                        probed.values().stream().flatMap(List::stream).toList()));
    }

    /** The arguments of the command that prints the same. */
    List<String> arguments(String format) {
        FeatureMatrix of = matrix;
        return of == null ? List.of() : ListCommand.arguments(of, filter(of), format);
    }

    /** Shows a cell, and everything that keeps it out of sight otherwise. */
    void reveal(Place place) {
        FeatureMatrix of = matrix;
        asked = of == null ? place : null;
        if (of == null || of.feature(place.feature()).isEmpty()) return;
        boolean there = Stream.ofNullable(shown.get())
                .flatMap(now -> now.rows().stream())
                .anyMatch(row ->
                        row instanceof Row.Line(var feature) && feature.id().equals(place.feature()));
        if (!there) {
            query.set("");
            choose(now -> now.withDifferences(false)
                    .withMarked(false)
                    .withStudy(false)
                    .withFolded(Set.of())
                    .withPeriod(now.period() == Period.CHANGES ? Period.NOW : now.period()));
        }
        if (!place.isFeature() && !shownColumns().contains(place.platform())) {
            var wider = new ArrayList<>(columns());
            wider.add(place.platform());
            choose(now -> now.withPair(List.of()).withColumns(wider));
        }
        open.set(place);
    }

    /** Shows these platforms, next to each other. */
    void show(List<String> platforms) {
        List<String> there = platforms.stream()
                .filter(id ->
                        allColumns().stream().anyMatch(column -> column.id().equals(id)))
                .toList();
        if (!there.isEmpty()) choose(now -> now.withPair(List.of()).withColumns(there));
    }
}
