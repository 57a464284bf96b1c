package ringside.ui.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.format.Content;
import ringside.core.format.Mapping;
import ringside.core.format.MappingGuess;
import ringside.core.format.Outcome;
import ringside.core.result.Better;
import ringside.ui.kit.Background;
import ringside.ui.result.MappedColumn.Meaning;

class MappingModelTest {
    private static final String TABLE = "Platform,Record size,Write (MB/s)\nkvm,4,10.5\nhost,8,oops\n";

    private final List<Mapping> taken = new ArrayList<>();
    private final MappingModel model = new MappingModel(
            new Background(Runnable::run, Runnable::run),
            (content, mapping, request, progress) -> {
                taken.add(mapping);
                return new Outcome(content.name(), "table", List.of("t"), 1, 1, List.of(), List.of());
            },
            Content.of("t.csv", TABLE.getBytes(StandardCharsets.UTF_8)),
            MappingGuess.of(TABLE.replace("oops", "9")).orElseThrow(),
            TABLE);

    private MappedColumn column(String header) {
        return model.columns().stream()
                .filter(one -> one.header().equals(header))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itBeginsWithWhatTheHeaderLetsGuess() {
        assertEquals(
                List.of(Meaning.PLATFORM, Meaning.PARAMETER, Meaning.HIGHER),
                model.columns().stream().map(one -> one.meaningProperty().get()).toList());
        assertEquals("MB/s", column("Write (MB/s)").unitProperty().get());
        assertEquals(List.of("4", "8"), model.values(column("Record size")));
    }

    @Test
    void everyChoiceShowsAtOnceWhatTheRowsBecome() {
        assertEquals(
                "The first rows become:\nkvm, table, Write, record_size 4: 10.5 MB/s\n"
                        + "host, table, Write, record_size 8: missing (the field says oops)\n"
                        + "Line 3: \"Write (MB/s)\" is no number: oops",
                model.resultProperty().get());
        column("Write (MB/s)").nameProperty().set("throughput");
        column("Record size").meaningProperty().set(Meaning.LEFT_OUT);
        assertTrue(model.resultProperty().get().contains("kvm, table, throughput: 10.5 MB/s"));
    }

    @Test
    void theSignBeforeTheDecimalsCanBeChosenWhereTheNumbersDoNotShowIt() {
        String table = "Host;Time (s)\na;1,234\nb;2,345\n";
        var unclear = new MappingModel(
                new Background(Runnable::run, Runnable::run),
                (content, mapping, request, progress) -> {
                    throw new AssertionError("nobody began");
                },
                Content.of("t.csv", table.getBytes(StandardCharsets.UTF_8)),
                MappingGuess.of(table).orElseThrow(),
                table);
        assertTrue(
                unclear.resultProperty()
                        .get()
                        .contains("line 2: \"1,234\" in the column \"Time (s)\" may be 1234 or 1.234"),
                unclear.resultProperty()::get);
        unclear.decimalProperty().set(Mapping.Decimal.COMMA);
        assertTrue(unclear.resultProperty().get().contains("1.234 s"), unclear.resultProperty()::get);
        assertEquals(Mapping.Decimal.COMMA, unclear.mapping().orElseThrow().decimal());
    }

    @Test
    void theBenchmarkOfItsRowsIsSaidAndAMappingThatWasSavedIsOpened(@TempDir Path folder) {
        assertEquals("table", model.benchmarkProperty().get());
        model.benchmarkProperty().set("iozone");
        assertTrue(model.resultProperty().get().contains("kvm, iozone, Write"), model.resultProperty()::get);
        column("Write (MB/s)").nameProperty().set("throughput");
        Path file = folder.resolve("m.json");
        model.save(file, () -> {}, trouble -> fail(trouble.problem()));
        var opened = new ArrayList<MappingModel>();
        model.open(file, opened::add, trouble -> fail(trouble.problem()));
        assertEquals(model.mapping(), opened.getFirst().mapping());
        assertEquals("iozone", opened.getFirst().benchmarkProperty().get());
    }

    @Test
    void aTableWithoutResultsCannotBeImported() {
        column("Write (MB/s)").meaningProperty().set(Meaning.PARAMETER);
        assertEquals(
                "Say of one column at least that it holds results.",
                model.objectionProperty().get());
        model.begin(outcome -> {}, trouble -> {});
        assertEquals(List.of(), taken);
    }

    @Test
    void whatIsChosenIsWhatIsImported() {
        column("Write (MB/s)").meaningProperty().set(Meaning.LOWER);
        model.begin(outcome -> {}, trouble -> {});
        assertEquals(
                new Mapping.Measured("Write (MB/s)", "Write", "MB/s", Better.LOWER),
                taken.getFirst().values().getFirst());
    }
}
