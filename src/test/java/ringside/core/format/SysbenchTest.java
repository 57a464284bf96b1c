package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SysbenchTest {
    private static final String[] OLD = {
        "sysbench 0.4.12:  multi-threaded system evaluation benchmark",
        "",
        "Running the test with following options:",
        "Number of threads: 2",
        "",
        "Doing CPU performance benchmark",
        "",
        "Threads started!",
        "Done.",
        "",
        "Maximum prime number checked in CPU test: 10000",
        "",
        "Test execution summary:",
        "    total time:                          8.0000s",
        "    total number of events:              10000",
        "    total time taken by event execution: 16.0",
        "    per-request statistics:",
        "         min:                                  1.10ms",
        "         avg:                                  1.20ms",
        "         max:                                  9.90ms",
        "         approx.  95 percentile:               1.30ms"
    };

    private static List<String> rows(String name) {
        return Captured.rows(Captured.of("sysbench/" + name + ".txt").read());
    }

    @Test
    void theCpuTestPrintsItsRate() {
        assertEquals(
                "21 throughput events/s prime_limit=10000;test=cpu;threads=2;version=1.0 #1 961.91",
                rows("cpu").getFirst().replaceFirst("^\\d+", "21"));
    }

    @Test
    void memoryAndFilesHaveRatesByOperation() {
        assertEquals(
                List.of("operations ops/s 1589962.05", "throughput MiB/s 1552.7"),
                rows("memory").stream()
                        .filter(row -> !row.contains("latency"))
                        .map(row -> row.replaceFirst("^\\d+ (\\S+ \\S+) .* (\\S+)$", "$1 $2"))
                        .toList());
        assertEquals(
                List.of("reads", "writes", "fsyncs", "read", "written"),
                rows("fileio").stream()
                        .filter(row -> !row.contains("latency"))
                        .map(row -> row.replaceFirst(".*operation=(\\w+);.*", "$1"))
                        .toList());
    }

    @Test
    void whatPrintsNoRateIsItsEventsOverItsTime() {
        assertEquals(
                List.of("throughput events/s 1250.0"),
                Captured.rows(Captured.text("sysbench", OLD).read()).stream()
                        .filter(row -> !row.contains("latency"))
                        .map(row -> row.replaceFirst("^\\d+ (\\S+ \\S+) .* (\\S+)$", "$1 $2"))
                        .toList());
    }

    @Test
    void oldLatenciesBearTheirUnit() {
        assertEquals(
                List.of("min 1.1", "avg 1.2", "max 9.9", "p95 1.3"),
                Captured.rows(Captured.text("sysbench", OLD).read()).stream()
                        .filter(row -> row.contains("latency ms"))
                        .map(row -> row.replaceFirst(".*statistic=(\\w+);.* (\\S+)$", "$1 $2"))
                        .toList());
    }

    @Test
    void anOldMemoryTestKeepsItsSizesSoThatTwoOfThemAreTwoMeasurements() {
        String[] one = {
            "sysbench 0.4.12:  multi-threaded system evaluation benchmark",
            "Number of threads: 4",
            "Doing memory operations speed test",
            "Memory block size: 1K",
            "Memory transfer size: 1024M",
            "Memory operations type: write",
            "Memory scope type: global",
            "Operations performed: 1048576 (1555555.12 ops/sec)",
            "    total number of events:              1048576"
        };
        String text = String.join("\n", one) + "\n";
        List<String> rows = Captured.rows(
                Captured.text("sysbench", text + text.replace("1K", "1M")).read());
        assertEquals(
                "8 operations ops/s block_size=1K;operation=write;scope=global;test=memory;threads=4;"
                        + "total_size=1024M;version=0.4 #1 1555555.12",
                rows.getFirst());
        assertEquals(
                List.of("#1", "#1"),
                rows.stream().map(row -> row.replaceFirst(".* (#\\d) .*", "$1")).toList());
    }

    @Test
    void aLatencyThatIsGarbledIsNamed() {
        String garbled = String.join("\n", OLD).replace("1.10ms", "1.1\u00ffms");
        assertEquals(
                List.of("18 a number that is cut or garbled"),
                Captured.skipped(Captured.text("sysbench", garbled).read()));
    }

    @Test
    void aTestThatIsNotPrintedIsAskedFor() {
        Captured threads = Captured.of("sysbench/threads.txt");
        assertEquals(
                List.of("sysbench does not print which test ran from line 1 on; state it, as in --param test=threads"),
                threads.read().warnings());
        assertEquals(List.of(), threads.read("test", "threads").warnings());
    }

    @Test
    void runsOfOneLogAreToldApart() {
        String both = Captured.of("sysbench/cpu.txt").asText()
                + Captured.of("sysbench/memory.txt").asText();
        assertEquals(2, Captured.of("sysbench/cpu.txt").with(both).read().runs().size());
    }
}
