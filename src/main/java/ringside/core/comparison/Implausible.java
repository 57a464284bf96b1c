package ringside.core.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Better;
import ringside.core.result.Configuration;
import ringside.core.stats.Comparison;
import ringside.core.stats.Together;

/**
 * Programs that only compute, and yet differ much between two configurations on one machine. Hardware virtualization
 * runs them on the bare processor (Popek and Goldberg's efficiency), so the set-up is suspected. What repetitions show
 * of configurations that are stated to differ in nothing else is believed nevertheless; and whatever is suspected, a
 * guest never gains by it: see {@link Trust#orders(Cell)}.
 */
final class Implausible implements SetCheck {
    /**
     * A convention, not a law, taken from the published sets that come with the program. There the repetitions of such a program stay within 13 % of
     * each other in four of five series, so that a wider gap is mostly no chance; in the others they are up to one half apart,
     * so that of single runs nobody knows. Configurations that ran it fewer than four times are at most 8 % apart in set-ups
     * that nobody calls different, and 31 % or more in those that are stated to differ (a hidden topology, another word
     * size, another clock governor): this lies between, nearer to the few percent that virtualization costs.
     */
    static final double MOST = 1.15;

    /** Standard errors that a published spread must leave between the two, as for what is too good to be true. */
    private static final double ERRORS = 3;

    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        var findings = new ArrayList<Finding>();
        var bad = new LinkedHashSet<Configuration>();
        List<Configuration> all = set.configurations();
        for (Configuration host : all)
            if (host.platform().equals(Subjects.HOST))
                for (Configuration guest : all)
                    if (!guest.platform().equals(Subjects.HOST) && !bad.contains(guest))
                        if (compare(set, host, guest, rule, findings)) bad.add(guest);
        for (int i = 0; i < all.size(); i++)
            for (int j = i + 1; j < all.size(); j++) {
                Configuration a = all.get(i);
                Configuration b = all.get(j);
                boolean hosts =
                        a.platform().equals(Subjects.HOST) || b.platform().equals(Subjects.HOST);
                if (!hosts && !bad.contains(a) && !bad.contains(b)) compare(set, a, b, rule, findings);
            }
        return findings;
    }

    /**
     * How two compute.
     *
     * @param level of the second over the first, above 0 if it is faster; programs count alike. Its error is that of the
     *     values or of the spreads that are published with them; NaN where some say nothing of it
     * @param repeated whether every value behind it was repeated on both, often enough for an interval
     * @param obvious whether the worst of the faster is far beyond the best of the slower in every task
     * @param parts of those that were repeated at all
     */
    private record Pace(
            Level level,
            boolean repeated,
            boolean obvious,
            Set<Task> tasks,
            List<String> programs,
            List<Together.Part> parts) {
        /** Past what repetitions of equals give by chance; of single values often nobody knows what that is. */
        boolean isShown(double chance) {
            if (isUnknown()) return true;
            return parts.size() == tasks.size()
                    ? obvious || Together.of(parts).p() <= chance
                    : Math.abs(level.log()) > ERRORS * level.error();
        }

        /** Whether it is not known how far another run would be from some of the values. */
        boolean isUnknown() {
            return Double.isNaN(level.error());
        }

        boolean isFar() {
            return Math.abs(level.log()) >= Math.log(MOST);
        }

        boolean isFaster() {
            return level.log() > 0;
        }

        String times() {
            return Phrases.times(Math.exp(Math.abs(level.log())));
        }
    }

    /** Whether the two differ more than they can by their platforms. */
    private static boolean compare(
            Studied set, Configuration a, Configuration b, Comparison.Rule rule, List<Finding> findings) {
        if (Subjects.isEmulated(a) || Subjects.isEmulated(b) || Subjects.differInMachine(a, b)) return false;
        Pace pace = pace(set, a, b);
        int pairs = set.configurations().size() * (set.configurations().size() - 1) / 2;
        if (pace.tasks().isEmpty() || !pace.isFar() || !pace.isShown(rule.level() / pairs)) return false;
        findings.add(finding(set, a, b, pace));
        return true;
    }

    private static Pace pace(Studied set, Configuration a, Configuration b) {
        var programs = new LinkedHashMap<String, List<Level>>();
        var tasks = new LinkedHashSet<Task>();
        boolean repeated = true;
        boolean slower = true;
        boolean faster = true;
        var parts = new ArrayList<Together.Part>();
        for (Map.Entry<Task, Map<Configuration, Repetitions>> one :
                set.measured().entrySet()) {
            Task task = one.getKey();
            Repetitions first = one.getValue().get(a);
            Repetitions second = one.getValue().get(b);
            if (first == null || second == null || first.n() == 0 || second.n() == 0) continue;
            if (!Program.of(task).computes()) continue;
            double ratio = second.median() / first.median();
            if (!(ratio > 0) || Double.isInfinite(ratio)) continue;
            double log = Math.log(task.metric().better() == Better.LOWER ? 1 / ratio : ratio);
            double noise = Math.hypot(first.noise(), second.noise());
            programs.computeIfAbsent(Program.name(task), any -> new ArrayList<>())
                    .add(new Level(log, noise, 1, 1));
            tasks.add(task);
            repeated &= Math.min(first.n(), second.n()) >= Comparison.FEWEST;
            slower &= Obvious.isBetter(first, second, task);
            faster &= Obvious.isBetter(second, first, task);
            if (Math.min(first.n(), second.n()) > 1) parts.add(Together.Part.of(Evidence.contest(second, first, task)));
        }
        Level level = Level.mean(programs.values().stream().map(Level::ofPoints).toList(), programs.size());
        return new Pace(level, repeated, slower || faster, tasks, List.copyOf(programs.keySet()), parts);
    }

    private static Finding finding(Studied set, Configuration a, Configuration b, Pace pace) {
        Configuration fast = pace.isFaster() ? b : a;
        Configuration slow = pace.isFaster() ? a : b;
        boolean host = a.platform().equals(Subjects.HOST);
        List<String> stated = NotAlone.differences(a, b).stream()
                .filter(difference -> difference.topic().bends().contains(Area.CPU))
                .map(difference -> difference.topic().title())
                .toList();
        boolean counts = pace.repeated() && stated.isEmpty() && !(host && fast.equals(b));
        String text = fast.label() + " computes " + pace.times() + " faster than " + slow.label() + " ("
                + Phrases.some(pace.programs(), 4) + ", "
                + Phrases.count(pace.tasks().size(), "measurement", "measurements") + "). "
                + (counts ? believed(set, a, b) : doubted(stated, pace, host ? b : null) + ordered(pace, set));
        return new Finding(
                counts ? Finding.Kind.LARGE : Finding.Kind.IMPLAUSIBLE,
                set.name(),
                text,
                set.cells().stream()
                        .filter(cell -> pace.tasks().contains(cell.task())
                                && (cell.configuration().equals(a)
                                        || cell.configuration().equals(b)))
                        .map(Cell::id)
                        .toList(),
                List.of(a.label(), b.label()));
    }

    private static String believed(Studied set, Configuration a, Configuration b) {
        var differing = EnumSet.noneOf(Topic.class);
        NotAlone.differences(a, b).forEach(difference -> differing.add(difference.topic()));
        boolean unstated = NotAlone.isUnstated(a, b);
        if (a.platform().equals(Subjects.HOST))
            for (Configuration other : set.configurations()) {
                if (other.platform().equals(b.platform()) || other.platform().equals(Subjects.HOST)) continue;
                NotAlone.differences(b, other).forEach(difference -> differing.add(difference.topic()));
                unstated |= NotAlone.isUnstated(b, other);
            }
        String besides = !differing.isEmpty()
                ? "the guests of this set are stated to differ in "
                        + Phrases.some(differing.stream().map(Topic::title).toList(), 6) + " too"
                : unstated
                        ? "whether the guests of this set differ in more than their platforms is not stated of all"
                        : "no other difference is stated";
        return "Such a program runs on the bare processor under both, where a few percent are usual. It was repeated"
                + (Subjects.isStatedOne(a, b) ? " on one machine" : ", though not stated to be on one machine")
                + ", so it counts; " + besides
                + ". Look at the clock rate, the CPU model, the topology and the software before the platform is blamed.";
    }

    private static String doubted(List<String> stated, Pace pace, @Nullable Configuration guest) {
        return (pace.isUnknown() ? "How far another run would be from these values is not known. " : "")
                + "Such a program runs on the bare processor under both, so"
                + (pace.isUnknown() ? ", unless it is chance, this" : " this")
                + " points at the clock rate, the CPU model, the topology or other software rather than at the platform"
                + (stated.isEmpty() ? "" : "; stated to differ: " + Phrases.all(stated)) + ". "
                + (guest == null
                        ? "In CPU programs the two are therefore not held against each other."
                        : "The CPU programs of " + guest.label()
                                + " therefore do not count for its platform, in the map or for a claim.");
    }

    private static String ordered(Pace pace, Studied set) {
        return pace.repeated() && set.hasHost()
                ? " In the order they do, as they were repeated: nothing comes further up for being slow."
                : "";
    }
}
