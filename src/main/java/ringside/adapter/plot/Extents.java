package ringside.adapter.plot;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.core.figure.Axis;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Zoom;
import ringside.core.figure.Summary;
import ringside.core.figure.View;

/** Both scales of a chart, and which places of them it shows. */
record Extents(Scale x, Scale y, double left, double right, double low, double high) {
    private static final double MARGIN = 0.035;

    static Extents of(Plot plot, @Nullable Zoom zoom) {
        Scale x = Scale.of(plot.x().scale(), points(plot).mapToDouble(Plot.Point::x));
        Scale y = yScale(plot);
        double[] across = across(plot, x);
        double[] up = up(plot, y);
        if (zoom != null) {
            across = zoomed(x, zoom.xLow(), zoom.xHigh(), across);
            up = zoomed(y, zoom.yLow(), zoom.yHigh(), up);
        }
        return new Extents(x, y, across[0], across[1], up[0], up[1]);
    }

    /** Whether a bar would lie: on a logarithmic axis its length means nothing. */
    static boolean logarithmic(Plot plot) {
        return plot.y().scale() == Axis.Scale.LOG10 || plot.y().scale() == Axis.Scale.LOG2;
    }

    private static Scale yScale(Plot plot) {
        return switch (plot.y().scale()) {
            case LOG10 -> new Scale.Logarithmic(10, Double.NaN);
            case LOG2 -> new Scale.Logarithmic(2, Double.NaN);
            case LINEAR, CATEGORY -> new Scale.Linear();
        };
    }

    private static Stream<Plot.Point> points(Plot plot) {
        return plot.series().stream().flatMap(series -> series.points().stream());
    }

    private static double[] across(Plot plot, Scale x) {
        if (x instanceof Scale.Categories) {
            double last = points(plot)
                    .mapToDouble(Plot.Point::x)
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
            return new double[] {-0.5, Math.max(last, plot.categories().size() - 1) + 0.5};
        }
        return padded(points(plot).mapToDouble(point -> x.place(point.x())).filter(Double::isFinite), true, true);
    }

    private static double[] up(Plot plot, Scale y) {
        DoubleStream places = points(plot)
                .map(Plot.Point::y)
                .flatMap(Optional::stream)
                .flatMapToDouble(summary -> shown(summary, plot.view()))
                .map(y::place)
                .filter(Double::isFinite);
        if (y instanceof Scale.Logarithmic log) {
            double[] range = padded(places, true, true);
            double least = Math.log(2.5) / Math.log(log.base()); // a factor of 2.5, so that it has ticks
            double missing = Math.max(0, least - (range[1] - range[0])) / 2;
            return new double[] {range[0] - missing, range[1] + missing};
        }
        DoubleStream withZero = DoubleStream.concat(places, DoubleStream.of(0));
        if (relative(plot)) withZero = DoubleStream.concat(withZero, DoubleStream.of(100));
        double[] all = withZero.toArray();
        boolean negative = DoubleStream.of(all).anyMatch(v -> v < 0);
        boolean positive = DoubleStream.of(all).anyMatch(v -> v > 0);
        return padded(DoubleStream.of(all), negative, positive || !negative);
    }

    static boolean relative(Plot plot) {
        return (plot.view().relative() || plot.figure().relative())
                && plot.y().unit().equals("%");
    }

    private static DoubleStream shown(Summary summary, View view) {
        double centre = view.statistic() == View.Statistic.MEAN ? summary.mean() : summary.median();
        DoubleStream all = DoubleStream.of(centre);
        if (view.spread() && summary.hasSpread())
            all = DoubleStream.concat(all, DoubleStream.of(summary.low(), summary.high()));
        if (view.points()) all = DoubleStream.concat(all, DoubleStream.of(summary.values()));
        return all;
    }

    private static double[] padded(DoubleStream places, boolean below, boolean above) {
        var range = places.summaryStatistics();
        if (range.getCount() == 0) return new double[] {0, 1};
        double span = range.getMax() - range.getMin();
        if (span <= Math.abs(range.getMax()) * 1e-12) {
            double around = range.getMax() == 0 ? 1 : Math.max(0.5, Math.abs(range.getMax()) * 0.05);
            return new double[] {range.getMin() - (below ? around : 0), range.getMax() + (above ? around : 0)};
        }
        double margin = span * MARGIN;
        return new double[] {range.getMin() - (below ? margin : 0), range.getMax() + (above ? margin * 1.4 : 0)};
    }

    private static double[] zoomed(Scale scale, double low, double high, double[] all) {
        double from = scale.place(Math.min(low, high));
        double to = scale.place(Math.max(low, high));
        if (Double.isNaN(from)) from = all[0];
        if (Double.isNaN(to)) to = all[1];
        return to - from > 1e-9 * Math.max(1, Math.abs(to)) ? new double[] {from, to} : all;
    }

    /** With room above the highest value for its number. */
    Extents withHeadroom(double share) {
        return new Extents(x, y, left, right, low, high + (high - low) * share);
    }

    Zoom shown() {
        return new Zoom(x.number(left), x.number(right), y.number(low), y.number(high));
    }
}
