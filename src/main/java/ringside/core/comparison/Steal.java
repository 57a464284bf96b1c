package ringside.core.comparison;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.core.result.Run;

/**
 * Processor time that the machine below took away while a run went on: what {@code /proc/stat} counts as steal, kept as
 * a condition of the run, or noted with it in ticks of a hundredth of a second or as a share.
 */
final class Steal {
    private static final Pattern TICKS = Pattern.compile("stolen ticks:? (\\d{1,9})");
    private static final Pattern SHARE = Pattern.compile("(?:steal|stolen)[^0-9;.]{0,20}(\\d{1,3}(?:\\.\\d{1,6})?) ?%");
    private static final Pattern CORES = Pattern.compile("\\b(\\d{1,4}) (?:cores|threads|vCPUs|processors)");
    private static final double TICKS_PER_SECOND = 100;

    private Steal() {}

    /** A share of the time that the processors had, or NaN where the run says nothing of it. */
    static double of(Run run) {
        String noticed = run.conditions().get("steal");
        if (noticed != null && noticed.matches("\\d(\\.\\d{1,9})?")) return Double.parseDouble(noticed);
        Matcher share = SHARE.matcher(run.note());
        if (share.find()) return Double.parseDouble(share.group(1)) / 100;
        Matcher ticks = TICKS.matcher(run.note());
        if (!ticks.find() || run.started().isEmpty() || run.ended().isEmpty()) return Double.NaN;
        double seconds =
                Duration.between(run.started().get(), run.ended().get()).toMillis() / 1000.0;
        double cores = cores(run);
        return seconds <= 0 ? Double.NaN : Long.parseLong(ticks.group(1)) / TICKS_PER_SECOND / seconds / cores;
    }

    /** Ticks are counted over all processors of the machine, however many the run used. */
    private static double cores(Run run) {
        String cores = run.given().get("cores");
        double used = cores != null && cores.matches("[1-9]\\d{0,3}") ? Double.parseDouble(cores) : 1;
        Matcher all = CORES.matcher(run.configuration().environment().facts().getOrDefault("cpu", ""));
        return all.find() ? Math.max(used, Double.parseDouble(all.group(1))) : used;
    }
}
