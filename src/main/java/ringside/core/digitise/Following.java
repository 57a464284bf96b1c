package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ringside.core.Progress;

/**
 * Follows one curve from left to right through the ink of its colour, past legends, other curves on top of it and the gaps
 * of a dashed line: of all ways, the one that leaps least and covers most columns. Found by dynamic programming.
 */
final class Following {
    /** A column without the curve costs as much as a leap of one pixel. */
    private static final double MISSED = 1;

    /** Between stretches that touch, the nearer centre wins. */
    private static final double BEND = 0.02;

    /** Across a gap a curve goes on as steeply as it likes, within reason. */
    private static final double FREE_SLOPE = 1.5;

    private final List<List<Stretch>> columns;
    private final double[][] cost;
    private final int[][] before; // the column and place in it that came before, as column * MOST + place; -1: none
    private static final int MOST = 1 << 12;

    private Following(List<List<Stretch>> columns) {
        this.columns = columns;
        cost = new double[columns.size()][];
        before = new int[columns.size()][];
    }

    /** At most one stretch of each column; columns without one are left out. */
    static List<Stretch> through(Ink ink) {
        var columns = new ArrayList<List<Stretch>>();
        for (int x = 0; x < ink.width; x++)
            columns.add(Stretch.in(ink, x).stream().limit(MOST - 1).toList());
        return new Following(columns).follow();
    }

    private List<Stretch> follow() {
        int reach = Math.max(20, columns.size() / 4);
        for (int x = 0; x < columns.size(); x++) {
            int count = columns.get(x).size();
            cost[x] = new double[count];
            before[x] = new int[count];
            Arrays.fill(before[x], -1);
            for (int i = 0; i < count; i++) arrive(x, i, reach);
        }
        return back();
    }

    private void arrive(int x, int i, int reach) {
        Progress.checkCancelled();
        Stretch here = columns.get(x).get(i);
        double least = MISSED * x;
        for (int from = x - 1; from >= Math.max(0, x - reach); from--) {
            double skipped = MISSED * (x - from - 1);
            List<Stretch> others = columns.get(from);
            for (int j = 0; j < others.size(); j++) {
                double total = cost[from][j] + skipped + leap(others.get(j), here);
                if (total >= least) continue;
                least = total;
                before[x][i] = from * MOST + j;
            }
            // what lies further back only skips more
            if (skipped > least) break;
        }
        cost[x][i] = least;
    }

    private static double leap(Stretch from, Stretch to) {
        double free = FREE_SLOPE * (to.column() - from.column() - 1);
        return Math.max(0, from.gap(to) - free) + BEND * Math.abs(from.centre() - to.centre());
    }

    private List<Stretch> back() {
        double least = MISSED * columns.size();
        int at = -1;
        for (int x = 0; x < columns.size(); x++)
            for (int i = 0; i < columns.get(x).size(); i++) {
                double total = cost[x][i] + MISSED * (columns.size() - 1 - x);
                if (total >= least) continue;
                least = total;
                at = x * MOST + i;
            }
        var found = new ArrayList<Stretch>();
        while (at >= 0) {
            int x = at / MOST;
            found.add(columns.get(x).get(at % MOST));
            at = before[x][at % MOST];
        }
        return found.reversed();
    }
}
