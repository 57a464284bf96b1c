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
        int series = 0;
        var cells = new ArrayList<String>();
        for (var task : set.measured().values())
            for (Repetitions one : task.values()) {
                int far = far(one);
                values += far;
                series += far > 0 ? 1 : 0;
            }
        if (values == 0) return List.of();
        for (Cell cell : set.cells()) if (far(cell.own()) > 0 || far(cell.other()) > 0) cells.add(cell.id());
        String text = Texts.count(values, "value", "values") + " in " + series
                + " series stand far from the rest by Tukey's rule and by the MAD's. They are counted like all others;"
                + " medians hardly feel them.";
        return List.of(new Finding(Finding.Kind.OUTLIERS, set.name(), text, cells, List.of()));
    }

    private static int far(Repetitions one) {
        if (one.n() < 5) return 0;
        Outliers outliers = Outliers.of(one.values());
        return (int) outliers.tukey().stream().filter(outliers.mad()::contains).count();
    }
}
