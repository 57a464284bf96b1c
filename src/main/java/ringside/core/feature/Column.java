package ringside.core.feature;

import java.util.Map;

/**
 * A platform as a column of the matrix.
 *
 * @param id as in result sets: {@code kvm}, {@code xen-pv}
 * @param name for people
 * @param product what it belongs to, for people: Xen for each of its guest types
 * @param partOf id of the column of the whole product, or empty; where nothing is known of the part by itself, its cells
 *     repeat the whole's and say so
 * @param basis which versions stand behind its cells at each time; a time may be missing
 */
public record Column(String id, String name, String product, String partOf, Map<Era, String> basis) {
    public Column {
        basis = Map.copyOf(basis);
    }
}
