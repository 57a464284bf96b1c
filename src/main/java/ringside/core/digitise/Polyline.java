package ringside.core.digitise;

import java.util.Arrays;
import java.util.List;

/**
 * The polyline through given columns that has most ink under it, as a first guess: of all heights at all columns, by dynamic
 * programming over a picture made coarse. Straight pieces from point to point are what charts of measurements have, so
 * dashes, markers and other curves on top do not mislead it.
 */
final class Polyline {
    private static final int ROWS = 240;
    private static final int SAMPLES = 36;

    /** A piece with less ink under it than this share of its length is no piece of the curve. */
    private static final double LEAST = 0.22;

    private final double coarse; // pixels per row
    private final boolean[][] ink; // by row and column, both coarse
    private final double[] columns; // of the knots, coarse

    private Polyline(Ink from, double[] knots) {
        coarse = Math.max(1, (double) from.height / ROWS);
        int rows = (int) Math.ceil(from.height / coarse);
        int across = (int) Math.ceil(from.width / coarse);
        ink = new boolean[rows][across];
        for (int y = 0; y < from.height; y++)
            for (int x = 0; x < from.width; x++)
                if (from.at(x, y) >= 0.3) ink[(int) (y / coarse)][(int) (x / coarse)] = true;
        columns = Arrays.stream(knots).map(knot -> knot / coarse).toArray();
    }

    /** The height at each column, in pixels; NaN where the curve does not come. */
    static double[] guess(Ink ink, List<Double> knots) {
        return new Polyline(ink, knots.stream().mapToDouble(one -> one).toArray()).guess();
    }

    private double[] guess() {
        int rows = ink.length;
        int none = rows; // the state of a knot that the curve does not reach
        double[] best = new double[rows + 1];
        int[][] before = new int[columns.length][rows + 1];
        for (int k = 1; k < columns.length; k++) {
            double[] next = new double[rows + 1];
            Arrays.fill(next, Double.NEGATIVE_INFINITY);
            double width = columns[k] - columns[k - 1];
            int rest = top(best, none);
            for (int to = 0; to <= rows; to++) {
                next[to] = best[rest];
                before[k][to] = rest == none ? none : -rest - 1; // the curve ended there, and begins anew
                if (to == none) continue;
                for (int from = 0; from < rows; from++) {
                    if (best[from] + width <= next[to]) continue;
                    double total = best[from] + width * (covered(k, from, to) - LEAST);
                    if (total <= next[to]) continue;
                    next[to] = total;
                    before[k][to] = from;
                }
            }
            best = next;
        }
        return back(best, before);
    }

    private static int top(double[] values, int otherwise) {
        int top = otherwise;
        for (int i = 0; i < values.length; i++) if (values[i] > values[top]) top = i;
        return top;
    }

    /** The share of the straight piece before a knot that has ink under it. */
    private double covered(int knot, int from, int to) {
        int hits = 0;
        double x = columns[knot - 1];
        double step = (columns[knot] - x) / SAMPLES;
        double y = from + 0.5;
        double climb = (double) (to - from) / SAMPLES;
        x += step / 2;
        y += climb / 2;
        for (int i = 0; i < SAMPLES; i++, x += step, y += climb) {
            int column = (int) x;
            if (column >= 0 && column < ink[0].length && ink[(int) y][column]) hits++;
        }
        return (double) hits / SAMPLES;
    }

    private double[] back(double[] last, int[][] before) {
        double[] heights = new double[columns.length];
        Arrays.fill(heights, Double.NaN);
        int at = top(last, ink.length);
        boolean joined = false; // whether a piece begins or ends at the knot
        for (int k = columns.length - 1; k >= 0; k--) {
            int from = k == 0 ? ink.length : before[k][at];
            boolean piece = k > 0 && at < ink.length && from >= 0 && from < ink.length;
            if (at < ink.length && (joined || piece)) heights[k] = (at + 0.5) * coarse;
            joined = piece;
            at = from < 0 ? -from - 1 : from;
        }
        return heights;
    }
}
