package ringside.core.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import ringside.core.stats.Comparison;

/** Measurements during which the machine below took processor time away. */
final class StolenTime implements SetCheck {
    private static final double WORTH_SAYING = 0.01;

    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        double most = 0;
        int series = 0;
        int all = 0;
        var subjects = new TreeSet<String>();
        for (var task : set.measured().values())
            for (var one : task.entrySet()) {
                all++;
                double stolen = one.getValue().stolen();
                if (!(stolen >= WORTH_SAYING)) continue;
                series++;
                most = Math.max(most, stolen);
                subjects.add(one.getKey().label());
            }
        if (series == 0) return List.of();
        String text = "While " + series + " of " + Phrases.count(all, "series was", "series were")
                + " measured the machine below took processor time away, at most " + Phrases.percent(most)
                + " of a run: what is slow or scattered there may be its neighbours.";
        return List.of(new Finding(Finding.Kind.STEAL, set.name(), text, cells(set), new ArrayList<>(subjects)));
    }

    private static List<String> cells(Studied set) {
        return set.cells().stream()
                .filter(cell ->
                        cell.own().stolen() >= WORTH_SAYING || cell.other().stolen() >= WORTH_SAYING)
                .map(Cell::id)
                .toList();
    }
}
