package ringside.core.figure;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import ringside.core.format.SampleRow;
import ringside.core.format.SheetText;

/** The data of a plot as rows: what is drawn, point by point. */
public final class PlotTable {
    public static final List<String> HEADER = List.of(
            "figure",
            "series",
            "set",
            "platform",
            "configuration",
            "x",
            "n",
            "median",
            "mean",
            "low",
            "high",
            "spread",
            "unit",
            "failure");

    /**
     * One drawn point.
     *
     * @param x as the axis shows it
     * @param y empty where the measurement failed
     */
    public record Row(Plot.Series series, Plot.Point point, String x) {
        public String set() {
            return point.source().set();
        }
    }

    private PlotTable() {}

    public static List<Row> rows(Plot plot) {
        var rows = new ArrayList<Row>();
        for (Plot.Series series : plot.series()) {
            for (Plot.Point point : series.points()) {
                String x = plot.categories().isEmpty()
                        ? SampleRow.number(point.x())
                        : plot.categories().get((int) point.x());
                rows.add(new Row(series, point, x));
            }
        }
        return rows;
    }

    /** RFC 4180 with {@link #HEADER}. */
    public static String csv(Plot plot) {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(HEADER);
            for (Row row : rows(plot))
                csv.writeRecord(fields(plot, row).stream().map(SheetText::safe).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> fields(Plot plot, Row row) {
        var fields = new ArrayList<>(List.of(
                plot.figure().id(),
                row.series().name(),
                row.set(),
                row.point().source().platform(),
                row.point().source().configuration(),
                row.x()));
        row.point()
                .y()
                .ifPresentOrElse(
                        y -> fields.addAll(List.of(
                                Integer.toString(y.n()),
                                SampleRow.number(y.median()),
                                SampleRow.number(y.mean()),
                                y.hasSpread() ? SampleRow.number(y.low()) : "",
                                y.hasSpread() ? SampleRow.number(y.high()) : "",
                                y.spread())),
                        () -> fields.addAll(List.of("0", "", "", "", "", "")));
        fields.add(plot.y().unit());
        fields.add(row.point().failed());
        return fields;
    }
}
