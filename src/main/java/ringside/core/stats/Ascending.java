package ringside.core.stats;

import java.util.Arrays;

/** Values in ascending order. */
final class Ascending {
    private final double[] values;

    private Ascending(double[] values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException if there are none, or one is no finite number */
    static Ascending of(double... values) {
        if (values.length == 0) throw new IllegalArgumentException("statistics need a value");
        for (double value : values)
            if (!Double.isFinite(value)) throw new IllegalArgumentException("statistics need numbers, not " + value);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Ascending(sorted);
    }

    int size() {
        return values.length;
    }

    double at(int index) {
        return values[index];
    }

    double least() {
        return values[0];
    }

    double most() {
        return values[values.length - 1];
    }

    double median() {
        return quantile(0.5);
    }

    /**
     * Linear between the two nearest values: type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical
     * packages", The American Statistician 50 (1996); the default of R and of NumPy.
     */
    double quantile(double share) {
        double place = share * (values.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, values.length - 1);
        return values[below] + (place - below) * (values[above] - values[below]);
    }
}
