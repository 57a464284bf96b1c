package ringside.core.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ringside.core.result.Configuration;
import ringside.core.stats.Comparison;
import ringside.core.stats.Holm;
import ringside.core.stats.Together;

/**
 * Every two platforms that one set measured on one machine, held against each other in the tasks that both have. Only
 * that can show one ahead of the other.
 */
final class Duels {
    private final SequencedMap<List<String>, Duel> duels = new LinkedHashMap<>();
    private final Map<Set<Area>, Map<List<String>, Tested>> tested = new HashMap<>();
    private final Comparison.Rule rule;

    /**
     * Two platforms.
     *
     * @param sure by class and program, ratios that have an interval: above 1 if the first is ahead
     * @param sets that measured both, by class, also by single runs
     * @param meetings in which both were repeated often enough
     * @param besides what the configurations differ in besides their platforms
     */
    record Duel(
            Map<Area, Map<String, List<Level>>> sure,
            Map<Area, SequencedSet<String>> sets,
            List<Meeting> meetings,
            Besides besides) {
        Duel inverse() {
            var inverted = new TreeMap<Area, Map<String, List<Level>>>();
            sure.forEach((area, programs) -> {
                var each = new TreeMap<String, List<Level>>();
                programs.forEach((program, levels) ->
                        each.put(program, levels.stream().map(Level::inverse).toList()));
                inverted.put(area, each);
            });
            return new Duel(
                    inverted, sets, meetings.stream().map(Meeting::inverse).toList(), besides);
        }

        /** Of these classes alone: what does not count must not make them less sure. */
        Map<Area, Level> levels(Set<Area> areas, double margin, int pairs) {
            var counted = new TreeMap<>(sure);
            counted.keySet().retainAll(areas);
            return Level.ofClasses(counted, margin, pairs);
        }

        List<Meeting> meetings(Set<Area> areas) {
            return meetings.stream()
                    .filter(meeting -> areas.contains(meeting.area()))
                    .toList();
        }

        /** That measured both in these classes, in whatever way. */
        List<String> sets(Set<Area> areas) {
            return sets.entrySet().stream()
                    .filter(entry -> areas.contains(entry.getKey()))
                    .flatMap(entry -> entry.getValue().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /**
     * What the configurations of two platforms differ in, or may.
     *
     * @param topics stated to differ
     * @param unstated whether one of them does not state what the other does
     * @param oneMachine whether it is stated that all of them ran on one machine
     */
    record Besides(Set<Topic> topics, boolean unstated, boolean oneMachine) {
        boolean isAny() {
            return unstated || !topics.isEmpty();
        }
    }

    /** What two platforms gave in one task. */
    private record Met(
            SequencedMap<Configuration, Repetitions> one,
            SequencedMap<Configuration, Repetitions> two,
            SequencedSet<String> cells) {
        Met() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
        }
    }

    /** One configuration's part of a meeting. */
    private record Side(Configuration configuration, Repetitions values, String cell) {
        static Side own(Cell cell) {
            return new Side(cell.configuration(), cell.own(), cell.id());
        }

        static Side reference(Cell cell) {
            return new Side(cell.reference(), cell.other(), cell.id());
        }

        String platform() {
            return configuration.platform();
        }
    }

    /** Ratios of two platforms, by class and program. */
    private static final class Tally {
        private final Map<Area, Map<String, List<Level>>> sure = new TreeMap<>();
        private final Map<Area, SequencedSet<String>> sets = new TreeMap<>();
        private final SequencedMap<Task, Met> met = new LinkedHashMap<>();
        private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
        private final Set<List<Configuration>> looked = new LinkedHashSet<>();
        private boolean unstated;
        private boolean oneMachine = true;

        void add(Task task, Side one, Side two, Level level) {
            Area area = Program.of(task).area();
            if (!Double.isNaN(level.error())) {
                put(sure, area, task, level);
                Met both = met.computeIfAbsent(task, any -> new Met());
                both.one().put(one.configuration(), one.values());
                both.two().put(two.configuration(), two.values());
                both.cells().addAll(List.of(one.cell(), two.cell()));
            }
            sets.computeIfAbsent(area, any -> new LinkedHashSet<>()).add(task.set());
            look(one.configuration(), two.configuration());
        }

        private void look(Configuration one, Configuration two) {
            if (!looked.add(List.of(one, two))) return;
            NotAlone.differences(one, two).forEach(difference -> topics.add(difference.topic()));
            unstated |= NotAlone.isUnstated(one, two);
            oneMachine &= Subjects.isStatedOne(one, two);
        }

        private static void put(Map<Area, Map<String, List<Level>>> into, Area area, Task task, Level level) {
            into.computeIfAbsent(area, any -> new TreeMap<>())
                    .computeIfAbsent(task.family(), any -> new ArrayList<>())
                    .add(level);
        }

        Duel done(Comparison.Rule rule, Map<String, Integer> read) {
            var meetings = new ArrayList<Meeting>();
            met.forEach((task, both) -> meetings.add(
                    Meeting.of(task, both.one(), both.two(), both.cells(), read.getOrDefault(task.family(), 1), rule)));
            return new Duel(sure, sets, meetings, new Besides(topics, unstated, oneMachine));
        }
    }

    Duels(Evidence evidence, Trust trust) {
        rule = evidence.rule();
        Map<List<String>, Tally> tallies = new TreeMap<>(java.util.Comparator.comparing(String::valueOf));
        for (Studied set : evidence.sets()) fight(set, trust, tallies);
        Map<String, Integer> read = evidence.cells().stream()
                .collect(Collectors.toMap(cell -> cell.task().family(), any -> 1, Integer::sum));
        tallies.forEach((pair, tally) -> duels.put(pair, tally.done(rule, read)));
        for (List<String> pair : List.copyOf(duels.keySet()))
            duels.put(
                    pair.reversed(),
                    of(pair.getFirst(), pair.getLast()).orElseThrow().inverse());
    }

    private static void fight(Studied set, Trust trust, Map<List<String>, Tally> tallies) {
        Map<Task, List<Cell>> byTask = new LinkedHashMap<>();
        for (Cell cell : set.cells())
            if (trust.orders(cell))
                byTask.computeIfAbsent(cell.task(), any -> new ArrayList<>()).add(cell);
        byTask.forEach((task, cells) -> {
            for (int i = 0; i < cells.size(); i++) {
                Cell a = cells.get(i);
                // The reference stands at 1, exactly, where it is itself a platform
                add(task, Side.own(a), Side.reference(a), Level.of(a), tallies, trust);
                for (int j = i + 1; j < cells.size(); j++) {
                    Cell b = cells.get(j);
                    if (!a.reference().equals(b.reference())) continue;
                    Level one = Level.of(a);
                    Level two = Level.of(b);
                    Level level = new Level(one.log() - two.log(), Math.hypot(one.error(), two.error()), 1, 1);
                    add(task, Side.own(a), Side.own(b), level, tallies, trust);
                }
            }
        });
    }

    private static void add(Task task, Side a, Side b, Level level, Map<List<String>, Tally> tallies, Trust trust) {
        if (a.platform().equals(b.platform())) return;
        if (a.platform().equals(Subjects.HOST) || b.platform().equals(Subjects.HOST)) return;
        if (!trust.orders(
                task.set(),
                a.configuration(),
                b.configuration(),
                Program.of(task).area())) return;
        boolean ordered = a.platform().compareTo(b.platform()) < 0;
        List<String> pair = ordered ? List.of(a.platform(), b.platform()) : List.of(b.platform(), a.platform());
        Tally tally = tallies.computeIfAbsent(pair, any -> new Tally());
        if (ordered) tally.add(task, a, b, level);
        else tally.add(task, b, a, level.inverse());
    }

    /** Whether any set held it against another platform, by ratios that have an interval or also by others. */
    boolean has(String platform, boolean loosely) {
        return duels.entrySet().stream()
                .anyMatch(duel -> duel.getKey().getFirst().equals(platform)
                        && (loosely || !duel.getValue().sure().isEmpty()));
    }

    /** The first platform against the second; empty where no set measured both. */
    Optional<Duel> of(String platform, String other) {
        return Optional.ofNullable(duels.get(List.of(platform, other)));
    }

    /** Every two platforms of which both were repeated often enough in any of these classes, each pair once. */
    List<List<String>> pairs(Collection<Area> areas) {
        return duels.entrySet().stream()
                .filter(duel -> duel.getKey().getFirst().compareTo(duel.getKey().getLast()) < 0)
                .filter(duel -> duel.getValue().sure().keySet().stream().anyMatch(areas::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * What all measurements of two show together.
     *
     * @param levels of the classes, with intervals that hold for all pairs at once
     * @param p how probable that is for equals, among all pairs that these classes tell something of
     * @param isAhead whether the first is ahead by the rule of cells: all measurements together are too rare for equals,
     *     and one of them alone shows it among the cells that it is read with
     */
    record Tested(Map<Area, Level> levels, double p, boolean isAhead) {
        private static final Tested NOT = new Tested(Map.of(), 1, false);
    }

    Tested tested(String platform, String other, Set<Area> areas) {
        return tested.computeIfAbsent(Set.copyOf(areas), this::test).getOrDefault(List.of(platform, other), Tested.NOT);
    }

    private Map<List<String>, Tested> test(Set<Area> areas) {
        List<List<String>> pairs = pairs(areas);
        List<Together> together = pairs.stream()
                .map(pair -> together(of(pair.getFirst(), pair.getLast()).orElseThrow(), areas))
                .toList();
        double[] p = Holm.adjust(together.stream().mapToDouble(Together::p).toArray());
        var all = new HashMap<List<String>, Tested>();
        for (int i = 0; i < p.length; i++) {
            double surplus = together.get(i).surplus();
            for (List<String> pair : List.of(pairs.get(i), pairs.get(i).reversed())) {
                Duel duel = of(pair.getFirst(), pair.getLast()).orElseThrow();
                boolean first = pair.equals(pairs.get(i));
                boolean ahead = p[i] <= rule.level()
                        && (first ? surplus : -surplus) > 0
                        && duel.meetings(areas).stream().anyMatch(meeting -> meeting.isAhead(rule));
                Map<Area, Level> levels = duel.levels(areas, Math.log(1 + rule.difference()), pairs.size());
                all.put(pair, new Tested(levels, p[i], ahead));
            }
        }
        return all;
    }

    private static Together together(Duel duel, Set<Area> areas) {
        return Together.of(duel.meetings(areas).stream().map(Meeting::part).toList());
    }
}
