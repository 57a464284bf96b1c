package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.Results;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.format.Mapping.Measured;
import ringside.core.result.Better;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Selection;

class MappingTest {
    private static final String WIDE = "Platform,Record size,Write (MB/s),Read (MB/s),Latency [ms]\n"
            + "kvm,4,10.5,20,1\nkvm,8,11,,2\nhost,4,12,22,broken\n";

    private final ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final Importing importing = new Importing(new Formats(List.of()), store);

    @AfterEach
    void close() {
        store.close();
    }

    private Outcome take(String text, Mapping mapping) {
        return importing.readTable(
                Content.of("table.csv", text.getBytes(StandardCharsets.UTF_8)),
                mapping,
                Request.AUTOMATIC,
                Progress.SILENT);
    }

    private List<String> stored() {
        return Results.rows(store, Selection.ofSets(Set.of("table"))).stream()
                .map(row -> row.run().configuration().platform() + " "
                        + row.sample().metric().name() + " "
                        + row.sample().metric().unit() + " "
                        + row.sample().parameters() + " "
                        + row.sample().value().toString().replaceAll("Measured\\[number=|Missing\\[reason=|\\]$", ""))
                .sorted()
                .toList();
    }

    @Test
    void aHeaderLetsColumnsUnitsAndDirectionsBeGuessed() {
        assertEquals(
                new Mapping(
                        ',',
                        Mapping.Decimal.POINT,
                        Map.of("platform", "Platform"),
                        Map.of("benchmark", "table"),
                        Map.of("Record size", "record_size"),
                        List.of(
                                new Measured("Write (MB/s)", "Write", "MB/s", Better.HIGHER),
                                new Measured("Read (MB/s)", "Read", "MB/s", Better.HIGHER))),
                MappingGuess.of("Platform,Record size,Write (MB/s),Read (MB/s)\nkvm,4,10.5,20\n")
                        .orElseThrow());
        assertEquals(
                Better.LOWER,
                MappingGuess.of("a,Latency [ms]\nx,1\n")
                        .orElseThrow()
                        .values()
                        .getFirst()
                        .better());
    }

    @Test
    void everyColumnOfAWideTableGivesASampleForEveryRow() {
        Mapping mapping = new Mapping(
                ',',
                Mapping.Decimal.POINT,
                Map.of("platform", "Platform"),
                Map.of("benchmark", "disk"),
                Map.of("Record size", "record_kb"),
                List.of(
                        new Measured("Write (MB/s)", "write", "MB/s", Better.HIGHER),
                        new Measured("Latency [ms]", "latency", "ms", Better.LOWER)));
        Outcome outcome = take(WIDE, mapping);
        assertEquals(List.of(new Reading.Skipped(4, "\"Latency [ms]\" is no number: broken")), outcome.skipped());
        assertEquals(
                List.of(
                        "host latency ms record_kb=4 the field says broken",
                        "host write MB/s record_kb=4 12.0",
                        "kvm latency ms record_kb=4 1.0",
                        "kvm latency ms record_kb=8 2.0",
                        "kvm write MB/s record_kb=4 10.5",
                        "kvm write MB/s record_kb=8 11.0"),
                stored());
    }

    @Test
    void aWordForAMissingNumberLeavesItsColumnAResultAndAnEmptyCellStandsAsMissing() {
        String table = "Platform;Cores;HPL GFlops;Latency (us)\nkvm;1;1,5;10\nkvm;2;2,9;\nhost;1;n/a;9\n";
        Mapping guess = MappingGuess.of(table).orElseThrow();
        assertEquals(
                List.of("HPL GFlops", "Latency (us)"),
                guess.values().stream().map(Measured::column).toList());
        assertEquals(
                "\"HPL GFlops\" is a result, more is better; \"Latency (us)\" is a result, less is better;"
                        + " \"Cores\" is a parameter; \"Platform\" is the platform",
                guess.summary());
        take(table, guess);
        assertEquals(
                List.of(
                        "host HPL GFlops  cores=1 the field says n/a",
                        "host Latency us cores=1 9.0",
                        "kvm HPL GFlops  cores=1 1.5",
                        "kvm HPL GFlops  cores=2 2.9",
                        "kvm Latency us cores=1 10.0",
                        "kvm Latency us cores=2 the field is empty"),
                stored());
    }

    @Test
    void semicolonsTabsAndDecimalCommasAreUnderstood() {
        Mapping mapping = MappingGuess.of("Host;Time (s)\na;1,5\nb;2,25\n").orElseThrow();
        take("Host;Time (s)\na;1,5\nb;2,25\n", mapping);
        assertEquals(List.of("unknown Time s  1.5", "unknown Time s  2.25"), stored());
        assertEquals('\t', MappingGuess.of("a\tb\nx\t1\n").orElseThrow().separator());
    }

    private static final String MAPPING = """
            {%s"separator": ";", "fixed": {"benchmark": "b"}, "values": [{"column": "v", "better": "higher"}]}""";

    private List<String> read(String decimal, String... numbers) {
        String table = "v;w\n" + String.join(";x\n", numbers) + ";x\n";
        take(table, Mapping.parse("m.json", MAPPING.formatted(decimal)));
        try {
            return stored().stream()
                    .map(row -> row.substring(row.lastIndexOf(' ') + 1))
                    .toList();
        } finally {
            store.discard("table");
        }
    }

    @Test
    void theMappingSaysWhichSignIsTheDecimalOneAndTheOtherPartsThousands() {
        assertEquals(List.of("1.5", "1234.0", "1234.5"), read("\"decimal\": \".\", ", "1.5", "1,234", "1,234.5"));
        assertEquals(List.of("1.234", "1.5", "1234.5"), read("\"decimal\": \",\", ", "1,5", "1,234", "1.234,5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "1,2345", "1,23,456", "12,34.5"})
    void whatIsNoNumberWithADecimalPointIsNotTakenForOne(String field) {
        assertEquals(List.of("2.0", field), read("\"decimal\": \".\", ", "2", field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.2345", "1234.567,8"})
    void whatIsNoNumberWithADecimalCommaIsNotTakenForOne(String field) {
        assertEquals(List.of("2.0", field), read("\"decimal\": \",\", ", "2", field));
    }

    @Test
    void whereNobodySaysNumbersThatReadInOneWayOnlyAreRead() {
        assertEquals(
                List.of("0.125", "0.25", "1.5", "1.75", "1234.5", "1234567.0", "2345.5", "7.0"),
                read("", "1,5", "1.75", "0.125", "0,25", "1.234,5", "2,345.5", "1.234.567", "7"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234 | 1234 or 1.234
            1.234 | 1.234 or 1234
            12.500 % | 12.5 or 12500""")
    void whereNobodySaysANumberThatMayBeTwoIsRefusedWithItsLine(String field, String either) {
        var refused = assertThrows(RingsideException.class, () -> read("", "1,5", field));
        assertEquals("table.csv, line 3: \"" + field + "\" in the column \"v\" may be " + either, refused.problem());
        assertTrue(refused.remedy().contains("\"decimal\": \",\""), refused::remedy);
        assertEquals(List.of(), store.sets());
    }

    @Test
    void theDecimalSignIsGuessedFromNumbersThatShowIt() {
        assertEquals(Mapping.Decimal.COMMA, decimal("a;b\nx;1,234\ny;1,5\n"));
        assertEquals(Mapping.Decimal.POINT, decimal("a;b\nx;1.234\ny;0.5\n"));
        assertEquals(Mapping.Decimal.UNSTATED, decimal("a;b\nx;1,234\ny;2,345\n"));
        assertEquals(Mapping.Decimal.UNSTATED, decimal("a;b\nx;1.234\ny;2\n"));
        assertEquals(Mapping.Decimal.POINT, decimal("a,b\nx,1.234\ny,2.345\n"));
        assertEquals(Mapping.Decimal.COMMA, decimal("a,b\nx,\"1,5\"\n"));
    }

    private static Mapping.Decimal decimal(String table) {
        return MappingGuess.of(table).orElseThrow().decimal();
    }

    @Test
    void aDecimalSignThatIsNoneIsNamed() {
        var wrong = assertThrows(
                RingsideException.class, () -> Mapping.parse("m.json", MAPPING.formatted("\n\"decimal\": \"\", ")));
        assertTrue(
                wrong.problem().startsWith("The mapping m.json, line 2: \"decimal\" is \".\" or \",\""),
                wrong::problem);
    }

    @Test
    void aMappingIsReadAsItWasWritten() {
        Mapping mapping = MappingGuess.of(WIDE).orElseThrow();
        assertEquals(mapping, Mapping.parse("m.json", mapping.json()));
        Mapping unstated = MappingGuess.of("a;b\nx;1.234\n").orElseThrow();
        assertEquals(unstated, Mapping.parse("m.json", unstated.json()));
    }

    @Test
    void whatIsWrongInAMappingIsNamedByLine() {
        var wrong = assertThrows(
                RingsideException.class,
                () -> Mapping.parse("m.json", "{\n\"values\": [{\"column\": \"a\", \"better\": \"high\"}]}"));
        assertEquals("The mapping m.json, line 2: \"better\" is \"higher\" or \"lower\"", wrong.problem());
    }

    @Test
    void aColumnThatIsMissingIsNamedWithThoseThatAreThere() {
        Mapping mapping = MappingGuess.of(WIDE).orElseThrow();
        var missing = assertThrows(RingsideException.class, () -> take("a,b\n1,2\n", mapping));
        assertEquals("table.csv, line 1: there is no column \"Platform\", which the mapping names", missing.problem());
        assertEquals(List.of(), store.sets());
    }

    @Test
    void theSameTableTwiceIsKnownByItsSamples() {
        Mapping mapping = MappingGuess.of(WIDE).orElseThrow();
        take(WIDE, mapping);
        assertThrows(RingsideException.class, () -> take(WIDE, mapping));
    }

    @Test
    void theTableIsKeptWithItsRunsAndReadAgainByItsMapping() {
        Outcome outcome =
                take(WIDE, MappingGuess.of(WIDE.replace("broken", "1")).orElseThrow());
        Run.Raw raw = store.runs("table").getFirst().raw().orElseThrow();
        assertArrayEquals(
                WIDE.getBytes(StandardCharsets.UTF_8), store.raw(raw.sha256()).orElseThrow());
        Verifying.Verdict verdict = new Verifying(store, new Formats(List.of())).verify("table");
        assertEquals(List.of(), verdict.faults());
        assertEquals(outcome.samples(), verdict.reread());
        assertEquals(1, verdict.raws());
    }

    @Test
    void aMappingThatCannotBeUnderstoodIsAFormatThatIsNotKnown() {
        for (String format : List.of("table {", "table {}", "table 1"))
            assertEquals(Optional.empty(), new Formats(List.of()).reader(new Run.Raw("", format, "t.csv")));
    }

    @Test
    void theSameTableUnderAnotherMappingIsAnotherSet() {
        Mapping mapping = MappingGuess.of(WIDE).orElseThrow();
        take(WIDE, mapping);
        Mapping latency = Mapping.parse(
                "m.json", "{\"decimal\": \".\", \"values\": [{\"column\": \"Latency [ms]\", \"better\": \"lower\"}]}");
        assertEquals(List.of("table (2)"), take(WIDE, latency).sets());
    }

    @Test
    void aTextWithoutNumbersIsNoTable() {
        assertEquals(Optional.empty(), MappingGuess.of("Dear reader,\nhow are you, dear?\n"));
    }
}
