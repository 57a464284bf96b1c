package ringside.core.digitise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.core.Progress;

/**
 * How much of one colour each pixel has, 0 to 1: a pixel at the edge of a line is a mixture of the line and what is behind
 * it, and the mixture says where in the pixel the edge is.
 */
final class Ink {
    /** Of the way from the ground to the colour: what is less is no more than noise. */
    private static final double BARE = 0.1;

    final int width;
    final int height;
    /** Of the window's first pixel, in the picture. */
    final int left;

    final int top;
    /** What it is drawn on. */
    final Colour ground;

    private final float[] weight;
    private final float[] drawn;
    private double blur = 0.5;

    private Ink(Picture.Window window, Colour ground) {
        this.ground = ground;
        width = window.width();
        height = window.height();
        left = window.left();
        top = window.top();
        weight = new float[width * height];
        drawn = new float[width * height];
    }

    private Ink(Ink other) {
        ground = other.ground;
        width = other.width;
        height = other.height;
        left = other.left;
        top = other.top;
        weight = other.weight.clone();
        drawn = other.drawn.clone();
        blur = other.blur;
    }

    /** The same, from which may be taken out what stays in this. */
    Ink copy() {
        return new Ink(this);
    }

    static Ink of(Picture picture, Area area, List<Area> ignored, Mixing mixing) {
        var ink = new Ink(picture.window(area), mixing.ground());
        Map<Integer, Seen> known = new HashMap<>();
        for (int y = 0; y < ink.height; y++) {
            Progress.checkCancelled();
            for (int x = 0; x < ink.width; x++) {
                Seen seen = known.computeIfAbsent(picture.at(x + ink.left, y + ink.top), mixing::seen);
                ink.weight[y * ink.width + x] = seen.weight;
                ink.drawn[y * ink.width + x] = seen.drawn;
            }
        }
        for (Area part : ignored) ink.clear(picture.window(part));
        return ink;
    }

    /** @param drawn how much it is unlike the ground, 1 being as much as the colour is */
    private record Seen(float weight, float drawn) {}

    /** Takes a piece of a curve out. */
    void clear(List<Stretch> piece) {
        int top = piece.stream().mapToInt(Stretch::top).min().orElse(0) - 1;
        int bottom = piece.stream().mapToInt(Stretch::bottom).max().orElse(0) + 1;
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++)
            for (int x = Math.max(0, piece.getFirst().column() - 1);
                    x < Math.min(width, piece.getLast().column() + 2);
                    x++) weight[y * width + x] = 0;
    }

    /** Takes pixels [left, right) × [top, bottom) of the window out. */
    void clear(int left, int top, int right, int bottom) {
        for (int y = top; y < bottom; y++) for (int x = left; x < right; x++) weight[y * width + x] = 0;
    }

    private void clear(Picture.Window window) {
        for (int y = Math.max(0, window.top() - top); y < Math.min(height, window.bottom() - top); y++)
            for (int x = Math.max(0, window.left() - left); x < Math.min(width, window.right() - left); x++)
                weight[y * width + x] = 0;
    }

    float at(int x, int y) {
        return weight[y * width + x];
    }

    /** Whether nothing at all is drawn there. */
    boolean isGround(int x, int y) {
        return drawn[y * width + x] < BARE;
    }

    /** How far off the place of anything drawn in this colour may be, in pixels. */
    double blur() {
        return blur;
    }

    /**
     * In a clean picture the edges of a line are mixtures of its colour and the ground's. Where one was blurred, or saved as
     * JPEG, much of them has other colours: then these count too, and no program knows how much of them is the line.
     */
    void takeEdges() {
        var edges = new ArrayList<int[]>(); // column, top, bottom
        var extents = new ArrayList<Integer>();
        for (int x = 0; x < width; x++)
            for (Stretch one : Stretch.in(this, x)) {
                int most = (int) Math.ceil(Math.max(3, one.height()));
                int top = one.top();
                while (top > 0 && one.top() - top < most && isEdge(x, top - 1)) top--;
                int bottom = one.bottom();
                while (bottom < height && bottom - one.bottom() < most && isEdge(x, bottom)) bottom++;
                edges.add(new int[] {x, top, bottom});
                extents.add(one.top() - top + bottom - one.bottom());
            }
        extents.sort(null);
        if (extents.isEmpty() || extents.get(extents.size() / 2) == 0) return;
        blur = Math.max(blur, extents.get(extents.size() / 2) / 2.0);
        for (int[] edge : edges)
            for (int y = edge[1]; y < edge[2]; y++) {
                int at = y * width + edge[0];
                weight[at] = Math.max(weight[at], drawn[at]);
            }
    }

    private boolean isEdge(int x, int y) {
        return !isGround(x, y) && at(x, y) == 0;
    }

    /**
     * One colour on a ground.
     *
     * @param rivals the other series' colours: what looks like one of them is not ours
     */
    record Mixing(Colour ground, Colour colour, double tolerance, List<Colour> rivals) {
        /** Of two mixtures that both explain a pixel, the one nearer to its pure colour does it better. */
        private static final double PURE = 0.03;

        private static final double SURE = 0.01;
        private static final double FAINT = 0.14;

        private Seen seen(int rgb) {
            Colour seen = Colour.of(rgb);
            return new Seen(weight(seen), (float) Math.min(1, seen.distance(ground) / ground.distance(colour)));
        }

        private float weight(Colour seen) {
            double share = share(seen);
            // the paler a mixture, the more colours look like it: a grid line must not pass for an edge
            if (share < FAINT || seen.distance(mixed(share)) > SURE + share * tolerance) return 0;
            double off = seen.distance(colour);
            for (Colour rival : rivals) if (seen.distance(rival) < Math.min(off, PURE)) return 0;
            return (float) share;
        }

        /** Mixtures are made of sRGB's own numbers: so does nearly every program that draws. */
        private double share(Colour seen) {
            double red = colour.red() - ground.red();
            double green = colour.green() - ground.green();
            double blue = colour.blue() - ground.blue();
            double length = red * red + green * green + blue * blue;
            if (length == 0) return 0;
            double along = red * (seen.red() - ground.red())
                    + green * (seen.green() - ground.green())
                    + blue * (seen.blue() - ground.blue());
            return Math.clamp(along / length, 0, 1);
        }

        private Colour mixed(double share) {
            return Colour.of(mix(ground.red(), colour.red(), share) << 16
                    | mix(ground.green(), colour.green(), share) << 8
                    | mix(ground.blue(), colour.blue(), share));
        }

        private static int mix(int from, int to, double share) {
            return (int) Math.round(from + (to - from) * share);
        }
    }
}
