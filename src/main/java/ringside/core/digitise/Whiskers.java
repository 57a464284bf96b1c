package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Error bars on markers of their colour: thin straight lines, mostly with caps, that stick out of a marker up and down or to
 * both sides. They are taken out of the ink, so that what is left is the marker; where no marker is left, all of it is.
 */
final class Whiskers {
    private static final double FAINT = 0.25;

    /** Pixels: a line so long sticks out. */
    private static final int LEAST = 4;

    /** Times as high as a line's ink usually is in a column. */
    private static final int TALL = 4;

    /** Of the figure: no marker and no cap is so wide. */
    private static final double WIDEST = 0.07;

    /** Of a marker's width: what sticks out further is no arm of a plus. */
    private static final double ARM = 0.8;

    /** So many times as long as thick: no marker. */
    private static final int FLAT = 3;

    private final Ink ink;
    private int found;
    private int pieces;
    private int thick;
    private int bare;

    private Whiskers(Ink ink) {
        this.ink = ink;
    }

    /**
     * How many there were.
     *
     * @param found around a marker
     * @param bare without one
     * @param thick pixels of their lines: so much of a marker's tip they may hide
     */
    record Cleared(int found, int bare, int thick) {
        static final Cleared NONE = new Cleared(0, 0, 0);

        List<Doubt> doubts() {
            var doubts = new ArrayList<Doubt>();
            if (found > 0) doubts.add(Doubt.whiskers(found));
            if (bare > 0) doubts.add(Doubt.bare(bare));
            return doubts;
        }
    }

    static Cleared clear(Ink ink) {
        var whiskers = new Whiskers(ink);
        for (Blob blob : Blob.in(ink, FAINT)) whiskers.clear(blob);
        // where a marker keeps its surroundings free, its error bar is in two pieces
        int found = whiskers.found + (whiskers.pieces + 1) / 2;
        if (found > 0) for (Blob blob : Blob.in(ink, FAINT)) whiskers.clearCap(blob);
        return new Cleared(found, whiskers.bare, whiskers.thick);
    }

    /** A cap of which the marker left no more than that. */
    private void clearCap(Blob blob) {
        if (blob.width() >= FLAT * blob.height() || blob.height() >= FLAT * blob.width())
            ink.clear(blob.left, blob.top, blob.right, blob.bottom);
    }

    /**
     * Takes upright error bars on a line of their colour out, which hide where it runs: columns in which its ink is much higher
     * than beside them.
     */
    static void clearColumns(Ink ink) {
        int[] heights = new int[ink.width];
        for (int x = 0; x < ink.width; x++)
            for (Stretch one : Stretch.in(ink, x)) heights[x] = Math.max(heights[x], one.bottom() - one.top());
        int[] some =
                Arrays.stream(heights).filter(height -> height > 0).sorted().toArray();
        if (some.length == 0) return;
        int usual = Math.max(1, some[some.length / 2]);
        for (int from = 0; from < ink.width; from++) {
            int to = from;
            while (to < ink.width && heights[to] > TALL * usual + LEAST) to++;
            boolean narrow = to > from && to - from <= 2 * usual + 1;
            int beside = usual + 1;
            boolean alone = from - beside < 0
                    || to + beside > ink.width
                    || Math.max(heights[from - beside], heights[to + beside - 1]) < heights[from] / 2;
            if (narrow && alone) ink.clear(from, 0, to, ink.height);
            from = Math.max(from, to);
        }
    }

    /** What was read of a line, with how many of its points have error bars of its colour that end in caps. */
    static Doubt.Reading beside(Doubt.Reading read, Ink ink, Picture picture) {
        var whiskers = new Whiskers(ink);
        int count = (int) read.marks().stream()
                .filter(mark -> mark instanceof Mark.Seen seen
                        && whiskers.isOn(
                                (int) (seen.place().x() / picture.unit()) - ink.left,
                                (int) (seen.place().y() / picture.unit()) - ink.top))
                .count();
        return count == 0 ? read : read.and(List.of(Doubt.whiskers(count)));
    }

    private boolean isOn(int x, int y) {
        return endsInCap(x, y, -1) || endsInCap(x, y, 1);
    }

    /** Whether ink goes straight up or down from a point, and ends in a level line that has its middle there. */
    private boolean endsInCap(int x, int y, int step) {
        int end = y;
        while (isInk(x, end + step) || isInk(x - 1, end + step) || isInk(x + 1, end + step)) end += step;
        if (Math.abs(end - y) < 2 * LEAST) return false;
        for (int row = end; row != end - 2 * step; row -= step) {
            int left = 0;
            while (isInk(x - left - 1, row)) left++;
            int right = 0;
            while (isInk(x + right + 1, row)) right++;
            if (left >= 2 && right >= 2 && Math.abs(left - right) <= 2) return true;
        }
        return false;
    }

    private boolean isInk(int x, int y) {
        return x >= 0 && y >= 0 && x < ink.width && y < ink.height && ink.at(x, y) >= FAINT;
    }

    private void clear(Blob blob) {
        boolean large = Math.min(blob.width(), blob.height()) > WIDEST * Math.max(ink.width, ink.height);
        if (blob.mass < 6 || large) return;
        for (boolean upright : new boolean[] {true, false}) {
            Verdict verdict = verdict(new Lines(blob, upright));
            if (verdict == Verdict.NONE) continue;
            switch (verdict) {
                case FOUND -> found++;
                case PIECE -> pieces++;
                default -> bare++;
            }
            return;
        }
    }

    private enum Verdict {
        NONE,
        FOUND,
        PIECE,
        BARE
    }

    /** Rows of a blob from its top, or its columns from the left: how wide each is, and where its middle. */
    private final class Lines {
        final Blob blob;
        final boolean upright;
        final int count;
        final int[] width;
        final double[] middle;

        Lines(Blob blob, boolean upright) {
            this.blob = blob;
            this.upright = upright;
            count = upright ? blob.height() : blob.width();
            int across = upright ? blob.width() : blob.height();
            width = new int[count];
            middle = new double[count];
            for (int i = 0; i < count; i++) {
                int first = -1;
                int last = -1;
                for (int j = 0; j < across; j++) {
                    if (at(i, j) < FAINT) continue;
                    if (first < 0) first = j;
                    last = j;
                }
                width[i] = first < 0 ? 0 : last - first + 1;
                middle[i] = (first + last) / 2.0;
            }
        }

        private float at(int i, int j) {
            return upright ? ink.at(blob.left + j, blob.top + i) : ink.at(blob.left + i, blob.top + j);
        }

        void clear(int from, int to) {
            for (int i = from; i < to; i++) {
                int x = blob.left + (upright ? 0 : i);
                int y = blob.top + (upright ? i : 0);
                ink.clear(x, y, upright ? blob.right : x + 1, upright ? y + 1 : blob.bottom);
            }
        }

        /** How wide the thinnest straight stretch of some length is; 0 if there is none: then nothing sticks out. */
        int thin() {
            int least = 0;
            for (int from = 0; from + LEAST <= count; from++) {
                int narrow = width[from];
                int wide = narrow;
                double off = 0;
                for (int i = from; i < from + LEAST; i++) {
                    narrow = Math.min(narrow, width[i]);
                    wide = Math.max(wide, width[i]);
                    off = Math.max(off, Math.abs(middle[i] - middle[from]));
                }
                boolean straight = narrow > 0 && wide - narrow <= 1 && off <= 1;
                if (straight && (least == 0 || wide < least)) least = wide;
            }
            return least;
        }

        /** With its tips, as far as they are wider than the error bar. */
        Wide grown(Wide marker, int thin) {
            int from = marker.from();
            while (from > 0 && width[from - 1] > thin + 1) from--;
            int to = marker.to();
            while (to < count && width[to] > thin + 1) to++;
            return new Wide(from, to, marker.width());
        }

        /** Stretches that are much wider than that: a marker, and caps. */
        List<Wide> wide(int thin) {
            var wide = new ArrayList<Wide>();
            int from = -1;
            int most = 0;
            for (int i = 0; i <= count; i++) {
                boolean is = i < count && width[i] > 2 * thin + 1;
                if (is && from < 0) from = i;
                if (is) most = Math.max(most, width[i]);
                if (!is && from >= 0) {
                    wide.add(new Wide(from, i, most));
                    from = -1;
                    most = 0;
                }
            }
            return wide;
        }
    }

    private record Wide(int from, int to, int width) {
        int thick() {
            return to - from;
        }

        boolean isRound(int thin) {
            return thick() > thin + 1 && thick() >= 0.45 * width;
        }
    }

    private Verdict verdict(Lines lines) {
        int thin = lines.thin();
        if (thin == 0) return Verdict.NONE;
        List<Wide> wide = lines.wide(thin);
        if (wide.isEmpty()) return Verdict.NONE;
        Wide marker = wide.stream()
                .filter(one -> one.isRound(thin))
                .max(Comparator.comparingInt(Wide::thick))
                .orElse(wide.size() % 2 == 1 && wide.size() < 4 ? wide.get(wide.size() / 2) : null);
        boolean cap = marker != null
                && wide.size() == 1
                && !marker.isRound(thin)
                && Math.min(marker.from(), lines.count - marker.to()) <= 1;
        if (cap) {
            lines.clear(0, lines.count);
            return Verdict.PIECE;
        }
        if (marker == null) {
            lines.clear(0, lines.count);
            return Verdict.BARE;
        }
        int sticksOut = Math.max(marker.from(), lines.count - marker.to());
        if (wide.size() == 1 && sticksOut < ARM * marker.width()) return Verdict.NONE;
        if (sticksOut < LEAST) return Verdict.NONE;
        thick = Math.max(thick, thin);
        marker = lines.grown(marker, thin);
        // the rows beside it may be its edges
        lines.clear(0, marker.from() - 1);
        lines.clear(marker.to() + 1, lines.count);
        return Verdict.FOUND;
    }
}
