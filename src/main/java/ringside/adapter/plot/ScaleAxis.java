package ringside.adapter.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis over places that Ringside chose; it draws no text of its own, the chart's margins hold that. */
final class ScaleAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private final transient List<Ticks.Tick> ticks;

    ScaleAxis(double low, double high, List<Ticks.Tick> ticks) {
        this.ticks = ticks;
        setAutoRange(false);
        setRange(low, high);
        setVisible(false);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        return ticks.stream()
                .map(tick -> new NumberTick(tick.place(), "", TextAnchor.CENTER, TextAnchor.CENTER, 0))
                .toList();
    }
}
