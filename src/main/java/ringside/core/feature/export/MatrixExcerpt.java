package ringside.core.feature.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.core.feature.Cell;
import ringside.core.feature.Column;
import ringside.core.feature.Era;
import ringside.core.feature.Feature;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Filter;
import ringside.core.feature.Probed;

/** The part of the matrix that is to be written, with what hosts have answered. */
public final class MatrixExcerpt {
    private final FeatureMatrix matrix;
    private final Filter filter;
    private final List<Column> columns;
    private final Map<Asked, Probed> newest = new HashMap<>();

    private record Asked(String feature, String platform) {}

    /** @param probed what hosts have said, in any order; the newest answer counts for a cell */
    public MatrixExcerpt(FeatureMatrix matrix, Filter filter, List<Probed> probed) {
        this.matrix = matrix;
        this.filter = filter;
        columns = filter.platforms().stream()
                .flatMap(id -> matrix.column(id).stream())
                .toList();
        probed.stream()
                .sorted(Comparator.comparing(Probed::time))
                .forEach(answer -> newest.put(new Asked(answer.feature(), answer.platform()), answer));
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Feature> rows() {
        return matrix.rows(filter);
    }

    public List<FeatureMatrix.Section> sections() {
        return matrix.sections(filter);
    }

    /** The time that is asked about; now, where it is about what has changed. */
    public Era era() {
        return filter.changes() ? Era.NOW : filter.era();
    }

    /** The times that are shown: both where it is about what has changed. */
    public List<Era> eras() {
        return filter.changes() ? List.of(Era.SPRING_2013, Era.NOW) : List.of(filter.era());
    }

    public Cell cell(Feature feature, Column column, Era era) {
        return matrix.cell(feature.id(), column.id(), era);
    }

    public boolean changed(Feature feature, Column column) {
        return matrix.changed(feature.id(), column.id());
    }

    /** What the last host said that was asked; hosts are of today. */
    public Optional<Probed> probed(Feature feature, Column column, Era era) {
        return era == Era.NOW
                ? Optional.ofNullable(newest.get(new Asked(feature.id(), column.id())))
                : Optional.empty();
    }

    /** False if the platform was not there at the time that is shown; {@link #legend} says so once for all its cells. */
    public boolean existed(Column column, Era era) {
        return matrix.existed(column.id(), era);
    }

    /** A cell in a few letters: now, or where it has changed, then and now. */
    public String brief(Feature feature, Column column) {
        if (!existed(column, era())) return Mark.ABSENT_PLATFORM;
        String shown = Mark.brief(cell(feature, column, era()), probed(feature, column, era()));
        if (eras().size() == 1 || !changed(feature, column)) return shown;
        return Mark.brief(cell(feature, column, Era.SPRING_2013), Optional.empty())
                + " → "
                + Mark.brief(cell(feature, column, Era.NOW), probed(feature, column, Era.NOW));
    }

    /** One cell in a few letters, with the marks that {@link #legend} explains. */
    public static String brief(Cell cell, Optional<Probed> probed) {
        return Mark.brief(cell, probed);
    }

    /** What the marks in the shown cells mean, one line each; only those that occur. */
    public List<String> legend() {
        var shown = new ArrayList<String>();
        for (Feature row : rows()) for (Column column : columns) shown.add(brief(row, column));
        return Stream.concat(Mark.legend(shown).stream(), absent()).toList();
    }

    /** The platforms that were not there at a time that is shown, and why; they are no difference and no change. */
    private Stream<String> absent() {
        return eras().stream()
                .flatMap(era -> columns.stream()
                        .filter(column -> !existed(column, era))
                        .map(column ->
                                "%-5s %s was not there in %s, which counts neither as a difference nor as a change"
                                        .formatted(
                                                Mark.ABSENT_PLATFORM,
                                                column.name(),
                                                era.title().toLowerCase(Locale.ROOT))));
    }
}
