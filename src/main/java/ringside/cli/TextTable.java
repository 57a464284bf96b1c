package ringside.cli;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, aligned; the last is as long as it is. */
final class TextTable {
    private final List<String[]> rows = new ArrayList<>();

    TextTable(String... header) {
        if (header.length > 0) rows.add(header);
    }

    /** What is not printable in a cell would move the terminal's cursor, or worse. */
    void row(String... cells) {
        String[] printable = cells.clone();
        for (int i = 0; i < cells.length; i++) printable[i] = cells[i].replaceAll("\\p{Cntrl}", "?");
        rows.add(printable);
    }

    @Override
    public String toString() {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) for (int i = 0; i < row.length; i++) widths[i] = Math.max(widths[i], row[i].length());
        var text = new StringBuilder();
        for (String[] row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]);
                if (i < row.length - 1) line.repeat(" ", widths[i] - row[i].length() + 2);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
