package ringside.core.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import ringside.core.result.Configuration;

/**
 * Every two platforms that one set measured on one machine, held against each other in the tasks that both have. Only
 * that can show one ahead of the other.
 */
final class Duels {
    private final Map<List<String>, Duel> duels = new HashMap<>();

    /**
     * Two platforms.
     *
     * @param sure by class, from ratios that have an interval: above 1 if the first is ahead
     * @param loose by class, from all ratios, also of single runs
     * @param sets that measured both
     */
    record Duel(Map<Area, Level> sure, Map<Area, Level> loose, SequencedSet<String> sets) {
        Duel inverse() {
            var inverted = new TreeMap<Area, Level>();
            sure.forEach((area, level) -> inverted.put(area, level.inverse()));
            var looselyInverted = new TreeMap<Area, Level>();
            loose.forEach((area, level) -> looselyInverted.put(area, level.inverse()));
            return new Duel(inverted, looselyInverted, sets);
        }
    }

    /** Ratios of two platforms, by class and program. */
    private static final class Tally {
        private final Map<Area, Map<String, List<Level>>> sure = new TreeMap<>();
        private final Map<Area, Map<String, List<Level>>> loose = new TreeMap<>();
        private final SequencedSet<String> sets = new LinkedHashSet<>();

        void add(Task task, Level level) {
            Area area = Program.of(task).area();
            if (!Double.isNaN(level.error())) put(sure, area, task, level);
            put(loose, area, task, level);
            sets.add(task.set());
        }

        private static void put(Map<Area, Map<String, List<Level>>> into, Area area, Task task, Level level) {
            into.computeIfAbsent(area, any -> new TreeMap<>())
                    .computeIfAbsent(task.family(), any -> new ArrayList<>())
                    .add(level);
        }

        Duel done(double margin) {
            return new Duel(Level.ofClasses(sure, margin), Level.ofClasses(loose, margin), sets);
        }
    }

    Duels(Evidence evidence, Trust trust) {
        Map<List<String>, Tally> tallies = new HashMap<>();
        for (Studied set : evidence.sets()) fight(set, trust, tallies);
        double margin = Math.log(1 + evidence.rule().difference());
        tallies.forEach((pair, tally) -> {
            Duel duel = tally.done(margin);
            duels.put(pair, duel);
            duels.put(pair.reversed(), duel.inverse());
        });
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
                add(task, a.configuration(), a.reference(), Level.of(a), tallies, trust);
                for (int j = i + 1; j < cells.size(); j++) {
                    Cell b = cells.get(j);
                    if (!a.reference().equals(b.reference())) continue;
                    Level one = Level.of(a);
                    Level two = Level.of(b);
                    Level level = new Level(one.log() - two.log(), Math.hypot(one.error(), two.error()), 1, 1);
                    add(task, a.configuration(), b.configuration(), level, tallies, trust);
                }
            }
        });
    }

    private static void add(
            Task task, Configuration a, Configuration b, Level level, Map<List<String>, Tally> tallies, Trust trust) {
        if (a.platform().equals(b.platform())) return;
        if (a.platform().equals(Subjects.HOST) || b.platform().equals(Subjects.HOST)) return;
        if (!trust.orders(task.set(), a, b, Program.of(task).area())) return;
        boolean ordered = a.platform().compareTo(b.platform()) < 0;
        List<String> pair = ordered ? List.of(a.platform(), b.platform()) : List.of(b.platform(), a.platform());
        tallies.computeIfAbsent(pair, any -> new Tally()).add(task, ordered ? level : level.inverse());
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
}
