package ringside.adapter.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jspecify.annotations.Nullable;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;

/** How JFreeChart draws a figure's marks: its renderers, dressed in the figure's styles. */
final class Brushes {
    private final Plot plot;
    private final Setting setting;
    private final double unit;
    private final Color background;

    Brushes(Plot plot, Setting setting) {
        this.plot = plot;
        this.setting = setting;
        this.unit = setting.unit();
        this.background = setting.skin().background();
    }

    XYItemRenderer bars(Hatching hatching) {
        var renderer = new XYBarRenderer();
        renderer.setBarPainter(hatching);
        renderer.setShadowVisible(false);
        renderer.setUseYInterval(true);
        return renderer;
    }

    /** Error bars in their series' colours, paler where many overlap. */
    XYItemRenderer spread(Marks spreads, double cap) {
        return new Spread(spreads, cap, 1.1, null);
    }

    /** Error bars that stand out from any bar, if drawn over a {@link #halo}. */
    XYItemRenderer spreadOnBars(Marks spreads, double cap) {
        return new Spread(spreads, cap, 1.4, setting.skin().text());
    }

    XYItemRenderer halo(Marks spreads, double cap) {
        return new Spread(spreads, cap + 2 * unit, 2.8, background);
    }

    /** @param width of the chart, which bounds how many markers a line can have */
    XYItemRenderer lines(double width) {
        var renderer = new Lines(plot.figure().kind() == Figure.Kind.LINES, width);
        for (int s = 0; s < setting.styles().size(); s++) {
            SeriesStyle style = setting.styles().get(s);
            renderer.setSeriesPaint(s, style.colour());
            renderer.setSeriesStroke(s, style.line());
            renderer.setSeriesShape(s, style.marker());
            renderer.setSeriesFillPaint(s, style.open() ? background : style.colour());
            renderer.setSeriesOutlinePaint(s, style.open() ? style.colour() : background);
            float outline = style.open() ? style.line().getLineWidth() : (float) (0.8 * unit);
            renderer.setSeriesOutlineStroke(s, new BasicStroke(outline));
        }
        return renderer;
    }

    /** A dot for each value behind a point. */
    XYItemRenderer repetitions(boolean onBars) {
        var renderer = new XYLineAndShapeRenderer(false, true);
        double radius = 1.9 * unit;
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        renderer.setDefaultShape(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
        renderer.setAutoPopulateSeriesShape(false);
        for (int s = 0; s < setting.styles().size(); s++) {
            Color colour = setting.styles().get(s).colour();
            renderer.setSeriesFillPaint(s, onBars ? setting.skin().text() : colour);
            renderer.setSeriesOutlinePaint(s, background);
            renderer.setSeriesOutlineStroke(s, new BasicStroke((float) (0.7 * unit)));
        }
        return renderer;
    }

    private final class Spread extends XYErrorRenderer {
        private static final long serialVersionUID = 1L;
        private final transient Marks spreads;
        private final double pale = setting.styles().size() > 12 ? 0.6 : 0.25;

        /** @param colour null for that of each point */
        Spread(Marks spreads, double cap, double width, @Nullable Color colour) {
            this.spreads = spreads;
            setDefaultLinesVisible(false);
            setDefaultShapesVisible(false);
            setDrawXError(false);
            setCapLength(cap);
            setErrorStroke(new BasicStroke((float) (width * unit)));
            setErrorPaint(colour);
        }

        @Override
        public Paint getItemPaint(int series, int item) {
            Color own = setting.colour(series, spreads.mark(series, item).point());
            return Palette.mix(own, background, pale);
        }
    }

    /** Lines with their markers; a long or crowded series has a marker only every so often. */
    private final class Lines extends XYLineAndShapeRenderer {
        private static final long serialVersionUID = 1L;
        private final double most;

        Lines(boolean lines, double width) {
            super(lines, true);
            this.most = lines ? Math.max(8, width / (11 * unit)) : Double.POSITIVE_INFINITY;
            setDrawSeriesLineAsPath(lines);
            setUseFillPaint(true);
            setUseOutlinePaint(true);
            setDrawOutlines(true);
        }

        @Override
        public Paint getItemFillPaint(int series, int item) {
            return setting.own().isEmpty() ? super.getItemFillPaint(series, item) : setting.colour(series, item);
        }

        @Override
        public boolean getItemShapeVisible(int series, int item) {
            int count = plot.series().get(series).points().size();
            if (count < 5 || Double.isInfinite(most)) return true;
            int crowded = setting.styles().size() > 24 ? 3 : setting.styles().size() > 12 ? 2 : 1;
            int every = (int) Math.max(crowded, Math.ceil(count / most));
            // shifted from series to series, so that not all markers stand above one another
            return (item + plot.series().get(series).index()) % every == 0;
        }
    }
}
