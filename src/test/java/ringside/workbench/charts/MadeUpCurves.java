package ringside.workbench.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ringside.workbench.charts.DrawnChart.Curve;

/** Numbers such as benchmarks give: levels, cliffs and slopes, another of each for every seed. */
final class MadeUpCurves {
    static final List<String> COLOURS = List.of("#1f77b4", "#d62728", "#2ca02c", "#ff7f0e");

    private MadeUpCurves() {}

    /** @param xs where the curves have points; @param low, high what their values keep within */
    static List<Curve> of(List<Double> xs, int count, double low, double high, boolean log, List<String> names, long seed) {
        var random = new Random(seed);
        var curves = new ArrayList<Curve>();
        for (int i = 0; i < count; i++) {
            var points = new ArrayList<double[]>();
            double share = 0.15 + 0.7 * random.nextDouble();
            for (double x : xs) {
                share = Math.clamp(share + random.nextGaussian() * 0.12, 0.04, 0.96);
                if (random.nextInt(9) == 0) share = 0.05 + 0.9 * random.nextDouble(); // a cache has its end here
                points.add(new double[] {x, log ? low * Math.pow(high / low, share) : low + (high - low) * share});
            }
            curves.add(new Curve(names.get(i), COLOURS.get(i), points));
        }
        return curves;
    }
}
