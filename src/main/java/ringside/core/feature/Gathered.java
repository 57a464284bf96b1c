package ringside.core.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.core.feature.FeatureMatrix.Place;
import ringside.core.feature.FeatureMatrix.Written;

/** What the files have brought so far, and how files come to it: whole, or not at all. */
final class Gathered implements CatalogueFile.Known {
    private final Map<String, Edition> editions;
    private final Map<String, Column> columns;
    private final Map<String, Feature> features;
    private final Map<Place, Written> cells;

    /** A file's name, for people, and what it holds. */
    record Text(String name, String content) {}

    Gathered() {
        this(Map.of(), Map.of(), Map.of(), Map.of());
    }

    private Gathered(
            Map<String, Edition> editions,
            Map<String, Column> columns,
            Map<String, Feature> features,
            Map<Place, Written> cells) {
        this.editions = new HashMap<>(editions);
        this.columns = new LinkedHashMap<>(columns);
        this.features = new LinkedHashMap<>(features);
        this.cells = new HashMap<>(cells);
    }

    private Gathered copy() {
        return new Gathered(editions, columns, features, cells);
    }

    /**
     * Takes files whose cells may refer to each other's platforms and features, in whatever order they come.
     *
     * @return why files were left out, by their places in the list
     */
    Map<Integer, List<Fault>> take(List<Text> files) {
        var fit = new TreeMap<Integer, Text>();
        for (int i = 0; i < files.size(); i++) fit.put(i, files.get(i));
        var wrong = new TreeMap<Integer, List<Fault>>();
        while (true) {
            Gathered with = copy();
            Map<Integer, List<Fault>> faults = with.read(fit);
            if (faults.isEmpty()) {
                become(with);
                break;
            }
            wrong.putAll(faults);
            fit.keySet().removeAll(faults.keySet()); // without them others may be wrong
        }
        while (!wrong.isEmpty() && readmit(files, wrong)) {
            // One that was taken after all may have what others refer to
        }
        return wrong;
    }

    /** Takes those that were wrong only beside another that was wrong too. @return whether there was one */
    private boolean readmit(List<Text> files, Map<Integer, List<Fault>> wrong) {
        boolean any = false;
        for (int i : List.copyOf(wrong.keySet())) {
            Gathered with = copy();
            Map<Integer, List<Fault>> faults = with.read(Map.of(i, files.get(i)));
            wrong.putAll(faults);
            if (!faults.isEmpty()) continue;
            become(with);
            wrong.remove(i);
            any = true;
        }
        return any;
    }

    private void become(Gathered other) {
        editions.putAll(other.editions);
        columns.putAll(other.columns);
        features.putAll(other.features);
        cells.putAll(other.cells);
    }

    /** Platforms and features of all of them first, then the cells. What is read of a file with faults is of no use. */
    private Map<Integer, List<Fault>> read(Map<Integer, Text> files) {
        var readers = new LinkedHashMap<Integer, CatalogueFile>();
        files.forEach((at, file) -> {
            var reader = new CatalogueFile(file.name(), this);
            reader.declare(file.content());
            readers.put(at, reader);
            reader.editions.forEach(editions::putIfAbsent);
            reader.columns.forEach(columns::putIfAbsent);
            reader.features.forEach(features::putIfAbsent);
        });
        var wrong = new TreeMap<Integer, List<Fault>>();
        readers.forEach((at, reader) -> {
            List<Fault> faults = new ArrayList<>(reader.fill());
            if (faults.isEmpty()) cells.putAll(reader.cells);
            else wrong.put(at, faults);
        });
        return wrong;
    }

    List<String> platforms() {
        return List.copyOf(columns.keySet());
    }

    FeatureMatrix matrix() {
        return new FeatureMatrix(List.copyOf(features.values()), List.copyOf(columns.values()), cells);
    }

    @Override
    public boolean hasFeature(String id) {
        return features.containsKey(id);
    }

    @Override
    public boolean hasColumn(String id) {
        return columns.containsKey(id);
    }

    @Override
    public Map<String, Edition> editions() {
        return editions;
    }

    @Override
    public @Nullable Written written(Place place) {
        return cells.get(place);
    }

    @Override
    public String partOf(String column) {
        return columns.get(column) instanceof Column known ? known.partOf() : "";
    }

    @Override
    public boolean hasFinding(Place place) {
        return switch (cells.get(place)) {
            case Written.Stated(Cell cell) -> cell.support() != Support.UNKNOWN;
            case Written.As _ -> true;
            case null -> false;
        };
    }
}
