package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LmbenchTest {
    @Test
    void readsContextSwitchTimes() {
        Reading reading = Captured.of("lmbench/lat_ctx.txt").read("cores", 1);
        assertEquals(
                List.of(
                        "3 latency us cores=1;overhead_us=0.77;processes=2;size_kb=4 #1 1.67",
                        "4 latency us cores=1;overhead_us=0.77;processes=4;size_kb=4 #1 2.86",
                        "5 latency us cores=1;overhead_us=0.77;processes=8;size_kb=4 #1 3.29",
                        "6 latency us cores=1;overhead_us=0.77;processes=16;size_kb=4 #1 3.19"),
                Captured.rows(reading));
        assertEquals(List.of("lmbench-ctx 4"), Captured.endings(reading));
    }

    @Test
    void readsAShellsTraceOfSeveralPrograms() {
        Reading reading = Captured.of("lmbench/trace.txt").read();
        assertEquals(
                List.of(
                        "2 bandwidth MB/s cores=1;operation=rd;processes=1;size_bytes=512 #1 64559.62",
                        "4 bandwidth MB/s cores=1;operation=rd;processes=1;size_bytes=8388608 #1 18233.0",
                        "6 bandwidth MB/s cores=2;operation=wr;processes=2;size_bytes=8388608 #1 5030.99",
                        "10 latency us overhead_us=3.54;processes=2;size_kb=64 #1 1.66",
                        "11 latency us overhead_us=3.54;processes=8;size_kb=64 #1 3.83",
                        "13 Simple syscall us  #1 0.182",
                        "15 bandwidth MB/s conflict=true;cores=1;operation=bcopy;processes=1;size_bytes=1048576 #1 17924.89",
                        "18 Random load latency ns size_mib=0.00049;stride=64 #1 2.257"),
                Captured.rows(reading).subList(0, 8));
        assertEquals(
                List.of(
                        "lmbench-mem 1",
                        "lmbench-mem 1",
                        "lmbench-mem 1",
                        "lmbench-ctx 2",
                        "lmbench 1",
                        "lmbench-mem 1",
                        "lmbench 21",
                        "lmbench-ctx 1"),
                Captured.endings(reading));
        assertEquals(
                List.of("bw_mem", "-P", "2", "8m", "wr"), reading.runs().get(2).command());
    }

    @Test
    void readsALoopFromATypescript() {
        Reading reading = Captured.of("lmbench/typescript.txt").read();
        assertEquals(
                List.of(
                        "9 bandwidth MB/s cores=1;operation=rd;processes=1;size_bytes=4096 #1 30810.23",
                        "10 bandwidth MB/s cores=1;operation=rd;processes=1;size_bytes=65536 #1 34427.24",
                        "11 bandwidth MB/s cores=1;operation=rd;processes=1;size_bytes=1048576 #1 35241.77",
                        "14 bandwidth MB/s cores=2;operation=cp;processes=2;size_bytes=4194304 #1 3835.21",
                        "20 Pipe latency us  #1 7.1732"),
                Captured.rows(reading));
    }

    @Test
    void bareNumbersOfBwMemNeedTheirOperation() {
        Captured bare = new Captured(
                "lmbench", "bare", Captured.of("bare/bw_mem-rd.txt").bytes());
        String state = " two bare numbers: if bw_mem printed them, state its operation, as in --param operation=rd";
        assertEquals(List.of("1" + state, "2" + state, "3" + state), Captured.skipped(bare.read()));
        assertEquals(List.of(), Captured.rows(bare.read()));
        assertEquals(
                List.of(
                        "1 bandwidth MB/s cores=2;operation=wr;processes=2;size_bytes=512 #1 46055.42",
                        "2 bandwidth MB/s cores=2;operation=wr;processes=2;size_bytes=1024 #1 59132.13",
                        "3 bandwidth MB/s cores=2;operation=wr;processes=2;size_bytes=16777216 #1 16538.3"),
                Captured.rows(bare.read("operation", "wr", "processes", 2)));
        assertEquals(
                "1 \"write\" is not an operation of bw_mem: rd wr rdwr cp frd fwr fcp bzero bcopy",
                Captured.skipped(bare.read("operation", "write")).getFirst());
    }

    @Test
    void numbersBelowAnotherCommandAreNotBwMems() {
        Reading reading = Captured.text(
                        "lmbench",
                        "$ bw_mem 8m rd",
                        "8.39 10000.00",
                        "8.39 10100.00",
                        "1.05 9000.00",
                        "$ time sleep 1",
                        "1.05 9000.00")
                .read();
        assertEquals(
                List.of(
                        "2 bandwidth MB/s cores=1;operation=rd;processes=1;size_bytes=8388608 #1 10000.0",
                        "3 bandwidth MB/s cores=1;operation=rd;processes=1;size_bytes=8388608 #2 10100.0"),
                Captured.rows(reading));
        assertEquals(
                List.of(
                        "4 its size is not that of the bw_mem command in line 1",
                        "6 two bare numbers: if bw_mem printed them, state its operation, as in --param operation=rd"),
                Captured.skipped(reading));
    }

    @Test
    void severalCommandsOnALineAreNotGuessedApart() {
        Reading reading = Captured.text("lmbench", "$ bw_mem 8m rd; bw_mem 8m wr", "8.39 10000.00")
                .read();
        assertEquals(
                List.of("2 several bw_mem commands stand in line 1; which of them printed this is not known"),
                Captured.skipped(reading));
    }

    @Test
    void aTitleWithoutRowsIsAnIncompleteRun() {
        Reading reading = Captured.text("lmbench", "\"size=0k ovr=0.90", "", "\"size=64 ovr=3.10", "2 3.20", "8 -nan")
                .read();
        assertEquals(List.of("lmbench-ctx 0 a title without rows", "lmbench-ctx 2"), Captured.endings(reading));
        assertEquals(
                List.of(
                        "4 latency us overhead_us=3.10;processes=2;size_kb=64 #1 3.2",
                        "5 latency us overhead_us=3.10;processes=8;size_kb=64 #1 printed as -nan"),
                Captured.rows(reading));
        assertEquals(List.of("1 a title without rows"), Captured.skipped(reading));
    }

    @Test
    void otherToolsColumnsAndResultsAreLeftAlone() {
        Reading reading = Captured.text(
                        "lmbench",
                        "Simple syscall: 0.1000 microseconds",
                        "my loop: 5 microseconds",
                        "",
                        "% time     seconds  usecs/call",
                        "100.00    0.000012           3",
                        "12 34")
                .read();
        assertEquals(List.of("1 Simple syscall us  #1 0.1"), Captured.rows(reading));
    }
}
