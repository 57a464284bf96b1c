package ringside.workbench.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ringside.workbench.charts.DrawnChart.Curve;

/** Numbers such as benchmarks give: levels, cliffs and slopes, another of each for every seed. */
final class MadeUpCurves {
    static final List<String> COLOURS = List.of("#1f77b4", "#d62728", "#2ca02c", "#ff7f0e");

    private MadeUpCurves() {}

    /**
     * Some curves.
     *
     * @param xs where they have points
     * @param low what their values do not go below
     * @param high what they do not go above
     */
    static List<Curve> of(
            List<Double> xs, int count, double low, double high, boolean log, List<String> names, long seed) {
        var random = new Random(seed);
        var curves = new ArrayList<Curve>();
        for (int i = 0; i < count; i++) {
            var points = new ArrayList<double[]>();
            double share = 0.15 + 0.7 * random.nextDouble();
            for (double x : xs) {
                do {
                    share += random.nextGaussian() * 0.12;
                    if (random.nextInt(9) == 0 || share < 0.04 || share > 0.96)
                        share = 0.05 + 0.9 * random.nextDouble(); // a cache has its end here
                } while (hides(share, curves, points.size(), log, low, high));
                points.add(new double[] {x, log ? low * Math.pow(high / low, share) : low + (high - low) * share});
            }
            curves.add(new Curve(names.get(i), COLOURS.get(i), points));
        }
        return curves;
    }

    /** A marker that lies on another one cannot be read by anybody. */
    private static boolean hides(double share, List<Curve> others, int index, boolean log, double low, double high) {
        return others.stream().anyMatch(other -> {
            double value = other.points().get(index)[1];
            double there = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
            return Math.abs(there - share) < 0.02;
        });
    }
}
