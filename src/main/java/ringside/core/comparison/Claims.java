package ringside.core.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import ringside.core.comparison.Claim.BySet;
import ringside.core.comparison.Claim.Test;
import ringside.core.comparison.Claim.Verdict;
import ringside.core.figure.Figures;
import ringside.core.result.Configuration;

/** Holds claims against result sets. */
final class Claims {
    /** The chance with which a coin would give as many heads: of five in five, 3 %. */
    private static final double LEVEL = 0.05;

    /** A program's points pull in two directions if each has at least one in so many. */
    private static final int DISAGREEING = 10;

    private final Evidence evidence;
    private final Trust trust;
    private final Figures figures;
    private final double margin;

    Claims(Evidence evidence, Trust trust, Figures figures) {
        this.evidence = evidence;
        this.trust = trust;
        this.figures = figures;
        this.margin = Math.log(1 + evidence.rule().difference());
    }

    Claim.Tested test(Claim claim) {
        List<BySet> sets = evidence.sets().stream()
                .filter(set -> !set.measured().isEmpty())
                .map(set -> bySet(claim, set))
                .toList();
        var behind = new LinkedHashSet<String>();
        sets.forEach(set -> behind.addAll(set.figures()));
        return new Claim.Tested(
                claim, Verdict.of(sets.stream().map(BySet::verdict).toList()), sets, List.copyOf(behind));
    }

    private BySet bySet(Claim claim, Studied set) {
        return switch (claim.test()) {
            case Test.None(String because) -> untested(set, because);
            case Test.Most(Set<Area> areas, Set<String> platforms, Set<String> against) -> {
                if (none(set, platforms)) yield untested(set, "It measured none of " + names(platforms) + ".");
                if (none(set, against)) yield untested(set, "It measured none of " + names(against) + ".");
                yield set.isOfHost()
                        ? judge(
                                set,
                                areas,
                                one -> platforms.contains(one.platform()),
                                two -> against.contains(two.platform()))
                        : withoutHost(set);
            }
            case Test.Setting(Set<Area> areas, Set<String> platforms, Set<String> names) -> {
                Predicate<Configuration> on = one -> platforms.contains(one.platform()) && is(one, names, true);
                Predicate<Configuration> off = two -> platforms.contains(two.platform()) && is(two, names, false);
                boolean both = set.configurations().stream().anyMatch(on)
                        && set.configurations().stream().anyMatch(off);
                if (!both) yield untested(set, "It has no platform both with and without it.");
                yield set.isOfHost() ? judge(set, areas, on, off) : withoutHost(set);
            }
        };
    }

    private static boolean none(Studied set, Set<String> platforms) {
        return set.measured().values().stream()
                .noneMatch(task -> task.keySet().stream().anyMatch(one -> platforms.contains(one.platform())));
    }

    private static String names(Set<String> platforms) {
        return Texts.some(List.copyOf(platforms), 5);
    }

    private static boolean is(Configuration configuration, Set<String> names, boolean on) {
        return configuration.settings().entrySet().stream()
                .filter(setting -> names.contains(setting.getKey().toLowerCase(Locale.ROOT)))
                .map(setting -> setting.getValue().toLowerCase(Locale.ROOT))
                .anyMatch(
                        value -> value.matches(on ? "(on|yes|true|1|enabled)\\b.*" : "(off|no|false|0|disabled)\\b.*"));
    }

    private static BySet withoutHost(Studied set) {
        return untested(
                set, set.hasHost() ? "Its host is not what all are held against." : "Its host was not measured.");
    }

    private static BySet untested(Studied set, String why) {
        return new BySet(set.name(), Verdict.NOT_TESTED, why, List.of(), List.of());
    }

    /** Ratios of the first kind to the second, by program, and the tasks in which both met, also where that does not count. */
    private record Votes(
            Map<String, List<Level>> sure, Map<String, List<Level>> loose, SequencedSet<Cell> cells, Set<Task> met) {}

    private BySet judge(Studied set, Set<Area> areas, Predicate<Configuration> one, Predicate<Configuration> two) {
        Votes votes = votes(set, areas, one, two);
        if (votes.cells().isEmpty())
            return untested(
                    set,
                    !votes.met().isEmpty()
                            ? "What it measured of both does not count: see its findings."
                            : "It measured no program of these classes on both.");
        return votes.sure().isEmpty() ? bySigns(set, votes) : bySureOnes(set, votes);
    }

    private Votes votes(Studied set, Set<Area> areas, Predicate<Configuration> one, Predicate<Configuration> two) {
        var votes = new Votes(new TreeMap<>(), new TreeMap<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (Configuration first : set.configurations().stream().filter(one).toList()) {
            Map<Task, Cell> own = set.cellsOf(first);
            for (Configuration second :
                    set.configurations().stream().filter(two).toList()) {
                if (first.equals(second)) continue;
                Map<Task, Cell> others = set.cellsOf(second);
                own.forEach((task, cell) -> {
                    Cell other = others.get(task);
                    if (other == null || !areas.contains(cell.area())) return;
                    votes.met().add(task);
                    boolean counts = trust.counts(set.name(), first, second)
                            && trust.counts(cell)
                            && trust.counts(other)
                            && cell.reference().equals(other.reference());
                    if (!counts) return;
                    Level a = Level.of(cell);
                    Level b = Level.of(other);
                    Level level = new Level(a.log() - b.log(), Math.hypot(a.error(), b.error()), 1, 1);
                    if (!Double.isNaN(level.error())) put(votes.sure(), task, level);
                    put(votes.loose(), task, level);
                    votes.cells().add(cell);
                    votes.cells().add(other);
                });
            }
        }
        return votes;
    }

    private static void put(Map<String, List<Level>> votes, Task task, Level level) {
        votes.computeIfAbsent(task.family(), any -> new ArrayList<>()).add(level);
    }

    private BySet bySureOnes(Studied set, Votes votes) {
        int ahead = 0;
        int behind = 0;
        int level = 0;
        for (List<Level> points : votes.sure().values()) {
            Level mean = Level.ofPoints(points);
            if (mean.isAhead(margin)) ahead++;
            else if (mean.inverse().isAhead(margin)) behind++;
            else if (mean.isLevel(margin)) level++;
        }
        int all = votes.sure().size();
        String text = "Ahead in " + ahead + ", behind in " + behind + ", level in " + level + " and open in "
                + (all - ahead - behind - level) + " of " + Texts.count(all, "program", "programs")
                + " with repetitions.";
        Verdict verdict = 2 * ahead > all
                ? Verdict.SUPPORTED
                : 2 * (behind + level) > all
                        ? Verdict.CONTRADICTED
                        : ahead + behind + level == 0 ? Verdict.NOT_TESTED : Verdict.MIXED;
        return told(set, verdict, text, votes);
    }

    /** Of single values only the direction counts, and of a program's points only their mean. */
    private BySet bySigns(Studied set, Votes votes) {
        int ahead = 0;
        int behind = 0;
        for (List<Level> points : votes.loose().values()) {
            double log = Level.ofPoints(points).log();
            if (log > 0) ahead++;
            if (log < 0) behind++;
        }
        String text = "Single values or means: ahead in " + ahead + " and behind in " + behind + " of "
                + Texts.count(votes.loose().size(), "program", "programs");
        if (chance(ahead, ahead + behind) <= LEVEL)
            return told(set, Verdict.SUPPORTED, text + ", which a coin gives at most once in twenty times.", votes);
        if (chance(behind, ahead + behind) <= LEVEL)
            return told(set, Verdict.CONTRADICTED, text + ", which a coin gives at most once in twenty times.", votes);
        if (ahead > 0 && behind > 0) return told(set, Verdict.MIXED, text + ".", votes);
        long up = points(votes, margin, 1);
        long down = points(votes, margin, -1);
        long all = votes.loose().values().stream().mapToLong(List::size).sum();
        if (up * DISAGREEING >= all && down * DISAGREEING >= all)
            return told(
                    set,
                    Verdict.MIXED,
                    text + "; of its " + all + " points it is ahead in " + up + " and behind in " + down + ".",
                    votes);
        return told(set, Verdict.NOT_TESTED, text + ": too few to test it, as nobody knows how they vary.", votes);
    }

    private static long points(Votes votes, double margin, int sign) {
        return votes.loose().values().stream()
                .flatMap(List::stream)
                .filter(level -> sign * level.log() >= margin)
                .count();
    }

    /** A sign test: how probable it is that a fair coin gives at least this many heads (J. Arbuthnot, 1710). */
    static double chance(int heads, int tosses) {
        double sum = 0;
        double ways = 1; // of choosing k
        for (int k = 0; k <= tosses; k++) {
            if (k > 0) ways = ways * (tosses - k + 1) / k;
            if (k >= heads) sum += ways;
        }
        return tosses == 0 ? 1 : sum / Math.pow(2, tosses);
    }

    private BySet told(Studied set, Verdict verdict, String text, Votes votes) {
        List<Cell> cells = List.copyOf(votes.cells());
        return new BySet(
                set.name(),
                verdict,
                text,
                cells.stream().map(Cell::id).toList(),
                verdict == Verdict.NOT_TESTED ? List.of() : List.copyOf(OverheadMap.behind(cells, figures)));
    }
}
