package ringside.adapter.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import org.jfree.chart.renderer.xy.XYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleEdge;
import ringside.core.figure.Plot;

/** Fills bars: plain colour, or colour with lines across it, so that bars differ on a grey printout too. */
final class Hatching implements XYBarPainter {
    static final int PATTERNS = 6;

    private static final int SLASH = 1;
    private static final int BACKSLASH = 2;
    private static final int LEVEL = 4;
    private static final int UPRIGHT = 8;
    private static final int[] LINES = {0, SLASH, BACKSLASH, LEVEL, SLASH | BACKSLASH, UPRIGHT};

    private final Setting setting;
    private final Color ink;
    private final double unit;
    private final boolean hatched;

    /**
     * No pattern where the category's name already tells which bar it is, nor on bars too thin to show one: the
     * legend must show what the bars show.
     *
     * @param width of the chart
     */
    static Hatching of(Plot plot, Setting setting, double width) {
        var dodge = new Dodge(plot);
        double bar = width / Math.max(1, plot.categories().size()) * dodge.slot() * 0.85;
        boolean hatched = plot.series().size() > 1 && !dodge.single() && bar >= 5 * setting.unit();
        return new Hatching(setting, hatched);
    }

    private Hatching(Setting setting, boolean hatched) {
        Color background = setting.skin().background();
        this.setting = setting;
        this.ink = new Color(background.getRed(), background.getGreen(), background.getBlue(), 190);
        this.unit = setting.unit();
        this.hatched = hatched;
    }

    void fill(Graphics2D g, Rectangle2D bar, int series, int point) {
        g.setPaint(setting.colour(series, point));
        g.fill(bar);
        if (!hatched) return;
        g.setPaint(ink);
        g.setStroke(new BasicStroke((float) (1.2 * unit), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        int lines = LINES[setting.styles().get(series).hatch() % LINES.length];
        double step = 6 * unit;
        if ((lines & SLASH) != 0) slashes(g, bar, step * 1.3, 1);
        if ((lines & BACKSLASH) != 0) slashes(g, bar, step * 1.3, -1);
        if ((lines & LEVEL) != 0)
            for (double y = bar.getMaxY() - step; y > bar.getMinY(); y -= step)
                g.draw(new Line2D.Double(bar.getMinX(), y, bar.getMaxX(), y));
        if ((lines & UPRIGHT) != 0)
            for (double x = bar.getMinX() + step * 0.7; x < bar.getMaxX(); x += step)
                g.draw(new Line2D.Double(x, bar.getMinY(), x, bar.getMaxY()));
    }

    /** Diagonals cut to the bar by arithmetic: a clip would make SVG files large. */
    private static void slashes(Graphics2D g, Rectangle2D bar, double step, int slope) {
        double top = slope > 0 ? bar.getMinY() : -bar.getMaxY();
        double bottom = slope > 0 ? bar.getMaxY() : -bar.getMinY();
        for (double sum = bar.getMinX() + top + step * 0.7; sum < bar.getMaxX() + bottom; sum += step) {
            double left = Math.max(bar.getMinX(), sum - bottom);
            double right = Math.min(bar.getMaxX(), sum - top);
            g.draw(new Line2D.Double(left, slope * (sum - left), right, slope * (sum - right)));
        }
    }

    @Override
    public void paintBar(
            Graphics2D g, XYBarRenderer renderer, int row, int column, RectangularShape bar, RectangleEdge base) {
        fill(g, bar.getBounds2D(), row, column);
    }

    @Override
    public void paintBarShadow(
            Graphics2D g,
            XYBarRenderer renderer,
            int row,
            int column,
            RectangularShape bar,
            RectangleEdge base,
            boolean pegShadow) {
        // bars cast no shadow: it would read as data
    }
}
