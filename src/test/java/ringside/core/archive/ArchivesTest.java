package ringside.core.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.Results;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.core.format.Content;
import ringside.core.format.Formats;
import ringside.core.format.Importing;
import ringside.core.format.Outcome;
import ringside.core.format.Request;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Selection;

class ArchivesTest {
    private static final byte[] PRINTED = "what the tool printed\n\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ARCHIVE = archive();

    @TempDir
    Path folder;

    private ResultStore store = inMemory();

    @BeforeEach
    void putSomethingThere() {
        Results.put(store, Results.random(99, 20, "there before"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static ResultStore inMemory() {
        return JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    }

    /** Two sets with every kind of sample, and a run that has its raw output, times and a command. */
    private static byte[] archive() {
        try (ResultStore store = inMemory()) {
            Results.put(store, Results.random(5, 600, "a", "b"));
            try (ResultStore.Writing writing = store.write()) {
                writing.append("a");
                Run plain = Results.run("measured", "kvm", "hpl");
                var run = new Run(
                        "measured",
                        plain.configuration(),
                        "hpl",
                        Parameters.of("operation", "a;b"),
                        List.of("xhpl", "", "\"x\""),
                        Optional.of(Instant.parse("2020-01-02T03:04:05.678Z")),
                        Optional.of(Instant.parse("2020-01-02T04:00:00Z")),
                        new Run.Outcome.Failed("out of \"memory\"\n"),
                        Optional.of(new Run.Raw(writing.raw(PRINTED), "hpl", "x.txt")),
                        "n");
                writing.run(run);
                writing.sample(run, Results.sample(Metric.higher("performance", "Gflop/s"), 12.5, 1, "n", 1000));
                writing.commit();
            }
            return export(store, "a", "b");
        }
    }

    private static byte[] export(ResultStore store, String... sets) {
        try {
            Path file = Files.createTempFile("archive", ".ringside");
            try {
                new Archives(store).export(List.of(sets), file);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Outcome take(ResultStore store, byte[] archive) {
        return new Importing(new Formats(List.of(new ArchiveFormat())), store)
                .read(Content.of("x.ringside", archive), Request.AUTOMATIC, Progress.SILENT);
    }

    @Test
    void theSameSetsGiveTheSameBytesInAnyStore() {
        try (ResultStore other = inMemory()) {
            assertEquals(
                    new Outcome("x.ringside", "ringside", List.of("a", "b"), 37, 601, List.of(), List.of()),
                    take(other, ARCHIVE));
            assertArrayEquals(ARCHIVE, export(other, "b", "a"));
            assertArrayEquals(PRINTED, other.raw(Sha256.of(PRINTED)).orElseThrow());
            take(store, ARCHIVE);
            assertArrayEquals(ARCHIVE, export(store, "a", "b"));
        }
    }

    @Test
    void theConditionsOfARunTravelAndTakeNoRoomWhereThereAreNone() {
        Run plain = Results.run("plain", "kvm", "hpl");
        Run watched = plain.withId("watched").under(Map.of("steal", "0.25", "load", "1"));
        Results.put(
                store,
                List.of(
                        new Results.Row("c", plain, Results.sample(Metric.higher("performance", "Gflop/s"), 1, 1)),
                        new Results.Row("c", watched, Results.sample(Metric.higher("performance", "Gflop/s"), 2, 2))));
        byte[] archive = export(store, "c");
        List<String> lines = new String(entry(archive, Archives.RUNS), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertTrue(lines.getFirst().endsWith("\"note\":\"\"}"), lines.getFirst());
        assertTrue(lines.getLast().endsWith("\"conditions\":{\"load\":\"1\",\"steal\":\"0.25\"}}"), lines.getLast());
        try (ResultStore other = inMemory()) {
            take(other, archive);
            assertEquals(List.of(plain, watched), other.runs("c"));
        }
    }

    private static byte[] entry(byte[] archive, String name) {
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().equals(name)) return zip.readAllBytes();
            throw new AssertionError("no " + name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theSameSetsGiveTheSameBytesInAnyTimeZone() {
        TimeZone here = TimeZone.getDefault();
        try {
            for (String there : List.of("Asia/Tokyo", "America/Los_Angeles")) {
                TimeZone.setDefault(TimeZone.getTimeZone(there));
                assertArrayEquals(ARCHIVE, archive(), there);
            }
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void aSetThatGrewInStepsGivesTheSameBytesInAnyStore() {
        byte[] grown;
        try (ResultStore steps = inMemory()) {
            Metric speed = Metric.higher("speed", "m/s");
            Run first = Results.run("r1", "kvm", "iozone");
            Results.put(
                    steps,
                    Stream.of(1, 2)
                            .map(n -> new Results.Row("a", first, Results.sample(speed, n, 1, "n", n)))
                            .toList());
            try (ResultStore.Writing writing = steps.write()) {
                writing.append("a");
                Run second = first.withId("r2");
                writing.run(second);
                for (int n : new int[] {1, 2}) writing.sample(second, Results.sample(speed, n, 2, "n", n));
                writing.commit();
            }
            grown = export(steps, "a");
        }
        take(store, grown);
        assertArrayEquals(grown, export(store, "a"));
    }

    @Test
    void anExportedFileMayBeReadLikeAnyOther() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), "x");
        Path archive = folder.resolve("new folder").resolve("x.ringside");
        new Archives(store).export(List.of("there before"), archive);
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(archive));
        try (var files = Files.list(archive.getParent())) {
            assertEquals(List.of(archive), files.toList());
        }
    }

    @Test
    void aSetThatIsNotThereIsNotExportedAndLeavesNoFile() throws IOException {
        var refused = assertThrows(
                RingsideException.class,
                () -> new Archives(store).export(List.of("nobody"), folder.resolve("x.ringside")));
        assertEquals("There is no set named nobody", refused.problem());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void theSameArchiveAgainChangesNothingAndSaysSo() {
        take(store, ARCHIVE);
        var before = Results.content(store);
        assertEquals(
                new Outcome(
                        "x.ringside",
                        "ringside",
                        List.of(),
                        0,
                        0,
                        List.of(),
                        List.of("the same samples are in the store already, as a, b; nothing was changed")),
                take(store, ARCHIVE));
        assertEquals(before, Results.content(store));
    }

    @Test
    void aNameThatIsTakenIsNumbered() {
        Results.put(store, Results.random(1, 10, "a"));
        Outcome outcome = take(store, ARCHIVE);
        assertEquals(List.of("a (2)", "b"), outcome.sets());
        assertEquals(List.of("a set named a was there already; this one is a (2)"), outcome.warnings());
        assertEquals(10, store.count(Selection.ofSets(java.util.Set.of("a"))));
    }

    @Test
    void theLongestNameCanBeTakenTwice() {
        String longest = "n".repeat(120);
        byte[] archive;
        try (ResultStore other = inMemory()) {
            Results.put(other, Results.random(1, 10, longest));
            archive = export(other, longest);
        }
        Results.put(store, Results.random(2, 10, longest));
        assertEquals(List.of("n".repeat(116) + " (2)"), take(store, archive).sets());
    }

    @Test
    void severalSetsCannotShareOneName() {
        var request =
                new Request(Optional.of("one"), Optional.empty(), Optional.empty(), Optional.empty(), Parameters.NONE);
        assertRefused(
                "x.ringside holds 2 sets, which cannot share one name",
                () -> new Importing(new Formats(List.of(new ArchiveFormat())), store)
                        .read(Content.of("x.ringside", ARCHIVE), request, Progress.SILENT));
    }

    private void assertRefused(String problem, org.junit.jupiter.api.function.Executable taking) {
        var before = Results.content(store);
        var refused = assertThrows(RingsideException.class, taking, problem);
        assertEquals(problem, refused.problem());
        assertEquals(before, Results.content(store));
        assertEquals(Optional.empty(), store.raw(Sha256.of(PRINTED)));
    }

    private static Packed packed() {
        return Packed.of(ARCHIVE);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> firstSet(Map<String, Object> manifest) {
        return (Map<String, Object>) ((List<?>) Objects.requireNonNull(manifest.get("sets"))).getFirst();
    }

    private static Packed ofFirstSet(String key, Object value) {
        return packed().manifest(manifest -> firstSet(manifest).put(key, value));
    }

    private static Packed ofRuns(String from, String to) {
        return packed().change(Archives.RUNS, text -> text.replaceFirst(from, to))
                .sealed();
    }

    private static Packed ofSamples(String from, String to) {
        return packed().change(Archives.SAMPLES, text -> text.replaceFirst(from, to))
                .sealed();
    }

    static Stream<Arguments> hostile() {
        String raw = "raw/" + Sha256.of(PRINTED);
        var all = new LinkedHashMap<String, byte[]>();
        all.put(
                "it holds \"../evil\", which does not belong in an archive",
                packed().with("../evil", "x").sealed().bytes());
        all.put(
                "it holds \"/etc/passwd\", which does not belong in an archive",
                packed().with("/etc/passwd", "x").sealed().bytes());
        all.put(
                "it holds \"raw/..\", which does not belong in an archive",
                packed().with("raw/..", "x").bytes());
        all.put(
                "it holds \"readme.txt\", which does not belong in an archive",
                packed().with("readme.txt", "x").bytes());
        all.put("it holds runs.jsonl twice", twice());
        all.put("it has no manifest.json", packed().without(Archives.MANIFEST).bytes());
        all.put("runs.jsonl is missing from it", packed().without(Archives.RUNS).bytes());
        all.put(
                "samples.csv is missing from it",
                packed().without(Archives.SAMPLES).bytes());
        all.put(raw + " is missing from it", packed().without(raw).bytes());
        all.put(
                "its manifest does not list runs.jsonl",
                packed().without(Archives.RUNS).sealed().bytes());
        all.put(
                "it holds entries that its manifest does not list",
                packed().with("raw/" + "0".repeat(64), "x").bytes());
        all.put(
                "samples.csv is not what its checksum says",
                packed().change(Archives.SAMPLES, t -> t.replaceFirst("higher|lower", "nearer"))
                        .bytes());
        all.put(
                "runs.jsonl is not what its checksum says",
                packed().change(Archives.RUNS, t -> t.replaceFirst("\"set\"", "\"sit\""))
                        .bytes());
        all.put(
                raw + " is not what its checksum says",
                packed().with(raw, new byte[PRINTED.length]).bytes());
        all.put(
                raw + " is larger than its manifest says",
                packed().with(raw, new byte[1000]).bytes());
        all.put(
                "raw/" + "0".repeat(64) + " does not bear its checksum's name",
                packed().with("raw/" + "0".repeat(64), "x").sealed().bytes());
        all.put(
                raw + " is packed so densely that it looks like a bomb",
                packed().with(raw, new byte[50 << 20]).sealed().bytes());
        all.put(
                raw + " is too large",
                packed().manifest(m -> setSize(m, raw, 1L << 40)).bytes());
        all.put(
                "its version is 2, this Ringside reads 1",
                packed().manifest(m -> m.put("version", 2)).bytes());
        all.put(
                "\"version\" is missing or no number",
                packed().manifest(m -> m.remove("version")).bytes());
        all.put(
                "it is not a manifest of Ringside",
                packed().manifest(m -> m.put("format", "other")).bytes());
        all.put(
                "it lists no set",
                packed().manifest(m -> m.put("sets", List.of())).bytes());
        all.put(
                "\"entries\" is missing or no list",
                packed().manifest(m -> m.put("entries", "x")).bytes());
        all.put(
                "a part of it is no object where one belongs",
                packed().manifest(m -> m.put("sets", List.of(1))).bytes());
        all.put(
                "its manifest is too large",
                packed().manifest(m -> m.put(
                                "x",
                                List.of(
                                        text(3_000_000),
                                        text(3_000_000),
                                        text(3_000_000),
                                        text(3_000_000),
                                        text(3_000_000),
                                        text(3_000_000),
                                        text(3_000_000),
                                        text(3_000_000),
                                        text(3_000_000),
                                        text(3_000_000),
                                        text(3_000_000),
                                        text(3_000_000))))
                        .bytes());
        all.put(
                "\"created\" is no time: yesterday",
                ofFirstSet("created", "yesterday").bytes());
        all.put(
                "\"origin\" is measured, imported, published or digitised, not \"invented\"",
                ofFirstSet("origin", "invented").bytes());
        all.put(
                "a set's name is 1 to 120 printable characters, not \" \"",
                ofFirstSet("name", " ").bytes());
        all.put("two of its sets are named b", ofFirstSet("name", "b").bytes());
        all.put("the set a has 19 runs and 309 samples, its manifest says 18 and 309", counts("runs", 18));
        all.put("the set a has 19 runs and 309 samples, its manifest says 19 and 1", counts("samples", 1));
        all.put(
                "runs.jsonl, line 19: the manifest lists no configuration nowhere kvm",
                ofRuns("\"measured\",\"platform\":\"kvm\"", "\"measured\",\"platform\":\"nowhere\"")
                        .bytes());
        all.put(
                "runs.jsonl, line 1: a run is completed, incomplete or failed, not \"odd\"",
                ofRuns("\"completed\"", "\"odd\"").bytes());
        all.put(
                "runs.jsonl, line 1: \"started\" is no time: now",
                ofRuns("\"started\":null", "\"started\":\"now\"").bytes());
        all.put(
                "runs.jsonl, line 1: \"id\" is missing or no text",
                ofRuns("\"id\":\"[^\"]*\"", "\"id\":7").bytes());
        all.put(
                "the run measured stands twice",
                packed().change(Archives.RUNS, ArchivesTest::runTwice).sealed().bytes());
        all.put(
                "the raw output " + "0".repeat(64) + " is not in it",
                ofRuns(
                                "\"raw\":null",
                                "\"raw\":{\"sha256\":\"" + "0".repeat(64) + "\",\"format\":\"hpl\",\"name\":\"x\"}")
                        .bytes());
        all.put("samples.csv has another header", ofSamples("^set,", "group,").bytes());
        all.put(
                "samples.csv, line 2: there is no run nowhere",
                packed().change(Archives.SAMPLES, text -> firstRow(text, "a,kvm,kvm,hpl,m,u,higher,1,,1,,nowhere,"))
                        .sealed()
                        .bytes());
        all.put(
                "samples.csv, line 2: there is no run r1 ",
                packed().change(Archives.SAMPLES, text -> firstRow(text, "c,kvm,kvm,hpl,m,u,higher,1,,1,,r1 ,"))
                        .sealed()
                        .bytes());
        all.put(
                "samples.csv, line 2: the row has 3 fields",
                packed().change(Archives.SAMPLES, text -> firstRow(text, "a,b,c"))
                        .sealed()
                        .bytes());
        all.put(
                "samples.csv, line 2: value is a number, not \"12x\"",
                packed().change(Archives.SAMPLES, text -> firstRow(text, "a,kvm,kvm,hpl,m,u,higher,12x,,1,,measured,"))
                        .sealed()
                        .bytes());
        return all.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostileArchiveIsRefusedWithItsReasonAndChangesNothing(String reason, byte[] archive) {
        assertRefused("x.ringside is not an archive that can be taken: " + reason, () -> take(store, archive));
    }

    private static String text(int length) {
        return "x".repeat(length);
    }

    private static byte[] counts(String key, int number) {
        return ofFirstSet(key, number).bytes();
    }

    private static String firstRow(String samples, String row) {
        int header = samples.indexOf('\n') + 1;
        return samples.substring(0, header) + row + "\n" + samples.substring(header);
    }

    private static String runTwice(String runs) {
        String line = runs.lines()
                .filter(one -> one.contains("\"measured\""))
                .findFirst()
                .orElseThrow();
        return runs + line + "\n";
    }

    @SuppressWarnings("unchecked")
    private static void setSize(Map<String, Object> manifest, String path, long size) {
        for (Object entry : (List<?>) Objects.requireNonNull(manifest.get("entries")))
            if (path.equals(((Map<String, Object>) entry).get("path"))) ((Map<String, Object>) entry).put("size", size);
    }

    /** The zip library writes no name twice, so a name of the same length is written and then changed. */
    private static byte[] twice() {
        String text = new String(packed().with("runs.jsonx", "x").bytes(), StandardCharsets.ISO_8859_1);
        return text.replace("runs.jsonx", "runs.jsonl").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aManifestThatIsNoJsonIsRefused() {
        var refused = assertThrows(
                RingsideException.class,
                () -> take(store, packed().with(Archives.MANIFEST, "no json").bytes()));
        assertTrue(
                refused.problem()
                        .startsWith(
                                "x.ringside is not an archive that can be taken: not the JSON that is expected here: "),
                refused::problem);
    }

    @Test
    void aManifestOrARunThatIsNothingIsRefused() {
        String nothing = "not the JSON that is expected here: there is nothing";
        assertRefused(
                "x.ringside is not an archive that can be taken: " + nothing,
                () -> take(store, packed().with(Archives.MANIFEST, "null").bytes()));
        assertRefused(
                "x.ringside is not an archive that can be taken: runs.jsonl, line 1: " + nothing,
                () -> take(
                        store, packed().with(Archives.RUNS, "null\n").sealed().bytes()));
    }

    @Test
    void anEndlessRunLineIsRefusedBeforeItFillsTheMemory() {
        byte[] any = new byte[3 << 20];
        new Random(1).nextBytes(any);
        String line = "{\"set\":\"" + HexFormat.of().formatHex(any) + "\"}\n";
        assertRefused(
                "x.ringside is not an archive that can be taken: runs.jsonl, line 1 is too long",
                () -> take(store, packed().with(Archives.RUNS, line).sealed().bytes()));
    }

    @Test
    void anArchiveCutShortIsRefused() {
        var before = Results.content(store);
        for (int length = 4; length < ARCHIVE.length; length += Math.max(1, ARCHIVE.length / 60)) {
            byte[] cut = Arrays.copyOf(ARCHIVE, length);
            var refused = assertThrows(RingsideException.class, () -> take(store, cut), () -> "at " + cut.length);
            assertTrue(refused.problem().startsWith("x.ringside is "), refused::problem);
        }
        assertEquals(before, Results.content(store));
    }

    /** A few bytes of a zip mean nothing to its reader; what is taken in spite of one must be what was packed. */
    @Test
    void aFlippedByteIsRefusedOrMeansNothing() {
        var before = Results.content(store);
        int taken = 0;
        for (int at = 0; at < ARCHIVE.length; at += at < ARCHIVE.length - 600 ? 397 : 7) {
            byte[] flipped = ARCHIVE.clone();
            flipped[at] ^= (byte) (1 << (at % 8));
            try (ResultStore fresh = inMemory()) {
                take(fresh, flipped);
                taken++;
                int place = at;
                assertArrayEquals(ARCHIVE, export(fresh, "a", "b"), () -> "taken with a wrong byte at " + place);
            } catch (RingsideException refused) {
                assertTrue(refused.problem().startsWith("x.ringside "), refused::problem);
                assertThrows(RingsideException.class, () -> take(store, flipped));
            }
        }
        assertEquals(before, Results.content(store));
        assertTrue(taken < 40, taken + " were taken");
    }

    @Test
    void whatIsNoArchiveAtAllIsRefused() {
        assertRefused("x.ringside is empty", () -> take(store, new byte[0]));
        assertRefused(
                "x.ringside is of no format that Ringside knows",
                () -> take(store, "no zip".getBytes(StandardCharsets.UTF_8)));
        var asArchive = new Request(
                Optional.empty(), Optional.of("ringside"), Optional.empty(), Optional.empty(), Parameters.NONE);
        var refused = assertThrows(
                RingsideException.class,
                () -> new Importing(new Formats(List.of(new ArchiveFormat())), store)
                        .read(Content.of("x.ringside", new byte[100]), asArchive, Progress.SILENT));
        assertTrue(refused.problem()
                .startsWith("x.ringside is not an archive that can be taken: it is cut short or damaged"));
    }

    @Test
    void anEmptyZipIsRefused() {
        assertThrows(
                RingsideException.class,
                () -> take(store, Packed.of(new byte[0]).bytes()));
    }
}
