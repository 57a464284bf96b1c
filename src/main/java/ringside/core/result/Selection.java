package ringside.core.result;

import java.util.Map;
import java.util.Set;

/**
 * Which samples one asks for. An empty set of names means all of them.
 *
 * @param where parameter → accepted values; a sample without the parameter matches only {@link #ABSENT}
 */
public record Selection(
        Set<String> sets,
        Set<String> benchmarks,
        Set<String> metrics,
        Set<String> units,
        Map<String, Set<String>> where) {
    /** Accepts a sample that does not state the parameter. */
    public static final String ABSENT = "-";

    public static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

    public Selection {
        sets = Set.copyOf(sets);
        benchmarks = Set.copyOf(benchmarks);
        metrics = Set.copyOf(metrics);
        units = Set.copyOf(units);
        where = Map.copyOf(where);
    }

    public static Selection ofSets(Set<String> sets) {
        return new Selection(sets, Set.of(), Set.of(), Set.of(), Map.of());
    }

    public Selection withBenchmark(String benchmark) {
        return new Selection(sets, Set.of(benchmark), metrics, units, where);
    }

    public boolean accepts(Parameters parameters) {
        for (var wanted : where.entrySet()) {
            String value = parameters.get(wanted.getKey());
            if (!wanted.getValue().contains(value == null ? ABSENT : value)) return false;
        }
        return true;
    }
}
