package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class IozoneTest {
    private static final String BANNER = "\tIozone: Performance Test of File I/O\n\tOutput is in kBytes/sec";
    private static final String RECENT =
            "                                                              random    random     bkwd    record    stride\n"
                    + "              kB  reclen    write  rewrite    read    reread    read     write     read   rewrite      read   fwrite frewrite    fread  freread";
    private static final String OLD =
            "                                                            random  random    bkwd   record   stride\n"
                    + "              KB  reclen   write rewrite    read    reread    read   write    read  rewrite     read   fwrite frewrite   fread  freread";
    private static final String END = "\niozone test complete.";

    @Test
    void numbersBelongToTheColumnTheyEndUnder() {
        Reading reading = Captured.of("iozone/auto.txt").read("disk", "raw");
        assertEquals(List.of("iozone 84"), Captured.endings(reading));
        assertEquals(
                List.of(
                        "32 throughput KB/s disk=raw;file_kb=64;operation=write;record_kb=64 #1 297664.0",
                        "32 throughput KB/s disk=raw;file_kb=64;operation=rewrite;record_kb=64 #1 1204796.0",
                        "32 throughput KB/s disk=raw;file_kb=64;operation=read;record_kb=64 #1 557144.0",
                        "32 throughput KB/s disk=raw;file_kb=64;operation=reread;record_kb=64 #1 801764.0",
                        "32 throughput KB/s disk=raw;file_kb=64;operation=random-read;record_kb=64 #1 889431.0",
                        "32 throughput KB/s disk=raw;file_kb=64;operation=random-write;record_kb=64 #1 1232453.0"),
                Captured.rows(reading).subList(0, 6));
        assertEquals(List.of(), reading.skipped());
        assertEquals("O_DIRECT", reading.runs().getFirst().note());
    }

    @Test
    void readsAllColumnsOnceThoughTheReportRepeatsThem() {
        Reading reading = Captured.of("iozone/full.txt").read();
        assertEquals(List.of("iozone 143"), Captured.endings(reading));
        assertEquals(
                List.of(
                        "write",
                        "rewrite",
                        "read",
                        "reread",
                        "random-read",
                        "random-write",
                        "backward-read",
                        "record-rewrite",
                        "stride-read",
                        "fwrite",
                        "frewrite",
                        "fread",
                        "freread"),
                Captured.samples(reading).stream()
                        .limit(13)
                        .map(sample -> sample.parameters().get("operation"))
                        .toList());
        assertEquals(
                "the report below the table repeats it and was not imported a second time",
                reading.runs().getFirst().note());
    }

    @Test
    void theReportOfProcessorUseIsNoThroughput() {
        assertEquals(
                List.of("iozone 4"),
                Captured.endings(Captured.of("iozone/cpu.txt").read()));
    }

    @Test
    void zeroIsNotAMeasurement() {
        assertEquals(
                List.of(
                        "29 throughput KB/s file_kb=1024;operation=write;record_kb=64 #1 578539.0",
                        "29 throughput KB/s file_kb=1024;operation=rewrite;record_kb=64 #1 not measured, printed as 0",
                        "29 throughput KB/s file_kb=1024;operation=read;record_kb=64 #1 4574926.0",
                        "29 throughput KB/s file_kb=1024;operation=reread;record_kb=64 #1 not measured, printed as 0"),
                Captured.rows(Captured.of("iozone/noretest.txt").read()));
    }

    @Test
    void theUnitIsTheFilesOwn() {
        assertEquals(
                "28 throughput ops/s file_kb=1024;operation=write;record_kb=64 #1 15252.0",
                Captured.rows(Captured.of("iozone/ops.txt").read()).getFirst());
        assertEquals(
                "28 latency us file_kb=1024;operation=write;record_kb=64 #1 22.0",
                Captured.rows(Captured.of("iozone/micro.txt").read()).getFirst());
        Reading noUnit = Captured.text("iozone", RECENT, row("64", "4", "100000", "200000"), END)
                .read();
        assertEquals(
                "3 throughput  file_kb=64;operation=write;record_kb=4 #1 100000.0",
                Captured.rows(noUnit).getFirst());
        assertEquals(List.of("the output does not say in what unit its numbers are"), noUnit.warnings());
    }

    @Test
    void readsThroughputMode() {
        Reading reading = Captured.of("iozone/throughput.txt").read();
        assertEquals(
                List.of(
                        "30 throughput KB/s file_kb=512;operation=write;processes=2;record_kb=4 #1 1169140.38",
                        "37 throughput KB/s file_kb=512;operation=rewrite;processes=2;record_kb=4 #1 3347320.0",
                        "44 throughput KB/s file_kb=512;operation=read;processes=2;record_kb=4 #1 2695115.75",
                        "51 throughput KB/s file_kb=512;operation=reread;processes=2;record_kb=4 #1 2625909.25",
                        "58 throughput KB/s file_kb=512;operation=random-read;processes=2;record_kb=4 #1 3625182.0",
                        "65 throughput KB/s file_kb=512;operation=random-write;processes=2;record_kb=4 #1 2592385.25"),
                Captured.rows(reading));
        assertEquals(
                List.of("iozone", "-t", "2", "-s", "512", "-r", "4", "-i", "0", "-i", "1", "-i", "2", "-R"),
                reading.runs().getFirst().command());
    }

    @Test
    void skippedTestsLeaveBlanks() {
        Reading reading = Captured.text(
                        "iozone",
                        BANNER,
                        RECENT,
                        "              64       4   100000   200000                     250000   150000",
                        END)
                .read();
        assertEquals(
                List.of(
                        "5 throughput KB/s file_kb=64;operation=write;record_kb=4 #1 100000.0",
                        "5 throughput KB/s file_kb=64;operation=rewrite;record_kb=4 #1 200000.0",
                        "5 throughput KB/s file_kb=64;operation=random-read;record_kb=4 #1 250000.0",
                        "5 throughput KB/s file_kb=64;operation=random-write;record_kb=4 #1 150000.0"),
                Captured.rows(reading));
    }

    @Test
    void numbersThatTouchAreCutApartWhereTheColumnsPart() {
        Reading reading = Captured.text(
                        "iozone", BANNER, RECENT, "              64       4   100000123456789123456789   310000", END)
                .read();
        assertEquals(
                List.of(
                        "5 throughput KB/s file_kb=64;operation=write;record_kb=4 #1 100000.0",
                        "5 throughput KB/s file_kb=64;operation=rewrite;record_kb=4 #1 1.23456789E8",
                        "5 throughput KB/s file_kb=64;operation=read;record_kb=4 #1 1.23456789E8",
                        "5 throughput KB/s file_kb=64;operation=reread;record_kb=4 #1 310000.0"),
                Captured.rows(reading));
    }

    @Test
    void numbersGluedByAScriptAreNotGuessedApart() {
        Reading reading = Captured.text("iozone", BANNER, RECENT, "              64       4   100000 2000003000", END)
                .read();
        assertEquals(
                List.of("5 throughput KB/s file_kb=64;operation=write;record_kb=4 #1 100000.0"),
                Captured.rows(reading));
        assertEquals(
                List.of("5 \"2000003000\" is more than one number, and where they part is not known"),
                Captured.skipped(reading));
    }

    @Test
    void olderReleasesHaveNarrowerColumns() {
        Reading reading = Captured.text(
                        "iozone",
                        BANNER,
                        OLD,
                        "              64       4  100000  200000   300000   310000  250000  150000  200000   220000   240000   180000   190000  260000   270000",
                        "             128       4  100000  200000                    250000  150000")
                .read();
        List<String> rows = Captured.rows(reading);
        assertEquals(17, rows.size());
        assertEquals("5 throughput KB/s file_kb=64;operation=freread;record_kb=4 #1 270000.0", rows.get(12));
        assertEquals("6 throughput KB/s file_kb=128;operation=random-write;record_kb=4 #1 150000.0", rows.getLast());
        assertEquals(List.of("iozone 17 it ends before \"iozone test complete.\""), Captured.endings(reading));
    }

    @Test
    void rowsThatDoNotStandUnderTheHeaderAreSkipped() {
        Reading reading = Captured.text("iozone", BANNER, RECENT, "64 4 100000 200000", "655364 1000", END)
                .read();
        assertEquals(
                List.of(
                        "5 its numbers do not stand under the header, so what they measure is not known",
                        "6 its numbers do not stand under the header, so what they measure is not known"),
                Captured.skipped(reading));
    }

    @Test
    void aPoorTimerIsNoted() {
        Reading reading = Captured.text(
                        "iozone",
                        BANNER,
                        RECENT,
                        row("64", "4", "100000", "200000"),
                        END,
                        "Timer resolution is poor. Some small transfers may have ",
                        "reported inaccurate results. Sizes 128 kBytes and below.")
                .read();
        assertEquals(
                "IOzone says that the timer's resolution is poor and small transfers may be inaccurate: Sizes 128 kBytes and below",
                reading.runs().getFirst().note());
    }

    @Test
    void aReportStandsInForATableThatIsNotThere() {
        Reading reading = Captured.text(
                        "iozone",
                        BANNER,
                        "iozone test complete.",
                        "Excel output is below: ",
                        "",
                        "\"Writer report\"",
                        "        \"4\"  \"8\"",
                        "\"64\"   100000  0 ")
                .read();
        assertEquals(
                List.of(
                        "8 throughput KB/s file_kb=64;operation=write;record_kb=4 #1 100000.0",
                        "8 throughput KB/s file_kb=64;operation=write;record_kb=8 #1 not measured, printed as 0"),
                Captured.rows(reading));
    }

    private static String row(String file, String record, String write, String rewrite) {
        return "%16s%8s%9s%9s".formatted(file, record, write, rewrite);
    }
}
