package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bars as filled rectangles of one colour; whiskers and hatching across them are seen through. */
final class BarTrace {
    private static final double FAINT = 0.15;
    private static final int OUTLINE = 6;
    private static final double SEEN = 0.04;
    private static final double LINE = 0.08;
    private static final double WHOLE = 0.9;

    private final Ink ink;
    private final Picture picture;

    private BarTrace(Ink ink, Picture picture) {
        this.ink = ink;
        this.picture = picture;
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
        double top = blob.top + end(blob, 1);
        double bottom = blob.bottom - end(blob, -1);
        double unit = picture.unit();
        var box = new Area(
                (blob.left + ink.left) * unit,
                (Math.min(top, bottom) + ink.top) * unit,
                (blob.right + ink.left) * unit,
                (Math.max(top, bottom) + ink.top) * unit);
        return new Bar(box, unit / 2, isCovered(blob, 1), isCovered(blob, -1));
    }

    /**
     * Whether something that reaches past both of the bar's sides begins where it ends, such as a legend's box: then the
     * bar may go on behind it. A grid line crosses all of the figure.
     */
    private boolean isCovered(Blob blob, int step) {
        int own = (int) Math.ceil(outline(blob, step));
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
        return Colour.of(picture.at(x + ink.left, y + ink.top)).distance(ink.ground) >= LINE;
    }

    /** How far inside the blob's box its edge is, looking from the top (1) or from the bottom (-1). */
    private double end(Blob blob, int step) {
        int margin = blob.width() / 5;
        int first = step > 0 ? blob.top : blob.bottom - 1;
        double[] depths = new double[blob.width() - 2 * margin];
        for (int i = 0; i < depths.length; i++) {
            int x = blob.left + margin + i;
            int deep = 0;
            while (deep < blob.height() && ink.at(x, first + step * deep) < FAINT) deep++;
            double edge = deep < blob.height() ? ink.at(x, first + step * deep) : 0;
            // hatching thins the ink far within as well, so only a first row that is thinner than the next is an edge
            double next = deep + 1 < blob.height() ? ink.at(x, first + step * (deep + 1)) : edge;
            depths[i] = deep + (edge < 0.95 && next > edge ? 1 - edge : 0);
        }
        Arrays.sort(depths);
        return depths[depths.length / 3] - outline(blob, step) / 2;
    }

    /** The thickness of a line around the bar that is neither of its colour nor of the ground's: bars end in its middle. */
    private double outline(Blob blob, int step) {
        int x = (blob.left + blob.right) / 2 + blob.width() / 4;
        int y = step > 0 ? blob.top - 1 : blob.bottom;
        double thick = 0;
        for (int i = 0; i < OUTLINE; i++, y -= step) {
            if (y < 0 || y >= ink.height || x >= ink.width) return 0;
            double off = Colour.of(picture.at(x + ink.left, y + ink.top)).distance(ink.ground);
            if (off < SEEN) return thick;
            if (ink.at(x, y) < 0.5) thick += Math.min(1, off / 0.5);
        }
        return 0;
    }
}
