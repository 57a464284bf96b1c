package ringside.adapter.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import ringside.adapter.plot.Lettering.Side;
import ringside.core.figure.Axis;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Spot;
import ringside.core.figure.Summary;

/** The data between the axes: grid, bars or lines, error bars, repetitions, and marks for what has no value. */
final class DataLayer {
    private final Plot plot;
    private final Setting setting;
    private final Places places;
    private final double width;
    private final boolean bars;
    private final Dodge dodge;
    private final double narrowing;

    /** @param width of the whole chart, as its legend took it */
    DataLayer(Plot plot, Setting setting, Places places, double width) {
        this.plot = plot;
        this.setting = setting;
        this.places = places;
        this.width = width;
        this.bars = bars(plot);
        this.dodge = new Dodge(plot);
        this.narrowing = Math.min(1, 96 * setting.unit() / (dodge.slot() * places.perX()));
    }

    /** On a logarithmic axis the length of a bar means nothing, so such a figure has dots. */
    static boolean bars(Plot plot) {
        return plot.figure().kind() == Figure.Kind.BARS && !Extents.logarithmic(plot);
    }

    private double x(int series, Plot.Point point) {
        boolean sideBySide =
                plot.figure().kind() == Figure.Kind.BARS && plot.x().scale() == Axis.Scale.CATEGORY;
        return sideBySide
                ? dodge.middle(series, point.x(), narrowing)
                : places.extents().x().place(point.x());
    }

    private double y(double number) {
        return places.extents().y().place(number);
    }

    /** One drawn thing: the value's own place, and the point that it shows. */
    private interface Each {
        void point(int series, int index, Plot.Point point, Summary summary, double x, double y);
    }

    private void each(Each visitor) {
        for (int s = 0; s < plot.series().size(); s++) {
            List<Plot.Point> points = plot.series().get(s).points();
            for (int i = 0; i < points.size(); i++) {
                Plot.Point point = points.get(i);
                Optional<Summary> summary = point.y();
                if (summary.isPresent())
                    visitor.point(s, i, point, summary.get(), x(s, point), y(point.centre(plot.view())));
            }
        }
    }

    void draw(Graphics2D g, List<Ticks.Tick> across, List<Ticks.Tick> up) {
        Extents extents = places.extents();
        var chart = new XYPlot(
                null,
                new ScaleAxis(extents.left(), extents.right(), across),
                new ScaleAxis(extents.low(), extents.high(), up),
                null);
        dress(chart);
        var brushes = new Brushes(plot, setting);
        int layer = 0;
        if (bars) add(chart, layer++, values(), brushes.bars(Hatching.of(plot, setting, width)));
        if (plot.view().spread()) {
            Marks spreads = spreads();
            double cap = cap();
            if (bars) add(chart, layer++, spreads, brushes.halo(spreads, cap));
            add(chart, layer++, spreads, bars ? brushes.spreadOnBars(spreads, cap) : brushes.spread(spreads, cap));
        }
        if (plot.view().points()) add(chart, layer++, repetitions(), brushes.repetitions(bars));
        if (!bars) add(chart, layer, values(), brushes.lines(places.area().getWidth()));
        chart.draw(g, places.area(), null, null, null);
    }

    private void dress(XYPlot chart) {
        var line = new BasicStroke((float) setting.unit());
        chart.setBackgroundPaint(null);
        chart.setOutlineVisible(false);
        chart.setInsets(RectangleInsets.ZERO_INSETS);
        chart.setAxisOffset(RectangleInsets.ZERO_INSETS);
        chart.setFixedDomainAxisSpace(new AxisSpace());
        chart.setFixedRangeAxisSpace(new AxisSpace());
        chart.setDomainGridlinePaint(setting.skin().grid());
        chart.setDomainGridlineStroke(line);
        chart.setRangeGridlinePaint(setting.skin().grid());
        chart.setRangeGridlineStroke(line);
        chart.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        if (!Extents.relative(plot)) return;
        var reference = new BasicStroke((float) (1.6 * setting.unit()));
        chart.addRangeMarker(new ValueMarker(y(100), setting.skin().muted(), reference), Layer.BACKGROUND);
    }

    private double cap() {
        if (!bars) return 7 * setting.unit();
        double slot = dodge.slot() * narrowing * places.perX();
        return Math.clamp(slot * 0.3, 2 * setting.unit(), 10 * setting.unit());
    }

    private static void add(XYPlot chart, int layer, Marks marks, XYItemRenderer renderer) {
        chart.setDataset(layer, marks);
        chart.setRenderer(layer, renderer);
    }

    private Marks values() {
        var marks = new Marks(plot.series().size());
        double half = dodge.slot() * narrowing * 0.45;
        for (int s = 0; s < plot.series().size(); s++) {
            List<Plot.Point> points = plot.series().get(s).points();
            for (int i = 0; i < points.size(); i++) {
                double x = x(s, points.get(i));
                double y = y(points.get(i).centre(plot.view())); // NaN where it failed: the line has a gap there
                marks.add(s, new Marks.Mark(i, x, x - half, x + half, y, Math.min(0, y), Math.max(0, y)));
            }
        }
        return marks;
    }

    private Marks spreads() {
        var marks = new Marks(plot.series().size());
        each((s, point, _, summary, x, y) -> {
            if (!summary.hasSpread() || Double.isNaN(y)) return;
            double low = y(summary.low());
            // on a logarithmic axis a bar that reaches zero or less reaches the axis' foot
            double foot = Double.isNaN(low) ? places.extents().low() : low;
            marks.add(s, new Marks.Mark(point, x, x, x, y, foot, y(summary.high())));
        });
        return marks;
    }

    private Marks repetitions() {
        var marks = new Marks(plot.series().size());
        double room = bars ? dodge.slot() * narrowing * 0.5 : 9 * setting.unit() / places.perX();
        each((s, point, _, summary, x, _) -> {
            double[] all = summary.values();
            for (int i = 0; i < all.length; i++) {
                double beside = all.length == 1 ? 0 : room * ((i * 3 % all.length) / (all.length - 1.0) - 0.5);
                marks.add(s, Marks.Mark.at(point, x + beside, y(all[i])));
            }
        });
        return marks;
    }

    /** Each point that is drawn, with or without a value. */
    List<Spot> spots() {
        var spots = new ArrayList<Spot>();
        each((s, i, _, _, x, y) -> {
            if (places.shows(x, y)) spots.add(new Spot(places.x(x), places.y(y), s, i));
        });
        for (Absent absent : absent()) spots.add(new Spot(absent.x(), absent.y(), absent.series(), absent.point()));
        return List.copyOf(spots);
    }

    /** A point that has no place on the y axis. */
    private record Absent(double x, double y, int series, int point, boolean failed) {}

    private List<Absent> absent() {
        var absent = new ArrayList<Absent>();
        Map<Long, Integer> stacked = new HashMap<>();
        double step = 9 * setting.unit();
        for (int s = 0; s < plot.series().size(); s++) {
            List<Plot.Point> points = plot.series().get(s).points();
            for (int i = 0; i < points.size(); i++) {
                Plot.Point point = points.get(i);
                boolean failed = point.y().isEmpty();
                if (failed ? point.failed().isEmpty() : !Double.isNaN(y(point.centre(plot.view())))) continue;
                double place = x(s, point);
                if (!(place >= places.extents().left()
                        && place <= places.extents().right())) continue;
                double x = places.x(place);
                int below = stacked.merge(Math.round(x / step), 1, Integer::sum) - 1;
                double y = places.area().getMaxY() - step * (0.75 + below);
                if (y > places.area().getMinY()) absent.add(new Absent(x, y, s, i, failed));
            }
        }
        return absent;
    }

    /** A cross at the axis' foot where a measurement failed, an arrow down where a value lies below the axis. */
    void drawAbsent(Graphics2D g) {
        double arm = 3.2 * setting.unit();
        g.setStroke(new BasicStroke((float) (1.8 * setting.unit())));
        for (Absent absent : absent()) {
            g.setPaint(setting.colour(absent.series(), absent.point()));
            var sign = new Path2D.Double();
            sign.moveTo(absent.x() - arm, absent.y() - arm);
            sign.lineTo(absent.failed() ? absent.x() + arm : absent.x(), absent.y() + arm);
            if (absent.failed()) sign.moveTo(absent.x() - arm, absent.y() + arm);
            sign.lineTo(absent.x() + arm, absent.y() - arm);
            g.draw(sign);
        }
    }

    /** The numbers above the bars, if each of them has room there. */
    void drawValues(Graphics2D g, double size) {
        if (!bars || plot.view().points()) return;
        Lettering type = setting.type();
        double room = dodge.slot() * narrowing * places.perX();
        var labels = new ArrayList<String>();
        each((_, _, point, _, _, _) -> labels.add(Numbers.shortest(point.centre(plot.view()))));
        if (labels.isEmpty() || type.widest(labels, size) > room * 1.08) return;
        each((_, _, point, summary, x, y) -> {
            double highest = plot.view().spread() && summary.hasSpread() ? Math.max(y, y(summary.high())) : y;
            double baseline = places.y(Math.max(0, highest)) - size * 0.4;
            if (!places.shows(x, y) || baseline - size * 0.7 < places.area().getMinY() - 1) return;
            String label = Numbers.shortest(point.centre(plot.view()));
            double half = type.width(label, size) / 2;
            g.setPaint(setting.skin().background());
            g.fill(new Rectangle2D.Double(places.x(x) - half, baseline - size * 0.76, half * 2, size * 0.8));
            type.draw(g, label, size, setting.skin().text(), places.x(x), baseline, Side.CENTRE);
        });
    }
}
