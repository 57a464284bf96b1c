package ringside.core.comparison;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import ringside.core.comparison.Claim.BySet;
import ringside.core.comparison.Claim.Test;
import ringside.core.comparison.Claim.Verdict;
import ringside.core.figure.Figures;
import ringside.core.result.Configuration;

/** Holds claims against result sets. */
final class Claims {
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
        return Phrases.some(List.copyOf(platforms), 5);
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

    private BySet judge(Studied set, Set<Area> areas, Predicate<Configuration> one, Predicate<Configuration> two) {
        var ballot = new Ballot(margin);
        boolean met = vote(ballot, set, areas, one, two);
        List<Cell> cells = ballot.cells();
        if (cells.isEmpty())
            return untested(
                    set,
                    met
                            ? "What it measured of both does not count: see its findings."
                            : "It measured no program of these classes on both.");
        Ballot.Told told = ballot.count();
        return new BySet(
                set.name(),
                told.verdict(),
                told.text() + crossing(set, areas, one, two),
                cells.stream().map(Cell::id).toList(),
                told.verdict() == Verdict.NOT_TESTED ? List.of() : List.copyOf(OverheadMap.behind(cells, figures)));
    }

    /** A count over programs hides where along a sweep the two change places. */
    private String crossing(Studied set, Set<Area> areas, Predicate<Configuration> one, Predicate<Configuration> two) {
        List<Crossover> between = set.crossovers().stream()
                .filter(each -> areas.contains(each.area()) && trust.counts(each))
                .filter(each -> (one.test(each.below()) && two.test(each.above()))
                        || (one.test(each.above()) && two.test(each.below())))
                .toList();
        return between.isEmpty()
                ? ""
                : " They change places along " + Phrases.count(between.size(), "sweep", "sweeps") + ", first in "
                        + between.getFirst().text();
    }

    /** Whether both kinds met in any task, also where that does not count. */
    private boolean vote(
            Ballot ballot, Studied set, Set<Area> areas, Predicate<Configuration> one, Predicate<Configuration> two) {
        boolean met = false;
        for (Configuration first : set.configurations().stream().filter(one).toList()) {
            Map<Task, Cell> own = set.cellsOf(first);
            for (Configuration second :
                    set.configurations().stream().filter(two).toList()) {
                if (first.equals(second)) continue;
                for (Cell other : set.cellsOf(second).values()) {
                    Cell cell = own.get(other.task());
                    if (cell == null || !areas.contains(cell.area())) continue;
                    met = true;
                    if (counts(cell, other)) ballot.add(cell, other);
                }
            }
        }
        return met;
    }

    private boolean counts(Cell cell, Cell other) {
        return trust.counts(cell.set(), cell.configuration(), other.configuration(), cell.area())
                && trust.counts(cell)
                && trust.counts(other)
                && cell.reference().equals(other.reference());
    }
}
