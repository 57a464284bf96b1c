package ringside.core.digitise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.core.Progress;

/**
 * How much of one colour each pixel has, 0 to 1: a pixel at the edge of a line is a mixture of the line and what is behind
 * it, and the mixture says where in the pixel the edge is.
 */
final class Ink {
    final int width;
    final int height;
    /** Of the window's first pixel, in the picture. */
    final int left;

    final int top;
    /** What it is drawn on. */
    final Colour ground;

    private final float[] weight;

    private Ink(Picture.Window window, Colour ground) {
        this.ground = ground;
        width = window.width();
        height = window.height();
        left = window.left();
        top = window.top();
        weight = new float[width * height];
    }

    static Ink of(Picture picture, Area area, List<Area> ignored, Mixing mixing) {
        var ink = new Ink(picture.window(area), mixing.ground());
        Map<Integer, Float> known = new HashMap<>();
        for (int y = 0; y < ink.height; y++) {
            Progress.checkCancelled();
            for (int x = 0; x < ink.width; x++)
                ink.weight[y * ink.width + x] =
                        known.computeIfAbsent(picture.at(x + ink.left, y + ink.top), mixing::weight);
        }
        for (Area part : ignored) ink.clear(picture.window(part));
        return ink;
    }

    private void clear(Picture.Window window) {
        for (int y = Math.max(0, window.top() - top); y < Math.min(height, window.bottom() - top); y++)
            for (int x = Math.max(0, window.left() - left); x < Math.min(width, window.right() - left); x++)
                weight[y * width + x] = 0;
    }

    float at(int x, int y) {
        return weight[y * width + x];
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

        float weight(int rgb) {
            Colour seen = Colour.of(rgb);
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
