package ringside.core.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import ringside.core.Progress;
import ringside.core.result.Configuration;
import ringside.core.stats.Comparison;
import ringside.core.stats.Crossing;
import ringside.core.stats.Interval;
import ringside.core.stats.Verdict;

/**
 * Looks for sweeps in which two guests change places for sure: one is faster at one point and slower at another, by the
 * same rule that judges cells, over all points of the two curves together. Curves of equals cross wherever chance has it;
 * these are not looked at.
 */
final class Crossovers {
    private final Comparison.Rule rule;
    private final List<Crossover> found = new ArrayList<>();

    private Crossovers(Comparison.Rule rule) {
        this.rule = rule;
    }

    static List<Crossover> of(Map<Task, Map<Configuration, Repetitions>> measured, Comparison.Rule rule) {
        var crossovers = new Crossovers(rule);
        sweeps(measured).forEach(crossovers::look);
        return List.copyOf(crossovers.found);
    }

    /** One parameter of a benchmark, all others held. */
    private record Sweep(String family, String parameter, String others) {}

    private record At(Task task, Map<Configuration, Repetitions> values) {}

    private static Map<Sweep, SortedMap<Double, At>> sweeps(Map<Task, Map<Configuration, Repetitions>> measured) {
        var sweeps = new LinkedHashMap<Sweep, SortedMap<Double, At>>();
        measured.forEach((task, values) -> task.point().asMap().forEach((parameter, value) -> {
            double x = number(value);
            if (x > 0)
                sweeps.computeIfAbsent(
                                new Sweep(
                                        task.family(),
                                        parameter,
                                        task.point().without(parameter).toString()),
                                any -> new TreeMap<>())
                        .put(x, new At(task, values));
        }));
        return sweeps;
    }

    private static double number(String text) {
        return text.matches("\\d{1,15}(\\.\\d{1,9})?") ? Double.parseDouble(text) : Double.NaN;
    }

    private void look(Sweep sweep, SortedMap<Double, At> points) {
        if (points.size() < 2) return;
        List<Configuration> guests = points.values().stream()
                .flatMap(at -> at.values().keySet().stream())
                .filter(one -> !one.platform().equals(Subjects.HOST))
                .distinct()
                .sorted(Subjects.ORDER)
                .toList();
        for (int i = 0; i < guests.size(); i++)
            for (int j = i + 1; j < guests.size(); j++)
                if (!guests.get(i).platform().equals(guests.get(j).platform()))
                    look(sweep, points, guests.get(i), guests.get(j));
    }

    private void look(Sweep sweep, SortedMap<Double, At> points, Configuration a, Configuration b) {
        Progress.checkCancelled();
        var both = new TreeMap<Double, At>();
        double most = 0;
        double least = 0;
        for (var point : points.entrySet()) {
            Repetitions one = point.getValue().values().get(a);
            Repetitions two = point.getValue().values().get(b);
            if (one == null || two == null || Math.min(one.n(), two.n()) < Comparison.FEWEST) continue;
            both.put(point.getKey(), point.getValue());
            double log = Math.log(one.median() / two.median());
            most = Math.max(most, log);
            least = Math.min(least, log);
        }
        double margin = Math.log(1 + rule.difference());
        if (most >= margin && least <= -margin) judge(sweep, both, a, b);
    }

    private void judge(Sweep sweep, NavigableMap<Double, At> points, Configuration a, Configuration b) {
        List<Comparison> judged = Comparison.family(
                points.values().stream()
                        .map(at -> Evidence.contest(values(at, a), values(at, b), at.task()))
                        .toList(),
                rule);
        Verdict before = Verdict.CANNOT_TELL;
        double from = Double.NaN;
        int i = 0;
        for (double x : points.keySet()) {
            Verdict now = judged.get(i++).verdict();
            if (now != Verdict.FASTER && now != Verdict.SLOWER) continue;
            if (before != Verdict.CANNOT_TELL && now != before)
                cross(
                        sweep,
                        points.subMap(from, true, x, true),
                        before == Verdict.FASTER ? a : b,
                        now == Verdict.FASTER ? a : b);
            before = now;
            from = x;
        }
    }

    private static Repetitions values(At at, Configuration one) {
        Repetitions values = at.values().get(one);
        if (values == null) throw new IllegalStateException(one + " was not measured there");
        return values;
    }

    /** Between two points that tell, with points between them that do not: from the first crossing to the last. */
    private void cross(Sweep sweep, NavigableMap<Double, At> points, Configuration below, Configuration above) {
        List<Crossing> crossings = Crossing.of(curve(points, below), curve(points, above), rule.bootstrap());
        if (crossings.isEmpty()) return;
        double low = crossings.stream().mapToDouble(Crossing::low).min().orElseThrow();
        double high = crossings.stream().mapToDouble(Crossing::high).max().orElseThrow();
        double x = Math.sqrt(crossings.getFirst().x() * crossings.getLast().x());
        found.add(new Crossover(
                points.firstEntry().getValue().task(),
                sweep.parameter(),
                below,
                above,
                x,
                new Interval(low, high, rule.bootstrap().confidence())));
    }

    private static SortedMap<Double, double[]> curve(SortedMap<Double, At> points, Configuration of) {
        var curve = new TreeMap<Double, double[]>();
        points.forEach((x, at) -> curve.put(x, values(at, of).values()));
        return curve;
    }
}
