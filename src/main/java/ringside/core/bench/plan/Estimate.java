package ringside.core.bench.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;

/**
 * How long a sweep takes on one host. Before anything is measured it goes by what the benchmarks expect; every call that
 * was measured corrects the expectation for itself, for those of the same benchmark, and, while a benchmark has none of
 * its own, for all others. Not safe for use by several threads.
 */
public final class Estimate {
    private final Plan.Repetitions repetitions;
    private final Map<String, Point> points = new LinkedHashMap<>();
    private final Map<String, Ratio> benchmarks = new HashMap<>();
    private final Ratio all = new Ratio();

    private static final class Point {
        final Measurement measurement;
        int calls;
        double seconds;
        boolean settled;

        Point(Measurement measurement) {
            this.measurement = measurement;
        }

        double expected() {
            return measurement.expected().toNanos() / 1e9;
        }
    }

    /** What was measured against what was expected. */
    private static final class Ratio {
        double expected;
        double measured;

        double value() {
            return expected > 0 ? measured / expected : 1;
        }
    }

    public Estimate(Plan.Repetitions repetitions, List<Measurement> sweep) {
        this.repetitions = repetitions;
        for (Measurement measurement : sweep) {
            points.put(measurement.id(), new Point(measurement));
            benchmarks.putIfAbsent(measurement.benchmark(), new Ratio());
        }
    }

    /** A call, warm-up or not, took so long, with all that goes with it. */
    public void took(Measurement measurement, Duration duration) {
        Point point = point(measurement);
        double seconds = duration.toNanos() / 1e9;
        point.calls++;
        point.seconds += seconds;
        for (Ratio ratio : List.of(all, benchmark(point))) {
            ratio.expected += point.expected();
            ratio.measured += seconds;
        }
    }

    /** It needs no more calls: its interval is narrow enough, its cap is reached, or it was given up. */
    public void settled(Measurement measurement) {
        point(measurement).settled = true;
    }

    /** What is still to come. */
    public Duration left() {
        double usual = usualCalls();
        return duration(points.values().stream()
                .mapToDouble(point -> left(point, usual) * seconds(point))
                .sum());
    }

    /** From the first call to the last: what was measured, and what is still to come. */
    public Duration total() {
        return left().plus(duration(
                points.values().stream().mapToDouble(point -> point.seconds).sum()));
    }

    private static double left(Point point, double usual) {
        // A measurement that went past the usual number can stop at each further call
        return point.settled ? 0 : Math.max(usual - point.calls, 1);
    }

    /** Half way from the least to the cap, until measurements that have settled show better. */
    private double usualCalls() {
        double halfway = repetitions.warmUp() + (repetitions.atLeast() + repetitions.atMost()) / 2.0;
        if (points.values().stream().noneMatch(point -> point.settled)) return halfway;
        return points.values().stream()
                .mapToDouble(point -> point.settled ? point.calls : Math.max(halfway, point.calls + 1))
                .average()
                .orElse(halfway);
    }

    private double seconds(Point point) {
        if (point.calls > 0) return point.seconds / point.calls;
        Ratio own = benchmark(point);
        return point.expected() * (own.expected > 0 ? own : all).value();
    }

    private Ratio benchmark(Point point) {
        return benchmarks.computeIfAbsent(point.measurement.benchmark(), id -> new Ratio());
    }

    private Point point(Measurement measurement) {
        return points.computeIfAbsent(measurement.id(), id -> new Point(measurement));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
