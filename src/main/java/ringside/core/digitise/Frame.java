package ringside.core.digitise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines around a plot, found as what they are on any page: two long straight ones that meet at the lower left. */
final class Frame {
    private static final double SEEN = 0.08;
    private static final double GREY = 0.05;
    private static final double LEAST = 0.2; // of the page
    private static final int TICK = 14; // pixels by which one may run past the other

    private final Picture picture;
    private final boolean[] ink;

    private Frame(Picture picture) {
        this.picture = picture;
        Colour ground = Ground.of(picture, picture.window(picture.area()));
        ink = new boolean[picture.rgb().length];
        int last = ground.rgb();
        boolean dark = false;
        for (int i = 0; i < ink.length; i++) {
            int rgb = picture.rgb()[i];
            if (rgb != last) {
                Colour colour = Colour.of(rgb);
                dark = colour.distance(ground) > SEEN && colour.chroma() < GREY;
                last = rgb;
            }
            ink[i] = dark;
        }
    }

    /**
     * A straight line along rows or columns of pixels.
     *
     * @param at its middle across
     */
    private record Line(double at, int start, int end) {
        int length() {
            return end - start;
        }
    }

    static Optional<Area> of(Picture picture) {
        return new Frame(picture).best();
    }

    private Optional<Area> best() {
        List<Line> level = lines(picture.height(), picture.width(), picture.width(), 1);
        List<Line> upright = lines(picture.width(), picture.height(), 1, picture.width());
        Area best = null;
        for (Line x : level)
            for (Line y : upright) {
                boolean meet = Math.abs(x.start - y.at) <= TICK && Math.abs(y.end - x.at) <= TICK;
                if (!meet || isEdge(x, y)) continue;
                var area = new Area(y.at, Math.min(y.start, x.at), Math.max(x.end, y.at), x.at);
                if (best == null || area.width() * area.height() > best.width() * best.height()) best = area;
            }
        return Optional.ofNullable(best).map(area -> inner(area, level, upright).times(picture.unit()));
    }

    /** The picture's own border is no axis. */
    private boolean isEdge(Line x, Line y) {
        return x.at > picture.height() - 3 && y.at < 3;
    }

    /** Where lines stand at the far ends too, their middles are the frame. */
    private static Area inner(Area area, List<Line> level, List<Line> upright) {
        double top = level.stream()
                .mapToDouble(Line::at)
                .filter(at -> Math.abs(at - area.top()) < TICK)
                .min()
                .orElse(area.top());
        double right = upright.stream()
                .mapToDouble(Line::at)
                .filter(at -> Math.abs(at - area.right()) < TICK)
                .max()
                .orElse(area.right());
        return new Area(area.left(), Math.min(top, area.bottom()), Math.max(right, area.left()), area.bottom());
    }

    /** The longest unbroken stretch of each row (or column), neighbours of the same extent taken together. */
    private List<Line> lines(int count, int length, int across, int along) {
        var lines = new ArrayList<Line>();
        Line open = null;
        int first = 0;
        for (int i = 0; i < count; i++) {
            Line one = longest(i, length, across, along);
            boolean long_ = one.length() >= LEAST * length;
            if (open != null && (!long_ || Math.abs(one.start - open.start) > 2 || Math.abs(one.end - open.end) > 2)) {
                lines.add(new Line((first + i) / 2.0, open.start, open.end));
                open = null;
            }
            if (open == null && long_) {
                open = one;
                first = i;
            }
        }
        if (open != null) lines.add(new Line((first + count) / 2.0, open.start, open.end));
        return lines;
    }

    private Line longest(int at, int length, int across, int along) {
        int best = 0;
        int bestEnd = 0;
        int run = 0;
        for (int i = 0; i < length; i++) {
            run = ink[at * across + i * along] ? run + 1 : 0;
            if (run <= best) continue;
            best = run;
            bestEnd = i + 1;
        }
        return new Line(at, bestEnd - best, bestEnd);
    }
}
