package ringside.core.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import ringside.core.stats.Comparison;

/** Values of which nobody knows how they vary, and means whose runs are not there. */
final class SingleRuns implements SetCheck {
    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        var findings = new ArrayList<Finding>();
        Predicate<Cell> summary = cell -> cell.own().isSummary() || cell.other().isSummary();
        List<Cell> alone = set.cells().stream()
                .filter(cell -> cell.interval().isEmpty() && cell.hasRatio())
                .toList();
        add(
                set,
                Finding.Kind.SINGLE_RUNS,
                alone.stream().filter(summary.negate()).toList(),
                "rest on a single run: how much they vary is not known, so there is no interval and no verdict.",
                findings);
        add(
                set,
                Finding.Kind.SUMMARIES,
                alone.stream().filter(summary).toList(),
                "rest on published means: their single runs are not there, so there is no interval and no verdict.",
                findings);
        return findings;
    }

    private static void add(Studied set, Finding.Kind kind, List<Cell> cells, String text, List<Finding> findings) {
        if (cells.isEmpty()) return;
        String how = cells.size() == set.cells().size()
                ? "All " + cells.size() + " cells "
                : cells.size() + " of " + set.cells().size() + " cells ";
        findings.add(new Finding(
                kind,
                set.name(),
                how + text,
                cells.stream().map(Cell::id).toList(),
                cells.stream()
                        .map(cell -> cell.configuration().label())
                        .distinct()
                        .toList()));
    }
}
