package ringside.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/** The tables of LMbench's summary, with the names that the results file has for their columns. */
enum LmbenchSummaryTable {
    BASIC("Basic system parameters", "", " ,,tlb|pages,,Memory load parallelism|,"),
    PROCESSES(
            "Processor, Processes - times in microseconds",
            "us",
            ",Simple syscall,Simple read/write,Simple stat,Simple open/close,Select on 100 tcp fd's,"
                    + "Signal handler installation,Signal handler overhead,Process fork+exit,Process fork+execve,"
                    + "Process fork+/bin/sh -c"),
    INTEGER("Basic integer operations - times in nanoseconds", "ns", operations("integer")),
    INT64("Basic uint64 operations - times in nanoseconds", "ns", operations("int64")),
    FLOAT("Basic float operations - times in nanoseconds", "ns", floating("float")),
    DOUBLE("Basic double operations - times in nanoseconds", "ns", floating("double")),
    SWITCHES("Context switching - times in microseconds", "us", ""),
    LOCAL_LATENCIES(
            "*Local* Communication latencies in microseconds",
            "us",
            "2p/0K,Pipe latency,AF_UNIX sock stream latency,UDP latency using localhost,"
                    + "RPC/udp latency using localhost,TCP latency using localhost,RPC/tcp latency using localhost,"
                    + "TCP/IP connection cost to localhost"),
    REMOTE_LATENCIES(
            "*Remote* Communication latencies in microseconds",
            "us",
            "UDP latency using remote,RPC/udp latency using remote,TCP latency using remote,"
                    + "RPC/tcp latency using remote,TCP/IP connection cost to remote"),
    FILES(
            "File & VM system latencies in microseconds",
            "us",
            "File create latency 0k,File delete latency 0k,File create latency 10k,File delete latency 10k,"
                    + "mappings,Protection fault,Pagefaults,Select on 100 fd's"),
    BANDWIDTHS(
            "*Local* Communication bandwidths in MB/s",
            "MB/s",
            "Pipe bandwidth,AF_UNIX sock stream bandwidth,Socket bandwidth using localhost,read bandwidth,"
                    + "Mmap read bandwidth,libc bcopy unaligned,unrolled bcopy unaligned,Memory read bandwidth,"
                    + "Memory write bandwidth"),
    MEMORY(
            "Memory latencies in nanoseconds",
            "ns",
            ",Memory load latency L1,Memory load latency L2,Memory load latency main memory,Random load latency,");

    private static final Pattern SWITCH = Pattern.compile("(\\d{1,4})p/(\\d{1,6})K");
    private static final Cell NO_RESULT = new Cell("", Metric.lower("none", ""), Parameters.NONE);

    private final String title;
    private final String unit;
    private final List<String> names;

    /** A column: what its numbers are. */
    record Cell(String benchmark, Metric metric, Parameters parameters) {
        boolean isResult() {
            return !benchmark.isEmpty();
        }
    }

    /** @param names one per column behind the operating system's, empty where it is no result, with a unit of its own behind a bar */
    LmbenchSummaryTable(String title, String unit, String names) {
        this.title = title;
        this.unit = unit;
        this.names = List.of(names.split(",", -1));
    }

    static @Nullable LmbenchSummaryTable titled(String text) {
        for (LmbenchSummaryTable table : values()) if (text.startsWith(table.title)) return table;
        return null;
    }

    /** The columns of a table with these header lines; none if they are not the known ones. */
    List<Cell> cells(List<String> heads, int columns) {
        List<String> known = this == SWITCHES ? switches(heads) : names;
        // LMbench 2 has no columns for random loads and select.
        if (this == MEMORY && columns == known.size() - 1) known = without(known, known.size() - 2);
        if (this == FILES && columns == known.size() - 1) known = without(known, known.size() - 1);
        return known.size() == columns ? known.stream().map(this::cell).toList() : List.of();
    }

    private static List<String> switches(List<String> heads) {
        var found = new ArrayList<String>();
        for (String head : heads) {
            Matcher kind = SWITCH.matcher(head);
            while (kind.find()) found.add(kind.group());
        }
        return found;
    }

    private Cell cell(String name) {
        if (name.isBlank()) return NO_RESULT;
        Matcher kind = SWITCH.matcher(name);
        if (kind.matches())
            return new Cell(
                    LmbenchBlock.CONTEXT_SWITCH,
                    LmbenchBlock.LATENCY,
                    Parameters.of("processes", kind.group(1), "size_kb", kind.group(2)));
        int bar = name.indexOf('|');
        String bare = bar < 0 ? name : name.substring(0, bar);
        String of = bar < 0 ? unit : name.substring(bar + 1);
        boolean lower = of.equals("us") || of.equals("ns");
        return new Cell(LmbenchBlock.OTHER, lower ? Metric.lower(bare, of) : Metric.higher(bare, of), Parameters.NONE);
    }

    private static List<String> without(List<String> names, int index) {
        var rest = new ArrayList<>(names);
        rest.remove(index);
        return rest;
    }

    private static String operations(String type) {
        return "%1$s bit,%1$s add,%1$s mul,%1$s div,%1$s mod".formatted(type);
    }

    private static String floating(String type) {
        return "%1$s add,%1$s mul,%1$s div,%1$s bogomflops".formatted(type);
    }
}
