package ringside.core.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Where two curves of repeated measurements change places. Between two points of the sweep both are taken to be straight
 * over the logarithm of x; how sure the place is comes from resampling every point of both.
 *
 * @param x where the medians cross
 * @param low where the interval begins, within the two points of the sweep around x
 * @param share of the resamples in which the curves cross between these two points: near 1 if the crossing is no chance
 */
public record Crossing(double x, double low, double high, double share) {

    /**
     * @param a repetitions by x above zero
     * @param b likewise; only what both have is looked at
     */
    public static List<Crossing> of(SortedMap<Double, double[]> a, SortedMap<Double, double[]> b, Bootstrap bootstrap) {
        var common = new TreeSet<>(a.keySet());
        common.retainAll(b.keySet());
        double[] x = common.stream().mapToDouble(Double::doubleValue).toArray();
        var points = new ArrayList<Point>();
        RandomGenerator random = bootstrap.random();
        for (double at : common) points.add(Point.of(a.getOrDefault(at, NOTHING), b.getOrDefault(at, NOTHING), random));
        var crossings = new ArrayList<Crossing>();
        for (int i = 0; i + 1 < x.length; i++) {
            double left = points.get(i).observed;
            double right = points.get(i + 1).observed;
            if (left * right < 0 || left == 0 && i > 0 && points.get(i - 1).observed * right < 0)
                crossings.add(between(x[i], x[i + 1], points.get(i), points.get(i + 1), bootstrap));
        }
        return List.copyOf(crossings);
    }

    private static final double[] NOTHING = {};

    private static Crossing between(double from, double to, Point left, Point right, Bootstrap bootstrap) {
        double[] places = new double[bootstrap.resamples()];
        int crossed = 0;
        for (int i = 0; i < places.length; i++) {
            double l = left.next();
            double r = right.next();
            if (l * r <= 0 && l != r) places[crossed++] = place(from, to, l, r);
        }
        double x = place(from, to, left.observed, right.observed);
        double[] sorted = Arrays.copyOf(places, crossed);
        Arrays.sort(sorted);
        double tail = (1 - bootstrap.confidence()) / 2;
        double low = crossed == 0 ? x : Math.min(x, sorted[(int) (tail * crossed)]);
        double high = crossed == 0 ? x : Math.max(x, sorted[Math.min(crossed - 1, (int) ((1 - tail) * crossed))]);
        return new Crossing(x, low, high, (double) crossed / places.length);
    }

    private static double place(double from, double to, double left, double right) {
        return from * Math.pow(to / from, left / (left - right));
    }

    /** How far the curves are apart at one x: medians, and those of resamples. */
    private record Point(double observed, Medians a, Medians b) {
        static Point of(double[] a, double[] b, RandomGenerator random) {
            Ascending first = Ascending.of(a);
            Ascending second = Ascending.of(b);
            return new Point(first.median() - second.median(), new Medians(first, random), new Medians(second, random));
        }

        double next() {
            return a.next() - b.next();
        }
    }
}
