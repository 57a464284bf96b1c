package ringside.core.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

/**
 * A result that LMbench prints on a line of its own, name and unit included: {@code Pipe latency: 5.1 microseconds}.
 *
 * @param decimals digits that the tool prints behind the point; 0 where a unit follows the number
 */
record LmbenchScalar(Metric metric, Parameters parameters, String printed, int decimals) {
    private static final Pattern WITH_UNIT = Pattern.compile("^([A-Za-z][ -~]{0,160}?): ([-+.\\w]{1,40}) "
            + "(microseconds|nanoseconds|milliseconds|MB/sec|KB/sec|pages)(?:\\s|$)");
    private static final Pattern PARALLELISM =
            Pattern.compile("^([a-z]{3,8}\\d{0,2} [a-z]{3,12} parallelism): ([-+.\\w]{1,40})\\s*$");
    private static final Pattern ON_FILE = Pattern.compile("^(Pagefaults) on (.+)$|^(File) (.+) (write bandwidth)$");
    private static final Pattern KNOWN =
            Pattern.compile("^(?:Simple |Null syscall|Procedure call|Select on |Signal handler "
                    + "|Protection fault|Pipe |Fifo |AF_UNIX |UNIX |Process fork|UDP |TCP |TCP/IP |RPC/|Semaphore |Fcntl "
                    + "|Pagefaults |File write bandwidth |STREAM|integer |int64 |uint64 |float |double |tlb"
                    + "|usleep |nanosleep |select |itimer |pselect |Socket bandwidth|drand48 |lrand48 |rand |random )");

    /** The result of a line; null if there is none. */
    static @Nullable LmbenchScalar of(String text) {
        Matcher scalar = WITH_UNIT.matcher(text);
        if (scalar.find()) return named(scalar.group(1).strip(), scalar.group(2), scalar.group(3));
        Matcher parallelism = PARALLELISM.matcher(text);
        return parallelism.find()
                ? new LmbenchScalar(Metric.higher(parallelism.group(1), ""), Parameters.NONE, parallelism.group(2), 2)
                : null;
    }

    /** Whether one of LMbench's programs prints this name; other tools write such lines too. */
    boolean isKnown() {
        return KNOWN.matcher(metric.name() + " ").lookingAt();
    }

    @Nullable
    Value value() {
        return PrintedNumber.valueUnlessMinusOne(printed);
    }

    /** The scratch file is the same test wherever it lies, so its path is a parameter, not a name of its own. */
    private static LmbenchScalar named(String name, String printed, String unit) {
        Matcher file = ON_FILE.matcher(name);
        if (!file.matches()) return new LmbenchScalar(metric(name, unit), Parameters.NONE, printed, 0);
        boolean faults = file.group(1) != null;
        String shortName = faults ? "Pagefaults" : "File write bandwidth";
        return new LmbenchScalar(
                metric(shortName, unit), Parameters.of("file", faults ? file.group(2) : file.group(4)), printed, 0);
    }

    private static Metric metric(String name, String unit) {
        return switch (unit) {
            case "microseconds" -> Metric.lower(name, "us");
            case "nanoseconds" -> Metric.lower(name, "ns");
            case "milliseconds" -> Metric.lower(name, "ms");
            case "MB/sec" -> Metric.higher(name, "MB/s");
            case "KB/sec" -> Metric.higher(name, "KB/s");
            default -> Metric.higher(name, unit);
        };
    }
}
