package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

class IozoneReportTest {
    private record Point(Parameters parameters, Value value) {}

    @Test
    void theReportAloneGivesTheNumbersOfTheTableWithoutAUnit() {
        Reading report = Captured.of("iozone-report/reports.txt").read();
        assertEquals(points(Captured.of("iozone/report.txt").read()), points(report));
        assertEquals(List.of("the report does not say in what unit its numbers are"), report.warnings());
        assertEquals("", Captured.samples(report).getFirst().metric().unit());
    }

    @Test
    void theBinarySheetGivesTheSame() {
        Reading sheet = Captured.of("iozone-report/full.xls").read();
        assertEquals(points(Captured.of("iozone/full.txt").read()), points(sheet));
        assertEquals(List.of("iozone 143"), Captured.endings(sheet));
    }

    @Test
    void aSheetThatWasCutIsIncomplete() {
        Captured sheet = Captured.of("iozone-report/full.xls");
        Reading cut = sheet.with(Arrays.copyOf(sheet.bytes(), sheet.bytes().length / 2))
                .read();
        assertEquals(
                "the sheet ends before its end mark",
                cut.runs().getFirst().outcome().reason());
        assertNotEquals(List.of(), Captured.samples(cut));
    }

    @Test
    void aSpreadsheetMayHaveTakenTheQuotesAway() {
        for (String separator : List.of("\t", ";", ",")) {
            Reading reading = Captured.text(
                            "iozone-report",
                            "Writer report" + separator + separator,
                            separator + "4" + separator + "8" + separator + "16",
                            "64" + separator + "100000" + separator + separator + "0",
                            separator + separator,
                            "Re-writer report",
                            separator + "4" + separator + "8",
                            "64" + separator + "#NAME?" + separator + "110000")
                    .read();
            assertEquals(
                    List.of(
                            "3 throughput  file_kb=64;operation=write;record_kb=4 #1 100000.0",
                            "3 throughput  file_kb=64;operation=write;record_kb=16 #1 not measured, printed as 0",
                            "7 throughput  file_kb=64;operation=rewrite;record_kb=8 #1 110000.0"),
                    Captured.rows(reading));
            assertEquals(List.of("7 \"#NAME?\" is not a number"), Captured.skipped(reading));
        }
    }

    @Test
    void sizesThatASpreadsheetShiftedBelongToTheirRatesInOrderOrNotAtAll() {
        Reading reading = Captured.text(
                        "iozone-report",
                        "Writer report",
                        "\t\t\t\t4\t8\t16",
                        "64\t 100000\t110000\t120000 ",
                        "128\t 130000\t140000 ",
                        "256\t 150000\t\t160000 ")
                .read();
        assertEquals(
                List.of(
                        "3 throughput  file_kb=64;operation=write;record_kb=4 #1 100000.0",
                        "3 throughput  file_kb=64;operation=write;record_kb=8 #1 110000.0",
                        "3 throughput  file_kb=64;operation=write;record_kb=16 #1 120000.0",
                        "4 throughput  file_kb=128;operation=write;record_kb=4 #1 130000.0",
                        "4 throughput  file_kb=128;operation=write;record_kb=8 #1 140000.0"),
                Captured.rows(reading));
        assertEquals(List.of("5 its numbers do not stand under the record sizes"), Captured.skipped(reading));
    }

    @Test
    void reportsThatBeginAgainAreAnotherRun() {
        String[] once = {"\"Writer report\"", "        \"4\"  \"8\"", "\"64\"   100000  110000 ", ""};
        String report = String.join("\n", once);
        Reading reading = Captured.text("iozone-report", report, report).read();
        assertEquals(List.of("iozone 2", "iozone 2"), Captured.endings(reading));
    }

    @Test
    void moreNumbersThanRecordSizesAreNotTaken() {
        Reading reading = Captured.text(
                        "iozone-report",
                        "\"Fread report\"",
                        "        \"4\"  \"8\"",
                        "\"64\"   100000  110000 120000 ",
                        "\"128\" 5 ")
                .read();
        assertEquals(List.of("4 throughput  file_kb=128;operation=fread;record_kb=4 #1 5.0"), Captured.rows(reading));
        assertEquals(List.of("3 more numbers than record sizes"), Captured.skipped(reading));
    }

    @Test
    void readsTheReportOfThroughputMode() {
        assertEquals(
                List.of(
                        "5 throughput KB/s operation=write;record_kb=4 #1 1169140.38",
                        "7 throughput KB/s operation=rewrite;record_kb=4 #1 3347320.0",
                        "9 throughput KB/s operation=read;record_kb=4 #1 2695115.75",
                        "11 throughput KB/s operation=reread;record_kb=4 #1 2625909.25",
                        "13 throughput KB/s operation=random-read;record_kb=4 #1 3625182.0",
                        "15 throughput KB/s operation=random-write;record_kb=4 #1 2592385.25"),
                Captured.rows(Captured.of("iozone-report/throughput.txt").read()));
    }

    /** Numbers by point, whatever their order, unit and line. */
    private static List<Point> points(Reading reading) {
        return Captured.samples(reading).stream()
                .map(sample -> new Point(sample.parameters(), sample.value()))
                .sorted(Comparator.comparing(Point::parameters))
                .toList();
    }
}
