package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.Results;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;
import ringside.core.result.Value;

class SampleCsvTest {
    private static final String HEADER =
            "set,platform,configuration,benchmark,metric,unit,better,value,failure,repetition,parameters\n";
    private static final String SOUND = "a,kvm,kvm 1,hpl,performance,Gflop/s,higher,12.5,,1,n=1000\n";

    private final ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());

    @AfterEach
    void close() {
        store.close();
    }

    private Outcome take(String text, Request request) {
        return new Importing(new Formats(List.of(new SampleCsv())), store)
                .read(Content.of("made up.csv", text.getBytes(StandardCharsets.UTF_8)), request, Progress.SILENT);
    }

    private Outcome take(String text) {
        return take(text, Request.AUTOMATIC);
    }

    /** What CSV keeps of a sample and whose it is. */
    private record Kept(
            String set,
            String platform,
            String label,
            String benchmark,
            Metric metric,
            Parameters parameters,
            int repetition,
            Value value) {
        static Kept of(Results.Row row) {
            Run run = row.run();
            Sample sample = row.sample();
            return new Kept(
                    row.set(),
                    run.configuration().platform(),
                    run.configuration().label(),
                    run.benchmark(),
                    sample.metric(),
                    sample.parameters(),
                    sample.repetition(),
                    sample.value());
        }
    }

    enum LineEnd {
        LF,
        CRLF
    }

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenReadsBackAsTheSameSamples(LineEnd lineEnd) throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            List<Results.Row> rows = Results.random(seed, 1500, "a" + seed, "b \"" + seed + "\", ü").stream()
                    .filter(row -> SoundText.without(row.sample().toString())
                            .equals(row.sample().toString())) // no text holds control characters
                    .toList();
            var text = new StringWriter();
            try (CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.valueOf(lineEnd.name()))
                    .build(text)) {
                csv.writeRecord(SampleRow.HEADER);
                for (Results.Row row : rows) csv.writeRecord(SampleRow.sheet(row.set(), row.run(), row.sample()));
            }
            Outcome outcome = take(text.toString());
            assertEquals(List.of(), outcome.skipped());
            assertEquals(rows.size(), outcome.samples());
            List<Results.Row> read = Results.rows(store, Selection.ofSets(java.util.Set.copyOf(outcome.sets())));
            assertEquals(
                    Results.counted(rows.stream().map(Kept::of).toList()),
                    Results.counted(read.stream().map(Kept::of).toList()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ff,'made up.csv, line 2: it holds the byte 0xFF, which is no UTF-8'",
        "0,'made up.csv, line 2: it holds the control character U+0000'"
    })
    void aTableWithBytesThatAreNoTextIsRefused(String odd, String problem) {
        byte[] bytes = (HEADER + SOUND.replace("kvm 1", "kvm\u00ff1")).getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) if (bytes[i] == (byte) 0xff) bytes[i] = (byte) Integer.parseInt(odd, 16);
        var importing = new Importing(new Formats(List.of(new SampleCsv())), store);
        RingsideException refused = assertThrows(
                RingsideException.class,
                () -> importing.read(Content.of("made up.csv", bytes), Request.AUTOMATIC, Progress.SILENT));
        assertEquals(problem, refused.problem());
        assertEquals(List.of(), store.sets());
    }

    @Test
    void badRowsAreSkippedByLineAndSoundOnesTaken() {
        Outcome outcome = take(HEADER + SOUND
                + "a,kvm,kvm 1,hpl,performance,Gflop/s,upward,1,,1,\n" // 3
                + "a,kvm,kvm 1,hpl,performance,Gflop/s,higher,fast,,1,\n" // 4
                + "a,kvm,kvm 1,hpl,performance,Gflop/s,higher,1,broken,1,\n" // 5
                + "a,kvm,kvm 1,hpl,performance,Gflop/s,higher,1,,0,\n" // 6
                + "a,kvm,kvm 1,hpl,performance,Gflop/s,higher,1,,1,n\n" // 7
                + "\n" // an empty line is nothing
                + "a,kvm,kvm 1\n" // 9
                + "a,kvm,kvm 1,,performance,Gflop/s,higher,1,,1,\n" // 10
                + "a,kvm,kvm 1,hpl,,Gflop/s,higher,1,,1,\n" // 11
                + "a,kvm,\"kvm\n1\",hpl,performance,Gflop/s,higher,2,,1,\n" // 12 and 13
                + "a,kvm,kvm 1,hpl,performance,Gflop/s,higher,0x1p3,,1,\n" // 14
                + "a,kvm,kvm 1,hpl,performance,Gflop/s,higher,,out of memory,2,n=1000\n");
        assertEquals(
                new Outcome(
                        "made up.csv",
                        "csv",
                        List.of("a"),
                        2,
                        3,
                        List.of(
                                new Reading.Skipped(3, "better is \"higher\" or \"lower\", not \"upward\""),
                                new Reading.Skipped(4, "value is a number, not \"fast\""),
                                new Reading.Skipped(5, "a row has a value or a failure, not both"),
                                new Reading.Skipped(6, "repetition is a whole number from 1, not \"0\""),
                                new Reading.Skipped(7, "parameters are key=value pairs joined by ';', not \"n\""),
                                new Reading.Skipped(9, "the row has 3 fields, the header 11"),
                                new Reading.Skipped(10, "a run needs its benchmark"),
                                new Reading.Skipped(11, "a metric needs a name"),
                                new Reading.Skipped(14, "value is a number, not \"0x1p3\"")),
                        List.of()),
                outcome);
        assertEquals(
                List.of(Value.of(12.5), Value.missing("out of memory"), Value.of(2)),
                Results.rows(store, Selection.ALL).stream()
                        .map(row -> row.sample().value())
                        .toList());
    }

    @Test
    void whatHasNoSoundRowIsRefusedByNameAndNothingIsStored() {
        assertRefused("made up.csv is empty", "");
        assertRefused("made up.csv has no row that can be read", HEADER);
        assertRefused(
                "made up.csv has no row that can be read (line 2: value is a number, not \"x\")",
                HEADER + "a,kvm,kvm 1,hpl,performance,Gflop/s,higher,x,,1,\n");
        assertRefused("made up.csv is of no format that Ringside knows", "just,some,columns\n1,2,3\n");
    }

    @Test
    void aMissingColumnIsNamed() {
        var asCsv =
                new Request(Optional.empty(), Optional.of("csv"), Optional.empty(), Optional.empty(), Parameters.NONE);
        var refused = assertThrows(RingsideException.class, () -> take("platform,value,metric\nkvm,1,m\n", asCsv));
        assertEquals("made up.csv, line 1: the column \"configuration\" is missing", refused.problem());
        assertEquals(List.of(), store.sets());
    }

    private void assertRefused(String problem, String text) {
        var refused = assertThrows(RingsideException.class, () -> take(text));
        assertEquals(problem, refused.problem());
        assertEquals(List.of(), store.sets());
    }

    @Test
    void aQuoteThatNeverEndsTakesTheRestAndIsSaidAtItsLine() {
        Outcome outcome = take(HEADER + SOUND + "\"a,kvm,kvm 1,hpl\n" + SOUND.repeat(3));
        assertEquals(List.of(new Reading.Skipped(3, "the row has 1 fields, the header 11")), outcome.skipped());
        assertEquals(1, outcome.samples());
    }

    @Test
    void columnsAreKnownByNameInAnyOrder() {
        Outcome outcome = take(
                "Value,better,unit,metric,benchmark,configuration,platform,colour\n7,lower,us,latency,lmbench-ctx,c,host,red\n");
        assertEquals(List.of("made up"), outcome.sets());
        assertEquals(List.of("the column \"colour\" is not known and was not read"), outcome.warnings());
        assertEquals(
                List.of(new Sample(Metric.lower("latency", "us"), Parameters.NONE, 1, Value.of(7), 2)),
                Results.rows(store, Selection.ALL).stream()
                        .map(Results.Row::sample)
                        .toList());
    }

    @Test
    void whatNobodyNumberedIsNumberedRowByRow() {
        take(
                "platform,configuration,benchmark,metric,unit,better,value\n"
                        + "kvm,c,hpl,rate,x,higher,7\nkvm,c,hpl,rate,x,higher,9\nkvm,d,hpl,rate,x,higher,6\nkvm,c,hpl,rate,x,higher,8\n");
        assertEquals(
                List.of("c 1 7.0", "c 2 9.0", "c 3 8.0", "d 1 6.0"),
                Results.rows(store, Selection.ALL).stream()
                        .map(row -> row.run().configuration().label() + " "
                                + row.sample().repetition() + " "
                                + ((Value.Measured) row.sample().value()).number())
                        .sorted()
                        .toList());
    }

    @Test
    void whenARowsRunBeganIsReadAndWhatIsNoTimeIsSkipped() {
        String header = HEADER.strip() + ",started\n";
        Outcome outcome = take(header + SOUND.strip() + ",2026-11-26T09:30:00Z\n" + SOUND.strip() + ",\n"
                + SOUND.strip() + ",this morning\n");
        assertEquals(2, outcome.samples());
        assertEquals(
                List.of(new Reading.Skipped(4, "started is a time such as 2026-11-26T09:30:00Z, not \"this morning\"")),
                outcome.skipped());
        assertEquals(
                java.util.Set.of(Optional.of(java.time.Instant.parse("2026-11-26T09:30:00Z")), Optional.empty()),
                Results.rows(store, Selection.ALL).stream()
                        .map(row -> row.run().started())
                        .collect(java.util.stream.Collectors.toSet()));
    }

    @Test
    void whatBeginsLikeAFormulaIsATextAndReadsBackAsItWas() {
        for (String text : List.of("=1+1", "@a", "-kvm", "-", "\tx", "'=a", "''=a")) {
            assertEquals("'" + text, SheetText.safe(text));
            assertEquals(text, SheetText.plain(SheetText.safe(text)));
        }
        for (String text : List.of("", "kvm", "-5", "+1e-9", "'quoted'", "a=b"))
            assertEquals(text, SheetText.plain(SheetText.safe(text)));
        assertEquals("-5", SheetText.safe("-5"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        Outcome outcome = take("\uFEFF" + HEADER + SOUND);
        assertEquals(List.of("a"), outcome.sets());
        assertEquals(List.of(), outcome.warnings());
    }

    @Test
    void oneFileCanHoldSeveralSets() {
        Outcome outcome = take(HEADER + SOUND + SOUND.replace("a,", "b,") + SOUND.replace("12.5", "13"));
        assertEquals(List.of("a", "b"), outcome.sets());
        assertEquals(
                Map.of("a", 2L, "b", 1L),
                store.sets().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                s -> s.set().name(), ResultStore.StoredSet::samples)));
        var one =
                new Request(Optional.of("one"), Optional.empty(), Optional.empty(), Optional.empty(), Parameters.NONE);
        var refused =
                assertThrows(RingsideException.class, () -> take(HEADER + SOUND + SOUND.replace("a,", "b,"), one));
        assertEquals("made up.csv, line 3: the file holds more than one set (b begins here)", refused.problem());
        assertEquals(2, store.sets().size());
    }

    @Test
    void whatTheFileDoesNotSayIsTakenFromTheRequest() {
        var request = new Request(
                Optional.of("mine"),
                Optional.empty(),
                Optional.of("xen-pv"),
                Optional.of("two cores"),
                Parameters.of("cores", 2, "n", 1));
        assertEquals(
                List.of("mine"),
                take(HEADER + ",,,hpl,performance,Gflop/s,higher,12.5,,1,n=1000\n", request)
                        .sets());
        Results.Row row = Results.rows(store, Selection.ALL).getFirst();
        assertEquals("xen-pv", row.run().configuration().platform());
        assertEquals("two cores", row.run().configuration().label());
        assertEquals(Parameters.of("cores", 2, "n", 1000), row.sample().parameters());
    }

    @Test
    void theSameFileAgainChangesNothingAndATakenNameIsNumbered() {
        take(HEADER + SOUND);
        var before = Results.content(store);
        assertEquals(
                new Outcome(
                        "made up.csv",
                        "csv",
                        List.of(),
                        0,
                        0,
                        List.of(),
                        List.of("the same samples are in the store already, as a; nothing was changed")),
                take(HEADER + SOUND));
        assertEquals(before, Results.content(store));
        assertEquals(
                new Outcome(
                        "made up.csv",
                        "csv",
                        List.of("a (2)"),
                        1,
                        1,
                        List.of(),
                        List.of("a set named a was there already; this one is a (2)")),
                take(HEADER + SOUND.replace("12.5", "12.6")));
    }

    @Test
    void rowsThatWereSkippedAreToldEvenIfTheRestIsThereAlready() {
        take(HEADER + SOUND);
        Outcome again = take(HEADER + SOUND + "a,kvm\n");
        assertEquals(List.of(), again.sets());
        assertEquals(
                List.of(3L),
                again.skipped().stream().map(one -> (long) one.line()).toList());
    }

    @Test
    void aNumberIsWrittenShortAndReadsBackAsItself() {
        Map<Double, String> written = Map.of(
                0.0,
                "0",
                -0.0,
                "-0.0",
                12.0,
                "12",
                0.1,
                "0.1",
                1e15,
                "1.0E15",
                -3.0,
                "-3",
                999999999999999d,
                "999999999999999",
                Double.MIN_VALUE,
                "4.9E-324");
        written.forEach((number, text) -> {
            assertEquals(text, SampleRow.number(number));
            assertEquals(number, Double.valueOf(text));
        });
    }
}
