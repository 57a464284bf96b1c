package ringside.core.comparison;

import java.util.ArrayList;
import java.util.List;
import ringside.core.stats.Comparison;
import ringside.core.stats.Outliers;

/** Values far from the rest by both rules: said, and left in. */
final class FarOut implements SetCheck {
    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        int values = 0;
        var series = new ArrayList<String>();
        for (var task : set.measured().entrySet())
            for (var one : task.getValue().entrySet()) {
                int far = far(one.getValue());
                values += far;
                if (far > 0)
                    series.add(one.getKey().label() + " in " + task.getKey().text());
            }
        if (values == 0) return List.of();
        String text = Phrases.count(values, "value", "values") + " in " + series.size()
                + " series stand far from the rest by Tukey's rule and by the MAD's. They are counted like all others;"
                + " medians hardly feel them.";
        List<String> cells = set.cells().stream()
                .filter(cell -> far(cell.own()) > 0 || far(cell.other()) > 0)
                .map(Cell::id)
                .toList();
        return List.of(new Finding(Finding.Kind.OUTLIERS, set.name(), text, cells, List.of(), series));
    }

    private static int far(Repetitions one) {
        if (one.n() < 5) return 0;
        Outliers outliers = Outliers.of(one.values());
        return (int) outliers.tukey().stream().filter(outliers.mad()::contains).count();
    }
}
