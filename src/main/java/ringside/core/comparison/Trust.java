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
    private final Set<List<String>> suspected = new HashSet<>();
    private final Set<List<String>> bare = new HashSet<>();
    private final Set<String> emulated = new HashSet<>();
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
                case IMPLAUSIBLE -> pair(suspected, finding);
                case OTHER_MACHINE -> pair(apart, finding);
                case INSIDE_EMULATION -> emulated.add(finding.set());
                default -> {}
            }
        }
        for (Studied set : evidence.sets()) if (!set.hasHost()) bare.addAll(unlike(set));
        for (Studied set : evidence.sets())
            for (Task task : set.measured().keySet()) preferred.merge(measurement(task), preference(task), Math::min);
    }

    private static void pair(Set<List<String>> pairs, Finding finding) {
        String a = finding.subjects().getFirst();
        String b = finding.subjects().getLast();
        pairs.add(List.of(finding.set(), a, b));
        pairs.add(List.of(finding.set(), b, a));
    }

    /**
     * Those whose set-ups are stated to differ in what bends CPU programs, where no bare host is beside them that would
     * show what the set-up does: how far they are apart does not matter.
     */
    private static Set<List<String>> unlike(Studied set) {
        var pairs = new HashSet<List<String>>();
        for (Configuration a : set.configurations())
            for (Configuration b : set.configurations())
                if (!Subjects.isEmulated(a)
                        && !Subjects.isEmulated(b)
                        && NotAlone.differences(a, b).stream()
                                .anyMatch(
                                        difference -> difference.topic().bends().contains(Area.CPU)))
                    pairs.add(List.of(set.name(), a.label(), b.label()));
        return pairs;
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
                && !emulated.contains(task.set())
                && preference(task) == preferred.getOrDefault(measurement(task), preference(task));
    }

    /** Whether a guest was too good in it to be true. */
    boolean isDoubtful(Task task) {
        return doubtful.contains(task);
    }

    /** Whether the two may be held against each other for their platforms. */
    boolean counts(String set, Configuration a, Configuration b) {
        return !apart.contains(List.of(set, a.label(), b.label()))
                && !Topic.INSIDE
                        .of(a)
                        .flatMap(one -> Topic.INSIDE.of(b).filter(two -> !two.equals(one)))
                        .isPresent();
    }

    /** Whether what the two give in a class of programs may be put down to their platforms. */
    boolean counts(String set, Configuration a, Configuration b, Area area) {
        return counts(set, a, b) && !(area == Area.CPU && suspected.contains(List.of(set, a.label(), b.label())));
    }

    /** Whether its ratio counts as what the platform makes of the reference. */
    boolean counts(Cell cell) {
        return orders(cell) && counts(cell.set(), cell.configuration(), cell.reference(), cell.area());
    }

    /**
     * Whether it may order its platform among others. A suspicion that something slow is so by its set-up takes nothing
     * away here: else a guest would come further up by being slower.
     */
    boolean orders(Cell cell) {
        return cell.hasRatio() && counts(cell.task()) && counts(cell.set(), cell.configuration(), cell.reference());
    }

    /** Whether it tells something of the two platforms. */
    boolean counts(Crossover crossover) {
        return counts(crossover.task())
                && orders(crossover.set(), crossover.below(), crossover.above(), crossover.area());
    }

    /** Whether the two may be ordered by a class of programs. */
    boolean orders(String set, Configuration a, Configuration b, Area area) {
        return counts(set, a, b) && !(area == Area.CPU && bare.contains(List.of(set, a.label(), b.label())));
    }
}
