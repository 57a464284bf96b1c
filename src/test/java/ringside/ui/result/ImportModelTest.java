package ringside.ui.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.archive.ArchiveFormat;
import ringside.core.archive.Archives;
import ringside.core.format.Content;
import ringside.core.format.Formats;
import ringside.core.format.Head;
import ringside.core.format.Importing;
import ringside.core.format.Line;
import ringside.core.format.Outcome;
import ringside.core.format.Pts;
import ringside.core.format.Reading;
import ringside.core.format.Request;
import ringside.core.format.SampleCsv;
import ringside.core.format.ToolFormat;
import ringside.core.result.Metric;
import ringside.core.result.Origin;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Sample;
import ringside.core.result.Value;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;

class ImportModelTest {
    private static final String HEADER =
            "set,platform,configuration,benchmark,metric,unit,better,value,failure,repetition,parameters\n";

    private final Formats formats = new Formats(List.of(new ArchiveFormat(), new SampleCsv(), new Dice(), new Pts()));
    private final ResultStore store = Shelf.empty();
    private final Changes changes = new Changes();
    private final List<Path> pictures = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private final ImportModel model = new ImportModel(
            new Background(Runnable::run, Runnable::run),
            () -> formats,
            this::reading,
            () -> store,
            changes,
            pictures::add);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anArchiveIsTakenWithoutAQuestion() {
        Path file = folder.resolve("two.ringside");
        try (ResultStore other = Shelf.with(Shelf.set("one", Origin.MEASURED), Shelf.set("two", Origin.MEASURED))) {
            new Archives(other).export(List.of("one", "two"), file);
        }

        begin(file);

        assertEquals(ImportModel.Stage.DONE, model.stageProperty().get());
        assertEquals(List.of("Ringside archive: 4 samples of 2 runs, in 2 sets."), summaries());
        assertEquals(2, store.sets().size());
        assertEquals(1, changes.versionProperty().get());
    }

    @Test
    void aBrokenFileIsRefusedWithItsReasonAndNothingChanges() throws IOException {
        Path file = Files.write(folder.resolve("cut.ringside"), new byte[] {'P', 'K', 3, 4, 0, 0});

        begin(file);

        assertEquals(1, model.items().size());
        assertTrue(
                model.items().getFirst().stateProperty().get() instanceof ImportItem.State.Refused,
                summaries().toString());
        assertTrue(
                summaries().getFirst().startsWith("Not imported. "), summaries().getFirst());
        assertEquals(1, model.items().getFirst().particulars().size());
        assertEquals(List.of(), store.sets());
        assertEquals(0, changes.versionProperty().get());
    }

    @Test
    void aFolderIsTakenWithAllThatIsInItExceptWhatIsHidden() throws IOException {
        csv("b.csv", "set-b");
        Files.createDirectories(folder.resolve("deeper"));
        csv("deeper/a.csv", "set-a");
        csv(".hidden.csv", "set-hidden");
        Files.writeString(folder.resolve("notes.txt"), "Dear diary\n");

        begin(folder);

        assertEquals(
                List.of("b.csv", "a.csv", "notes.txt"),
                model.items().stream().map(ImportItem::name).toList());
        assertEquals(
                List.of("set-a", "set-b"),
                store.sets().stream().map(stored -> stored.set().name()).toList());
        assertTrue(model.items().getLast().stateProperty().get() instanceof ImportItem.State.Refused);
    }

    @Test
    void linesThatWereLeftOutAreNamedWithTheirReason() throws IOException {
        Path file = folder.resolve("rolls.dice");
        Files.writeString(file, "DICE\n4\nseven\n2\n");

        begin(file);
        model.start(Request.AUTOMATIC, Map.of(), this::report);

        assertTrue(
                model.items().getFirst().particulars().contains("Line 3 was skipped: it is not a number"),
                model.items().getFirst().particulars().toString());
    }

    @Test
    void outputOfAToolWaitsForWhatOnlyTheUserKnows() throws IOException {
        Path output = Files.writeString(folder.resolve("rolls.dice"), "DICE\n4\n");
        Path csv = csv("own.csv", "own");

        begin(output, csv);

        assertEquals(ImportModel.Stage.ASKING, model.stageProperty().get());
        assertEquals(List.of(), store.sets());

        model.start(
                new Request(
                        Optional.of("rolls"), Optional.empty(), Optional.of("kvm"), Optional.empty(), Parameters.NONE),
                Map.of(),
                this::report);

        assertEquals(ImportModel.Stage.DONE, model.stageProperty().get());
        assertEquals(
                List.of("own [host]", "rolls [kvm]"), // the file that says it itself is left alone
                store.sets().stream()
                        .map(stored -> stored.set().name() + " " + stored.platforms())
                        .toList());
    }

    @Test
    void aPlatformThatMayBeSeveralIsAskedForOnceAndTheOthersStayAsTheFileHasThem() throws IOException {
        Path file = Files.writeString(folder.resolve("composite.xml"), """
                <PhoronixTestSuite>
                  <System><Identifier>a</Identifier><Software>System Layer: KVM + Docker</Software></System>
                  <System><Identifier>b</Identifier><Software>System Layer: KVM</Software></System>
                  <System><Identifier>c</Identifier><Software>System Layer: KVM + Docker</Software></System>
                  <System><Identifier>d</Identifier><Software>OS: Linux</Software></System>
                  <Result><Identifier>pts/x-1</Identifier><Title>X</Title><Scale>s</Scale><Data>
                    <Entry><Identifier>a</Identifier><Value>1</Value></Entry>
                    <Entry><Identifier>b</Identifier><Value>2</Value></Entry>
                    <Entry><Identifier>c</Identifier><Value>3</Value></Entry>
                    <Entry><Identifier>d</Identifier><Value>4</Value></Entry>
                  </Data></Result>
                </PhoronixTestSuite>
                """);
        begin(file);
        assertEquals(
                List.of(new OpenPlatform(List.of("docker", "kvm"), "“KVM + Docker” (2 systems) means")),
                model.openPlatforms());
        model.start(
                new Request(
                        Optional.of("suite"),
                        Optional.empty(),
                        Optional.of("libvirt-kvm"),
                        Optional.empty(),
                        Parameters.NONE),
                Map.of(List.of("docker", "kvm"), "docker"),
                this::report);
        assertEquals(
                List.of("docker a", "kvm b", "docker c", "libvirt-kvm d"),
                store.configurations("suite").stream()
                        .map(one -> one.platform() + " " + one.label())
                        .sorted(java.util.Comparator.comparing(text -> text.substring(text.length() - 1)))
                        .toList());
    }

    @Test
    void aPictureIsHandedOnAndIsNoFailedImport() throws IOException {
        Path picture =
                Files.write(folder.resolve("figure.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});

        begin(picture);

        assertEquals(List.of(picture), pictures);
        assertEquals(List.of(), model.items());
        assertEquals(ImportModel.Stage.DONE, model.stageProperty().get());
    }

    @Test
    void cancellingTheQuestionImportsNothing() throws IOException {
        Path output = Files.writeString(folder.resolve("rolls.dice"), "DICE\n4\n");
        begin(output);

        model.cancel();

        assertEquals(ImportModel.Stage.DONE, model.stageProperty().get());
        assertEquals(List.of("Not imported: it was cancelled."), summaries());
        assertEquals(List.of(), store.sets());
    }

    @Test
    void whatIsCancelledHalfwayIsToldApartAndCanBeUndone() throws IOException {
        csv("a.csv", "set-a");
        csv("b.csv", "set-b");
        csv("c.csv", "set-c");
        Importing importing = new Importing(formats, store);
        csv("0.csv", "old");
        importing.read(Content.of(folder.resolve("0.csv")), Request.AUTOMATIC, Progress.SILENT);
        Files.delete(folder.resolve("0.csv"));
        stopAfter = 2;

        begin(folder);

        assertTrue(model.isCancelled());
        assertEquals(
                List.of(
                        "samples as CSV: 1 sample of 1 run, in set set-a.",
                        "samples as CSV: 1 sample of 1 run, in set set-b.",
                        "Not imported: it was cancelled."),
                summaries());
        assertEquals(List.of("set-a", "set-b"), model.newSets());

        model.undo(gone -> assertEquals(List.of("set-a", "set-b"), gone), this::report);

        assertEquals(
                List.of("old"),
                store.sets().stream().map(one -> one.set().name()).toList());
        assertEquals("Removed from the library again.", summaries().getFirst());
        assertEquals(List.of(), troubles);
    }

    @Test
    void whatIsThereAlreadyIsNoFailure() throws IOException {
        Path output = Files.writeString(folder.resolve("rolls.dice"), "DICE\n4\n");
        new Importing(formats, store).read(Content.of(output), Request.AUTOMATIC, Progress.SILENT);

        begin(output);
        model.start(Request.AUTOMATIC, Map.of(), this::report);

        assertEquals(List.of("Nothing new: its samples are in the library already."), summaries());
        assertEquals(
                List.of("rolls.dice has been imported already, as rolls.dice into the set rolls."),
                model.items().getFirst().particulars());
    }

    private int stopAfter = Integer.MAX_VALUE;

    private Outcome reading(Content content, Request request, Progress progress) {
        Outcome outcome = new Importing(formats, store).read(content, request, progress);
        if (--stopAfter == 0) model.cancel();
        return outcome;
    }

    private void begin(Path... files) {
        model.begin(List.of(files), this::report);
        assertEquals(List.of(), troubles);
    }

    private void report(RingsideException trouble) {
        troubles.add(trouble.problem());
    }

    private List<String> summaries() {
        return model.items().stream().map(ImportItem::summary).toList();
    }

    private Path csv(String name, String set) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                HEADER + set + ",host,bare,hpl,performance,Gflop/s,higher," + Math.abs(set.hashCode()) + ",,1,n=1000\n",
                StandardCharsets.UTF_8);
    }

    /** A tool that prints a word and then numbers. */
    private static final class Dice implements ToolFormat {
        @Override
        public String id() {
            return "dice";
        }

        @Override
        public String title() {
            return "Dice";
        }

        @Override
        public boolean recognises(Head head) {
            return head.text().startsWith("DICE");
        }

        @Override
        public Reading read(List<Line> lines, Parameters given) {
            var samples = new ArrayList<Sample>();
            var skipped = new ArrayList<Reading.Skipped>();
            for (Line line : lines.subList(1, lines.size())) {
                if (line.text().matches("\\d+"))
                    samples.add(new Sample(
                            Metric.higher("eyes", ""),
                            Parameters.NONE,
                            1,
                            Value.of(Integer.parseInt(line.text())),
                            line.number()));
                else skipped.add(new Reading.Skipped(line.number(), "it is not a number"));
            }
            return new Reading(List.of(Reading.ToolRun.of("dice", samples)), skipped, List.of());
        }
    }
}
