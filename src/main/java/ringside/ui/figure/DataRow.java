package ringside.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.core.figure.Axis;
import ringside.core.figure.Plot;
import ringside.core.figure.Summary;
import ringside.ui.kit.Texts;

/**
 * One point of a plot as a row of its data table.
 *
 * @param series index into {@link Plot#series}; @param point index into its points
 * @param at the number by which the row sorts along x
 * @param failed why there is no value; empty where there is one
 */
record DataRow(
        int series,
        int point,
        String name,
        double at,
        String x,
        int n,
        double median,
        double mean,
        double low,
        double high,
        String spread,
        String unit,
        String failed) {

    static List<DataRow> of(Plot plot) {
        var rows = new ArrayList<DataRow>();
        for (int series = 0; series < plot.series().size(); series++)
            for (int point = 0; point < plot.series().get(series).points().size(); point++)
                rows.add(of(plot, series, point));
        return List.copyOf(rows);
    }

    static DataRow of(Plot plot, int series, int point) {
        var subject = plot.series().get(series);
        var place = subject.points().get(point);
        Optional<Summary> y = place.y();
        boolean spread = y.map(Summary::hasSpread).orElse(false);
        return new DataRow(
                series,
                point,
                subject.name(),
                place.x(),
                place(plot, place.x()),
                y.map(Summary::n).orElse(0),
                y.map(Summary::median).orElse(Double.NaN),
                y.map(Summary::mean).orElse(Double.NaN),
                spread ? y.orElseThrow().low() : Double.NaN,
                spread ? y.orElseThrow().high() : Double.NaN,
                y.map(Summary::spread).orElse(""),
                plot.y().unit(),
                place.failed());
    }

    /** Repetitions and spread. */
    String detail() {
        if (spread.isEmpty()) return Texts.of("figure.data-row.no-spread", n);
        String range = Texts.of("figure.data-row.range", Numbers.shown(low), Numbers.shown(high));
        return "n = " + n + ", " + range + (unit.isEmpty() ? "" : " " + unit) + " (" + spread + ")";
    }

    /** Where a point stands on the x axis, in words. */
    private static String place(Plot plot, double x) {
        if (plot.x().scale() == Axis.Scale.CATEGORY) {
            int index = (int) Math.round(x);
            return index >= 0 && index < plot.categories().size()
                    ? place(plot, plot.categories().get(index))
                    : "";
        }
        return Numbers.place(x, plot.x().unit());
    }

    /** Categories that are numbers read like a numeric axis. */
    private static String place(Plot plot, String category) {
        try {
            return Numbers.place(Double.parseDouble(category), plot.x().unit());
        } catch (NumberFormatException name) {
            return category;
        }
    }
}
