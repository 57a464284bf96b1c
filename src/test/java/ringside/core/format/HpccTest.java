package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.core.result.Sample;

class HpccTest {
    private static final String BANNER = "This is the DARPA/DOE HPC Challenge Benchmark version 1.5.0 October 2012";
    private static final String ROW =
            "WR11C2R4        4000   128     1     2               1.43              2.983e+01";
    private static final String HEADER =
            "T/V                N    NB     P     Q               Time                 Gflops";

    @Test
    void takesTheSummaryAndLinpacksRows() {
        Reading reading = Captured.of("hpcc/two-processes.txt").read();
        assertEquals(List.of("hpcc 33", "hpl 2"), Captured.endings(reading));
        List<String> rows = Captured.rows(reading);
        assertEquals("511 StarDGEMM Gflop/s cores=2 #1 33.8005", rows.getFirst());
        assertTrue(rows.contains("513 PTRANS GB/s cores=2 #1 0.870484"));
        assertTrue(rows.contains("535 MPIRandomAccess GUP/s cores=2 #1 0.0148104"));
        assertTrue(rows.contains("549 StarSTREAM_Triad GB/s cores=2 #1 9.54495"));
        assertTrue(rows.contains("558 MPIFFT Gflop/s cores=2 #1 0.922193"));
        assertTrue(rows.contains("561 MaxPingPongLatency us cores=2 #1 0.481375"));
        assertEquals(
                List.of(
                        "424 performance Gflop/s cores=2;n=4000;nb=128;p=1;passed=true;q=2;residual=0.0027444;time_s=1.43;variant=WR11C2R4 #1 29.83",
                        "430 performance Gflop/s cores=2;n=4000;nb=128;p=2;passed=true;q=1;residual=0.0027272;time_s=0.98;variant=WR11C2R4 #1 43.57"),
                rows.subList(rows.size() - 2, rows.size()));
        for (Reading.ToolRun run : reading.runs()) {
            assertEquals(Optional.of("vm"), run.host());
            assertEquals(Optional.of(Instant.parse("2026-11-22T12:41:17Z")), run.started());
        }
    }

    @Test
    void whatOneProcessCannotMeasureIsMissing() {
        List<String> missing = Captured.samples(
                        Captured.of("hpcc/one-process.txt").read())
                .stream()
                .filter(sample -> !sample.counts())
                .map(Sample::metric)
                .map(metric -> metric.name())
                .toList();
        assertEquals(
                List.of(
                        "MaxPingPongLatency",
                        "RandomlyOrderedRingLatency",
                        "MinPingPongBandwidth",
                        "NaturallyOrderedRingBandwidth",
                        "RandomlyOrderedRingBandwidth",
                        "MinPingPongLatency",
                        "AvgPingPongLatency",
                        "MaxPingPongBandwidth",
                        "AvgPingPongBandwidth",
                        "NaturallyOrderedRingLatency"),
                missing);
    }

    @Test
    void startsWithoutASummaryAreIncomplete() {
        Reading reading = Captured.text(
                        "hpcc",
                        BANNER,
                        "Hostname: 'vm01'",
                        BANNER,
                        "Begin of HPL section.",
                        HEADER,
                        ROW,
                        BANNER,
                        "Begin of Summary section.",
                        "StarDGEMM_Gflops=5.5")
                .read();
        assertEquals(
                List.of(
                        "hpcc 0 it ends before its summary",
                        "hpcc 0 it ends before its summary",
                        "hpcc 1 it ends within its summary"),
                Captured.endings(reading));
        assertEquals(List.of("6 the row was never checked: no residual line follows it"), Captured.skipped(reading));
    }

    @Test
    void figuresOfAFailedStartAreKeptAndDoNotCount() {
        Reading reading =
                summary("Success=0", "CommWorldProcs=4", "StarSTREAM_Copy=1e30").read();
        assertEquals(List.of("5 StarSTREAM_Copy GB/s cores=4;passed=false #1 1.0E30"), Captured.rows(reading));
        assertEquals(
                List.of("hpcc 1 the tool itself says that something failed: Success=0"), Captured.endings(reading));
    }

    @Test
    void theSummaryStandsInForLinpacksMissingTable() {
        Reading reading = summary(
                        "Success=1",
                        "CommWorldProcs=2",
                        "HPL_Tflops=0.0435722",
                        "HPL_time=0.979767",
                        "HPL_N=4000",
                        "HPL_NB=128",
                        "HPL_nprow=2",
                        "HPL_npcol=1")
                .read();
        assertEquals(
                List.of("5 performance Gflop/s cores=2;n=4000;nb=128;p=2;q=1;time_s=0.979767 #1 43.5722"),
                Captured.rows(reading));
    }

    @Test
    void valuesThatAreNoNumbersAreSkippedOrMissing() {
        Reading reading = summary("SingleFFT_Gflops=-nan", "StarFFT_Gflops=1.2mpirun noticed", "PTRANS_GBs=-1")
                .read();
        assertEquals(
                List.of("3 SingleFFT Gflop/s  #1 printed as -nan", "5 PTRANS GB/s  #1 not measured, printed as -1"),
                Captured.rows(reading));
        assertEquals(List.of("4 StarFFT_Gflops is not a number"), Captured.skipped(reading));
    }

    private static Captured summary(String... lines) {
        return Captured.text(
                "hpcc", BANNER, "Begin of Summary section.", String.join("\n", lines), "End of Summary section.");
    }
}
