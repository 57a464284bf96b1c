package ringside.core.comparison.report;

import java.util.List;

/** Groups and counts the rows of tables. Groups come sorted, so that the order of rows tells nothing. */
public interface Tabulation {
    /** How often each value of one column meets each of the others together, with a total. */
    Table counts(Table rows, String name, List<String> by, String across);

    /** Number of values and their geometric mean in each group; rows that have no value are left out. */
    Table geometricMeans(Table rows, String name, List<String> by, String value);

    /** RFC 4180, lines that end in LF. */
    String csv(Table table);
}
