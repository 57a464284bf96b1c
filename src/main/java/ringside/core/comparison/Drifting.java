package ringside.core.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import ringside.core.result.Configuration;
import ringside.core.stats.Comparison;
import ringside.core.stats.Drift;
import ringside.core.stats.Holm;

/** Series that move with the order in which they were measured, by more than is cared about. */
final class Drifting implements SetCheck {
    private record Series(Task task, Configuration configuration, Drift drift) {}

    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        var all = new ArrayList<Series>();
        set.measured()
                .forEach((task, own) -> own.forEach((configuration, values) -> {
                    if (values.n() > 0) all.add(new Series(task, configuration, Drift.of(values.values())));
                }));
        double[] p = Holm.adjust(
                all.stream().mapToDouble(series -> series.drift().p()).toArray());
        var drifting = new ArrayList<Series>();
        for (int i = 0; i < p.length; i++) {
            double change = Math.abs(all.get(i).drift().change());
            if (p[i] <= rule.level() && change > rule.difference()) drifting.add(all.get(i));
        }
        if (drifting.isEmpty()) return List.of();
        var where = new HashSet<List<Object>>();
        drifting.forEach(series -> where.add(List.of(series.task(), series.configuration())));
        Series most = drifting.stream()
                .max(Comparator.comparingDouble(
                        series -> Math.abs(series.drift().change())))
                .orElseThrow();
        String text = (drifting.size() == 1
                        ? "1 series moves with the order of its repetitions: "
                        : drifting.size() + " series move with the order of their repetitions, most ")
                + most.configuration().label() + " in "
                + most.task().text() + ": by "
                + Phrases.percent(Math.abs(most.drift().change()))
                + " of its median from the first to the last.";
        return List.of(new Finding(
                Finding.Kind.DRIFT,
                set.name(),
                text,
                set.cells().stream()
                        .filter(cell -> where.contains(List.of(cell.task(), cell.configuration()))
                                || where.contains(List.of(cell.task(), cell.reference())))
                        .map(Cell::id)
                        .toList(),
                drifting.stream()
                        .map(series -> series.configuration().label())
                        .distinct()
                        .toList()));
    }
}
