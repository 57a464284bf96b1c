package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LmbenchResultsTest {
    private static final String BANNER = "[lmbench3.0 results for Linux guest1 6.1.0-10-amd64 #1 SMP x86_64 GNU/Linux]";
    private static final String END = "[Mon Jan  1 10:30:00 UTC 2024]";

    @Test
    void readsAWholeResultsFile() {
        Reading reading = Captured.of("lmbench-results/results.txt").read();
        assertEquals(List.of("lmbench 227", "lmbench-mem 146", "lmbench-ctx 48"), Captured.endings(reading));
        assertEquals(
                Optional.of(Instant.parse("2026-11-22T13:03:54Z")),
                reading.runs().getFirst().started());
        assertEquals(Optional.of("vm"), reading.runs().getFirst().host());
        List<String> rows = Captured.rows(reading);
        for (String row : List.of(
                "39 Simple syscall us  #1 0.17",
                "550 Process fork+/bin/sh -c us  #1 1470.5476",
                "557 uint64 add ns  #1 0.45",
                "569 integer bit parallelism   #1 3.37",
                "585 File write bandwidth KB/s file=/var/tmp/lmbench/XXX #1 349365.0",
                "586 Pagefaults us file=/var/tmp/lmbench/XXX #1 0.2787",
                "589 mappings us size_mb=0.524288 #1 17.0",
                "596 File system create files/s file_size=0k #1 22950.0",
                "596 File system delete files/s file_size=0k #1 153609.0",
                "612 Socket bandwidth using localhost MB/s size_mb=0.000001 #1 2.02",
                "627 read bandwidth MB/s size_mb=0.000512 #1 815.73",
                "697 bandwidth MB/s cores=1;operation=bcopy;processes=1;size_bytes=512 #1 86585.28",
                "865 latency us overhead_us=0.66;processes=2;size_kb=0 #1 1.42",
                "922 latency us overhead_us=3.60;processes=96;size_kb=64 #1 8.12",
                "924 tlb pages  #1 48.0",
                "960 Memory load latency ns size_mib=0.00049;stride=128 #1 2.238",
                "991 Random load latency ns size_mib=0.00049;stride=16 #1 2.24")) assertTrue(rows.contains(row), row);
    }

    @Test
    void everyMemoryTableHasItsOperation() {
        List<String> operations = Captured.samples(
                        Captured.of("lmbench-results/results.txt").read())
                .stream()
                .map(sample -> sample.parameters().get("operation")
                        + sample.parameters().asMap().getOrDefault("conflict", ""))
                .filter(operation -> !operation.startsWith("null"))
                .distinct()
                .toList();
        assertEquals(List.of("bcopy", "bcopytrue", "bzero", "fcp", "cp", "frd", "rd", "fwr", "wr", "rdwr"), operations);
    }

    @Test
    void theSameSizeIsTheSamePointInDecimalTables() {
        Reading reading = results(
                "Memory partial read bandwidth",
                "8.39 12000.00",
                "",
                "Memory load latency",
                "\"stride=128",
                "8.00000 8.100");
        assertEquals(
                List.of(
                        "3 bandwidth MB/s operation=rd;size_bytes=8388608 #1 12000.0",
                        "7 Memory load latency ns size_mib=8.00000;stride=128 #1 8.1"),
                Captured.rows(reading));
    }

    @Test
    void failuresOfSingleTestsLeaveTheOthers() {
        Reading reading = results(
                "bind: Address in use",
                "Select on 100 fd's: 0.9000 microseconds",
                "\"File system latency",
                "0k\t500\t-1\t150000",
                "1k\t-1\t-1\t-1",
                "",
                "\"size=0k ovr=0.90",
                "",
                "\"Something new",
                "1 2",
                "",
                "Pipe latency: -1 microseconds");
        assertEquals(
                List.of(
                        "3 Select on 100 fd's us  #1 0.9",
                        "5 File system create files/s file_size=0k #1 not measured, printed as -1",
                        "5 File system delete files/s file_size=0k #1 150000.0",
                        "6 File system create files/s file_size=1k #1 not measured, printed as -1",
                        "6 File system delete files/s file_size=1k #1 not measured, printed as -1",
                        "13 Pipe latency us  #1 not measured, printed as -1"),
                Captured.rows(reading));
        assertEquals(
                List.of("8 a title without rows", "10 a table that Ringside does not know"), Captured.skipped(reading));
    }

    @Test
    void aFileWithoutItsClosingDateIsIncomplete() {
        Reading reading = Captured.text(
                        "lmbench-results",
                        BANNER,
                        "[SYNC_MAX: 4]",
                        "[Mon Jan  1 10:00:00 CET 2024]",
                        "Memory write bandwidth",
                        "1.05 9000.00",
                        BANNER)
                .read();
        String cut = " the results file ends before its closing date";
        assertEquals(List.of("lmbench-mem 1" + cut, "lmbench 0" + cut), Captured.endings(reading));
        assertEquals(
                List.of("5 bandwidth MB/s cores=4;operation=fwr;processes=4;size_bytes=1048576 #1 9000.0"),
                Captured.rows(reading));
        assertEquals(Optional.empty(), reading.runs().getFirst().started());
    }

    @Test
    void theClosingDateMayBeInAnyLanguage() {
        for (String end : List.of(
                "[Mon 01 Jan 2024 10:30:00 AM UTC]",
                "[Mo 1. Jan 10:30:00 CET 2024]",
                "[2024\u5E74 01\u6708 01\u65E5 \u661F\u671F\u4E00 10:30:00 CST]")) {
            Captured output = Captured.text("lmbench-results", BANNER, "Simple syscall: 0.1000 microseconds", end);
            assertEquals(List.of("lmbench 1"), Captured.endings(output.read()));
        }
    }

    @Test
    void textBehindTheClosingDateIsNotRead() {
        Captured output = Captured.text(
                "lmbench-results",
                BANNER,
                "Simple syscall: 0.1000 microseconds",
                END,
                "Simple syscall: 9.0000 microseconds");
        assertEquals(List.of("2 Simple syscall us  #1 0.1"), Captured.rows(output.read()));
    }

    @Test
    void readsTheSummaryByThePlacesOfItsColumns() {
        Reading reading = Captured.of("lmbench-results/summary.txt").read();
        assertEquals(List.of("lmbench 54", "lmbench 54", "lmbench-ctx 7", "lmbench-ctx 7"), Captured.endings(reading));
        List<String> rows = Captured.rows(reading);
        for (String row : List.of(
                "12 tlb pages  #1 48.0",
                "20 Process fork+exit us  #1 366.0",
                "36 int64 mul ns  #1 1.37",
                "60 latency us processes=16;size_kb=64 #1 4.18",
                "61 latency us processes=16;size_kb=64 #2 4.18",
                "68 TCP/IP connection cost to localhost us  #1 352.0",
                "84 Pagefaults us  #1 0.2787",
                "92 Mmap read bandwidth MB/s  #1 10100.0",
                "92 Memory read bandwidth MB/s  #1 12000.0",
                "100 Memory load latency main memory ns  #1 14.5",
                "100 Random load latency ns  #1 231.1")) assertTrue(rows.contains(row), row);
    }

    @Test
    void anOperatingSystemWithABlankAndEmptyCellsDoNotShiftTheColumns() {
        Reading reading = Captured.text(
                        "lmbench-results",
                        "Context switching - times in microseconds - smaller is better",
                        "-------------------------------------------------------------------------",
                        "Host                 OS  2p/0K 2p/16K 2p/64K 8p/16K 8p/64K 16p/16K 16p/64K",
                        "                         ctxsw  ctxsw  ctxsw ctxsw  ctxsw   ctxsw   ctxsw",
                        "--------- ------------- ------ ------ ------ ------ ------ ------- -------",
                        host("guest1", "3.0000", "", "3.2000", "11.2K", "71.", "", "1.2M"),
                        host("guest2", "", "", "", "", "", "", "4.80000"))
                .read();
        assertEquals(
                List.of(
                        "6 latency us processes=2;size_kb=0 #1 3.0",
                        "6 latency us processes=2;size_kb=64 #1 3.2",
                        "6 latency us processes=8;size_kb=16 #1 11200.0",
                        "6 latency us processes=8;size_kb=64 #1 71.0",
                        "6 latency us processes=16;size_kb=64 #1 1200000.0",
                        "7 latency us processes=16;size_kb=64 #2 4.8"),
                Captured.rows(reading));
        assertEquals(
                List.of(Optional.of("guest1"), Optional.of("guest2")),
                reading.runs().stream().map(Reading.ToolRun::host).toList());
    }

    @Test
    void aNumberThatStandsBetweenTwoColumnsIsNotCutApart() {
        Reading reading = Captured.text(
                        "lmbench-results",
                        "Context switching - times in microseconds - smaller is better",
                        "Host                 OS  2p/0K 2p/16K",
                        "--------- ------------- ------ ------",
                        "guest1    Linux 6.1.0-1    11.2K 3.2000")
                .read();
        assertEquals(List.of(), Captured.rows(reading));
        assertEquals(
                List.of("4 \"11.\" does not stand within its column", "4 \"2K 3.20\" does not stand within its column"),
                Captured.skipped(reading));
    }

    private static String host(Object... cells) {
        return "%-9s Linux 6.1.0-1 %6s %6s %6s %6s %6s %7s %7s".formatted(cells);
    }

    private static Reading results(String... lines) {
        return Captured.text("lmbench-results", BANNER, String.join("\n", lines), END)
                .read();
    }
}
