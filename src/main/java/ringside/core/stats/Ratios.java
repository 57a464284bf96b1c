package ringside.core.stats;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Geometric means of performance ratios, each over the same cells: P. J. Fleming and J. J. Wallace, "How not to lie with
 * statistics: the correct way to summarize benchmark results", Communications of the ACM 29 (1986). A mean over other
 * cells than its neighbour's compares the cells, not the subjects.
 *
 * @param means of each subject, over {@code cells} alone; no subject has one where no cell is common to all
 * @param cells that every subject has, in the order of the first subject
 * @param leftOut of each subject that has more, the cells that do not count
 */
public record Ratios<S, C>(Map<S, Double> means, Set<C> cells, Map<S, Set<C>> leftOut) {

    /** @throws IllegalArgumentException if a ratio is not above zero */
    public static <S, C> Ratios<S, C> of(Map<S, Map<C, Double>> ratios) {
        Set<C> common = common(ratios.values());
        var means = new LinkedHashMap<S, Double>();
        var leftOut = new LinkedHashMap<S, Set<C>>();
        ratios.forEach((subject, own) -> {
            if (!common.isEmpty()) means.put(subject, mean(own, common));
            var rest = new LinkedHashSet<>(own.keySet());
            rest.removeAll(common);
            if (!rest.isEmpty()) leftOut.put(subject, rest);
        });
        return new Ratios<>(means, common, leftOut);
    }

    private static <C> Set<C> common(Collection<Map<C, Double>> all) {
        var common = new LinkedHashSet<C>();
        boolean first = true;
        for (Map<C, Double> one : all) {
            if (first) common.addAll(one.keySet());
            else common.retainAll(one.keySet());
            first = false;
        }
        return common;
    }

    private static <C> double mean(Map<C, Double> ratios, Set<C> cells) {
        double logarithms = 0;
        for (C cell : cells) {
            double ratio = ratios.getOrDefault(cell, Double.NaN);
            if (!(ratio > 0)) throw new IllegalArgumentException("a ratio above zero, not " + ratio + " of " + cell);
            logarithms += Math.log(ratio);
        }
        return Math.exp(logarithms / cells.size());
    }
}
