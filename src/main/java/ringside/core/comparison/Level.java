package ringside.core.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.stats.Interval;

/**
 * A geometric mean of ratios: programs count alike, however many points each has. See {@link ringside.core.stats.Ratios}
 * for why it is geometric.
 *
 * @param log natural logarithm of the mean
 * @param error standard error of {@code log}; NaN where a ratio has no interval
 * @param programs how many programs stand behind it
 * @param ratios how many ratios
 */
record Level(double log, double error, int programs, int ratios) {
    private static final double Z = 1.959964;
    private static final double CONFIDENCE = 0.95;

    /** Student's 97.5 % quantiles by degrees of freedom from 1, as parts of the normal one. */
    private static final double[] WIDER = {6.483, 2.195, 1.624, 1.417, 1.312, 1.249, 1.207, 1.177, 1.154, 1.137};

    static Level of(Cell cell) {
        double error = cell.interval()
                .filter(any -> cell.isSure())
                .map(interval -> (Math.log(interval.high()) - Math.log(interval.low())) / (2 * Z))
                .orElse(Double.NaN);
        return new Level(Math.log(cell.ratio()), error, 1, 1);
    }

    /** Of the points of one program. Their intervals are combined as independent ones. */
    static Level ofPoints(Collection<Level> points) {
        return mean(points, 1);
    }

    /**
     * Of programs. Where some are above 1 and some below, what is said of their kind rests on how they scatter, not on
     * how well each was measured.
     */
    static Level ofPrograms(Map<String, List<Level>> programs, double margin) {
        List<Level> each = programs.values().stream().map(Level::ofPoints).toList();
        Level mean = mean(each, each.size());
        boolean up = each.stream().anyMatch(level -> level.log > margin);
        boolean down = each.stream().anyMatch(level -> level.log < -margin);
        if (!up || !down) return mean;
        double squares = each.stream()
                .mapToDouble(level -> Math.pow(level.log - mean.log, 2))
                .sum();
        double scatter = Math.sqrt(squares / (each.size() - 1) / each.size());
        double wider = each.size() - 2 < WIDER.length ? WIDER[each.size() - 2] : 1.1;
        return new Level(mean.log, Math.max(mean.error, scatter * wider), mean.programs, mean.ratios);
    }

    /** Of several, each counting alike. */
    static Level mean(Collection<Level> levels, int programs) {
        double log = 0;
        double squares = 0;
        int ratios = 0;
        for (Level level : levels) {
            log += level.log;
            squares += level.error * level.error;
            ratios += level.ratios;
        }
        int n = levels.size();
        return new Level(log / n, Math.sqrt(squares) / n, programs, ratios);
    }

    double share() {
        return Math.exp(log);
    }

    Optional<Interval> interval() {
        if (Double.isNaN(error)) return Optional.empty();
        return Optional.of(new Interval(Math.exp(log - Z * error), Math.exp(log + Z * error), CONFIDENCE));
    }

    /** Surely above 1, and by more than the margin in its logarithm. */
    boolean isAhead(double margin) {
        return log >= margin && log - Z * error > 0;
    }

    /** Both ends within the margin. */
    boolean isLevel(double margin) {
        return Math.abs(log) + Z * error <= margin;
    }

    Level inverse() {
        return new Level(-log, error, programs, ratios);
    }
}
