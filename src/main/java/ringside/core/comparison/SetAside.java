package ringside.core.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measurements of two platforms that do not count, as a guest was too good in them: what they would have said. */
final class SetAside {
    /** By two platforms and class, how far the first is ahead: logarithms, a task each. */
    private final Map<List<String>, Map<Area, List<Double>>> ahead = new HashMap<>();

    private final double margin;

    SetAside(Evidence evidence, Trust trust) {
        margin = Math.log(1 + evidence.rule().difference());
        for (Studied set : evidence.sets()) {
            var tasks = new LinkedHashMap<Task, List<Cell>>();
            for (Cell cell : set.cells())
                if (cell.isOfHost() && cell.hasRatio() && trust.isDoubtful(cell.task()))
                    tasks.computeIfAbsent(cell.task(), any -> new ArrayList<>()).add(cell);
            for (List<Cell> cells : tasks.values())
                for (Cell one : cells)
                    for (Cell two : cells)
                        if (trust.counts(set.name(), one.configuration(), two.configuration())) add(one, two);
        }
    }

    private void add(Cell one, Cell two) {
        if (one.configuration().platform().equals(two.configuration().platform())) return;
        ahead.computeIfAbsent(
                        List.of(
                                one.configuration().platform(),
                                two.configuration().platform()),
                        any -> new HashMap<>())
                .computeIfAbsent(one.area(), any -> new ArrayList<>())
                .add(Math.log(one.ratio() / two.ratio()));
    }

    /** The classes in which what does not count says that the second is ahead, by more than what is cared about. */
    Set<Area> against(String platform, String other, Set<Area> areas) {
        var against = EnumSet.noneOf(Area.class);
        ahead.getOrDefault(List.of(platform, other), Map.of()).forEach((area, logs) -> {
            double mean = logs.stream().mapToDouble(log -> log).average().orElse(0);
            if (areas.contains(area) && mean < -margin) against.add(area);
        });
        return against;
    }
}
