package ringside.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Results.counted;
import static ringside.Results.put;
import static ringside.Results.random;
import static ringside.Results.rows;
import static ringside.Results.run;
import static ringside.Results.sample;
import static ringside.Results.set;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Results;
import ringside.Results.Row;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;
import ringside.core.result.Value;

class JdbcStoreTest {
    private static final Metric SPEED = Metric.higher("speed", "m/s");
    private static final List<String> TABLES =
            List.of("result_set", "configuration", "raw_part", "run", "series", "block", "block_data");

    @TempDir
    Path folder;

    private String place() {
        return folder.resolve("store").toString();
    }

    private static ResultStore inMemory() {
        return JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    }

    @Test
    void whatWasWrittenIsThereAfterTheCommitAndAfterTheNextStart() {
        List<Row> rows = random(7, 3000, "a", "b");
        List<Row> first;
        Map<String, List<Object>> content;
        try (ResultStore store = JdbcStore.open(place())) {
            try (ResultStore.Writing writing = store.write()) {
                Results.write(writing, rows);
                assertEquals(List.of(), store.sets(), "seen before the commit");
                writing.commit();
            }
            assertEquals(List.of("a", "b"), names(store));
            first = rows(store, Selection.ALL);
            content = Results.content(store);
            assertEquals(counted(rows), counted(first));
            assertEquals(first, rows(store, Selection.ALL), "the order changed");
        }
        try (ResultStore store = JdbcStore.open(place())) {
            assertEquals(first, rows(store, Selection.ALL));
            assertEquals(content, Results.content(store));
        }
    }

    private static List<String> names(ResultStore store) {
        return store.sets().stream().map(stored -> stored.set().name()).toList();
    }

    @Test
    void listsEachSetWithItsCounts() {
        try (ResultStore store = inMemory()) {
            List<Row> rows = random(3, 400, "a");
            put(store, rows);
            ResultStore.StoredSet stored = store.find("a").orElseThrow();
            assertEquals(set("a"), stored.set());
            assertEquals(400, stored.samples());
            assertEquals(rows.stream().map(Row::run).distinct().count(), stored.runs());
            assertEquals(
                    rows.stream()
                            .filter(row -> row.sample().value() instanceof Value.Missing)
                            .count(),
                    stored.missing());
            assertEquals(List.of("host", "kvm", "xen-pv"), List.copyOf(stored.platforms()));
            assertEquals(List.of("iozone", "lmbench-ctx", "pts/x,y"), List.copyOf(stored.benchmarks()));
        }
    }

    @Test
    void closingWithoutACommitLeavesNothing() throws SQLException {
        try (ResultStore store = JdbcStore.open(place())) {
            put(store, random(1, 100, "kept"));
        }
        Map<String, Long> before = rowsInTables();
        try (ResultStore store = JdbcStore.open(place())) {
            try (ResultStore.Writing writing = store.write()) {
                Results.write(writing, random(2, 5000, "left"));
                writing.raw(new byte[100]);
                writing.append("kept");
                Run more = run("more", "kvm", "iozone");
                writing.run(more);
                writing.sample(more, sample(SPEED, 1, 1));
                writing.fingerprints();
            }
            assertEquals(List.of("kept"), names(store));
            assertEquals(100, store.count(Selection.ALL));
        }
        assertEquals(before, rowsInTables());
    }

    private Map<String, Long> rowsInTables() throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + place(), "ringside", "");
                var statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    row.next();
                    counts.put(table, row.getLong(1));
                }
            }
            statement.execute("SHUTDOWN");
        }
        return counts;
    }

    @Test
    void selectionGivesWhatAPlainFilterGivesAndCountCountsIt() {
        List<Row> rows = random(11, 5_000, "a", "b", "c");
        var random = new Random(12);
        try (ResultStore store = inMemory()) {
            put(store, rows);
            for (int round = 0; round < 100; round++) {
                Selection selection = selection(random);
                List<Row> wanted =
                        rows.stream().filter(row -> isWanted(row, selection)).toList();
                assertEquals(counted(wanted), counted(rows(store, selection)), selection::toString);
                assertEquals(wanted.size(), store.count(selection), selection::toString);
            }
        }
    }

    private static Selection selection(Random random) {
        return new Selection(
                some(random, "a", "b", "c", "nobody"),
                some(random, "iozone", "lmbench-ctx", "pts/x,y", "none"),
                some(random, "throughput", "latency, \"µs\""),
                some(random, "KB/s", "ops/s", "us"),
                Results.where(random));
    }

    private static Set<String> some(Random random, String... names) {
        var some = new HashSet<String>();
        if (random.nextInt(3) == 0) for (String name : names) if (random.nextBoolean()) some.add(name);
        return some;
    }

    private static boolean isWanted(Row row, Selection selection) {
        return isAmong(selection.sets(), row.set())
                && isAmong(selection.benchmarks(), row.run().benchmark())
                && isAmong(selection.metrics(), row.sample().metric().name())
                && isAmong(selection.units(), row.sample().metric().unit())
                && selection.where().entrySet().stream().allMatch(wanted -> {
                    String value = row.sample().parameters().get(wanted.getKey());
                    return wanted.getValue().contains(value == null ? Selection.ABSENT : value);
                });
    }

    private static boolean isAmong(Set<String> names, String name) {
        return names.isEmpty() || names.contains(name);
    }

    @Test
    void fingerprintDependsOnTheSamplesAlone() {
        List<Row> rows = random(21, 2000, "a");
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(5));
        try (ResultStore one = inMemory();
                ResultStore other = inMemory();
                ResultStore file = JdbcStore.open(place())) {
            put(one, rows);
            put(other, shuffled);
            put(file, rows.subList(0, 700).stream().toList());
            append(file, rows.subList(700, 2000));
            assertEquals(print(one), print(other), "of another order");
            assertEquals(print(one), print(file), "of other blocks in another store");
            assertTrue(print(one).matches("[0-9a-f]{32}"));
        }
    }

    private static void append(ResultStore store, List<Row> rows) {
        try (ResultStore.Writing writing = store.write()) {
            writing.append("a");
            var begun = new HashSet<Run>();
            for (Row row : rows) {
                if (begun.add(row.run())) writing.run(row.run());
                writing.sample(row.run(), row.sample());
            }
            writing.commit();
        }
    }

    private static String print(ResultStore store) {
        return store.sets().getFirst().fingerprint();
    }

    @Test
    void fingerprintChangesWithAnySingleChange() {
        Run run = run("r1", "kvm", "iozone");
        Sample kept = sample(SPEED, 2, 1, "n", 1);
        Sample base = sample(SPEED, 1, 1, "n", 1);
        var changed = new LinkedHashMap<String, List<Row>>();
        changed.put("base", of(run, kept, base));
        changed.put("number", of(run, kept, sample(SPEED, Math.nextUp(1.0), 1, "n", 1)));
        changed.put("zero", of(run, kept, sample(SPEED, 0.0, 1, "n", 1)));
        changed.put("sign of zero", of(run, kept, sample(SPEED, -0.0, 1, "n", 1)));
        changed.put("repetition", of(run, kept, sample(SPEED, 1, 2, "n", 1)));
        changed.put("parameter's value", of(run, kept, sample(SPEED, 1, 1, "n", 2)));
        changed.put("parameter's name", of(run, kept, sample(SPEED, 1, 1, "m", 1)));
        changed.put("metric", of(run, kept, sample(Metric.higher("pace", "m/s"), 1, 1, "n", 1)));
        changed.put("unit", of(run, kept, sample(Metric.higher("speed", "km/s"), 1, 1, "n", 1)));
        changed.put("direction", of(run, kept, sample(Metric.lower("speed", "m/s"), 1, 1, "n", 1)));
        changed.put("gap", of(run, kept, new Sample(SPEED, Parameters.of("n", 1), 1, Value.missing("gone"), 0)));
        changed.put("reason", of(run, kept, new Sample(SPEED, Parameters.of("n", 1), 1, Value.missing("lost"), 0)));
        changed.put("one less", of(run, kept));
        changed.put("twice", of(run, kept, base, base));
        changed.put("platform", of(run("r1", "host", "iozone"), kept, base));
        changed.put("benchmark", of(run("r1", "kvm", "hpl"), kept, base));
        changed.put("label", of(run("r1", Results.configuration("kvm", "other", "one machine"), "iozone"), kept, base));
        var seen = new LinkedHashMap<String, String>();
        changed.forEach((what, rows) -> {
            try (ResultStore store = inMemory()) {
                put(store, rows);
                String before = seen.put(print(store), what);
                assertEquals(null, before, () -> what + " has the same fingerprint as " + before);
            }
        });
    }

    private static List<Row> of(Run run, Sample... samples) {
        return List.of(samples).stream()
                .map(sample -> new Row("a", run, sample))
                .toList();
    }

    @Test
    void rawOutputsAreKeptOnceAndComeBackByteForByte() throws SQLException {
        byte[] nothing = {};
        byte[] large = new byte[2 << 20];
        new Random(1).nextBytes(large);
        try (ResultStore store = JdbcStore.open(place())) {
            for (String name : List.of("a", "b")) {
                try (ResultStore.Writing writing = store.write()) {
                    writing.set(set(name));
                    for (byte[] raw : List.of(nothing, large, large)) assertEquals(Sha256.of(raw), writing.raw(raw));
                    keep(writing, "r1", nothing);
                    keep(writing, "r2", large);
                    writing.commit();
                }
            }
            assertArrayEquals(nothing, store.raw(Sha256.of(nothing)).orElseThrow());
            assertArrayEquals(large, store.raw(Sha256.of(large)).orElseThrow());
            assertEquals(Optional.empty(), store.raw(Sha256.of(new byte[1])));
            store.discard("a");
            store.purge();
            assertArrayEquals(large, store.raw(Sha256.of(large)).orElseThrow(), "the other set's");
        }
        assertEquals(5, rowsInTables().get("raw_part"), "four half megabytes and one of nothing");
    }

    private static void keep(ResultStore.Writing writing, String id, byte[] raw) {
        Run of = run(id, "kvm", "iozone");
        writing.run(new Run(
                id,
                of.configuration(),
                "iozone",
                of.given(),
                List.of("iozone", "-a \"b\""),
                Optional.empty(),
                Optional.empty(),
                new Run.Outcome.Incomplete("cut"),
                Optional.of(new Run.Raw(Sha256.of(raw), "iozone", "x.txt")),
                "n"));
    }

    @Test
    void theConditionsOfARunAreKeptAndAStoreFromBeforeThemIsBroughtUpToDate() throws Exception {
        Run before = run("before", "bhyve", "hpl");
        Run after = before.withId("after").under(Map.of("steal", "0.25", "a \"word\"", ";"));
        try (ResultStore store = JdbcStore.open(place())) {
            put(store, random(1, 1, "a"));
            append(store, before);
        }
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + place(), "ringside", "");
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE run DROP COLUMN conditions");
            statement.execute("DROP TABLE trial_answer");
            statement.executeUpdate("DELETE FROM \"flyway_schema_history\" WHERE \"version\" IN ('3', '4')");
            statement.execute("SHUTDOWN");
        }
        try (ResultStore store = JdbcStore.open(place())) {
            append(store, after);
            List<Run> runs = store.runs("a");
            assertEquals(List.of(before, after), runs.subList(runs.size() - 2, runs.size()));
        }
    }

    private static void append(ResultStore store, Run run) {
        try (ResultStore.Writing writing = store.write()) {
            writing.append("a");
            writing.run(run);
            writing.commit();
        }
    }

    @Test
    void aNameIsTakenOnce() {
        try (ResultStore store = inMemory()) {
            put(store, random(1, 10, "a"));
            var refused = assertThrows(RingsideException.class, () -> put(store, random(2, 10, "a")));
            assertEquals("There is a set named a already", refused.problem());
            assertEquals(10, store.count(Selection.ALL));
        }
    }

    @Test
    void appendingToASetThatIsNotThereIsRefused() {
        try (ResultStore store = inMemory();
                ResultStore.Writing writing = store.write()) {
            var refused = assertThrows(RingsideException.class, () -> writing.append("nobody"));
            assertEquals("There is no set named nobody", refused.problem());
        }
    }

    @Test
    void aDiscardedSetIsHiddenAndComesBack() {
        try (ResultStore store = inMemory()) {
            put(store, random(1, 100, "a", "b"));
            var before = Results.content(store);
            List<Row> rows = rows(store, Selection.ALL);
            ResultStore.Discarded discarded = store.discard("a");
            assertEquals(List.of("b"), names(store));
            assertTrue(rows(store, Selection.ALL).stream()
                    .allMatch(row -> row.set().equals("b")));
            store.restore(discarded);
            assertEquals(before, Results.content(store));
            assertEquals(rows, rows(store, Selection.ALL));
        }
    }

    @Test
    void aSetDoesNotComeBackOverAnotherOfItsName() {
        try (ResultStore store = inMemory()) {
            put(store, random(1, 10, "a"));
            ResultStore.Discarded discarded = store.discard("a");
            put(store, random(2, 20, "a"));
            var refused = assertThrows(RingsideException.class, () -> store.restore(discarded));
            assertEquals("Another set has taken the name a meanwhile", refused.problem());
            assertEquals(20, store.count(Selection.ALL));
        }
    }

    @Test
    void aPurgedSetLeavesNoRowsBehindAndDoesNotComeBack() throws SQLException {
        try (ResultStore store = JdbcStore.open(place())) {
            put(store, random(1, 100, "a"));
        }
        Map<String, Long> before = rowsInTables();
        try (ResultStore store = JdbcStore.open(place())) {
            put(store, random(2, 3000, "b"));
            try (ResultStore.Writing writing = store.write()) {
                writing.append("b");
                writing.raw(new byte[10]);
                keep(writing, "raw", new byte[10]);
                writing.commit();
            }
            ResultStore.Discarded discarded = store.discard("b");
            store.purge();
            var refused = assertThrows(RingsideException.class, () -> store.restore(discarded));
            assertEquals("The set b has been removed for good", refused.problem());
            assertEquals(List.of("a"), names(store));
        }
        assertEquals(before, rowsInTables());
    }

    @Test
    void aSetDiscardedAndForgottenIsGoneAtTheNextStart() throws SQLException {
        try (ResultStore store = JdbcStore.open(place())) {
            put(store, random(1, 100, "a"));
        }
        Map<String, Long> before = rowsInTables();
        try (ResultStore store = JdbcStore.open(place())) {
            put(store, random(2, 100, "b"));
            store.discard("b");
        }
        JdbcStore.open(place()).close();
        assertEquals(before, rowsInTables());
    }

    @Test
    void renamingChangesTheNameAlone() {
        try (ResultStore store = inMemory()) {
            put(store, random(1, 50, "a", "b"));
            ResultStore.StoredSet before = store.find("a").orElseThrow();
            store.rename("a", "c \"ü\"");
            ResultStore.StoredSet after = store.find("c \"ü\"").orElseThrow();
            assertEquals(before.set().named("c \"ü\""), after.set());
            assertEquals(before.fingerprint(), after.fingerprint());
            var refused = assertThrows(RingsideException.class, () -> store.rename("b", "c \"ü\""));
            assertEquals("There is a set named c \"ü\" already", refused.problem());
            assertThrows(IllegalArgumentException.class, () -> store.rename("b", " "));
            assertEquals(List.of("b", "c \"ü\""), names(store));
        }
    }

    @Test
    void memosAreRemembered() {
        try (ResultStore store = JdbcStore.open(place())) {
            assertEquals(Optional.empty(), store.recall("x"));
            store.remember("x", "one");
            store.remember("x", "two");
        }
        try (ResultStore store = JdbcStore.open(place())) {
            assertEquals(Optional.of("two"), store.recall("x"));
        }
    }

    @Test
    void aFlippedByteIsFound() throws SQLException {
        try (ResultStore store = JdbcStore.open(place())) {
            put(store, random(1, 3000, "a", "b"));
            assertEquals(List.of(), store.damages("a"));
        }
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + place(), "ringside", "");
                var statement = connection.createStatement();
                var shutDown = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT d.block_id, d.data FROM block_data d JOIN block b ON b.id = d.block_id"
                                + " JOIN series s ON s.id = b.series_id JOIN result_set r ON r.id = s.set_id WHERE r.name = 'a' LIMIT 1")) {
            row.next();
            byte[] data = row.getBytes(2);
            data[data.length / 2] ^= 1;
            try (var update = connection.prepareStatement("UPDATE block_data SET data = ? WHERE block_id = ?")) {
                update.setBytes(1, data);
                update.setLong(2, row.getLong(1));
                update.executeUpdate();
            }
            shutDown.execute("SHUTDOWN");
        }
        try (ResultStore store = JdbcStore.open(place())) {
            assertEquals(1, store.damages("a").size());
            assertTrue(store.damages("a").getFirst().endsWith(" is not what was written"));
            assertEquals(List.of(), store.damages("b"));
        }
    }

    @Test
    void aStoreOfANewerVersionIsRefusedAndLeftAsItIs() throws Exception {
        try (ResultStore store = JdbcStore.open(place())) {
            put(store, random(1, 100, "a"));
        }
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + place(), "ringside", "");
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE \"flyway_schema_history\" SET \"version\" = '99'");
            statement.execute("SHUTDOWN");
        }
        Path file = Path.of(place() + ".mv.db");
        byte[] before = Files.readAllBytes(file);
        List<Path> filesBefore = files();
        var refused = assertThrows(RingsideException.class, () -> JdbcStore.open(place()));
        assertEquals(
                "The store was made by a newer Ringside (its version is 99, this one knows up to 4)",
                refused.problem());
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(filesBefore, files());
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void aFileThatIsNoStoreIsRefusedAndLeftAsItIs() throws IOException {
        Path file = Path.of(place() + ".mv.db");
        Files.writeString(file, "this is not a store at all\n".repeat(500));
        byte[] before = Files.readAllBytes(file);
        var refused = assertThrows(RingsideException.class, () -> JdbcStore.open(place()));
        assertTrue(refused.remedy().contains("--store PATH"), refused::getMessage);
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aSecondRingsideIsToldWhoHoldsTheStoreAndAKilledOneLeavesNoHalfSet() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holding.class.getName(),
                        place())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            var said = new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("half written", said.readLine());
            var refused = assertThrows(RingsideException.class, () -> JdbcStore.open(place()));
            assertTrue(
                    refused.problem().startsWith("The store is in use by Ringside, process " + holder.pid() + " of "),
                    refused::problem);
            assertEquals("close that one, or name another store by --store PATH", refused.remedy());
        } finally {
            holder.destroyForcibly();
        }
        assertNotEquals(0, holder.waitFor());
        try (ResultStore store = JdbcStore.open(place())) {
            assertEquals(List.of("whole"), names(store));
            assertEquals(counted(random(1, 500, "whole")), counted(rows(store, Selection.ALL)));
            assertEquals(List.of(), store.damages("whole"));
            put(store, random(3, 100, "half"));
        }
        Map<String, Long> rows = rowsInTables();
        assertEquals(2, rows.get("result_set"));
        assertEquals(0, rows.get("raw_part"));
        assertEquals(rows.get("block"), rows.get("block_data"));
    }

    @Test
    void aStoreThatWasClosedIsHeldByNobody() {
        JdbcStore.open(place()).close();
        assertFalse(Files.exists(Path.of(place() + ".holder")));
        JdbcStore.open(place()).close();
    }

    @Test
    void openingAStoreOnceMoreDoesNotCloseTheFirst() {
        try (ResultStore first = JdbcStore.open(place())) {
            put(first, random(1, 100, "a"));
            JdbcStore.open(place());
            assertEquals(100, rows(first, Selection.ALL).size());
        }
    }

    @Test
    void otherDatabasesAreRefused() {
        var refused = assertThrows(RingsideException.class, () -> JdbcStore.open("jdbc:mysql://x/y"));
        assertEquals("Ringside keeps its store in H2 or PostgreSQL, not in mysql", refused.problem());
    }
}
