package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.result.ResultStore;

class GatheringTest {
    private static final Captured CTX = Captured.of("lmbench/lat_ctx.txt");
    private static final Captured PTS = Captured.of("pts/lab.xml");
    private static final Formats FORMATS = new Formats(List.copyOf(Captured.readers()));

    @TempDir
    private Path folder;

    private Path put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private List<String> found(Path... chosen) {
        try (Gathering all = Gathering.of(List.of(chosen), FORMATS, Progress.SILENT)) {
            return all.items().stream()
                    .map(item -> item.name().replace(folder + "/", "") + " "
                            + item.format()
                                    .map(Format::id)
                                    .orElse(item.trouble()
                                            .map(RingsideException::problem)
                                            .orElse("unknown")
                                            .replace(folder + "/", "")))
                    .toList();
        }
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aFoldersFilesAreEachWhatTheyAre() throws IOException {
        put("r/a/ctx.txt", CTX.bytes());
        put("r/composite.xml", PTS.bytes());
        put("r/test-logs/0/ctx.log", CTX.bytes());
        put("r/letter.txt", "Dear reader".getBytes(StandardCharsets.UTF_8));
        put("r/empty.txt", new byte[0]);
        put("r/.hidden", CTX.bytes());
        assertEquals(
                List.of(
                        "r/a/ctx.txt lmbench",
                        "r/composite.xml pts",
                        "r/empty.txt empty.txt is empty",
                        "r/letter.txt unknown"),
                found(folder.resolve("r")));
    }

    @Test
    void ofLogsThatLieBesideResultsItIsSaidThatTheyAreLeftAlone() throws IOException {
        put("r/composite.xml", PTS.bytes());
        put("r/test-logs/0/a.log", CTX.bytes());
        Path zip = put("lab.zip", zip("x/composite.xml", PTS.bytes(), "x/test-logs/0/a.log", CTX.bytes()));
        try (Gathering all = Gathering.of(List.of(folder.resolve("r"), zip), FORMATS, Progress.SILENT)) {
            assertEquals(
                    "2 of the Phoronix Test Suite's logs left alone: its composite.xml has what they show",
                    all.aboutLogs());
        }
    }

    @Test
    void packedFilesAreLookedInto() throws IOException {
        byte[] inner = zip("ctx.txt", CTX.bytes());
        Path zip = put(
                "lab.zip",
                zip("x/composite.xml", PTS.bytes(), "x/test-logs/a", CTX.bytes(), "in.zip", inner, "n", new byte[9]));
        assertEquals(
                List.of("lab.zip/x/composite.xml pts", "lab.zip/in.zip/ctx.txt lmbench", "lab.zip/n unknown"),
                found(zip));
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write(CTX.bytes());
        }
        Path gz = put("ctx.txt.gz", gzip.toByteArray());
        assertEquals(List.of("ctx.txt.gz/ctx.txt lmbench"), found(gz));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format=gnu", "--format=ustar", "--format=pax", "-z"})
    void tarsOfEveryKindAreRead(String kind) throws Exception {
        String longName = "d".repeat(90) + "/" + "e".repeat(60) + ".txt";
        put("t/" + longName, CTX.bytes());
        put("t/composite.xml", PTS.bytes());
        Path tar = folder.resolve("all.tar");
        Process packing = new ProcessBuilder("tar", "-c", kind, "-f", tar.toString(), "-C", folder + "/t", ".")
                .redirectErrorStream(true)
                .start();
        assertEquals(0, packing.waitFor(), () -> new String(read(packing), StandardCharsets.UTF_8));
        assertEquals(
                List.of("all.tar/./composite.xml pts", "all.tar/./" + longName + " lmbench"),
                found(tar).stream().sorted().toList());
    }

    private static byte[] read(Process process) {
        try {
            return process.getInputStream().readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Test
    void whatIsCutOffOrABombIsRefusedAndTheOthersAreNot() throws IOException {
        byte[] whole = zip("a.xml", PTS.bytes(), "b.xml", PTS.bytes());
        Path cut = put("cut.zip", Arrays.copyOf(whole, whole.length / 3));
        var bomb = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bomb)) {
            out.write(CTX.bytes());
            for (int i = 0; i < 64; i++) out.write(new byte[1 << 20]);
        }
        Path dense = put("dense.gz", bomb.toByteArray());
        Path good = put("ctx.txt", CTX.bytes());
        List<String> found = assertTimeout(Duration.ofSeconds(20), () -> found(cut, dense, good));
        assertTrue(
                found.stream().anyMatch(one -> one.startsWith("cut.zip cut.zip is cut short or damaged")),
                found::toString);
        assertTrue(found.contains("dense.gz dense.gz is packed so densely that it looks like a bomb"), found::toString);
        assertTrue(found.contains("ctx.txt lmbench"), found::toString);
    }

    private static int second(byte[] zip) {
        for (int i = 4; i < zip.length; i++)
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) return i;
        throw new AssertionError("no second entry");
    }

    private static List<String> refusal(Gathering all) {
        RingsideException trouble = all.items().getLast().trouble().orElseThrow();
        return List.of(trouble.problem().replaceFirst("^.*/", ""), trouble.remedy());
    }

    @Test
    void aDamagedZipIsRefusedInOneSentenceWhereverItIsDamaged() throws IOException {
        byte[] whole = zip("a.xml", PTS.bytes(), "b.xml", PTS.bytes());
        byte[] head = whole.clone();
        head[second(whole)] = 'X';
        byte[] content = whole.clone();
        Arrays.fill(content, second(whole) + 200, second(whole) + 400, (byte) 7);
        byte[] directory = Arrays.copyOf(whole, whole.length - 30);
        byte[] locked = whole.clone();
        locked[second(whole) + 6] |= 1;
        byte[] method = whole.clone();
        method[second(whole) + 8] = 14;
        var said = new ArrayList<String>();
        for (byte[] bytes : List.of(head, content, directory, locked, method)) {
            Path file = put("lab.zip", bytes);
            try (Gathering all = Gathering.of(List.of(file), FORMATS, Progress.SILENT)) {
                assertEquals(
                        1,
                        all.items().stream()
                                .filter(item -> item.trouble().isPresent())
                                .count());
                said.add(String.join(": ", refusal(all)).replaceAll("\\(.*\\)", "(…)"));
            }
        }
        assertEquals(
                List.of(
                        "lab.zip is cut short or damaged (…): get it again from where it came",
                        "lab.zip is cut short or damaged (…): get it again from where it came",
                        "lab.zip is cut short or damaged (…): get it again from where it came",
                        "lab.zip is protected by a password: unpack it yourself",
                        "lab.zip is packed in a way that Ringside does not know (…): unpack it yourself"),
                said);
    }

    @Test
    void packedFilesInsideOneAnotherShareWhatMayComeOutOfThem() throws IOException {
        var parts = new ArrayList<Object>(List.of("ctx.txt", CTX.bytes()));
        byte[] inner = zip("z", new byte[15 << 20]);
        for (int i = 0; i < 40; i++) parts.addAll(List.of(i + ".zip", inner));
        assertEquals(
                List.of(
                        "many.zip/ctx.txt lmbench",
                        "many.zip/0.zip/z unknown",
                        "many.zip/1.zip/z unknown",
                        "many.zip many.zip is packed so densely that it looks like a bomb"),
                found(put("many.zip", zip(parts.toArray()))));
    }

    @Test
    void whatIsSkippedIsUnpackedAndCounts() throws IOException {
        Path zip = put("skipped.zip", zip("big.bin", new byte[64 << 20], "ctx.txt", CTX.bytes()));
        assertEquals(
                List.of(
                        "skipped.zip/big.bin unknown",
                        "skipped.zip skipped.zip is packed so densely that it looks like a bomb"),
                found(zip));
    }

    @Test
    void packedFilesInsideOneAnotherShareTheNumberOfEntries() throws IOException {
        var names = new ArrayList<Object>();
        for (int i = 0; i < 40_000; i++) names.addAll(List.of("test-logs/" + i, new byte[0]));
        byte[] inner = zip(names.toArray());
        List<String> found = found(put("e.zip", zip("a.zip", inner, "b.zip", inner, "c.zip", inner, "d.zip", inner)));
        assertEquals("e.zip e.zip holds more than 100000 files", found.getLast());
        assertEquals(3, found.size(), found::toString);
    }

    @Test
    void picturesAndEmptyFilesInAPackedFileAreEachNamedAndStopNothing() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};
        Path zip = put("lab.zip", zip("graph.png", png, "nothing.txt", new byte[0], "ctx.txt", CTX.bytes()));
        assertEquals(
                List.of(
                        "lab.zip/graph.png graph.png is a picture in a packed file",
                        "lab.zip/nothing.txt nothing.txt is empty",
                        "lab.zip/ctx.txt lmbench"),
                found(zip));
        try (Gathering all = Gathering.of(List.of(zip), FORMATS, Progress.SILENT)) {
            assertEquals(
                    List.of("a picture", "empty", ""),
                    all.items().stream().map(item -> item.leftOut().orElse("")).toList());
            assertTrue(all.items().stream().noneMatch(Gathering.Item::picture), "a packed picture is no file to open");
        }
    }

    @Test
    void whatNobodyKnowsInAPackedFileIsKeptWhereItMayBeATableOrTheUserSaysWhatItIs() throws IOException {
        byte[] table = "Host;Time\na;1\n".getBytes(StandardCharsets.UTF_8);
        byte[] binary = {1, 0, 2};
        Path zip = put("lab.zip", zip("table.csv", table, "own.bin", binary));
        try (Gathering all = Gathering.of(List.of(zip), FORMATS, Progress.SILENT)) {
            assertArrayEquals(table, all.items().getFirst().content().bytes());
        }
        try (Gathering all = Gathering.ofStated(List.of(zip), FORMATS, Progress.SILENT)) {
            assertArrayEquals(table, all.items().getFirst().content().bytes());
            assertArrayEquals(binary, all.items().getLast().content().bytes());
        }
    }

    @Test
    void packedFilesInsideEachOtherEndSomewhere() throws IOException {
        byte[] matryoshka = zip("ctx.txt", CTX.bytes());
        for (int i = 0; i < 20; i++) matryoshka = zip("in.zip", matryoshka);
        assertEquals(
                List.of("m.zip/in.zip/in.zip/in.zip m.zip/in.zip/in.zip/in.zip is a packed file in a packed file in a"
                        + " packed file"),
                found(put("m.zip", matryoshka)));
    }

    @Test
    void whatWasUnpackedIsGoneAfterwards() throws IOException {
        Path zip = put("lab.zip", zip("composite.xml", PTS.bytes()));
        Path unpacked;
        try (Gathering all = Gathering.of(List.of(zip), FORMATS, Progress.SILENT)) {
            unpacked = all.items().getFirst().content().path().orElseThrow();
            assertTrue(Files.exists(unpacked));
        }
        assertFalse(Files.exists(unpacked.getParent()));
    }

    @Test
    void damagedPackedFilesNeverEndInAnError() throws IOException {
        byte[] whole = zip("a/composite.xml", PTS.bytes(), "b", CTX.bytes(), "c.zip", zip("ctx.txt", CTX.bytes()));
        var random = new Random(8);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = Arrays.copyOf(whole, whole.length);
            for (int change = 1 + random.nextInt(8); change > 0; change--)
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt(256);
            Path file = put("damaged.zip", damaged);
            assertFalse(found(file).isEmpty());
        }
    }

    @Test
    void aThousandMixedFilesAreImportedAndOneBadOneStopsNone() throws IOException {
        List<Captured> kinds = Captured.all();
        for (int i = 0; i < 1000; i++) {
            Captured kind = kinds.get(i % kinds.size());
            byte[] own = i % 10 == 9 || kind.isBinary() || kind.isMarkup()
                    ? Arrays.copyOf(kind.bytes(), Math.max(1, kind.bytes().length / (1 + i % 7)))
                    : (kind.asText() + "\nfile " + i + "\n").getBytes(StandardCharsets.ISO_8859_1);
            put("many/%d/%04d-%s".formatted(i % 13, i, kind.name()), own);
        }
        try (ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
                Gathering all = Gathering.of(List.of(folder.resolve("many")), FORMATS, Progress.SILENT)) {
            var importing = new Importing(FORMATS, store);
            int taken = 0;
            int refused = 0;
            for (Gathering.Item item : all.items()) {
                if (item.isUnknown()) continue;
                try {
                    importing.read(item.content(), Request.AUTOMATIC, Progress.SILENT);
                    taken++;
                } catch (RingsideException known) {
                    refused++;
                }
            }
            assertEquals(1000, all.items().size());
            assertEquals(taken, store.sets().size());
            assertTrue(taken > 500 && refused > 10, taken + " taken, " + refused + " refused");
        }
    }
}
