package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;

/**
 * Markers as blobs of one colour. A blob that is unlike the others, because two markers run together or another series lies
 * over a part of it, is laid against the shape that the others have.
 */
final class MarkerTrace {
    private static final double FAINT = 0.25;
    private static final double USUAL_MASS = 0.22;
    private static final double WHOLE = 1; // pixels

    private final Ink ink;
    private final Picture picture;

    private final double hidden; // pixels

    private MarkerTrace(Ink ink, Picture picture, double hidden) {
        this.hidden = hidden;
        this.ink = ink;
        this.picture = picture;
    }

    /** Of the figure's width: no marker is so wide, but a line that joins some. */
    private static final double JOINED = 0.15;

    /** Blobs of another shape than the usual one, alike each other: so many are no accident. */
    private static final int SHAPE = 3;

    private static final double SHAPES = 0.25;

    /** @param hidden how many pixels of a marker's tip may be missing */
    static List<Mark.Seen> of(Ink ink, Picture picture, double hidden) {
        return new MarkerTrace(ink, picture, hidden).marks();
    }

    /** Whether a line of their colour joins them. */
    static boolean areJoined(Ink ink) {
        return Blob.in(ink, FAINT).stream().anyMatch(blob -> blob.width() > JOINED * ink.width && !blob.isFrame(ink));
    }

    /** Whether there are two kinds of them: then there are two series in this colour. */
    static boolean areOfSeveralShapes(Ink ink) {
        List<Blob> blobs = Blob.in(ink, FAINT).stream()
                .filter(blob -> blob.mass >= 6 && !blob.touchesEdge(ink))
                .toList();
        if (blobs.isEmpty()) return false;
        double usual = usual(blobs);
        List<Blob> others = blobs.stream().filter(blob -> !like(blob, usual)).toList();
        long most = Math.max(SHAPE, Math.round(SHAPES * (blobs.size() - others.size())));
        return others.stream()
                .filter(blob -> blob.mass > 0.2 * usual && blob.mass < 1.5 * usual)
                .anyMatch(blob -> others.stream().filter(blob::isLike).count() >= most);
    }

    private List<Mark.Seen> marks() {
        List<Blob> blobs =
                Blob.in(ink, FAINT).stream().filter(blob -> blob.mass >= 2).toList();
        if (blobs.isEmpty()) return List.of();
        double usual = usual(blobs);
        Shape shape =
                Shape.of(ink, blobs.stream().filter(blob -> like(blob, usual)).toList());
        var marks = new ArrayList<Mark.Seen>();
        for (Blob blob : blobs) {
            if (blob.mass < 0.2 * usual) continue;
            if (like(blob, usual) || shape == null) marks.add(whole(blob));
            else marks.addAll(fitted(blob, shape, usual));
        }
        marks.sort(Comparator.comparingDouble(mark -> mark.place().x()));
        return marks.stream().limit(Series.MOST_MARKS).toList();
    }

    private static boolean like(Blob blob, double usual) {
        return Math.abs(blob.mass - usual) <= USUAL_MASS * usual;
    }

    /** The mass that most of the ink is in blobs of; what antialiasing leaves between other colours are many, but small. */
    private static double usual(List<Blob> blobs) {
        double best = 0;
        double most = 0;
        for (Blob blob : blobs) {
            Progress.checkCancelled();
            double alike = blobs.stream()
                    .mapToDouble(other -> other.mass)
                    .filter(mass -> Math.abs(mass - blob.mass) <= 0.1 * blob.mass)
                    .sum();
            if (alike <= most) continue;
            most = alike;
            best = blob.mass;
        }
        return best;
    }

    /**
     * Between the centre of its mass and the middle of its extent: programs differ in which of the two they put on the point,
     * and the uncertainty covers both. It covers a pixel besides, for some set markers on whole ones: matplotlib's are up to one
     * lower than their points.
     */
    private Mark.Seen whole(Blob blob) {
        double lean = Math.hypot(blob.centreX() - blob.middleX(), blob.centreY() - blob.middleY()) / 2;
        double x = (blob.centreX() + (lean > 0.5 ? blob.middleX() : blob.centreX())) / 2;
        double y = (blob.centreY() + (lean > 0.5 ? blob.middleY() : blob.centreY())) / 2;
        return mark(x, y, WHOLE + (lean > 0.5 ? lean : 0));
    }

    private Mark.Seen mark(double x, double y, double blur) {
        return new Mark.Seen(
                new Place((x + ink.left) * picture.unit(), (y + ink.top) * picture.unit()),
                (Math.max(ink.blur(), blur) + hidden / 2) * picture.unit(),
                "");
    }

    /** As many of the usual shape as its mass is of them, one after another where they fit best. */
    private List<Mark.Seen> fitted(Blob blob, Shape shape, double usual) {
        int count = (int) Math.clamp(Math.round(blob.mass / usual), 1, 6);
        var marks = new ArrayList<Mark.Seen>();
        double[][] left = shape.around(ink, blob);
        for (int i = 0; i < count; i++) {
            double[] at = shape.best(left);
            shape.take(left, at);
            marks.add(mark(
                    blob.left - shape.radius + at[0] + 0.5,
                    blob.top - shape.radius + at[1] + 0.5,
                    blob.mass < usual ? WHOLE + 1 : WHOLE + 0.5));
        }
        return marks;
    }

    /** The mean of the blobs that look alike, around the centre of their mass. */
    private static final class Shape {
        final int radius;
        private final double[][] ink;

        private Shape(int radius) {
            this.radius = radius;
            ink = new double[2 * radius + 1][2 * radius + 1];
        }

        static @Nullable Shape of(Ink ink, List<Blob> alike) {
            if (alike.size() < 2) return null;
            int size = alike.stream()
                    .mapToInt(blob -> Math.max(blob.width(), blob.height()))
                    .max()
                    .orElseThrow();
            var shape = new Shape(size / 2 + 2);
            for (Blob blob : alike) shape.add(ink, blob, alike.size());
            return shape;
        }

        private void add(Ink from, Blob blob, int of) {
            int middleX = (int) Math.floor(blob.centreX());
            int middleY = (int) Math.floor(blob.centreY());
            for (int y = -radius; y <= radius; y++)
                for (int x = -radius; x <= radius; x++)
                    ink[y + radius][x + radius] += at(from, middleX + x, middleY + y) / of;
        }

        private static double at(Ink ink, int x, int y) {
            return x < 0 || y < 0 || x >= ink.width || y >= ink.height ? 0 : ink.at(x, y);
        }

        /** The ink of a blob, with room around it for a shape's half. */
        double[][] around(Ink from, Blob blob) {
            double[][] around = new double[blob.height() + 2 * radius][blob.width() + 2 * radius];
            for (int y = 0; y < around.length; y++)
                for (int x = 0; x < around[0].length; x++)
                    around[y][x] = at(from, blob.left - radius + x, blob.top - radius + y);
            return around;
        }

        /** Where it overlaps most with the ink there, and least with where there is none. */
        double[] best(double[][] left) {
            double best = Double.NEGATIVE_INFINITY;
            double[] at = {radius, radius};
            for (int y = radius; y < left.length - radius; y++) {
                Progress.checkCancelled();
                for (int x = radius; x < left[0].length - radius; x++) {
                    double score = score(left, x, y);
                    if (score <= best) continue;
                    best = score;
                    at = new double[] {x, y};
                }
            }
            return at;
        }

        private double score(double[][] left, int middleX, int middleY) {
            double score = 0;
            for (int y = -radius; y <= radius; y++)
                for (int x = -radius; x <= radius; x++) {
                    double off = left[middleY + y][middleX + x] - ink[y + radius][x + radius];
                    score -= off * off;
                }
            return score;
        }

        void take(double[][] left, double[] at) {
            for (int y = -radius; y <= radius; y++)
                for (int x = -radius; x <= radius; x++) {
                    int row = (int) at[1] + y;
                    int column = (int) at[0] + x;
                    left[row][column] = Math.max(0, left[row][column] - ink[y + radius][x + radius]);
                }
        }
    }
}
