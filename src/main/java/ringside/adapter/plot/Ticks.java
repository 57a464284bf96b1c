package ringside.adapter.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;

/**
 * Where an axis has its numbers: round ones, as many as there is room for.
 *
 * @param minor places that get a short stroke and no number
 */
record Ticks(List<Tick> major, List<Double> minor) {
    record Tick(double place, String label) {}

    private static final int[] MANTISSAS_FINE = {1, 2, 3, 5, 7};
    private static final int[] MANTISSAS = {1, 2, 5};
    private static final int[] MANTISSAS_COARSE = {1, 3};
    private static final int[] DECADES = {1};

    /**
     * @param low the first place shown
     * @param high the last place shown
     * @param sizeFactor bytes in one of the axis' numbers, or 0 if they are no sizes
     * @param fits whether there is room for these
     */
    static Ticks choose(Scale scale, double low, double high, double sizeFactor, Predicate<List<Tick>> fits) {
        List<List<Tick>> ladders = switch (scale) {
            case Scale.Linear _, Scale.Categories _ -> linear(scale, low, high, sizeFactor);
            case Scale.Logarithmic log when log.base() == 2 -> doublings(log, low, high, sizeFactor);
            case Scale.Logarithmic log -> decades(log, low, high, sizeFactor);
        };
        List<Tick> chosen = ladders.stream()
                .filter(ladder -> ladder.size() >= 2 && fits.test(ladder))
                .findFirst()
                .orElseGet(() -> ladders.stream()
                        .filter(ladder -> !ladder.isEmpty() && fits.test(ladder))
                        .findFirst()
                        .orElse(List.of()));
        boolean decadic = scale instanceof Scale.Logarithmic log && log.base() == 10;
        return new Ticks(chosen, decadic ? between(low, high) : List.of());
    }

    /** From many to few. */
    private static List<List<Tick>> linear(Scale scale, double low, double high, double sizeFactor) {
        var ladders = new ArrayList<List<Tick>>();
        double from = scale.number(low);
        double to = scale.number(high);
        for (int count = 9; count >= 1; count--) {
            double step = roundStep((to - from) / count);
            if (!(step > 0) || !Double.isFinite(step)) continue;
            DoubleFunction<String> label =
                    sizeFactor > 0 ? n -> Numbers.size(n * sizeFactor) : n -> Numbers.tick(n, step);
            var ticks = new ArrayList<Tick>();
            for (double k = Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9 && ticks.size() < 50; k++)
                ticks.add(new Tick(scale.place(k * step), label.apply(k * step)));
            ticks.removeIf(tick -> !(tick.place() >= low - 1e-12 && tick.place() <= high + 1e-12));
            ladders.add(ticks);
        }
        return ladders;
    }

    private static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        return power * (share <= 1.0001 ? 1 : share <= 2.0001 ? 2 : share <= 2.5001 ? 2.5 : share <= 5.0001 ? 5 : 10);
    }

    private static List<List<Tick>> doublings(Scale.Logarithmic scale, double low, double high, double sizeFactor) {
        var ladders = new ArrayList<List<Tick>>();
        int first = (int) Math.ceil(scale.hasZero() ? Math.max(low, scale.zero() + 1) : low - 1e-9);
        int shift = sizeFactor > 0 ? Math.getExponent(sizeFactor) : 0; // whole KiB and MiB rather than odd ones
        for (int step = 1; step <= 16; step++) {
            var ticks = new ArrayList<Tick>();
            if (scale.hasZero() && scale.zero() >= low) ticks.add(new Tick(scale.zero(), "0"));
            int start = Math.ceilDiv(first + shift, step) * step - shift;
            for (int power = start; power <= high + 1e-9; power += step)
                ticks.add(new Tick(power, doubling(Math.pow(2, power), sizeFactor)));
            ladders.add(ticks);
        }
        boolean narrow = ladders.getFirst().size() < 3;
        if (narrow) ladders.addAll(0, linear(scale, low, high, sizeFactor));
        return ladders;
    }

    private static String doubling(double number, double sizeFactor) {
        return sizeFactor > 0 ? Numbers.size(number * sizeFactor) : Numbers.shortest(number);
    }

    private static List<List<Tick>> decades(Scale.Logarithmic scale, double low, double high, double sizeFactor) {
        var ladders = new ArrayList<List<Tick>>();
        double span = high - low;
        if (span < 0.7) ladders.addAll(linear(scale, low, high, sizeFactor));
        if (span < 1.2) ladders.add(mantissas(scale, low, high, MANTISSAS_FINE, 1, sizeFactor));
        if (span < 2.6) ladders.add(mantissas(scale, low, high, MANTISSAS, 1, sizeFactor));
        if (span < 3.2) ladders.add(mantissas(scale, low, high, MANTISSAS_COARSE, 1, sizeFactor));
        for (int step = 1; step <= 20; step++) ladders.add(mantissas(scale, low, high, DECADES, step, sizeFactor));
        return ladders;
    }

    private static List<Tick> mantissas(
            Scale scale, double low, double high, int[] mantissas, int step, double sizeFactor) {
        var ticks = new ArrayList<Tick>();
        for (int power = Math.floorDiv((int) Math.floor(low), step) * step; power <= high; power += step) {
            for (int mantissa : mantissas) {
                double number = mantissa * Math.pow(10, power);
                if (!(number >= Double.MIN_NORMAL && number <= Double.MAX_VALUE)) continue; // no digits are left there
                double place = scale.place(number);
                if (place < low - 1e-9 || place > high + 1e-9) continue;
                String label = sizeFactor > 0 ? Numbers.size(number * sizeFactor) : Numbers.shortest(number);
                ticks.add(new Tick(place, label));
            }
        }
        return ticks;
    }

    private static List<Double> between(double low, double high) {
        var places = new ArrayList<Double>();
        if (high - low > 6) return places;
        for (int power = (int) Math.floor(low); power <= high; power++)
            for (int mantissa = 1; mantissa < 10; mantissa++) {
                double place = power + Math.log10(mantissa);
                if (place >= low && place <= high) places.add(place);
            }
        return places;
    }
}
