package ringside.core.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.core.bench.Plan;
import ringside.core.result.Better;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Sample;
import ringside.core.result.Value;
import ringside.core.stats.Bootstrap;
import ringside.core.stats.Interval;
import ringside.core.stats.Outliers;
import ringside.core.stats.Spread;

/** Whether a measurement has been repeated often enough, and what to think of its repetitions. Pure. */
record Settling(Plan.Repetitions repetitions) {
    /** As good for this as ten times as many, and quick between runs. */
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1_000, 0.95, 20_130_501);

    /** Fewer samples than this do not show how far they spread. */
    private static final int TELLING = 5;

    /** A first repetition this much worse than the others is no chance. */
    private static final double SLOW = 1.1;

    /** One metric at one point of the sweep. */
    private record Point(Metric metric, Parameters parameters) {}

    /** @param calls the counted ones so far, in their order; failed ones among them */
    boolean needsMore(List<Ran> calls) {
        if (calls.size() < repetitions.atLeast()) return true;
        long whole = calls.stream().filter(Ran::isWhole).count();
        if (calls.size() >= repetitions.atMost() || whole == 0) return false;
        return whole < repetitions.atLeast() || !points(calls).values().stream().allMatch(this::isKnown);
    }

    private boolean isKnown(double[] values) {
        return values.length > 1 && reached(values) <= repetitions.target();
    }

    /** Half width of the median's interval as a share of the median. */
    private static double reached(double[] values) {
        double median = Math.abs(Spread.of(values).median());
        Interval interval = BOOTSTRAP.median(values);
        return median == 0 ? (interval.width() == 0 ? 0 : Double.POSITIVE_INFINITY) : interval.width() / 2 / median;
    }

    private static Map<Point, double[]> points(List<Ran> calls) {
        var values = new LinkedHashMap<Point, List<Double>>();
        for (Ran call : calls)
            for (Sample sample : call.samples())
                if (sample.counts() && sample.value() instanceof Value.Measured(var number))
                    values.computeIfAbsent(
                                    new Point(
                                            sample.metric(), sample.parameters().point()),
                                    point -> new ArrayList<>())
                            .add(number);
        var points = new LinkedHashMap<Point, double[]>();
        values.forEach((point, list) ->
                points.put(point, list.stream().mapToDouble(Double::doubleValue).toArray()));
        return points;
    }

    /** Of each kind the worst among the measurement's points. */
    List<Caution> cautions(List<Ran> calls) {
        var cautions = new LinkedHashMap<Class<?>, Caution>();
        points(calls).forEach((point, values) -> {
            for (Caution caution : cautions(point.metric(), values))
                cautions.merge(caution.getClass(), caution, Settling::worse);
        });
        return List.copyOf(cautions.values());
    }

    private List<Caution> cautions(Metric metric, double[] values) {
        var cautions = new ArrayList<Caution>();
        if (values.length < TELLING) cautions.add(new Caution.FewSamples(values.length));
        double reached = values.length > 1 ? reached(values) : 0;
        if (reached > repetitions.target()) cautions.add(new Caution.TargetMissed(reached, repetitions.target()));
        int outliers = Outliers.of(values).mad().size();
        if (outliers > 0) cautions.add(new Caution.Outliers(outliers, values.length));
        double slow = slowFirst(metric, values);
        if (slow > SLOW) cautions.add(new Caution.SlowFirst(slow));
        return cautions;
    }

    /** By how much the first is worse than the others' median, if it is the worst of all. */
    private static double slowFirst(Metric metric, double[] values) {
        if (values.length < 3) return 1;
        Spread others = Spread.of(java.util.Arrays.copyOfRange(values, 1, values.length));
        if (values[0] <= 0 || others.median() <= 0) return 1;
        boolean higher = metric.better() == Better.HIGHER;
        boolean worst = higher ? values[0] < others.least() : values[0] > others.most();
        return !worst ? 1 : higher ? others.median() / values[0] : values[0] / others.median();
    }

    private static Caution worse(Caution one, Caution other) {
        return switch (one) {
            case Caution.FewSamples few
            when other instanceof Caution.FewSamples more -> few.samples() <= more.samples() ? few : more;
            case Caution.TargetMissed near
            when other instanceof Caution.TargetMissed far -> near.reached() >= far.reached() ? near : far;
            case Caution.Outliers few
            when other instanceof Caution.Outliers many -> few.outliers() >= many.outliers() ? few : many;
            case Caution.SlowFirst slow
            when other instanceof Caution.SlowFirst slower -> slow.factor() >= slower.factor() ? slow : slower;
            default -> one;
        };
    }
}
