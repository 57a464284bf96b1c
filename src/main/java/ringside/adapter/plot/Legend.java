package ringside.adapter.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import ringside.adapter.plot.Lettering.Side;

/**
 * Names beside what stands for them, in columns.
 *
 * @param shown how many entries there is room for; what is left over is counted in a last line
 */
record Legend(
        List<String> names, Key key, double size, int columns, int rows, double column, int shown, boolean right) {

    /** How an entry's symbol looks. */
    enum Key {
        LINE,
        DOT,
        BAR
    }

    private static final double ROW = 1.42;
    private static final double SYMBOL = 2.6;
    private static final double GAP = 0.6;
    private static final double BETWEEN = 1.4;

    double width() {
        return columns * column - BETWEEN * size;
    }

    double height() {
        return rows * ROW * size;
    }

    /** The legend that leaves the largest chart: below it, or at its right. */
    static Legend best(List<String> names, Key key, Lettering type, double size, double width, double height) {
        Legend best = null;
        double most = -1;
        for (double letters : new double[] {size, size * 0.9, size * 0.8}) {
            for (boolean right : new boolean[] {false, true}) {
                Legend legend = right
                        ? beside(names, key, type, letters, width * 0.42, height)
                        : below(names, key, type, letters, width, height * 0.36);
                double left = right
                        ? (width - legend.width() - size * 2) * height
                        : width * (height - legend.height() - size * 0.6);
                // smaller letters must pay for themselves, and a name left out is worse than a small chart
                double worth = left * (0.8 + 0.2 * letters / size) * (legend.shown() < names.size() ? 0.3 : 1);
                if (worth > most) {
                    most = worth;
                    best = legend;
                }
            }
        }
        if (best == null) throw new IllegalArgumentException("a legend needs a width and a height");
        return best;
    }

    private static Legend below(
            List<String> names, Key key, Lettering type, double size, double width, double highest) {
        double entry = Math.min(width * 0.48, symbolRoom(size) + type.widest(names, size));
        double column = entry + BETWEEN * size;
        int columns = (int) Math.clamp(Math.floor((width + BETWEEN * size) / column), 1, names.size());
        int rows = Math.ceilDiv(names.size(), columns);
        int fitting = (int) Math.max(1, highest / (ROW * size));
        if (rows <= fitting) {
            columns = Math.ceilDiv(names.size(), rows); // as even as they can be
            return new Legend(names, key, size, columns, rows, column, names.size(), false);
        }
        int shown = Math.max(0, fitting * columns - 1);
        return new Legend(names, key, size, columns, fitting, column, shown, false);
    }

    private static Legend beside(
            List<String> names, Key key, Lettering type, double size, double widest, double height) {
        int fitting = (int) Math.max(1, height / (ROW * size));
        int columns = Math.ceilDiv(names.size(), fitting);
        double most = (widest + BETWEEN * size) / columns - BETWEEN * size;
        double entry = Math.min(most, symbolRoom(size) + type.widest(names, size));
        while (columns > 1 && entry < size * 8) {
            columns--;
            most = (widest + BETWEEN * size) / columns - BETWEEN * size;
            entry = Math.min(most, symbolRoom(size) + type.widest(names, size));
        }
        int rows = Math.min(fitting, Math.ceilDiv(names.size(), columns));
        int shown = rows * columns >= names.size() ? names.size() : rows * columns - 1;
        return new Legend(names, key, size, columns, rows, entry + BETWEEN * size, Math.max(0, shown), true);
    }

    private static double symbolRoom(double size) {
        return (SYMBOL + GAP) * size;
    }

    void draw(
            Graphics2D g, Lettering type, Skin skin, List<SeriesStyle> styles, Hatching hatching, double x, double y) {
        double room = column - BETWEEN * size - symbolRoom(size);
        for (int i = 0; i < shown; i++) {
            double left = x + place(i) * column;
            double middle = y + (line(i) + 0.5) * ROW * size;
            symbol(g, skin, styles.get(i), i, hatching, left, middle);
            String name = type.fitMiddle(names.get(i), size, room);
            double baseline = middle + Lettering.digitHeight(size) / 2;
            type.draw(g, name, size, skin.text(), left + symbolRoom(size), baseline, Side.LEFT);
        }
        if (shown < names.size()) {
            String rest = "… and " + (names.size() - shown) + " more";
            double left = x + place(shown) * column + symbolRoom(size);
            double baseline = y + (line(shown) + 0.5) * ROW * size + Lettering.digitHeight(size) / 2;
            type.draw(g, rest, size, skin.muted(), left, baseline, Side.LEFT);
        }
    }

    private int place(int entry) {
        return right ? entry / rows : entry % columns;
    }

    private int line(int entry) {
        return right ? entry % rows : entry / columns;
    }

    private void symbol(
            Graphics2D g, Skin skin, SeriesStyle style, int series, Hatching hatching, double left, double middle) {
        double width = SYMBOL * size;
        if (key == Key.BAR) {
            double height = size * 0.95;
            hatching.fill(
                    g, new Rectangle2D.Double(left + width * 0.2, middle - height / 2, width * 0.8, height), series, 0);
            return;
        }
        if (key == Key.LINE) {
            g.setPaint(style.colour());
            g.setStroke(style.line());
            g.draw(new Line2D.Double(left, middle, left + width, middle));
        }
        marker(g, skin, style, left + width / 2, middle);
    }

    static void marker(Graphics2D g, Skin skin, SeriesStyle style, double x, double y) {
        Shape marker = AffineTransform.getTranslateInstance(x, y).createTransformedShape(style.marker());
        g.setPaint(style.open() ? skin.background() : style.colour());
        g.fill(marker);
        if (!style.open()) return;
        g.setPaint(style.colour());
        g.setStroke(new BasicStroke(style.line().getLineWidth()));
        g.draw(marker);
    }
}
