package ringside.core.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import ringside.core.comparison.Claim.Verdict;
import ringside.core.result.Configuration;
import ringside.core.result.Parameters;

/**
 * What the programs of one set have to say of "ahead in most". That needs at least {@value #LEAST_PROGRAMS} programs, or
 * {@value #LEAST_POINTS} points of fewer, whether they were repeated or not. However many metrics a program gives, and
 * however many configurations of two platforms meet in it, it is one, and a point of it is one.
 */
final class Ballot {
    static final int LEAST_PROGRAMS = 3;
    static final int LEAST_POINTS = 10;

    /** The chance with which a coin falls as often on one side, whichever: of six in six, 3 %. */
    private static final double LEVEL = 0.05;

    /** Voices pull in two directions if each has at least one in so many. */
    private static final int DISAGREEING = 10;

    private final Map<String, List<Voice>> programs = new TreeMap<>();
    private final SequencedSet<Cell> cells = new LinkedHashSet<>();
    private final double margin;

    Ballot(double margin) {
        this.margin = margin;
    }

    /**
     * Two configurations at one point of a program's sweep, by one metric or by all of them.
     *
     * @param level above 0 where the first is ahead
     * @param obviously 1 if even the worst of the first is far ahead, -1 if the second's is
     * @param fewest repetitions
     */
    private record Voice(Parameters point, List<Configuration> pair, Level level, int obviously, int fewest) {
        boolean isSure() {
            return !Double.isNaN(level.error());
        }

        static Voice ofMetrics(List<Voice> metrics) {
            List<Voice> sure = metrics.stream().filter(Voice::isSure).toList();
            List<Level> levels =
                    (sure.isEmpty() ? metrics : sure).stream().map(Voice::level).toList();
            int least = metrics.stream().mapToInt(Voice::obviously).min().orElse(0);
            int most = metrics.stream().mapToInt(Voice::obviously).max().orElse(0);
            Voice any = metrics.getFirst();
            return new Voice(
                    any.point,
                    any.pair,
                    Level.ofOneRun(levels),
                    least == most ? least : 0,
                    metrics.stream().mapToInt(Voice::fewest).min().orElse(0));
        }
    }

    private enum Side {
        AHEAD,
        BEHIND,
        LEVEL,
        OPEN
    }

    /** What a ballot tells, and why. */
    record Told(Verdict verdict, String text) {}

    void add(Cell first, Cell second) {
        Level a = Level.of(first);
        Level b = Level.of(second);
        Task task = first.task();
        int obviously = Obvious.isBetter(first.own(), second.own(), task)
                ? 1
                : Obvious.isBetter(second.own(), first.own(), task) ? -1 : 0;
        var voice = new Voice(
                task.point(),
                List.of(first.configuration(), second.configuration()),
                new Level(a.log() - b.log(), Math.hypot(a.error(), b.error()), 1, 1),
                obviously,
                Math.min(first.own().n(), second.own().n()));
        programs.computeIfAbsent(Program.name(task), any -> new ArrayList<>()).add(voice);
        cells.add(first);
        cells.add(second);
    }

    List<Cell> cells() {
        return List.copyOf(cells);
    }

    Told count() {
        List<Level> sure = programs.values().stream()
                .map(Ballot::sure)
                .filter(voices -> !voices.isEmpty())
                .map(Ballot::level)
                .toList();
        if (sure.size() >= LEAST_PROGRAMS)
            return majority(
                    sides(sure, this::side), Phrases.count(sure.size(), "program", "programs") + " with repetitions");
        if (programs.size() >= LEAST_PROGRAMS) return bySigns();
        int points = programs.values().stream()
                .mapToInt(voices ->
                        (int) voices.stream().map(Voice::point).distinct().count())
                .sum();
        String few = Phrases.count(programs.size(), "program", "programs");
        if (points < LEAST_POINTS)
            return new Told(
                    Verdict.NOT_TESTED,
                    "It measured " + few + " of these classes on both, at " + Phrases.count(points, "point", "points")
                            + ": \"most\" needs at least " + LEAST_PROGRAMS + " programs, or " + LEAST_POINTS
                            + " points.");
        List<Voice> voices = voices();
        return majority(
                sides(voices, this::side),
                (voices.size() == points ? "" : voices.size() + " pairs of set-ups at ") + points + " points of "
                        + few);
    }

    private static List<Voice> sure(List<Voice> voices) {
        return voices.stream().filter(Voice::isSure).toList();
    }

    /** Of a program: what was told of one point moves together, and its points do not. */
    private static Level level(List<Voice> program) {
        var points = program.stream()
                .collect(Collectors.groupingBy(
                        Voice::point, LinkedHashMap::new, Collectors.mapping(Voice::level, Collectors.toList())));
        return Level.ofPoints(points.values().stream().map(Level::ofOneRun).toList());
    }

    /** One for each point and each two configurations that meet there. */
    private List<Voice> voices() {
        return programs.values().stream()
                .flatMap(program -> program.stream()
                        .collect(Collectors.groupingBy(
                                voice -> List.of(voice.point(), voice.pair()), LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream())
                .map(Voice::ofMetrics)
                .toList();
    }

    private Side side(Level level) {
        return level.isAhead(margin)
                ? Side.AHEAD
                : level.inverse().isAhead(margin) ? Side.BEHIND : level.isLevel(margin) ? Side.LEVEL : Side.OPEN;
    }

    /** Of what was not repeated often enough only the obvious is known. */
    private Side side(Voice voice) {
        if (voice.isSure()) return side(voice.level());
        return voice.obviously() > 0 ? Side.AHEAD : voice.obviously() < 0 ? Side.BEHIND : Side.OPEN;
    }

    private static <T> Map<Side, Integer> sides(Collection<T> voices, Function<T, Side> side) {
        var sides = new EnumMap<Side, Integer>(Side.class);
        for (Side each : Side.values()) sides.put(each, 0);
        voices.forEach(voice -> sides.merge(side.apply(voice), 1, Integer::sum));
        return sides;
    }

    private static Told majority(Map<Side, Integer> sides, String of) {
        int ahead = sides.getOrDefault(Side.AHEAD, 0);
        int against = sides.getOrDefault(Side.BEHIND, 0) + sides.getOrDefault(Side.LEVEL, 0);
        int all = ahead + against + sides.getOrDefault(Side.OPEN, 0);
        Verdict verdict = 2 * ahead > all
                ? Verdict.SUPPORTED
                : 2 * against > all
                        ? Verdict.CONTRADICTED
                        : isBoth(ahead, against, all) ? Verdict.MIXED : Verdict.NOT_TESTED;
        return new Told(
                verdict,
                "Ahead in " + ahead + ", behind in " + sides.get(Side.BEHIND) + ", level in " + sides.get(Side.LEVEL)
                        + " and open in " + sides.get(Side.OPEN) + " of " + of + "."
                        + (verdict == Verdict.NOT_TESTED ? " Too much of it is open to test it." : ""));
    }

    private static boolean isBoth(long ahead, long against, long all) {
        return ahead * DISAGREEING >= all && against * DISAGREEING >= all && ahead > 0 && against > 0;
    }

    /** Of single values only the direction counts, and of a program's points only their mean. */
    private Told bySigns() {
        int ahead = 0;
        int behind = 0;
        for (List<Voice> program : programs.values()) {
            double log = level(program).log();
            if (log > 0) ahead++;
            if (log < 0) behind++;
        }
        String text = values() + ": ahead in " + ahead + " and behind in " + behind + " of "
                + Phrases.count(programs.size(), "program", "programs");
        if (2 * chance(Math.max(ahead, behind), ahead + behind) <= LEVEL)
            return new Told(
                    ahead > behind ? Verdict.SUPPORTED : Verdict.CONTRADICTED,
                    text + ", which a coin gives at most once in twenty times.");
        List<Voice> voices = voices();
        Map<Side, Integer> sides = sides(voices, this::side);
        int up = sides.getOrDefault(Side.AHEAD, 0);
        int down = sides.getOrDefault(Side.BEHIND, 0);
        int all = voices.size();
        if (isBoth(up, down, all))
            return new Told(
                    Verdict.MIXED,
                    text + "; of " + all + " points it is plainly ahead in " + up + " and plainly behind in " + down
                            + ".");
        return new Told(Verdict.NOT_TESTED, text + ": no more than chance gives, as nobody knows how they vary.");
    }

    /** What the values are, so that nobody takes three repetitions for one. */
    private String values() {
        int most = programs.values().stream()
                .flatMap(List::stream)
                .mapToInt(Voice::fewest)
                .max()
                .orElse(0);
        return most <= 1 ? "Single values or means" : "Too few programs with repetitions enough for an interval";
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
}
