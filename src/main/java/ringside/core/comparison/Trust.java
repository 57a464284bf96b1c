package ringside.core.comparison;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ringside.core.result.Configuration;

/** What the findings leave of the evidence: only that counts in ranking, map and claims. */
final class Trust {
    private final Set<Task> doubtful = new HashSet<>();
    private final Set<List<String>> apart = new HashSet<>();
    private final Map<List<Object>, Integer> preferred = new HashMap<>();

    Trust(Evidence evidence, List<Finding> findings) {
        Map<String, Cell> cells = new HashMap<>();
        evidence.cells().forEach(cell -> cells.put(cell.id(), cell));
        for (Finding finding : findings) {
            switch (finding.kind()) {
                case TOO_GOOD ->
                    finding.cells().stream()
                            .map(cells::get)
                            .forEach(cell -> doubtful.add(
                                    java.util.Objects.requireNonNull(cell).task()));
                case IMPLAUSIBLE, OTHER_MACHINE ->
                    keepApart(
                            finding.set(),
                            finding.subjects().getFirst(),
                            finding.subjects().getLast());
                default -> {}
            }
        }
        for (Studied set : evidence.sets())
            for (Task task : set.measured().keySet()) preferred.merge(measurement(task), preference(task), Math::min);
    }

    private void keepApart(String set, String a, String b) {
        apart.add(List.of(set, a, b));
        apart.add(List.of(set, b, a));
    }

    private static List<Object> measurement(Task task) {
        // HPC Challenge tells different things under different names; fio tells one thing under several
        boolean several =
                Program.of(task.benchmark(), task.metric(), task.point()).preference() == 0
                        && !task.benchmark().equals("fio");
        return several
                ? List.of(task.set(), task.benchmark(), task.point(), task.metric())
                : List.of(task.set(), task.benchmark(), task.point());
    }

    private static int preference(Task task) {
        return Program.of(task.benchmark(), task.metric(), task.point()).preference();
    }

    /** Whether the task tells something that no other told of the same measurement, and nothing speaks against it. */
    boolean counts(Task task) {
        return !doubtful.contains(task)
                && preference(task) == preferred.getOrDefault(measurement(task), preference(task));
    }

    /** Whether the two may be held against each other for their platforms. */
    boolean counts(String set, Configuration a, Configuration b) {
        return !apart.contains(List.of(set, a.label(), b.label()))
                && !Topic.INSIDE
                        .of(a)
                        .flatMap(one -> Topic.INSIDE.of(b).filter(two -> !two.equals(one)))
                        .isPresent();
    }

    /** Whether its ratio counts as what the platform makes of the reference. */
    boolean counts(Cell cell) {
        return cell.hasRatio() && counts(cell.task()) && counts(cell.set(), cell.configuration(), cell.reference());
    }
}
