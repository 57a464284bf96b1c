package ringside.core.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import ringside.core.result.Better;
import ringside.core.result.Configuration;
import ringside.core.stats.Comparison;
import ringside.core.stats.Contest;
import ringside.core.stats.Together;

/**
 * Two platforms in one task that both were measured in often enough, held against each other without a third.
 *
 * @param cells ids of those that show them beside their reference
 * @param ratio of the first to the second, above 1 is better
 * @param n repetitions of the first, and {@code other} of the second
 * @param read how many cells of this metric are read together, as in their own verdicts
 * @param steady whether they differ by more than they drift
 */
record Meeting(
        Task task,
        Area area,
        List<String> cells,
        double ratio,
        int n,
        int other,
        Together.Part part,
        int read,
        boolean steady) {
    Meeting {
        cells = List.copyOf(cells);
    }

    /** What was measured of both, by configuration. */
    static Meeting of(
            Task task,
            SequencedMap<Configuration, Repetitions> one,
            SequencedMap<Configuration, Repetitions> two,
            Collection<String> cells,
            int read,
            Comparison.Rule rule) {
        var contest = new Contest(values(one), values(two), task.metric().better() == Better.LOWER);
        // Values of several configurations stand in no order of time
        boolean ordered = one.size() == 1 && two.size() == 1;
        double ratio = contest.ratio();
        return new Meeting(
                task,
                Program.of(task).area(),
                new ArrayList<>(cells),
                ratio,
                contest.values().length,
                contest.reference().length,
                Together.Part.of(contest),
                read,
                !ordered || contest.drift(rule.level()) < Math.abs(ratio - 1));
    }

    private static double[] values(Map<Configuration, Repetitions> measured) {
        return measured.values().stream()
                .flatMapToDouble(repetitions -> Arrays.stream(repetitions.values()))
                .toArray();
    }

    Meeting inverse() {
        var inverted = new Together.Part(-part.surplus(), part.variance(), part.p());
        return new Meeting(task, area, cells, 1 / ratio, other, n, inverted, read, steady);
    }

    /** Among all cells of its metric. */
    double p() {
        return Math.min(1, part.p() * read);
    }

    /** Whether it alone shows the first ahead, by what cells are judged by. */
    boolean isAhead(Comparison.Rule rule) {
        return p() <= rule.level() && ratio >= 1 + rule.difference() && part.surplus() > 0 && steady;
    }

    /** Whether it would show one of the two ahead if its values held still. */
    boolean isSpoiltByDrift(Comparison.Rule rule) {
        return !steady && p() <= rule.level();
    }
}
