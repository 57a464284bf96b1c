package ringside.core.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What gives a tool's output away, whatever surrounds it. The first that fits names the output: HPC Challenge
 * prints HPL's text too, and a log may hold several tools.
 */
enum Signature {
    HPCC(
            "hpcc",
            Set.of("hpl"),
            head -> head.contains("HPC Challenge Benchmark version") || head.contains("Begin of Summary section.")),
    HPL("hpl", Set.of(), head -> head.contains("HPLinpack") || head.matches(Patterns.HPL_TABLE)),
    LMBENCH_RESULTS(
            "lmbench-results",
            Set.of("lmbench"),
            head -> head.matches(Patterns.LMBENCH_RESULTS) || head.matches(Patterns.LMBENCH_SUMMARY)),
    LMBENCH("lmbench", Set.of(), head -> head.matches(Patterns.LMBENCH_BLOCK) || head.matches(Patterns.BW_MEM)),
    CONTEXT_SWITCH("context-switch", Set.of(), head -> head.matches(Patterns.CONTEXT_SWITCH)),
    CACHEBENCH(
            "cachebench", Set.of(), head -> head.contains(" Cache Test") && head.matches(Patterns.CACHEBENCH_HEADER)),
    IOZONE(
            "iozone",
            Set.of("iozone-report"),
            head -> head.contains("Iozone: Performance Test of File I/O") || head.matches(Patterns.IOZONE_TABLE)),
    IOZONE_REPORT(
            "iozone-report",
            Set.of(),
            head -> head.startsWith(9, 0, 4, 0, 2, 0, 16, 0) || head.matches(Patterns.IOZONE_REPORT));

    private final String id;
    private final Set<String> contained;
    private final Predicate<Head> fits;

    /** @param contained the formats whose text is a part of this one's */
    Signature(String id, Set<String> contained, Predicate<Head> fits) {
        this.id = id;
        this.contained = contained;
        this.fits = fits;
    }

    /** The ids of formats that read another part of a content than the format of this id does. */
    static List<String> besides(String id, Head head) {
        List<Signature> found = Arrays.stream(values())
                .filter(signature -> signature.fits.test(head))
                .toList();
        return found.stream()
                .filter(signature -> found.stream().noneMatch(other -> other.contained.contains(signature.id)))
                .map(signature -> signature.id)
                .filter(other -> !other.equals(id))
                .toList();
    }

    /** Whether this, and none before it, is what the content holds. */
    boolean names(Head head) {
        return of(head).filter(this::equals).isPresent();
    }

    private static Optional<Signature> of(Head head) {
        return Arrays.stream(values())
                .filter(signature -> signature.fits.test(head))
                .findFirst();
    }

    /** Line by line and without nested repetition, so that hostile text costs linear time. */
    private static final class Patterns {
        static final Pattern HPL_TABLE =
                Pattern.compile("T/V[ \\t]++N[ \\t]++NB[ \\t]++P[ \\t]++Q[ \\t]++Time[ \\t]++Gflops");
        static final Pattern LMBENCH_RESULTS = Pattern.compile("\\[lmbench[0-9a-z.-]{0,16} results for ");
        static final Pattern LMBENCH_SUMMARY = Pattern.compile(
                "L M B E N C H  [0-9] \\. [0-9]   S U M M A R Y|^\\*?(?:"
                        + "Context switching - times in microseconds|Processor, Processes - times in microseconds"
                        + "|Basic (?:integer|uint64|float|double) operations - times in nanoseconds"
                        + "|(?:Local|Remote)\\* Communication (?:latencies|bandwidths) in "
                        + "|File & VM system latencies in microseconds|Memory latencies in nanoseconds)",
                Pattern.MULTILINE);
        static final Pattern LMBENCH_BLOCK = Pattern.compile(
                "^(?:\"size=\\d{1,9}k? ovr=|\"stride=\\d{1,9}\\s*$"
                        + "|(?:Simple (?:syscall|read|write|stat|fstat|open/close)|Null syscall|Procedure call"
                        + "|Select on \\d{1,6} (?:tcp )?fd's|Signal handler (?:installation|overhead)|Protection fault"
                        + "|(?:Pipe|Fifo|AF_UNIX sock stream) (?:latency|bandwidth)|Process fork\\+[a-z/ -]{3,12}"
                        + "|(?:UDP|TCP|RPC/udp|RPC/tcp) latency using \\S{1,80}|TCP/IP connection cost to \\S{1,80}"
                        + "|Semaphore latency|Fcntl lock latency|UNIX connection cost|Pagefaults on \\S{1,200}"
                        + "|STREAM2? [a-z]{3,6} (?:latency|bandwidth)"
                        + "|(?:integer|int64|uint64|float|double) (?:bit|add|mul|div|mod|bogomflops)): [0-9.]"
                        + "|tlb: \\d{1,9} pages|\"mappings\\s*$|\"File system latency\\s*$"
                        + "|Memory (?:partial )?(?:read|write|bzero|read/write) bandwidth\\s*$"
                        + "|(?:Memory|Random) load latency\\s*$|Memory load parallelism\\s*$)",
                Pattern.MULTILINE);
        static final Pattern BW_MEM =
                Pattern.compile("\\bbw_mem\\s[^\\n;|&]{1,80}\\s(?:rd|wr|rdwr|cp|frd|fwr|fcp|bzero|bcopy)\\b");
        static final Pattern CONTEXT_SWITCH = Pattern.compile(
                "measure(?:Single|Switch)\\w{0,20}: array_size = \\d|^time[12] with(?:out)? context swi",
                Pattern.MULTILINE);
        static final Pattern CACHEBENCH_HEADER = Pattern.compile("C Size[ \\t]++Nanosec[ \\t]++MB/sec");
        static final Pattern IOZONE_TABLE =
                Pattern.compile("^[ \\t]{0,40}k?K?B[ \\t]++reclen[ \\t]++write\\b", Pattern.MULTILINE);
        static final Pattern IOZONE_REPORT = Pattern.compile(
                "^[ \\t\"]{0,9}(?:(?:Re-)?(?:Writer|Reader|fwrite|fread|Fwrite|Fread)|(?:Re-)(?:writer|reader)"
                        + "|(?:Random|Backward|Stride) [Rr]ead|Random [Ww]rite|Record [Rr]ewrite) [Rr]eport[ \"\\t,;]{0,40}$"
                        + "|^\"?Throughput report Y-axis is type of test",
                Pattern.MULTILINE);
    }
}
