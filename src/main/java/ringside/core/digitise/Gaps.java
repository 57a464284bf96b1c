package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What of a curve that was followed is hidden. Between two of its columns there may be other ink, which then lies over it, or
 * the gap of a dash; more bare ground than that is a box over the curve, or the curve's own end.
 */
final class Gaps {
    /** Pixels of ground that are no gap. */
    private static final int LEAST = 4;

    /** Of the figure's width: no curve, but a legend's sample, if it is level and does not go on. */
    private static final double SAMPLE = 0.2;

    private static final int BEFORE = 10;

    private final Ink ink;
    private final List<Stretch> curve;
    private final double most;

    Gaps(Ink ink, List<Stretch> curve) {
        this.ink = ink;
        this.curve = curve;
        int[] bare = new int[Math.max(0, curve.size() - 1)];
        for (int i = 0; i < bare.length; i++) bare[i] = bare(i);
        most = most(bare);
    }

    /** How much bare ground is usual along a curve: a dashed one has much of it, always as wide. */
    static double most(int[] bare) {
        int[] some = Arrays.stream(bare).filter(width -> width > 0).sorted().toArray();
        return some.length < 6 ? LEAST : Math.max(LEAST, 1.6 * some[some.length * 4 / 5] + 1);
    }

    /** Whether the curve is hidden between one of its columns and the next. */
    boolean isOpen(int i) {
        return i >= 0 && i + 1 < curve.size() && bare(i) > most;
    }

    /** Pixels of ground on the straight way from a column to the next one that the curve has. */
    private int bare(int i) {
        Stretch from = curve.get(i);
        Stretch to = curve.get(i + 1);
        int bare = 0;
        for (int x = from.column() + 1; x < to.column(); x++) {
            double part = (double) (x - from.column()) / (to.column() - from.column());
            int y = (int) (from.centre() + part * (to.centre() - from.centre()));
            if (ink.isGround(x, Math.clamp(y, 0, ink.height - 1))) bare++;
        }
        return bare;
    }

    /** Takes what is a legend's sample, and not the curve, out of the ink. */
    static void clearSamples(Ink ink) {
        List<Stretch> curve = Following.through(ink);
        var gaps = new Gaps(ink, curve);
        int from = 0;
        for (int i = 0; i < curve.size(); i++) {
            if (i + 1 < curve.size() && !gaps.isOpen(i)) continue;
            if (gaps.isSample(from, i)) ink.clear(curve.subList(from, i + 1));
            from = i + 1;
        }
    }

    /** Short, level, and beside what the curve before it or behind it leads to. */
    private boolean isSample(int from, int to) {
        if (curve.get(to).column() - curve.get(from).column() > SAMPLE * ink.width) return false;
        if (from == 0 && to == curve.size() - 1) return false;
        List<Stretch> piece = curve.subList(from, to + 1);
        double[] centres = piece.stream().mapToDouble(Stretch::centre).sorted().toArray();
        double level = centres[centres.length / 2];
        long off = Arrays.stream(centres)
                .filter(one -> Math.abs(one - level) > 0.75)
                .count();
        if (off > 0.05 * centres.length) return false;
        double high = piece.stream().mapToDouble(Stretch::height).sorted().toArray()[piece.size() / 2];
        return misses(from - 1, -1, piece.getFirst(), level, high) || misses(to + 1, 1, piece.getLast(), level, high);
    }

    /** Whether there is a curve on one side that leads elsewhere. */
    private boolean misses(int index, int step, Stretch end, double level, double high) {
        if (index < 0 || index >= curve.size()) return false;
        var beside = new ArrayList<Stretch>();
        for (int i = index; i >= 0 && i < curve.size() && beside.size() < BEFORE; i += step) {
            beside.add(curve.get(i));
            if (isOpen(step < 0 ? i - 1 : i)) break;
        }
        return Math.abs(Fit.of(beside, end.column() + 0.5, 0).value() - level) > Math.max(2, high);
    }
}
