package ringside.core.feature;

import java.util.List;
import java.util.Set;

/**
 * Which rows of the matrix are wanted, seen through some of its columns.
 *
 * @param platforms ids of the columns, in their order; differences, changes and search look at these only
 * @param features ids of the rows; empty for all
 * @param search words that all have to occur in a row: its names, its group or the notes of its cells; may be empty
 * @param differences only rows in which the columns do not all say the same; what is not known says nothing
 * @param changes only rows in which a column says otherwise now than it did in 2013, both being known
 */
public record Filter(
        List<String> platforms, Set<String> features, String search, Era era, boolean differences, boolean changes) {
    public Filter {
        platforms = List.copyOf(platforms);
        features = Set.copyOf(features);
    }

    /** Everything, seen through these columns. */
    public static Filter all(List<String> platforms, Era era) {
        return new Filter(platforms, Set.of(), "", era, false, false);
    }
}
