package ringside.adapter.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Ellipse2D;
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
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;
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
    private final double hatchingWidth;
    private final boolean bars;
    private final Dodge dodge;
    private final double narrowing;

    /** @param width of the whole chart, as its legend took it */
    DataLayer(Plot plot, Setting setting, Places places, double width) {
        this.plot = plot;
        this.setting = setting;
        this.places = places;
        this.hatchingWidth = width;
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
        int layer = 0;
        if (bars) add(chart, layer++, values(), barRenderer());
        if (plot.view().spread()) {
            Marks spreads = spreads();
            if (bars)
                add(chart, layer++, spreads, spreadRenderer(2.8, setting.skin().background()));
            add(
                    chart,
                    layer++,
                    spreads,
                    spreadRenderer(bars ? 1.4 : 1.1, bars ? setting.skin().text() : null));
        }
        if (plot.view().points()) add(chart, layer++, repetitions(), repetitionRenderer());
        if (!bars) add(chart, layer, values(), lineRenderer());
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

    private static void add(XYPlot chart, int layer, Marks marks, XYItemRenderer renderer) {
        chart.setDataset(layer, marks);
        chart.setRenderer(layer, renderer);
    }

    private Marks values() {
        var marks = new Marks(plot.series().size());
        double half = dodge.slot() * narrowing * 0.45;
        for (int s = 0; s < plot.series().size(); s++)
            for (Plot.Point point : plot.series().get(s).points()) {
                double x = x(s, point);
                double y = y(point.centre(plot.view())); // NaN where it failed: the line has a gap there
                marks.add(s, new Marks.Mark(x, x - half, x + half, y, Math.min(0, y), Math.max(0, y)));
            }
        return marks;
    }

    private Marks spreads() {
        var marks = new Marks(plot.series().size());
        each((s, _, _, summary, x, y) -> {
            if (!summary.hasSpread() || Double.isNaN(y)) return;
            double low = y(summary.low());
            // on a logarithmic axis a bar that reaches zero or less reaches the axis' foot
            double foot = Double.isNaN(low) ? places.extents().low() : low;
            marks.add(s, new Marks.Mark(x, x, x, y, foot, y(summary.high())));
        });
        return marks;
    }

    private Marks repetitions() {
        var marks = new Marks(plot.series().size());
        double room = bars ? dodge.slot() * narrowing * 0.5 : 9 * setting.unit() / places.perX();
        each((s, _, _, summary, x, _) -> {
            double[] all = summary.values();
            for (int i = 0; i < all.length; i++) {
                double beside = all.length == 1 ? 0 : room * ((i * 3 % all.length) / (all.length - 1.0) - 0.5);
                marks.add(s, Marks.Mark.at(x + beside, y(all[i])));
            }
        });
        return marks;
    }

    private XYItemRenderer barRenderer() {
        var renderer = new XYBarRenderer();
        renderer.setBarPainter(Hatching.of(plot, setting, hatchingWidth));
        renderer.setShadowVisible(false);
        renderer.setUseYInterval(true);
        return renderer;
    }

    private XYItemRenderer spreadRenderer(double width, @Nullable Color colour) {
        var renderer = new XYErrorRenderer();
        renderer.setDefaultLinesVisible(false);
        renderer.setDefaultShapesVisible(false);
        renderer.setDrawXError(false);
        double slot = dodge.slot() * narrowing * places.perX();
        double cap = bars ? Math.clamp(slot * 0.3, 2 * setting.unit(), 10 * setting.unit()) : 7 * setting.unit();
        renderer.setCapLength(cap + (width > 2 ? 2 * setting.unit() : 0));
        renderer.setErrorStroke(new BasicStroke((float) (width * setting.unit())));
        renderer.setErrorPaint(colour);
        double pale = setting.styles().size() > 12 ? 0.6 : 0.25;
        for (int s = 0; s < setting.styles().size(); s++)
            renderer.setSeriesPaint(
                    s,
                    Palette.mix(setting.styles().get(s).colour(), setting.skin().background(), pale));
        return renderer;
    }

    private XYItemRenderer lineRenderer() {
        boolean lines = plot.figure().kind() == Figure.Kind.LINES;
        var renderer = new SparseMarkers(lines, plot, places.area().getWidth(), setting);
        for (int s = 0; s < setting.styles().size(); s++) {
            SeriesStyle style = setting.styles().get(s);
            renderer.setSeriesPaint(s, style.colour());
            renderer.setSeriesStroke(s, style.line());
            renderer.setSeriesShape(s, style.marker());
            renderer.setSeriesFillPaint(s, style.open() ? setting.skin().background() : style.colour());
            renderer.setSeriesOutlinePaint(
                    s, style.open() ? style.colour() : setting.skin().background());
            renderer.setSeriesOutlineStroke(
                    s, new BasicStroke(style.open() ? style.line().getLineWidth() : (float) (0.8 * setting.unit())));
        }
        return renderer;
    }

    private XYItemRenderer repetitionRenderer() {
        var renderer = new XYLineAndShapeRenderer(false, true);
        double radius = 1.9 * setting.unit();
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        renderer.setDefaultShape(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
        renderer.setAutoPopulateSeriesShape(false);
        for (int s = 0; s < setting.styles().size(); s++) {
            renderer.setSeriesFillPaint(
                    s, bars ? setting.skin().text() : setting.styles().get(s).colour());
            renderer.setSeriesOutlinePaint(s, setting.skin().background());
            renderer.setSeriesOutlineStroke(s, new BasicStroke((float) (0.7 * setting.unit())));
        }
        return renderer;
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
        each((_, _, point, _, _, _) -> labels.add(Numbers.significant(point.centre(plot.view()), 3)));
        if (labels.isEmpty() || type.widest(labels, size) > room * 1.08) return;
        each((_, _, point, summary, x, y) -> {
            double highest = plot.view().spread() && summary.hasSpread() ? Math.max(y, y(summary.high())) : y;
            double baseline = places.y(Math.max(0, highest)) - size * 0.4;
            if (!places.shows(x, y) || baseline - size * 0.7 < places.area().getMinY() - 1) return;
            String label = Numbers.significant(point.centre(plot.view()), 3);
            double half = type.width(label, size) / 2;
            g.setPaint(setting.skin().background());
            g.fill(new Rectangle2D.Double(places.x(x) - half, baseline - size * 0.76, half * 2, size * 0.8));
            type.draw(g, label, size, setting.skin().text(), places.x(x), baseline, Side.CENTRE);
        });
    }

    /** A line with its markers; a long series has a marker only every so often. */
    private static final class SparseMarkers extends XYLineAndShapeRenderer {
        private static final long serialVersionUID = 1L;
        private final transient Plot plot;
        private final transient Setting setting;
        private final int[] every;

        SparseMarkers(boolean lines, Plot plot, double room, Setting setting) {
            super(lines, true);
            this.plot = plot;
            this.setting = setting;
            setDrawSeriesLineAsPath(lines);
            setUseFillPaint(true);
            setUseOutlinePaint(true);
            setDrawOutlines(true);
            this.every = new int[plot.series().size()];
            int crowded = every.length > 24 ? 3 : every.length > 12 ? 2 : 1;
            for (int s = 0; s < every.length; s++) {
                int count = plot.series().get(s).points().size();
                every[s] = lines
                        ? (int) Math.max(crowded, Math.ceil(count / Math.max(8, room / (11 * setting.unit()))))
                        : 1;
            }
        }

        @Override
        public Paint getItemFillPaint(int series, int item) {
            return setting.own().isEmpty() ? super.getItemFillPaint(series, item) : setting.colour(series, item);
        }

        @Override
        public boolean getItemShapeVisible(int series, int item) {
            int last = plot.series().get(series).points().size() - 1;
            if (last < 4) return true;
            return (item + plot.series().get(series).index()) % every[series] == 0;
        }
    }
}
