package ringside.adapter.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import ringside.core.figure.Axis;
import ringside.core.figure.Plot;
import ringside.core.figure.Summary;
import ringside.core.figure.View;

/**
 * A plot's numbers in rows and columns.
 *
 * @param corner what the row headings are
 * @param across what the column headings are; empty where they need no explanation
 * @param cells row by row
 */
record Grid(Plot plot, String corner, String across, List<String> rows, List<String> columns, List<List<Cell>> cells) {

    /** @param detail its spread, smaller below it @param series as in the plot, or -1 where there is no point */
    record Cell(String text, String detail, boolean failed, int series, int point) {
        static final Cell ABSENT = new Cell("–", "", false, -1, -1);

        boolean absent() {
            return series < 0;
        }
    }

    static Grid of(Plot plot) {
        boolean named =
                plot.x().scale() == Axis.Scale.CATEGORY && !plot.categories().isEmpty();
        var numbers = new TreeSet<Double>();
        if (!named)
            for (Plot.Series series : plot.series()) for (Plot.Point point : series.points()) numbers.add(point.x());
        List<Double> order = List.copyOf(numbers);
        double factor = SizeUnit.bytesOn(plot.x());
        List<String> rows = named
                ? plot.categories()
                : order.stream()
                        .map(number -> factor > 0 ? Numbers.size(number * factor) : Numbers.shortest(number))
                        .toList();
        var cells = new ArrayList<List<Cell>>();
        for (int r = 0; r < rows.size(); r++) {
            var row = new ArrayList<Cell>();
            double x = named ? r : order.get(r);
            for (int s = 0; s < plot.series().size(); s++) row.add(cell(plot, s, x));
            cells.add(row);
        }
        String corner = factor > 0 ? plot.x().label() : plot.x().caption();
        return new Grid(
                plot,
                corner,
                "",
                rows,
                plot.series().stream().map(Plot.Series::name).toList(),
                cells);
    }

    private static Cell cell(Plot plot, int series, double x) {
        List<Plot.Point> points = plot.series().get(series).points();
        for (int p = 0; p < points.size(); p++) {
            Plot.Point point = points.get(p);
            if (point.x() != x) continue;
            if (point.y().isEmpty()) return new Cell("failed", "", true, series, p);
            return new Cell(
                    Numbers.cell(point.centre(plot.view())), detail(point.y().get()), false, series, p);
        }
        return Cell.ABSENT;
    }

    private static String detail(Summary summary) {
        if (!summary.hasSpread()) return "n = " + summary.n();
        return Numbers.shortest(summary.low()) + " – " + Numbers.shortest(summary.high()) + " · " + summary.n();
    }

    Grid turned() {
        var turned = new ArrayList<List<Cell>>();
        for (int c = 0; c < columns.size(); c++) {
            var row = new ArrayList<Cell>();
            for (List<Cell> cell : cells) row.add(cell.get(c));
            turned.add(row);
        }
        return new Grid(plot, "Configuration", corner, columns, rows, turned);
    }

    boolean isEmpty() {
        return rows.isEmpty() || columns.isEmpty() || all().stream().allMatch(Cell::absent);
    }

    List<Cell> all() {
        return cells.stream().flatMap(List::stream).toList();
    }

    Cell cell(int row, int column) {
        return cells.get(row).get(column);
    }

    /** What the cells show, and how many values are behind each. */
    String note(boolean detailed) {
        String centre = plot.view().statistic() == View.Statistic.MEAN ? "mean" : "median";
        var counts = new TreeSet<Integer>();
        for (Plot.Series series : plot.series())
            for (Plot.Point point : series.points()) point.y().ifPresent(summary -> counts.add(summary.n()));
        if (counts.isEmpty()) return "";
        boolean same = counts.size() == 1;
        String n = same ? "n = " + counts.first() : "n = " + counts.first() + " to " + counts.last();
        String cell = counts.last() == 1 ? "Each cell: the one value" : "Each cell: " + centre + ", " + n;
        return detailed && counts.last() > 1 ? cell + "; below it low – high · n" : cell;
    }
}
