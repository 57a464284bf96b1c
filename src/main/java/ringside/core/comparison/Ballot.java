package ringside.core.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Function;
import ringside.core.comparison.Claim.Verdict;

/**
 * What the programs of one set have to say of "ahead in most". That needs at least {@value #LEAST_PROGRAMS} programs, or
 * {@value #LEAST_POINTS} points of fewer, whether they were repeated or not.
 */
final class Ballot {
    static final int LEAST_PROGRAMS = 3;
    static final int LEAST_POINTS = 10;

    /** The chance with which a coin falls as often on one side, whichever: of six in six, 3 %. */
    private static final double LEVEL = 0.05;

    /** Voices pull in two directions if each has at least one in so many. */
    private static final int DISAGREEING = 10;

    private final Map<String, List<Point>> programs = new TreeMap<>();
    private final SequencedSet<Cell> cells = new LinkedHashSet<>();
    private final double margin;

    Ballot(double margin) {
        this.margin = margin;
    }

    /** Two configurations at one point of a sweep: positive where the first is ahead. */
    private record Point(Level level, int obviously, int fewest) {
        boolean isSure() {
            return !Double.isNaN(level.error());
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
        var point = new Point(
                new Level(a.log() - b.log(), Math.hypot(a.error(), b.error()), 1, 1),
                obviously,
                Math.min(first.own().n(), second.own().n()));
        programs.computeIfAbsent(task.family(), any -> new ArrayList<>()).add(point);
        cells.add(first);
        cells.add(second);
    }

    List<Cell> cells() {
        return List.copyOf(cells);
    }

    Told count() {
        List<Level> sure = programs.values().stream()
                .map(Ballot::sure)
                .filter(points -> !points.isEmpty())
                .map(Level::ofPoints)
                .toList();
        if (sure.size() >= LEAST_PROGRAMS)
            return majority(
                    sides(sure, this::side), Texts.count(sure.size(), "program", "programs") + " with repetitions");
        if (programs.size() >= LEAST_PROGRAMS) return bySigns();
        List<Point> points = points();
        String few = Texts.count(programs.size(), "program", "programs");
        if (points.size() < LEAST_POINTS)
            return new Told(
                    Verdict.NOT_TESTED,
                    "It measured " + few + " of these classes on both, at "
                            + Texts.count(points.size(), "point", "points") + ": \"most\" needs at least "
                            + LEAST_PROGRAMS + " programs, or " + LEAST_POINTS + " points.");
        return majority(sides(points, this::side), points.size() + " points of " + few);
    }

    private static List<Level> sure(List<Point> points) {
        return points.stream().filter(Point::isSure).map(Point::level).toList();
    }

    private List<Point> points() {
        return programs.values().stream().flatMap(List::stream).toList();
    }

    private Side side(Level level) {
        return level.isAhead(margin)
                ? Side.AHEAD
                : level.inverse().isAhead(margin) ? Side.BEHIND : level.isLevel(margin) ? Side.LEVEL : Side.OPEN;
    }

    /** Of a point that was not repeated often enough only the obvious is known. */
    private Side side(Point point) {
        if (point.isSure()) return side(point.level());
        return point.obviously() > 0 ? Side.AHEAD : point.obviously() < 0 ? Side.BEHIND : Side.OPEN;
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
        for (List<Point> points : programs.values()) {
            double log =
                    Level.ofPoints(points.stream().map(Point::level).toList()).log();
            if (log > 0) ahead++;
            if (log < 0) behind++;
        }
        String text = values() + ": ahead in " + ahead + " and behind in " + behind + " of "
                + Texts.count(programs.size(), "program", "programs");
        if (2 * chance(Math.max(ahead, behind), ahead + behind) <= LEVEL)
            return new Told(
                    ahead > behind ? Verdict.SUPPORTED : Verdict.CONTRADICTED,
                    text + ", which a coin gives at most once in twenty times.");
        Map<Side, Integer> sides = sides(points(), this::side);
        int up = sides.getOrDefault(Side.AHEAD, 0);
        int down = sides.getOrDefault(Side.BEHIND, 0);
        int all = points().size();
        if (isBoth(up, down, all))
            return new Told(
                    Verdict.MIXED,
                    text + "; of " + all + " points it is plainly ahead in " + up + " and plainly behind in " + down
                            + ".");
        return new Told(Verdict.NOT_TESTED, text + ": no more than chance gives, as nobody knows how they vary.");
    }

    /** What the values are, so that nobody takes three repetitions for one. */
    private String values() {
        int most = points().stream().mapToInt(Point::fewest).max().orElse(0);
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
