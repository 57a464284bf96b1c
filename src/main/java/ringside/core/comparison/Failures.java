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
                    "Ringside does not know " + Texts.some(List.copyOf(unknown), 6)
                            + ": the cells are shown, and count only where the class \"other\" is given weight.",
                    cells,
                    List.of()));
        return findings;
    }

    private static void failed(Studied set, List<Finding> findings) {
        var reasons = new LinkedHashSet<String>();
        var subjects = new LinkedHashSet<String>();
        int tasks = 0;
        for (var task : set.measured().values())
            for (var one : task.entrySet()) {
                if (one.getValue().failures().isEmpty()) continue;
                tasks++;
                reasons.addAll(one.getValue().failures());
                subjects.add(one.getKey().label());
            }
        if (tasks == 0) return;
        findings.add(new Finding(
                Finding.Kind.FAILED,
                set.name(),
                "In " + Texts.count(tasks, "series", "series") + " of " + Texts.some(List.copyOf(subjects), 4)
                        + " measurements failed (" + Texts.some(List.copyOf(reasons), 3)
                        + "): they are missing, never counted as zero.",
                List.of(),
                List.copyOf(subjects)));
    }
}
