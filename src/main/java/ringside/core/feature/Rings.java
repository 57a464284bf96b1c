package ringside.core.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.core.feature.FeatureMatrix.Place;
import ringside.core.feature.FeatureMatrix.Written;

/** Finds cells that say the same as each other, so that none of them says anything. */
final class Rings {
    private final CatalogueFile file;
    private final CatalogueFile.Known known;

    Rings(CatalogueFile file, CatalogueFile.Known known) {
        this.file = file;
        this.known = known;
    }

    /** One for each ring that a cell of the file is in; the file it is in is left empty. */
    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        Set<Place> told = new HashSet<>();
        file.lines.forEach((start, line) -> {
            List<Place> ring = ring(start);
            if (ring.isEmpty() || !told.add(start)) return;
            told.addAll(ring);
            String others = ring.stream().skip(1).map(Rings::name).collect(Collectors.joining(", then "));
            String problem = others.isEmpty()
                    ? "it says the same as itself; it has to say something itself"
                    : "it says the same as " + others
                            + ", which says the same as this one; one of them has to say something itself";
            faults.add(new Fault("", line, name(start), problem));
        });
        return faults;
    }

    /** The places from a cell back to itself; empty if the way ends elsewhere. */
    private List<Place> ring(Place start) {
        Map<Place, Boolean> seen = new LinkedHashMap<>();
        for (Place at = start; at != null; at = next(at)) {
            if (seen.put(at, true) != null) return at.equals(start) ? List.copyOf(seen.keySet()) : List.of();
        }
        return List.of();
    }

    private @Nullable Place next(Place at) {
        Written own = written(at);
        if (own == null) own = written(new Place("", at.platform(), at.era()));
        return switch (own) {
            case Written.Stated _ -> null;
            case Written.As(String other) -> at.of(other);
            case null -> partOf(at.platform()).isEmpty() ? null : at.of(partOf(at.platform()));
        };
    }

    private @Nullable Written written(Place place) {
        return file.cells.get(place) instanceof Written own ? own : known.written(place);
    }

    private String partOf(String column) {
        return file.columns.get(column) instanceof Column own ? own.partOf() : known.partOf(column);
    }

    /** A platform's cells that are not named have no feature. */
    private static String name(Place place) {
        String feature = place.feature().isEmpty() ? "otherwise" : place.feature();
        return place.platform() + " / " + feature + " / " + place.era().word();
    }
}
