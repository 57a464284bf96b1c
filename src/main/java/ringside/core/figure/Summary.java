package ringside.core.figure;

import java.util.Arrays;

/**
 * The repetitions of one point.
 *
 * @param values ascending; owned by this record, not to be changed
 * @param low where the error bar begins
 * @param high where it ends; equal to {@code low} where no spread is known
 * @param spread what low and high are, in words; empty where no spread is known
 */
public record Summary(double[] values, double median, double mean, double low, double high, String spread) {
    /** Of single values: the bar spans minimum to maximum, because a handful of runs gives no honest interval. */
    public static Summary of(double[] values) {
        if (values.length == 0) throw new IllegalArgumentException("a summary needs a value");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        double mean = Arrays.stream(sorted).average().orElseThrow();
        String spread = sorted.length == 1 ? "" : "min to max of " + sorted.length;
        return new Summary(sorted, median, mean, sorted[0], sorted[sorted.length - 1], spread);
    }

    /** Of one published value whose spread the source gives. */
    public static Summary published(double value, double deviation, String spread) {
        return new Summary(new double[] {value}, value, value, value - deviation, value + deviation, spread);
    }

    public int n() {
        return values.length;
    }

    public boolean hasSpread() {
        return !spread.isEmpty();
    }

    /** Whether nothing is known of how repetitions vary: how exactly a value was read off says nothing of that. */
    boolean isSingle() {
        return !hasSpread() || spread.equals("± reading");
    }

    /** The same in another unit or as a share of a reference. */
    public Summary times(double factor) {
        return new Summary(
                Arrays.stream(values).map(v -> v * factor).toArray(),
                median * factor,
                mean * factor,
                low * factor,
                high * factor,
                spread);
    }
}
