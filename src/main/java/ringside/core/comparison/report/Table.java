package ringside.core.comparison.report;

import java.util.List;

/**
 * Rows of text under names.
 *
 * @param name of the file it becomes, without its ending
 * @param rows each as long as the header; numbers as {@link ringside.core.format.SampleRow#number} has them
 */
public record Table(String name, List<String> header, List<List<String>> rows) {
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows)
            if (row.size() != header.size())
                throw new IllegalArgumentException(row.size() + " values under " + header.size() + " names");
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
