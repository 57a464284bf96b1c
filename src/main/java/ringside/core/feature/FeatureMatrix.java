package ringside.core.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Features by platforms at two points in time, every cell with its source. Immutable and all in memory: any thread may
 * ask it, also the one that draws.
 */
public final class FeatureMatrix {
    /** What the study of 2013 compared first; its rows stand here and not in their own groups. */
    public static final String BASIC = "Basic comparison";

    private static final int DEEPEST = 50;

    private final Map<String, Feature> features;
    private final Map<String, Column> columns;
    private final Map<Place, Cell> cells;
    private final Set<Place> absent; // platforms that were not there at a time

    /** @param feature empty for what holds of all features of the platform that are not named */
    record Place(String feature, String platform, Era era) {
        Place of(String other) {
            return new Place(feature, other, era);
        }
    }

    /** What a file says of a place. */
    sealed interface Written {
        record Stated(Cell cell) implements Written {}

        /** The same as is stated for another column. */
        record As(String platform) implements Written {}
    }

    /** Rows under one heading. */
    public record Section(String title, List<Feature> features) {
        public Section {
            features = List.copyOf(features);
        }
    }

    /** @param written what the files say; a variant takes the rest from its product */
    FeatureMatrix(List<Feature> features, List<Column> columns, Map<Place, Written> written) {
        this.features = new LinkedHashMap<>();
        // A group stands together, also where a later file adds to it
        var groups = new LinkedHashMap<String, List<Feature>>();
        groups.put(BASIC, new ArrayList<>());
        for (Feature feature : features)
            groups.computeIfAbsent(heading(feature), title -> new ArrayList<>()).add(feature);
        groups.values().forEach(group -> group.forEach(feature -> this.features.put(feature.id(), feature)));
        this.columns = new LinkedHashMap<>();
        for (Column column : columns) this.columns.put(column.id(), column);
        var all = new HashMap<Place, Cell>();
        for (Feature feature : features)
            for (Column column : columns)
                for (Era era : Era.values()) {
                    var place = new Place(feature.id(), column.id(), era);
                    all.put(place, resolve(place, written, DEEPEST));
                }
        this.cells = Map.copyOf(all);
        this.absent = written.entrySet().stream()
                .filter(entry -> entry.getKey().feature().isEmpty())
                .filter(entry -> entry.getValue() instanceof Written.Stated(Cell cell)
                        && cell.support() == Support.NOT_APPLICABLE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param depth how often the place may still point elsewhere; a chain that long is not meant */
    private Cell resolve(Place place, Map<Place, Written> written, int depth) {
        Column column = columns.get(place.platform());
        if (column == null || depth == 0) return Cell.NONE;
        Written own = written.get(place);
        if (own == null) own = written.get(new Place("", place.platform(), place.era()));
        return switch (own) {
            case Written.Stated(Cell cell) -> cell;
            case Written.As(String other) -> repeated(place.of(other), written, depth);
            case null -> repeated(place.of(column.partOf()), written, depth);
        };
    }

    private Cell repeated(Place place, Map<Place, Written> written, int depth) {
        Column other = columns.get(place.platform());
        return other == null ? Cell.NONE : resolve(place, written, depth - 1).repeatedFrom(other.name());
    }

    private static String heading(Feature feature) {
        return feature.basic() ? BASIC : feature.group();
    }

    /** The rows: what the study compared first, then group by group. */
    public List<Feature> features() {
        return List.copyOf(features.values());
    }

    public Optional<Feature> feature(String id) {
        return Optional.ofNullable(features.get(id));
    }

    /** The columns in their order; a product stands before its variants. */
    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    public Optional<Column> column(String id) {
        return Optional.ofNullable(columns.get(id));
    }

    /**
     * What is known; {@link Cell#NONE} where nothing is recorded. A variant of a product that no source speaks of by
     * itself repeats the product's cell, which then says so in {@link Cell#statedFor}.
     */
    public Cell cell(String feature, String platform, Era era) {
        return cells.getOrDefault(new Place(feature, platform, era), Cell.NONE);
    }

    /** False if the platform was not there at that time, so that nothing can be asked of it. */
    public boolean existed(String platform, Era era) {
        return !absent.contains(new Place("", platform, era));
    }

    /** Which versions stand behind a column's cells at that time; a variant rests on its product's. Empty if unsaid. */
    public String basis(Column column, Era era) {
        Column whole = columns.getOrDefault(column.partOf(), column);
        return column.basis().getOrDefault(era, whole.basis().getOrDefault(era, ""));
    }

    /** The wanted rows under their headings; headings without rows are left out. */
    public List<Section> sections(Filter filter) {
        var sections = new LinkedHashMap<String, List<Feature>>();
        for (Feature feature : rows(filter))
            sections.computeIfAbsent(heading(feature), title -> new ArrayList<>())
                    .add(feature);
        return sections.entrySet().stream()
                .map(section -> new Section(section.getKey(), section.getValue()))
                .toList();
    }

    /** The wanted rows, in the order of {@link #features}. */
    public List<Feature> rows(Filter filter) {
        return features.values().stream()
                .filter(row -> filter.features().isEmpty() || filter.features().contains(row.id()))
                .filter(row -> !filter.differences() || differs(row.id(), filter.platforms(), filter.era()))
                .filter(row -> !filter.changes()
                        || filter.platforms().stream().anyMatch(platform -> changed(row.id(), platform)))
                .filter(row -> mentions(row, filter.platforms(), filter.search()))
                .toList();
    }

    /**
     * True if the platforms do not all say the same of the feature; one that was not there, or of which it is
     * not known, says nothing.
     */
    public boolean differs(String feature, Collection<String> platforms, Era era) {
        return platforms.stream()
                        .filter(platform -> existed(platform, era))
                        .map(platform -> cell(feature, platform, era).support())
                        .filter(support -> support != Support.UNKNOWN)
                        .distinct()
                        .count()
                > 1;
    }

    /**
     * True if the platform says otherwise now than it did in 2013; what is not known has not changed, and neither has a
     * platform that was not there.
     */
    public boolean changed(String feature, String platform) {
        if (!existed(platform, Era.SPRING_2013) || !existed(platform, Era.NOW)) return false;
        Support then = cell(feature, platform, Era.SPRING_2013).support();
        Support now = cell(feature, platform, Era.NOW).support();
        return then != now && then != Support.UNKNOWN && now != Support.UNKNOWN;
    }

    private boolean mentions(Feature row, List<String> platforms, String search) {
        if (search.isBlank()) return true;
        var text = new StringBuilder()
                .append(row.id() + "\n" + row.name() + "\n" + row.description() + "\n" + row.group() + "\n");
        for (String platform : platforms)
            for (Era era : Era.values())
                text.append(cell(row.id(), platform, era).note()).append('\n');
        String all = text.toString().toLowerCase(Locale.ROOT);
        return Stream.of(search.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }
}
