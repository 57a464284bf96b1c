package ringside.ui.figure;

import java.util.Comparator;
import java.util.Optional;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Drawing;
import ringside.core.figure.Renderer.Spot;
import ringside.core.figure.View;
import ringside.ui.kit.Texts;

/**
 * The point of a drawn plot that the pointer is at, told in words.
 *
 * @param spot where it was drawn
 * @param series its series' name
 * @param x where it stands on the x axis
 * @param value its centre, with the unit
 * @param detail repetitions and spread
 */
record Hover(Spot spot, String series, String x, String value, String detail) {
    /** @param reach how far from a point, in pixels, the pointer may be; a bar answers from above and below it too */
    static Optional<Hover> at(Plot plot, Drawing drawing, double x, double y, double reach) {
        boolean bars = plot.figure().kind() == Figure.Kind.BARS;
        return drawing.spots().stream()
                .filter(spot -> bars || distance(spot, x, y) <= reach)
                .min(Comparator.<Spot>comparingDouble(spot -> bars ? Math.abs(spot.x() - x) : distance(spot, x, y))
                        .thenComparingDouble(spot -> distance(spot, x, y)))
                .map(spot -> of(plot, spot));
    }

    private static Hover of(Plot plot, Spot spot) {
        var series = plot.series().get(spot.series());
        var row = DataRow.of(plot, spot.series(), spot.point());
        boolean mean = plot.view().statistic() == View.Statistic.MEAN;
        String value = Numbers.shown(mean ? row.mean() : row.median());
        String unit = row.unit().isEmpty() ? "" : " " + row.unit();
        return new Hover(spot, series.name(), row.x(), named(value + unit, row.n(), mean), row.detail());
    }

    private static String named(String value, int n, boolean mean) {
        if (n == 1) return value;
        return mean ? Texts.of("figure.hover.mean", value) : Texts.of("figure.hover.median", value);
    }

    private static double distance(Spot spot, double x, double y) {
        return Math.hypot(spot.x() - x, spot.y() - y);
    }
}
