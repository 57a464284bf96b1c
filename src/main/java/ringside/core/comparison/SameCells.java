package ringside.core.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.core.platform.Platforms;
import ringside.core.stats.Ratios;

/** Shares of native that stand in one column of the map, and are not means over the same measurements. */
final class SameCells {
    private static final int MOST = 6;

    private SameCells() {}

    static List<Finding> findings(Evidence evidence, OverheadMap map) {
        Map<String, Cell> cells = evidence.cells().stream().collect(Collectors.toMap(Cell::id, cell -> cell));
        var findings = new ArrayList<Finding>();
        for (Area area : map.areas()) {
            List<OverheadMap.Entry> column =
                    map.entries().stream().filter(entry -> entry.area() == area).toList();
            var ratios = new LinkedHashMap<String, Map<Task, Double>>();
            for (OverheadMap.Entry entry : column) ratios.put(entry.platform(), ratios(entry, cells));
            Ratios<String, Task> means = Ratios.of(ratios);
            if (!means.leftOut().isEmpty()) findings.add(finding(area, column, ratios, means));
        }
        return findings;
    }

    /** The classes that these findings are about. */
    static Set<Area> areas(Evidence evidence, List<Finding> findings) {
        var ids = findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.OTHER_CELLS)
                .flatMap(finding -> finding.cells().stream())
                .collect(Collectors.toSet());
        return evidence.cells().stream()
                .filter(cell -> ids.contains(cell.id()))
                .map(Cell::area)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Area.class)));
    }

    /** By task; configurations of one platform counting alike. */
    private static Map<Task, Double> ratios(OverheadMap.Entry entry, Map<String, Cell> cells) {
        var logs = entry.cells().stream()
                .map(cells::get)
                .collect(Collectors.groupingBy(
                        Cell::task, LinkedHashMap::new, Collectors.averagingDouble(cell -> Math.log(cell.ratio()))));
        logs.replaceAll((task, log) -> Math.exp(log));
        return logs;
    }

    private static Finding finding(
            Area area,
            List<OverheadMap.Entry> column,
            Map<String, Map<Task, Double>> ratios,
            Ratios<String, Task> means) {
        List<String> each = column.stream()
                .map(entry -> name(entry) + " " + Phrases.percent(entry.share()) + " over "
                        + ratios.getOrDefault(entry.platform(), Map.of()).size())
                .toList();
        List<String> common = column.stream()
                .filter(entry -> means.means().containsKey(entry.platform()))
                .map(entry ->
                        name(entry) + " " + Phrases.percent(means.means().getOrDefault(entry.platform(), Double.NaN)))
                .toList();
        String text = area.title() + ": the shares of native are means over different measurements ("
                + Phrases.some(each, MOST) + "), so they are not to be read against each other. "
                + (common.isEmpty()
                        ? "No measurement is common to all of them."
                        : "Over the " + Phrases.count(means.cells().size(), "measurement", "measurements")
                                + " that all of them have, points counting alike: " + Phrases.some(common, MOST) + ".");
        return new Finding(
                Finding.Kind.OTHER_CELLS,
                "",
                text,
                column.stream().flatMap(entry -> entry.cells().stream()).toList(),
                column.stream().map(SameCells::name).toList());
    }

    private static String name(OverheadMap.Entry entry) {
        return Platforms.of(entry.platform()).name();
    }
}
