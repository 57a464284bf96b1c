package ringside.core.figure;

import java.util.Set;

/**
 * How a reader wants to see a figure.
 *
 * @param sets names of the sets to show; empty for all that have data
 * @param hidden configurations left out, as {@code set/label}
 * @param relative each value as percent of the same set's host at the same point
 * @param spread whether error bars are drawn
 * @param points whether every repetition is drawn
 */
public record View(
        Set<String> sets,
        Set<String> hidden,
        boolean relative,
        YScale yScale,
        Statistic statistic,
        boolean spread,
        boolean points) {
    public static final View DEFAULT =
            new View(Set.of(), Set.of(), false, YScale.AUTOMATIC, Statistic.MEDIAN, true, false);

    public View {
        sets = Set.copyOf(sets);
        hidden = Set.copyOf(hidden);
    }

    /** AUTOMATIC takes a logarithmic axis where the values span more than {@link Plotting#UNLIKE}. */
    public enum YScale {
        AUTOMATIC,
        LINEAR,
        LOG
    }

    public enum Statistic {
        MEDIAN,
        MEAN
    }

    public View withSets(Set<String> other) {
        return new View(other, hidden, relative, yScale, statistic, spread, points);
    }

    public View withHidden(Set<String> other) {
        return new View(sets, other, relative, yScale, statistic, spread, points);
    }

    public View withRelative(boolean other) {
        return new View(sets, hidden, other, yScale, statistic, spread, points);
    }

    public View withYScale(YScale other) {
        return new View(sets, hidden, relative, other, statistic, spread, points);
    }

    public View withStatistic(Statistic other) {
        return new View(sets, hidden, relative, yScale, other, spread, points);
    }

    public View withSpread(boolean other) {
        return new View(sets, hidden, relative, yScale, statistic, other, points);
    }

    public View withPoints(boolean other) {
        return new View(sets, hidden, relative, yScale, statistic, spread, other);
    }
}
