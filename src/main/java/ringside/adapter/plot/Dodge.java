package ringside.adapter.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ringside.core.figure.Plot;

/**
 * Where the bars of one category stand: side by side around its middle, the same width everywhere. Only series
 * that have a point there take room, so a figure with one configuration a category has its bars in the middle.
 */
final class Dodge {
    private static final double GROUP = 0.82;

    private final Map<Long, List<Integer>> present = new TreeMap<>();
    private final double slot;

    Dodge(Plot plot) {
        for (int s = 0; s < plot.series().size(); s++)
            for (Plot.Point point : plot.series().get(s).points()) {
                List<Integer> there = present.computeIfAbsent(Math.round(point.x()), _ -> new ArrayList<>());
                if (!there.contains(s)) there.add(s);
            }
        int most = present.values().stream().mapToInt(List::size).max().orElse(1);
        this.slot = Math.min(0.62, GROUP / most);
    }

    /** The most bars in one category. */
    boolean single() {
        return present.values().stream().allMatch(there -> there.size() == 1);
    }

    /** What one bar and its share of the gap take of a category. */
    double slot() {
        return slot;
    }

    double middle(int series, double category, double narrowing) {
        List<Integer> there = present.getOrDefault(Math.round(category), List.of(series));
        int rank = Math.max(0, there.indexOf(series));
        return category + (rank + 0.5 - there.size() / 2.0) * slot * narrowing;
    }
}
