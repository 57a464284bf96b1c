package ringside.core.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the machine was like while a run lasted.
 *
 * @param elapsed between the two looks
 * @param own whether its clock is ours, so that it cannot drift against it
 */
record Conditions(Look before, Look after, Duration elapsed, boolean own, int paintings) {
    private static final double MOST_STOLEN = 0.01;
    private static final double MOST_LOAD = 0.25;

    /** A tick is a hundredth of a second: of a shorter time nothing can be said of shares. */
    private static final Duration TELLING = Duration.ofMillis(300);

    /** As runs keep them. */
    Map<String, String> values() {
        var values = new TreeMap<String, String>();
        if (!before.load().isEmpty()) values.put("load_before", before.load());
        if (ticks() > 0) {
            values.put("steal", number("%.4f", stolen()));
            values.put("others_cores", number("%.3f", others()));
        }
        values.put("swapped_pages", Long.toString(after.swapped() - before.swapped()));
        values.put("throttled", Long.toString(after.throttled() - before.throttled()));
        clock("", values);
        if (paintings > 0) values.put("window_drawn", Integer.toString(paintings));
        return values;
    }

    private void clock(String whose, Map<String, String> values) {
        if (own || before.offset().isEmpty() || after.offset().isEmpty()) return;
        values.put(
                whose + "clock_offset_before_ms", milliseconds(before.offset().get()));
        values.put(whose + "clock_offset_after_ms", milliseconds(after.offset().get()));
        values.put(
                whose + "clock_uncertainty_ms",
                milliseconds(before.uncertainty().plus(after.uncertainty())));
    }

    /** Of the host of a guest that is measured: what runs the guest is busy there, too. */
    Map<String, String> ofHost() {
        var values = new TreeMap<String, String>();
        if (!before.load().isEmpty()) values.put("host_load_before", before.load());
        if (ticks() > 0) {
            values.put("host_steal", number("%.4f", stolen()));
            values.put("host_busy_cores", number("%.3f", others()));
        }
        values.put("host_swapped_pages", Long.toString(after.swapped() - before.swapped()));
        clock("host_", values);
        return values;
    }

    /** @param spread what repetitions may differ by, as a share; a clock that moves more spoils them */
    List<Caution> cautions(double spread) {
        var cautions = new ArrayList<Caution>();
        if (isTelling() && stolen() > MOST_STOLEN) cautions.add(new Caution.Steal(stolen()));
        if (isTelling() && others() > MOST_LOAD) cautions.add(new Caution.Load(others()));
        if (after.swapped() > before.swapped()) cautions.add(new Caution.Swapping(after.swapped() - before.swapped()));
        if (after.throttled() > before.throttled())
            cautions.add(new Caution.Throttled(after.throttled() - before.throttled()));
        Duration drift = own ? Duration.ZERO : after.drift(before);
        if (drift.abs().toNanos() > spread * elapsed.toNanos()) cautions.add(new Caution.ClockDrift(drift));
        if (paintings > 0) cautions.add(new Caution.Painting(paintings));
        return cautions;
    }

    private boolean isTelling() {
        return ticks() > 0 && elapsed.compareTo(TELLING) > 0;
    }

    private long ticks() {
        return after.ticks() - before.ticks();
    }

    private double stolen() {
        return (double) (after.stolen() - before.stolen()) / ticks();
    }

    /** Cores that were busy with anything but the run, on the average. */
    private double others() {
        double busy = (double) (after.busy() - before.busy()) / ticks() * Math.max(1, after.cores());
        return Math.max(0, busy - after.worked() / Math.max(1e-9, elapsed.toNanos() / 1e9));
    }

    private static String milliseconds(Duration duration) {
        return number("%.3f", duration.toNanos() / 1e6);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
