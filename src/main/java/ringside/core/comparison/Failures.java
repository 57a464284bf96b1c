package ringside.core.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import ringside.core.stats.Comparison;

/** Measurements that gave nothing, and programs that Ringside cannot place. */
final class Failures implements SetCheck {
    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        var findings = new ArrayList<Finding>();
        failed(set, findings);
        var unknown = new TreeSet<String>();
        var cells = new ArrayList<String>();
        for (Cell cell : set.cells())
            if (cell.area() == Area.OTHER) {
                unknown.add(cell.task().benchmark());
                cells.add(cell.id());
            }
        if (!unknown.isEmpty())
            findings.add(new Finding(
                    Finding.Kind.UNKNOWN,
                    set.name(),
                    "Ringside does not know " + Phrases.some(List.copyOf(unknown), 6)
                            + ": the cells are shown, and count only where the class \"other\" is given weight.",
                    cells,
                    List.of()));
        return findings;
    }

    private static void failed(Studied set, List<Finding> findings) {
        var reasons = new LinkedHashSet<String>();
        var subjects = new LinkedHashSet<String>();
        var series = new ArrayList<String>();
        for (var task : set.measured().entrySet())
            for (var one : task.getValue().entrySet()) {
                if (one.getValue().failures().isEmpty()) continue;
                reasons.addAll(one.getValue().failures());
                subjects.add(one.getKey().label());
                series.add(one.getKey().label() + " in " + task.getKey().text()
                        + (one.getValue().n() == 0 ? "" : " (" + one.getValue().n() + " are left)"));
            }
        if (series.isEmpty()) return;
        findings.add(new Finding(
                Finding.Kind.FAILED,
                set.name(),
                "In " + Phrases.count(series.size(), "series", "series") + " of "
                        + Phrases.some(List.copyOf(subjects), 4) + " measurements failed ("
                        + Phrases.some(List.copyOf(reasons), 3) + "): they are missing, never counted as zero.",
                set.cells().stream()
                        .filter(cell -> !cell.own().failures().isEmpty()
                                || !cell.other().failures().isEmpty())
                        .map(Cell::id)
                        .toList(),
                List.copyOf(subjects),
                series));
    }
}
