package ringside.adapter.table;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import ringside.core.comparison.report.Table;
import ringside.core.comparison.report.Tabulation;
import ringside.core.format.SheetText;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.io.csv.CsvWriteOptions;

/** Groups and counts by tablesaw, in memory. */
public final class TablesawTables implements Tabulation {
    private static final String GROUP = "together";
    private static final char APART = '\u001F'; // no name has it

    @Override
    public Table counts(Table rows, String name, List<String> by, String across) {
        var header = new ArrayList<>(by);
        if (rows.isEmpty()) return new Table(name, header, List.of());
        var table = grouped(rows, by);
        var crossed = table.xTabCounts(GROUP, across);
        var values = new TreeSet<>(table.stringColumn(across).asList());
        header.addAll(values);
        header.add("all");
        var counted = new ArrayList<List<String>>();
        for (Row row : crossed.first(crossed.rowCount() - 1)) { // the last has the totals
            var cells = new ArrayList<>(parts(row.getString(0), by.size()));
            int all = 0;
            for (String value : values) {
                int count = (int) row.getNumber(value);
                all += count;
                cells.add(Integer.toString(count));
            }
            cells.add(Integer.toString(all));
            counted.add(cells);
        }
        return new Table(name, header, sorted(counted));
    }

    @Override
    public Table geometricMeans(Table rows, String name, List<String> by, String value) {
        var header = new ArrayList<>(by);
        header.addAll(List.of("n", "geometric_mean"));
        if (rows.isEmpty()) return new Table(name, header, List.of());
        var table = grouped(rows, by);
        var numbers = DoubleColumn.create("value");
        for (String text : table.stringColumn(value)) {
            if (text.isEmpty()) numbers.appendMissing();
            else numbers.append(Double.parseDouble(text));
        }
        var kept = table.addColumns(numbers).dropWhere(numbers.isMissing());
        if (kept.isEmpty()) return new Table(name, header, List.of());
        var means = kept.summarize("value", AggregateFunctions.count, AggregateFunctions.geometricMean)
                .by(GROUP);
        var told = new ArrayList<List<String>>();
        for (Row row : means) {
            var cells = new ArrayList<>(parts(row.getString(0), by.size()));
            cells.add(Integer.toString((int) row.getNumber("Count [value]")));
            cells.add(String.format(Locale.ROOT, "%.6g", row.getNumber("Geometric Mean [value]")));
            told.add(cells);
        }
        return new Table(name, header, sorted(told));
    }

    @Override
    public String csv(Table table) {
        var text = new StringWriter();
        columns(table, SheetText::safe)
                .write()
                .usingOptions(CsvWriteOptions.builder(text).lineEnd("\n").build());
        return text.toString();
    }

    /** All as text: what is a number and what a version only the reader knows. */
    private static tech.tablesaw.api.Table columns(Table table, UnaryOperator<String> text) {
        var columns = IntStream.range(0, table.header().size())
                .mapToObj(i -> StringColumn.create(
                        table.header().get(i),
                        table.rows().stream().map(row -> text.apply(row.get(i))).toList()))
                .toArray(StringColumn[]::new);
        return tech.tablesaw.api.Table.create(table.name(), columns);
    }

    private static tech.tablesaw.api.Table grouped(Table rows, List<String> by) {
        List<Integer> at = by.stream().map(rows.header()::indexOf).toList();
        var groups = rows.rows().stream()
                .map(row -> String.join(
                        String.valueOf(APART), at.stream().map(row::get).toList()))
                .toList();
        var table = columns(rows, UnaryOperator.identity());
        return table.addColumns(StringColumn.create(GROUP, groups));
    }

    private static List<String> parts(String group, int n) {
        return List.of(group.split(String.valueOf(APART), n));
    }

    private static List<List<String>> sorted(List<List<String>> rows) {
        return rows.stream()
                .sorted((one, other) -> {
                    for (int i = 0; i < one.size(); i++) {
                        int order = one.get(i).compareTo(other.get(i));
                        if (order != 0) return order;
                    }
                    return 0;
                })
                .toList();
    }
}
