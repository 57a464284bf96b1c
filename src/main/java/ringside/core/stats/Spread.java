package ringside.core.stats;

import java.util.Arrays;

/**
 * Where the repetitions of one measurement lie, in their own unit.
 *
 * @param deviation standard deviation of the sample (n − 1); 0 for a single value
 * @param lowerQuartile the value below which a quarter lies, see {@link #of}
 */
public record Spread(
        int n,
        double median,
        double mean,
        double deviation,
        double least,
        double lowerQuartile,
        double upperQuartile,
        double most) {

    /** Quartiles are linear between the nearest values (Hyndman and Fan's type 7). */
    public static Spread of(double... values) {
        Ascending sorted = Ascending.of(values);
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1));
        return new Spread(
                values.length,
                sorted.median(),
                mean,
                deviation,
                sorted.least(),
                sorted.quantile(0.25),
                sorted.quantile(0.75),
                sorted.most());
    }

    /** The deviation as a share of the mean; NaN where the mean is zero. */
    public double relative() {
        return mean == 0 ? Double.NaN : deviation / Math.abs(mean);
    }
}
