package ringside.adapter.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import ringside.adapter.plot.Lettering.Side;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Look;
import ringside.core.result.Better;

/** A whole figure: title, axis captions, chart or table, legend, and the notes at its foot. */
final class Sheet {
    private final Plot plot;
    private final Look look;
    private final Setting setting;
    private final Lettering type;
    private final Skin skin;
    private final double size;

    /** @param pixels whether the medium is made of pixels */
    Sheet(Plot plot, Look look, boolean pixels) {
        this.plot = SizeUnit.spoken(plot);
        this.look = look;
        double area = (double) look.width() * look.height();
        // at 800 x 500 letters are 12 high; four times the area has letters half as large again
        this.size = Math.clamp(12 * Math.pow(area / 400_000, 0.28), 8, 24);
        this.skin = Skin.of(look.theme());
        this.type = new Lettering(pixels);
        this.setting = Setting.of(this.plot, skin, type, size);
    }

    Drawn draw(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setPaint(skin.background());
        g.fill(new Rectangle2D.Double(0, 0, look.width(), look.height()));
        double margin = size * (look.chrome() ? 1.3 : 0.6);
        var panel = new Rectangle2D.Double(
                margin, margin, Math.max(1, look.width() - 2 * margin), Math.max(1, look.height() - 2 * margin));
        if (!look.chrome()) return content(g, panel);
        drawHead(g, panel);
        drawFoot(g, panel);
        drawLegend(g, panel);
        return content(g, panel);
    }

    private Drawn content(Graphics2D g, Rectangle2D.Double panel) {
        return plot.figure().kind() == Figure.Kind.TABLE
                ? new DataTable(plot, setting, look.chrome(), panel).draw(g)
                : new Chart(plot, setting, look.chrome(), look.zoom(), panel).draw(g);
    }

    /** Each of these takes its part from the panel's edge. */
    private void drawHead(Graphics2D g, Rectangle2D.Double panel) {
        double large = size * 1.4;
        String id = plot.figure().id();
        boolean table = plot.figure().kind() == Figure.Kind.TABLE;
        String number = plot.figure().ofTheStudy() ? (table ? "Table " : "Figure ") + id : "";
        double indent = number.isEmpty() ? 0 : type.width(number, large) + large * 0.55;
        List<String> title = type.wrap(plot.figure().title(), large, panel.width - indent, 2);
        double y = panel.y + large * 0.8;
        type.draw(g, number, large, skin.muted(), panel.x, y, Side.LEFT);
        for (String line : title) {
            type.draw(g, line, large, skin.text(), panel.x + indent, y, Side.LEFT);
            y += Lettering.leading(large);
        }
        y += size * 0.25;
        String name = plot.figure().ofTheStudy() ? "" : type.fitMiddle(id, size, panel.width * 0.4);
        type.draw(g, name, size, skin.muted(), panel.getMaxX(), y, Side.RIGHT);
        double room = panel.width - type.width(name, size) - size;
        String direction = plot.figure().better() == Better.LOWER ? "↓ lower is better" : "↑ higher is better";
        double apart = size * 1.1;
        String caption = type.fit(caption(), size, room - type.width(direction, size) - apart);
        type.draw(g, caption, size, skin.text(), panel.x, y, Side.LEFT);
        double after = caption.isEmpty() ? panel.x : panel.x + type.width(caption, size) + apart;
        type.draw(g, direction, size, skin.muted(), after, y, Side.LEFT);
        double used = y + size * 0.7 - panel.y;
        take(panel, used, 0);
    }

    /** What y is, and how it is drawn. */
    private String caption() {
        var text = new StringBuilder(plot.y().caption());
        if (wordedSeries()) text.append(", ").append(plot.series().getFirst().name());
        if (Extents.logarithmic(plot)) text.append(", logarithmic");
        if (Extents.relative(plot)) text.append(", line at the host's 100 %");
        return text.toString();
    }

    private void drawFoot(Graphics2D g, Rectangle2D.Double panel) {
        double small = size * 0.84;
        int most = (int) Math.max(1, panel.height * 0.26 / Lettering.leading(small));
        List<Foot.Line> lines = Foot.lines(plot, type, small, panel.width, most);
        if (lines.isEmpty()) return;
        double height = lines.size() * Lettering.leading(small) + size * 0.55;
        double rule = panel.getMaxY() - height + size * 0.1;
        g.setPaint(skin.grid());
        g.setStroke(new BasicStroke((float) setting.unit()));
        g.draw(new Line2D.Double(panel.x, rule, panel.getMaxX(), rule));
        double y = rule + size * 0.35 + small * 0.9;
        for (Foot.Line line : lines) {
            double indent = line.lead().isEmpty() ? 0 : type.width(line.lead(), small) + small * 0.35;
            type.draw(g, line.lead(), small, line.warns() ? skin.attention() : skin.text(), panel.x, y, Side.LEFT);
            type.draw(g, line.text(), small, skin.muted(), panel.x + indent, y, Side.LEFT);
            y += Lettering.leading(small);
        }
        take(panel, 0, height + size * 0.5);
    }

    private void drawLegend(Graphics2D g, Rectangle2D.Double panel) {
        if (plot.series().isEmpty() || plot.figure().kind() == Figure.Kind.TABLE || needless()) return;
        var names = new ArrayList<String>();
        for (Plot.Series series : plot.series()) names.add(series.name());
        Legend.Key key = plot.figure().kind() == Figure.Kind.LINES
                ? Legend.Key.LINE
                : DataLayer.bars(plot) ? Legend.Key.BAR : Legend.Key.DOT;
        Legend legend = Legend.best(names, key, type, size * 0.95, panel.width, panel.height);
        Hatching hatching = Hatching.of(plot, setting, panel.width);
        if (legend.right()) {
            double x = panel.getMaxX() - legend.width();
            legend.draw(g, type, skin, setting.styles(), hatching, x, panel.y + size * 0.3);
            panel.width = Math.max(1, panel.width - legend.width() - size);
        } else {
            double y = panel.getMaxY() - legend.height();
            legend.draw(g, type, skin, setting.styles(), hatching, panel.x, y);
            take(panel, 0, legend.height() + size * 0.5);
        }
    }

    /** Whether the caption of the y axis names the only series, whose bars have the colours of their platforms. */
    private boolean wordedSeries() {
        return Setting.acrossPlatforms(plot)
                && !plot.series()
                        .getFirst()
                        .name()
                        .equalsIgnoreCase(plot.figure().metric());
    }

    /** Whether the names under the axis already say what a legend would. */
    private boolean needless() {
        if (Setting.acrossPlatforms(plot)) return true;
        if (plot.figure().kind() != Figure.Kind.BARS || !new Dodge(plot).single()) return false;
        return plot.series().stream()
                .allMatch(series -> series.points().stream().allMatch(point -> {
                    int index = (int) Math.round(point.x());
                    if (index < 0 || index >= plot.categories().size()) return false;
                    String category = plot.categories().get(index);
                    return category.equals(series.name()) || category.equals(series.configuration());
                }));
    }

    private static void take(Rectangle2D.Double panel, double above, double below) {
        panel.y += above;
        panel.height = Math.max(1, panel.height - above - below);
    }
}
