package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CacheBenchTest {
    private static final String HEADER =
            "C Size\t\tNanosec\t\tMB/sec\t\t% Chnge\n-------\t\t-------\t\t-------\t\t-------";

    @Test
    void readsTheTerminalsTables() {
        Reading reading = Captured.of("cachebench/read-tuned-and-set.txt").read("cores", 1);
        List<String> rows = Captured.rows(reading);
        assertEquals(18, rows.size());
        assertEquals("7 bandwidth MB/s cores=1;operation=memset;vector_bytes=256 #1 printed as -nan", rows.getFirst());
        assertEquals("8 bandwidth MB/s cores=1;operation=memset;vector_bytes=384 #1 19095.25", rows.get(1));
        assertEquals("29 bandwidth MB/s cores=1;operation=hand-read;vector_bytes=4096 #1 24251.91", rows.getLast());
        assertEquals(List.of(), reading.skipped());
    }

    @Test
    void sameSizeOnSuccessiveLinesIsARepetition() {
        List<String> rows =
                Captured.rows(Captured.of("cachebench/copy-write-rmw-twice.txt").read());
        assertEquals(30, rows.size());
        assertEquals("22 bandwidth MB/s operation=write;vector_bytes=256 #1 6419.37", rows.get(10));
        assertEquals("23 bandwidth MB/s operation=write;vector_bytes=256 #2 6664.71", rows.get(11));
        assertEquals("46 bandwidth MB/s operation=rmw;vector_bytes=1024 #2 11550.21", rows.getLast());
    }

    @Test
    void twoBareColumnsNeedTheirOperation() {
        Captured file = new Captured(
                "cachebench", "file", Captured.of("bare/cachebench-read.txt").bytes());
        assertEquals(List.of(), Captured.rows(file.read()));
        assertEquals(
                "1 two bare columns: if cachebench printed them, state the operation, as in --param operation=read",
                Captured.skipped(file.read()).getFirst());
        Reading stated = file.read("operation", "read");
        assertEquals(14, Captured.samples(stated).size());
        assertEquals(
                List.of(
                        "1 bandwidth MB/s operation=read;vector_bytes=256 #1 printed as -nan",
                        "2 bandwidth MB/s operation=read;vector_bytes=256 #2 6816.304549"),
                Captured.rows(stated).subList(0, 2));
    }

    @Test
    void sizesThatBeginAnewAreAnotherRunAndAWarning() {
        Reading reading = Captured.text("cachebench", "256 1950.000000", "512 1930.000000", "256 1940.000000")
                .read("operation", "write");
        assertEquals(List.of("cachebench 2", "cachebench 1"), Captured.endings(reading));
        assertEquals(
                List.of("the sizes begin again at line 3: this is read as another run, but a file of several operations"
                        + " looks the same"),
                reading.warnings());
    }

    @Test
    void otherTypesThanDoubleArePointsOfTheirOwn() {
        Reading reading = Captured.text(
                        "cachebench",
                        "\t\tTuned int RMW Cache Test",
                        HEADER,
                        "256             3.90            1950.00         1.00           ")
                .read();
        assertEquals(
                List.of("4 bandwidth MB/s operation=hand-rmw;type=int;vector_bytes=256 #1 1950.0"),
                Captured.rows(reading));
    }

    @Test
    void aTestWithoutResultsMakesTheRunIncomplete() {
        Reading reading = Captured.text(
                        "cachebench",
                        "\t\tdouble Read Cache Test",
                        HEADER,
                        "256             3.90            19",
                        "\t\tdouble Write Cache Test",
                        HEADER)
                .read();
        assertEquals(List.of(), Captured.rows(reading));
        assertEquals(
                List.of("1 a test without results", "4 a row that is cut or garbled", "5 a test without results"),
                Captured.skipped(reading));
        assertEquals(List.of("cachebench 0 a test without results"), Captured.endings(reading));
    }
}
