package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.Results;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.format.Mapping.Measured;
import ringside.core.result.Better;
import ringside.core.result.ResultStore;
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
                        false,
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
                false,
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
    void semicolonsTabsAndDecimalCommasAreUnderstood() {
        Mapping mapping = MappingGuess.of("Host;Time (s)\na;1,5\nb;2,25\n").orElseThrow();
        take("Host;Time (s)\na;1,5\nb;2,25\n", mapping);
        assertEquals(List.of("unknown Time s  1.5", "unknown Time s  2.25"), stored());
        assertEquals('\t', MappingGuess.of("a\tb\nx\t1\n").orElseThrow().separator());
    }

    @Test
    void aMappingIsReadAsItWasWritten() {
        Mapping mapping = MappingGuess.of(WIDE).orElseThrow();
        assertEquals(mapping, Mapping.parse("m.json", mapping.json()));
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
    void aTextWithoutNumbersIsNoTable() {
        assertEquals(Optional.empty(), MappingGuess.of("Dear reader,\nhow are you, dear?\n"));
    }
}
