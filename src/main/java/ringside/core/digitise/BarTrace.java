package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Bars as filled rectangles of one colour; whiskers and hatching across them are seen through. */
final class BarTrace {
    private static final double FAINT = 0.15;
    private static final int OUTLINE = 6;
    private static final double SEEN = 0.04;
    private static final double LINE = 0.08;
    private static final double WHOLE = 0.9;
    private static final double ALIKE = 0.03;

    /** Of its pixels: an error bar may run across it. */
    private static final double BODIED = 0.7;

    /**
     * Of the figure's height: half of what a line of the bar's own colour around it adds, which nobody sees; and no less than a
     * pixel, for programs set bars on whole ones.
     */
    private static final double BORDER = 0.0015;

    /** Of the figure's height: thicker than the lines around bars usually are. */
    private static final double THICK = 0.007;

    private static final double WHISKER = 0.1;

    /** Times as wide as a line around a bar: what a mark of the value keeps free. */
    private static final int GAP = 3;

    private final Ink ink;
    private final Picture picture;
    private final int line; // pixels: no line around a bar is so thick

    private BarTrace(Ink ink, Picture picture) {
        this.ink = ink;
        this.picture = picture;
        line = (int) Math.max(4, THICK * ink.height);
    }

    static List<Bar> of(Ink ink, Picture picture) {
        var trace = new BarTrace(ink, picture);
        var bars = new ArrayList<Bar>();
        for (Blob blob : Blob.in(ink, FAINT)) {
            boolean full = blob.mass > 0.4 * blob.width() * blob.height();
            if (blob.width() >= 3 && blob.mass >= 6 && full) bars.add(trace.bar(blob));
        }
        return bars;
    }

    private Bar bar(Blob blob) {
        Seam above = seam(blob, 1);
        Seam below = seam(blob, -1);
        double top = blob.top + end(blob, 1) - above.thick() / 2;
        double bottom = blob.bottom - end(blob, -1) + below.thick() / 2;
        double unit = picture.unit();
        var box = new Area(
                (blob.left + ink.left) * unit,
                (Math.min(top, bottom) + ink.top) * unit,
                (blob.right + ink.left) * unit,
                (Math.max(top, bottom) + ink.top) * unit);
        return new Bar(box, Math.max(1, BORDER * ink.height) * unit, end(blob, above, 1), end(blob, below, -1));
    }

    private Bar.End end(Blob blob, Seam seam, int step) {
        return new Bar.End(isCovered(blob, seam, step), seam.touches(), hasWhisker(blob, step));
    }

    /**
     * Whether something that reaches past both of the bar's sides begins where it ends, such as a legend's box: then the
     * bar may go on behind it. A grid line crosses all of the figure.
     */
    private boolean isCovered(Blob blob, Seam seam, int step) {
        int own = (int) Math.ceil(seam.thick());
        int y = step > 0 ? blob.top - 1 : blob.bottom;
        for (int i = 0; i < OUTLINE; i++, y -= step) {
            if (y < 0 || y >= ink.height) return false;
            if (reachesPast(blob, own, y, y + step * 2 * OUTLINE) && !isAcross(blob, y)) return true;
        }
        return false;
    }

    private boolean reachesPast(Blob blob, int own, int y, int below) {
        for (int x = blob.left; x < blob.right; x++) if (!isDrawn(x, y)) return false;
        for (int off = own; off < own + 3; off++)
            if (!isLine(blob.left - 1 - off, y, below) || !isLine(blob.right + off, y, below)) return false;
        return true;
    }

    /** Whether it is drawn from side to side of the figure, as a grid line is. */
    private boolean isAcross(Blob blob, int y) {
        int from = blob.left;
        while (from > 0 && isDrawn(from - 1, y)) from--;
        int to = blob.right;
        while (to < ink.width && isDrawn(to, y)) to++;
        return to - from >= WHOLE * ink.width;
    }

    /** Drawn, with nothing beneath: so not the bar beside this one. */
    private boolean isLine(int x, int y, int below) {
        return x >= 0 && x < ink.width && isDrawn(x, y) && below >= 0 && below < ink.height && !isDrawn(x, below);
    }

    private boolean isDrawn(int x, int y) {
        return colour(x, y).distance(ink.ground) >= LINE;
    }

    /** How far inside the blob's box its edge is, looking from the top (1) or from the bottom (-1). */
    private double end(Blob blob, int step) {
        int first = step > 0 ? blob.top : blob.bottom - 1;
        int[] columns = beside(blob);
        double[] depths = new double[columns.length];
        for (int i = 0; i < depths.length; i++) {
            int x = columns[i];
            int deep = 0;
            while (deep < blob.height() && ink.at(x, first + step * deep) < FAINT) deep++;
            double edge = deep < blob.height() ? ink.at(x, first + step * deep) : 0;
            // hatching thins the ink far within as well, so only a first row that is thinner than the next is an edge
            double next = deep + 1 < blob.height() ? ink.at(x, first + step * (deep + 1)) : edge;
            depths[i] = deep + (edge < 0.95 && next > edge ? 1 - edge : 0);
        }
        Arrays.sort(depths);
        return depths[depths.length / 3];
    }

    /** Columns neither at the bar's sides nor in its middle, where an error bar or a mark of its value may lie over it. */
    private static int[] beside(Blob blob) {
        int margin = blob.width() / 8;
        int wide = blob.width() / 4;
        if (wide < 2)
            return IntStream.range(blob.left + margin, blob.right - margin).toArray();
        return IntStream.concat(
                        IntStream.range(blob.left + margin, blob.left + margin + wide),
                        IntStream.range(blob.right - margin - wide, blob.right - margin))
                .toArray();
    }

    /**
     * What is between the bar and what follows at its end.
     *
     * @param thick of a line of neither's colour: bars end in its middle
     * @param touches whether another bar follows, and not the ground
     */
    private record Seam(double thick, boolean touches) {}

    private Seam seam(Blob blob, int step) {
        int x = (blob.left + blob.right) / 2 + blob.width() * 5 / 16;
        int y = step > 0 ? blob.top - 1 : blob.bottom;
        double thick = 0;
        for (int i = 0; i < Math.max(OUTLINE, line); i++, y -= step) {
            if (y < 0 || y >= ink.height || x >= ink.width) return new Seam(0, false);
            double off = colour(x, y).distance(ink.ground);
            if (off < SEEN) return new Seam(thick, false);
            if (isBody(blob, x, y, step)) return new Seam(i, true);
            if (ink.at(x, y) < 0.5) thick += Math.min(1, off / 0.5);
        }
        return new Seam(0, false);
    }

    /** Whether another bar begins there: for longer than a line is thick, and nearly as wide as this one. */
    private boolean isBody(Blob blob, int x, int y, int step) {
        Colour colour = colour(x, y);
        int margin = blob.width() / 8;
        for (int deep = 0; deep < line; deep++) {
            int row = y - step * deep;
            if (row < 0 || row >= ink.height) return false;
            int alike = 0;
            for (int at = blob.left + margin; at < blob.right - margin; at++)
                if (ink.at(at, row) <= 0.5 && colour(at, row).distance(colour) <= ALIKE) alike++;
            if (alike < BODIED * (blob.width() - 2 * margin)) return false;
        }
        return true;
    }

    /**
     * Whether a thin upright line begins over the middle of the bar's end, and ends before the figure does: a grid line does
     * not. A mark of the value may leave a gap, and then only a line that ends in a cap is one.
     */
    private boolean hasWhisker(Blob blob, int step) {
        int first = step > 0 ? blob.top - 1 : blob.bottom;
        int start = first - step * OUTLINE; // past the bar's own outline
        int column = darkest(blob, start);
        for (int gap = 0; column < 0 && gap < GAP * line; gap++) {
            start -= step;
            // the first row of a line may be only its edge
            if (darkest(blob, start) >= 0) column = darkest(blob, start -= 2 * step);
        }
        if (column < 0) return false;
        Colour colour = colour(column, start);
        boolean whole = true;
        for (int y = first; y != start; y -= step) whole &= isDrawn(column, y);
        int y = start;
        while (y >= 0 && y < ink.height && colour(column, y).distance(colour) < WHISKER) y -= step;
        if (Math.abs(y - start) < 3 || y <= line || y >= ink.height - 1 - line) return false;
        return whole || isCap(column, y + step);
    }

    private boolean isCap(int column, int y) {
        int reach = Math.max(2, line / 2);
        for (int row = Math.max(0, y - 1); row <= Math.min(ink.height - 1, y + 1); row++) {
            boolean both = column - reach >= 0 && column + reach < ink.width;
            if (both && isDrawn(column - reach, row) && isDrawn(column + reach, row)) return true;
        }
        return false;
    }

    /** The middle of the only thing that is drawn in a row above or below the middle of a bar; -1 if there is no such thing. */
    private int darkest(Blob blob, int y) {
        if (y < 0 || y >= ink.height) return -1;
        int middle = (blob.left + blob.right) / 2;
        int reach = Math.max(1, blob.width() / 8);
        int drawn = 0;
        int best = -1;
        for (int x = Math.max(0, middle - 3 * reach); x < Math.min(ink.width, middle + 3 * reach + 1); x++) {
            if (!isDrawn(x, y)) continue;
            drawn++;
            boolean darker = best < 0
                    || colour(x, y).distance(ink.ground) > colour(best, y).distance(ink.ground);
            if (Math.abs(x - middle) <= reach && darker) best = x;
        }
        return drawn <= 3 * reach ? best : -1;
    }

    private Colour colour(int x, int y) {
        return Colour.of(picture.at(x + ink.left, y + ink.top));
    }
}
