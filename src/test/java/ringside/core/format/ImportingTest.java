package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Results;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.result.Citation;
import ringside.core.result.Configuration;
import ringside.core.result.Metric;
import ringside.core.result.Origin;
import ringside.core.result.Parameters;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;
import ringside.core.result.Value;

class ImportingTest {
    private static final String CTX = "\"size=16k ovr=1.10\n2 1.93\n4 2.41\n";
    private static final String CTX_AGAIN = "\"size=16k ovr=1.20\n2 2.05\n8 3.00\n";
    private static final String BW_MEM = "0.000512 12345.67\n";

    private final ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final Formats formats = new Formats(new ArrayList<>(Formats.tools()));
    private final Importing importing = new Importing(formats, store);

    @AfterEach
    void close() {
        store.close();
    }

    private Outcome take(String name, String text, Request request) {
        return importing.read(Content.of(name, text.getBytes(StandardCharsets.UTF_8)), request, Progress.SILENT);
    }

    private static Request request(String set, String platform, String label, Parameters given) {
        return new Request(
                Optional.of(set).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.of(platform).filter(text -> !text.isEmpty()),
                Optional.of(label).filter(text -> !text.isEmpty()),
                given);
    }

    @Test
    void aToolsOutputBecomesASetWithItsRawOutput() {
        Outcome outcome = take("ctx of kvm.txt", CTX, request("", "kvm", "", Parameters.of("cores", 1)));
        assertEquals(
                new Outcome("ctx of kvm.txt", "lmbench", List.of("ctx of kvm"), 1, 2, List.of(), List.of()), outcome);
        ResultStore.StoredSet stored = store.sets().getFirst();
        assertEquals(Origin.IMPORTED, stored.set().origin());
        Run run = store.runs("ctx of kvm").getFirst();
        assertEquals(Configuration.of("kvm", "kvm"), run.configuration());
        assertEquals(Parameters.of("cores", 1), run.given());
        assertEquals(
                CTX, new String(store.raw(run.raw().orElseThrow().sha256()).orElseThrow(), StandardCharsets.UTF_8));
        assertEquals(
                List.of(2, 3),
                Results.rows(store, Selection.ALL).stream()
                        .map(row -> row.sample().line())
                        .toList());
    }

    @Test
    void theSetTheLabelAndThePlatformCanBeStated() {
        take("x.txt", CTX, request("mine", "xen-pv", "two cores", Parameters.NONE));
        assertEquals(List.of(Configuration.of("xen-pv", "two cores")), store.configurations("mine"));
    }

    @Test
    void anUnknownPlatformIsSaid() {
        Outcome outcome = take("x.txt", CTX, Request.AUTOMATIC);
        assertEquals(
                List.of("the file does not say which platform ran it; state it with --platform"), outcome.warnings());
        assertEquals(List.of(Configuration.of("unknown", "x")), store.configurations("x"));
    }

    @Test
    void repetitionsGoOnWhenASecondFileJoinsASet() {
        Request mine = request("mine", "kvm", "", Parameters.NONE);
        take("one.txt", CTX, mine);
        take("two.txt", CTX_AGAIN, mine);
        take(
                "three.txt",
                CTX_AGAIN,
                request("mine", "host", "", Parameters.NONE).equals(mine)
                        ? mine
                        : request("other", "kvm", "", Parameters.NONE));
        assertEquals(
                List.of("kvm 2: 1", "kvm 2: 2", "kvm 4: 1", "kvm 8: 1"),
                Results.rows(store, Selection.ofSets(Set.of("mine"))).stream()
                        .map(row -> row.run().configuration().platform() + " "
                                + row.sample().parameters().get("processes") + ": "
                                + row.sample().repetition())
                        .sorted()
                        .toList());
        assertEquals(2, store.runs("mine").stream().map(Run::id).distinct().count());
    }

    @Test
    void aNewRunNeverTakesTheIdOfAnother() {
        Results.put(
                store,
                List.of(new Results.Row(
                        "mine",
                        Results.run("r2", "host", "hpl"),
                        Results.sample(Metric.higher("performance", "Gflop/s"), 1, 1))));
        take("one.txt", CTX, request("mine", "kvm", "", Parameters.NONE));
        assertEquals(
                List.of("r2", "r3"), store.runs("mine").stream().map(Run::id).toList());
    }

    @Test
    void theSameOutputTwiceIsRefused() {
        Request mine = request("mine", "kvm", "", Parameters.NONE);
        take("one.txt", CTX, mine);
        var before = Results.content(store);
        for (Request again : List.of(mine, Request.AUTOMATIC)) {
            var refused = assertThrows(RingsideException.class, () -> take("two.txt", CTX, again));
            assertEquals("two.txt has been imported already, as one.txt into the set mine", refused.problem());
        }
        assertEquals(before, Results.content(store));
    }

    @Test
    void whatWasPublishedTakesNoNumbersOfAnotherFile() {
        try (ResultStore.Writing writing = store.write()) {
            writing.set(new ResultSet(
                    "paper",
                    Origin.PUBLISHED,
                    "A paper",
                    Citation.NONE,
                    "",
                    Instant.parse("2003-10-19T00:00:00Z"),
                    ""));
            Run run = Results.run("r1", "xen-pv", "lmbench-ctx");
            writing.run(run);
            writing.sample(run, Results.sample(Metric.lower("latency", "us"), 2, 1));
            writing.commit();
        }
        var before = Results.content(store);
        var refused = assertThrows(
                RingsideException.class, () -> take("one.txt", CTX, request("paper", "kvm", "", Parameters.NONE)));
        assertEquals("The set paper holds what was published, and one.txt is no part of it", refused.problem());
        assertEquals(before, Results.content(store));
    }

    @Test
    void anotherProgramsLinpackIsNamed() {
        assertRefused(
                "x.txt comes from Intel's Optimized LINPACK, which is another program than HPL",
                "Intel(R) Optimized LINPACK Benchmark data\n\nSize   LDA    Align. Time(s)    GFlops\n");
    }

    /** The text is decoded in pieces: neither a character across their border nor a stray byte behind it may be lost. */
    @Test
    void theEncodingIsThatOfTheWholeOutput() {
        for (int padding = 8180; padding < 8200; padding++) {
            String text = " ".repeat(padding) + "\u00e9\u20ac\uD83D\uDE00";
            assertEquals(
                    text,
                    Content.lines(text.getBytes(StandardCharsets.UTF_8))
                            .getFirst()
                            .text());
            byte[] latin = (" ".repeat(padding) + "\u00e9t\u00e9").getBytes(StandardCharsets.ISO_8859_1);
            assertEquals(
                    " ".repeat(padding) + "\u00e9t\u00e9",
                    Content.lines(latin).getFirst().text());
        }
    }

    @Test
    void aLogWithOddBytesIsTakenWithANoteAndADocumentWithThemIsRefused() {
        byte[] log = (Captured.of("sysbench/cpu.txt").asText() + "\u00ff\0\n").getBytes(StandardCharsets.ISO_8859_1);
        Outcome outcome = importing.read(Content.of("log.txt", log), Request.AUTOMATIC, Progress.SILENT);
        assertTrue(
                outcome.warnings().stream()
                        .anyMatch(one -> one.matches("line \\d+: it holds the byte 0xFF, which is no UTF-8; .*")),
                outcome.warnings()::toString);
        byte[] json = Captured.of("hyperfine/commands.json")
                .asText()
                .replace("\"command\": \"", "\"command\": \"\u00ff")
                .getBytes(StandardCharsets.ISO_8859_1);
        RingsideException refused = assertThrows(
                RingsideException.class,
                () -> importing.read(Content.of("odd.json", json), Request.AUTOMATIC, Progress.SILENT));
        assertEquals("odd.json, line 4: it holds the byte 0xFF, which is no UTF-8", refused.problem());
        RingsideException unknown = assertThrows(
                RingsideException.class,
                () -> importing.read(
                        Content.of("odd.bin", new byte[] {'a', '\n', 'b', 0}), Request.AUTOMATIC, Progress.SILENT));
        assertEquals(
                "odd.bin is of no format that Ringside knows (in line 2 it holds the control character U+0000)",
                unknown.problem());
    }

    @Test
    void aNameThatSpellsControlCharactersInEscapesIsTakenWithoutThem() {
        byte[] json = Captured.of("hyperfine/commands.json")
                .asText()
                .replace("\"command\": \"", "\"command\": \"a\\u0000\\u009bb")
                .getBytes(StandardCharsets.UTF_8);
        importing.read(Content.of("odd.json", json), Request.AUTOMATIC, Progress.SILENT);
        store.samples(
                Selection.ALL,
                (set, run, sample) -> assertTrue(sample.toString().contains("command=a  b"), sample::toString));
    }

    @Test
    void theSameOutputGoesIntoAnotherSetAsTheRefusalAdvises() {
        take("one.txt", CTX, Request.AUTOMATIC);
        Outcome outcome = take("one.txt", CTX, request("another", "kvm", "", Parameters.NONE));
        assertEquals(List.of("another"), outcome.sets());
    }

    @Test
    void outputsThatAreTheSameToTheByteAreToldApartByWhatWasSaidOfThem() {
        for (String operation : List.of("rd", "wr")) {
            Parameters said = Parameters.of("operation", operation);
            take(
                    operation + ".txt",
                    BW_MEM,
                    new Request(
                            Optional.of("mine"), Optional.of("lmbench"), Optional.of("kvm"), Optional.empty(), said));
        }
        assertEquals(2, store.count(Selection.ALL));
        assertEquals(List.of(), new Verifying(store, formats).verify("mine").faults());
    }

    @Test
    void whatCannotBeTakenIsRefusedByNameAndNothingIsStored() {
        assertRefused("x.txt is empty", "");
        assertRefused("x.txt is of no format that Ringside knows", "hello\n");
        assertRefused("x.txt was read as lmbench and holds nothing that can be taken", "\"size=16k ovr=1.10\n");
    }

    private void assertRefused(String problem, String text) {
        var refused = assertThrows(RingsideException.class, () -> take("x.txt", text, Request.AUTOMATIC));
        assertEquals(problem, refused.problem().replaceFirst(" \\(.*", ""));
        assertEquals(List.of(), store.sets());
    }

    @Test
    void anUnknownFormatIsRefusedWithThoseThereAre() {
        var request =
                new Request(Optional.empty(), Optional.of("xls"), Optional.empty(), Optional.empty(), Parameters.NONE);
        var refused = assertThrows(RingsideException.class, () -> take("x.txt", CTX, request));
        assertEquals("There is no import format \"xls\"", refused.problem());
        assertEquals(
                "use hpcc, hpl, lmbench-results, lmbench, context-switch, cachebench, iozone, iozone-report, fio-json,"
                        + " sysbench, hyperfine, google-benchmark, jmh",
                refused.remedy());
    }

    @Test
    void aFileThatIsNotThereOrIsAFolderIsSaid(@TempDir Path folder) {
        var refused = assertThrows(
                RingsideException.class,
                () -> importing.read(Content.of(folder.resolve("none.txt")), Request.AUTOMATIC, Progress.SILENT));
        assertEquals("There is no file " + folder.resolve("none.txt"), refused.problem());
        assertEquals(true, Files.isDirectory(folder));
        assertThrows(
                RingsideException.class, () -> importing.read(Content.of(folder), Request.AUTOMATIC, Progress.SILENT));
    }

    @Test
    void aNameThatIsTakenIsNumbered() {
        take("x.txt", CTX, Request.AUTOMATIC);
        assertEquals(
                List.of("x (2)"),
                take("folder/x.txt", CTX_AGAIN, Request.AUTOMATIC).sets());
    }

    @Test
    void verifyingReadsTheRawOutputsAgain() {
        Request mine = request("mine", "kvm", "", Parameters.of("cores", 1));
        take("one.txt", CTX, mine);
        take("two.txt", CTX_AGAIN, mine);
        assertEquals(new Verifying.Verdict("mine", 4, 4, 2, List.of()), new Verifying(store, formats).verify("mine"));
    }

    @Test
    void verifyingFindsAChangedSample() {
        take("one.txt", CTX, request("mine", "kvm", "", Parameters.NONE));
        Run run = store.runs("mine").getFirst();
        try (ResultStore.Writing writing = store.write()) {
            writing.set(Results.set("changed"));
            writing.run(run);
            store.samples(Selection.ofSets(Set.of("mine")), (set, of, sample) -> writing.sample(run, dearer(sample)));
            writing.commit();
        }
        assertEquals(
                List.of("the raw output one.txt gives other samples than those stored"
                        + " (it may have been imported by another version of Ringside)"),
                new Verifying(store, formats).verify("changed").faults());
    }

    private static Sample dearer(Sample sample) {
        return sample.value() instanceof Value.Measured(double number) && number < 2
                ? new Sample(
                        sample.metric(),
                        sample.parameters(),
                        sample.repetition(),
                        Value.of(number + 0.01),
                        sample.line())
                : sample;
    }

    @Test
    void verifyingMissesNoLostSampleOrLostOutput() {
        take("one.txt", CTX, request("mine", "kvm", "", Parameters.NONE));
        Run run = store.runs("mine").getFirst();
        var raw = new Run.Raw("0".repeat(64), "lmbench", "lost.txt");
        try (ResultStore.Writing writing = store.write()) {
            writing.set(Results.set("less"));
            writing.run(run);
            writing.run(new Run(
                    "lost",
                    run.configuration(),
                    run.benchmark(),
                    run.given(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Run.Outcome.COMPLETED,
                    Optional.of(raw),
                    ""));
            writing.commit();
        }
        assertEquals(
                List.of(
                        "the raw output one.txt gives other samples than those stored"
                                + " (it may have been imported by another version of Ringside)",
                        "the raw output lost.txt is not in the store"),
                new Verifying(store, formats).verify("less").faults());
    }
}
