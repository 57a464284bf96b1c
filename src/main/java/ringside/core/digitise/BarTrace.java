package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bars as filled rectangles of one colour; whiskers and hatching across them are seen through. */
final class BarTrace {
    private static final double FAINT = 0.15;
    private static final int OUTLINE = 6;

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
        return new Bar(box, unit / 2);
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
            if (off < 0.04) return thick;
            if (ink.at(x, y) < 0.5) thick += Math.min(1, off / 0.5);
        }
        return 0;
    }
}
