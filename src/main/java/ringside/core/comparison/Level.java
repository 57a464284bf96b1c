package ringside.core.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ringside.core.stats.Interval;
import ringside.core.stats.Scatter;

/**
 * A geometric mean of ratios: programs count alike, however many points each has. See {@link ringside.core.stats.Ratios}
 * for why it is geometric.
 *
 * <p>Where some programs are above 1 and some below, in whichever class, what is said of a class rests on how programs
 * scatter ({@link Scatter}), not on how well each was measured. Programs are then taken to scatter alike in every class:
 * one class of two programs says next to nothing of its own scatter, and would drown what the others show. Where all
 * programs point one way, what is said is said of these programs.
 *
 * @param log natural logarithm of the mean
 * @param error standard error of {@code log}; NaN where a ratio has no interval
 * @param programs how many programs stand behind it
 * @param ratios how many ratios
 */
record Level(double log, double error, int programs, int ratios) {
    private static final double Z = 1.959964;
    private static final double CONFIDENCE = 0.95;

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

    /** Of what one run tells in several ways, as its metrics do: that moves together, so errors do not average out. */
    static Level ofOneRun(Collection<Level> metrics) {
        Level mean = mean(metrics, 1);
        double error = metrics.stream().mapToDouble(Level::error).average().orElse(Double.NaN);
        return new Level(mean.log, error, 1, mean.ratios);
    }

    static <A> Map<A, Level> ofClasses(Map<A, Map<String, List<Level>>> classes, double margin) {
        return ofClasses(classes, margin, 1);
    }

    /**
     * Of each class of programs, by the name of the program.
     *
     * @param family how many such means are read together: their intervals are as wide as it takes for all of them to
     *     hold at once (Bonferroni)
     */
    static <A> Map<A, Level> ofClasses(Map<A, Map<String, List<Level>>> classes, double margin, int family) {
        double confidence = 1 - (1 - CONFIDENCE) / family;
        Map<A, List<Level>> programs = new TreeMap<>();
        classes.forEach((area, points) ->
                programs.put(area, points.values().stream().map(Level::ofPoints).toList()));
        boolean apart =
                pullApart(programs.values().stream().flatMap(List::stream).toList(), margin);
        Scatter scatter = Scatter.within(programs.values().stream()
                .map(each -> each.stream().mapToDouble(Level::log).toArray())
                .toList());
        Map<A, Level> levels = new TreeMap<>();
        programs.forEach((area, each) -> {
            Level mean = mean(each, each.size());
            Level wide = mean.wider(confidence);
            levels.put(area, apart ? wide.within(scatter, confidence) : wide);
        });
        return levels;
    }

    private static boolean pullApart(List<Level> programs, double margin) {
        return programs.stream().anyMatch(level -> level.isAbove(margin))
                && programs.stream().anyMatch(level -> level.inverse().isAbove(margin));
    }

    /** By more than the margin, or surely, however little. */
    private boolean isAbove(double margin) {
        return log > margin || log - Z * error > 0;
    }

    private Level wider(double confidence) {
        if (confidence <= CONFIDENCE) return this;
        return new Level(log, error * Interval.errors(confidence) / Z, programs, ratios);
    }

    private Level within(Scatter scatter, double confidence) {
        double unsure = scatter.halfWidth(programs, confidence) / Z;
        return unsure > error ? new Level(log, unsure, programs, ratios) : this;
    }

    /** Of the programs of one class, of which alone it says something. */
    static Level ofPrograms(Map<String, List<Level>> programs, double margin) {
        return ofClasses(Map.of("", programs), margin).values().iterator().next();
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
