package ringside.core.format;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/**
 * A table of LMbench: two columns under a title, up to a blank line.
 *
 * @param header the line of its title
 * @param fixed what the title says of every row
 * @param first what the first column holds
 * @param decimals digits behind the point of the second column; 0 where it varies
 */
record LmbenchBlock(Line header, String benchmark, Metric metric, Parameters fixed, Column first, int decimals) {
    static final String MEMORY = "lmbench-mem";
    static final String CONTEXT_SWITCH = "lmbench-ctx";
    static final String OTHER = "lmbench";

    static final Metric BANDWIDTH = Metric.higher("bandwidth", "MB/s");
    static final Metric LATENCY = Metric.lower("latency", "us");
    static final String LOAD_LATENCY = "Memory load latency";
    static final String RANDOM_LATENCY = "Random load latency";

    private static final Pattern SWITCHES = Pattern.compile("^\"size=(\\d{1,9})k? ovr=(\\S{1,40})\\s*$");
    private static final Pattern STRIDE = Pattern.compile("^\"stride=(\\d{1,9})\\s*$");
    private static final Pattern SOCKETS = Pattern.compile("^\"?(Socket bandwidth using [!-~]{1,100})\\s*$");
    private static final Map<String, Parameters> MEMORY_TITLES = Map.ofEntries(
            operation("libc bcopy unaligned", "bcopy"),
            Map.entry("libc bcopy aligned", Parameters.of("operation", "bcopy", "conflict", "true")),
            operation("Memory bzero bandwidth", "bzero"),
            operation("unrolled bcopy unaligned", "fcp"),
            operation("unrolled partial bcopy unaligned", "cp"),
            operation("Memory read bandwidth", "frd"),
            operation("Memory partial read bandwidth", "rd"),
            operation("Memory write bandwidth", "fwr"),
            operation("Memory partial write bandwidth", "wr"),
            operation("Memory partial read/write bandwidth", "rdwr"));
    private static final Map<String, Metric> TABLE_TITLES = Map.of(
            "mappings", Metric.lower("mappings", "us"),
            "read bandwidth", Metric.higher("read bandwidth", "MB/s"),
            "read open2close bandwidth", Metric.higher("read open2close bandwidth", "MB/s"),
            "Mmap read bandwidth", Metric.higher("Mmap read bandwidth", "MB/s"),
            "Mmap read open2close bandwidth", Metric.higher("Mmap read open2close bandwidth", "MB/s"),
            "Memory load parallelism", Metric.higher("Memory load parallelism", ""));

    /** What stands in front of the result. */
    enum Column {
        PROCESSES,
        SIZE_BYTES,
        SIZE_MB,
        SIZE_MIB;

        /** As parameters; null if the text is none of this. */
        @Nullable
        Parameters of(String text) {
            return switch (this) {
                case PROCESSES -> PrintedNumber.isCount(text) ? Parameters.of("processes", text) : null;
                case SIZE_BYTES ->
                    LmbenchSize.ofPrinted(text)
                            .map(bytes -> Parameters.of("size_bytes", bytes))
                            .orElse(null);
                case SIZE_MB -> PrintedNumber.is(text) ? Parameters.of("size_mb", text) : null;
                case SIZE_MIB -> PrintedNumber.is(text) ? Parameters.of("size_mib", text) : null;
            };
        }
    }

    /** The table that a line is the title of; null if it is none. */
    static @Nullable LmbenchBlock titled(Line line, String loads) {
        String text = line.text();
        Matcher switches = SWITCHES.matcher(text);
        if (switches.find()) return switches(line, switches.group(1), switches.group(2));
        Matcher stride = STRIDE.matcher(text);
        if (stride.find())
            return new LmbenchBlock(
                    line,
                    OTHER,
                    Metric.lower(loads, "ns"),
                    Parameters.of("stride", stride.group(1)),
                    Column.SIZE_MIB,
                    3);
        Matcher sockets = SOCKETS.matcher(text);
        if (sockets.find())
            return new LmbenchBlock(
                    line, OTHER, Metric.higher(sockets.group(1), "MB/s"), Parameters.NONE, Column.SIZE_MB, 0);
        String title = (text.startsWith("\"") ? text.substring(1) : text).strip();
        Parameters memory = MEMORY_TITLES.get(title);
        if (memory != null) return new LmbenchBlock(line, MEMORY, BANDWIDTH, memory, Column.SIZE_BYTES, 0);
        Metric metric = TABLE_TITLES.get(title);
        return metric == null
                ? null
                : new LmbenchBlock(
                        line,
                        OTHER,
                        metric,
                        Parameters.NONE,
                        Column.SIZE_MB,
                        metric.unit().isEmpty() ? 2 : 0);
    }

    private static LmbenchBlock switches(Line line, String size, String overhead) {
        Parameters fixed = Parameters.of("size_kb", size);
        if (PrintedNumber.is(overhead)) fixed = fixed.with("overhead_us", overhead);
        return new LmbenchBlock(line, CONTEXT_SWITCH, LATENCY, fixed, Column.PROCESSES, 2);
    }

    /** How many decimals make this number whole: LMbench's bandwidths have six below 1 and two above. */
    int decimalsOf(String number) {
        if (decimals > 0) return decimals;
        if (metric.unit().equals("us")) return 3;
        return number.startsWith("0.") ? 6 : 2;
    }

    private static Map.Entry<String, Parameters> operation(String title, String operation) {
        return Map.entry(title, Parameters.of("operation", operation));
    }
}
