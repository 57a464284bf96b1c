package ringside.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Results;
import ringside.Results.Row;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.format.Content;
import ringside.core.format.Formats;
import ringside.core.format.Importing;
import ringside.core.format.Request;
import ringside.core.format.SampleCsv;
import ringside.core.result.ResultStore;
import ringside.core.result.Selection;

/** Several workbenches on one store, on a real PostgreSQL server. */
class SharedStoreTest {
    @TempDir
    static Path data;

    private static EmbeddedPostgres server;

    private String database = "";

    @BeforeAll
    static void startTheServer() throws IOException {
        server = started(0);
    }

    private static EmbeddedPostgres started(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("server"))
                .setCleanDataDirectory(false)
                // As a server that somebody trusts: what it has confirmed is on its disk
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @AfterAll
    static void stopTheServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void makeADatabase() throws SQLException {
        database = "d" + UUID.randomUUID().toString().replace("-", "");
        asOwner("CREATE DATABASE " + database);
    }

    @AfterEach
    void removeIt() throws SQLException {
        asOwner("DROP DATABASE " + database + " WITH (FORCE)");
    }

    private static void asOwner(String command) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private String address() {
        return server.getJdbcUrl("postgres", database);
    }

    private static List<String> names(ResultStore store) {
        return store.sets().stream().map(stored -> stored.set().name()).toList();
    }

    @Test
    void givesBackWhatAnEmbeddedStoreGives() {
        List<Row> rows = Results.random(11, 4000, "a", "b");
        try (ResultStore shared = JdbcStore.open(address());
                ResultStore embedded = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID())) {
            Results.put(shared, rows);
            Results.put(embedded, rows);
            assertEquals(Results.content(embedded), Results.content(shared));
            assertEquals(Results.rows(embedded, Selection.ALL), Results.rows(shared, Selection.ALL));
            shared.rename("a", "c");
            assertEquals(List.of("b", "c"), names(shared));
            shared.restore(shared.discard("b"));
            shared.discard("c");
            shared.purge();
            assertEquals(List.of("b"), names(shared));
        }
    }

    @Test
    void oneWorkbenchSeesWhatAnotherDidWithoutARestart() {
        try (ResultStore one = JdbcStore.open(address());
                ResultStore other = JdbcStore.open(address())) {
            assertEquals(List.of(), names(other));
            String before = other.stamp().orElseThrow();
            Results.put(one, Results.random(1, 50, "new"));
            assertNotEquals(before, other.stamp().orElseThrow());
            assertEquals(List.of("new"), names(other));
            assertEquals(Results.rows(one, Selection.ALL), Results.rows(other, Selection.ALL));
            one.rename("new", "newer");
            assertEquals(List.of("newer"), names(other));
            ResultStore.Discarded gone = one.discard("newer");
            assertEquals(List.of(), names(other));
            other.purge();
            one.restore(gone);
            assertEquals(50, other.count(Selection.ALL), "what one may still bring back, another removed");
        }
    }

    @Test
    void twoThatWriteAtOnceLoseNothing() throws Exception {
        int each = 8;
        try (ResultStore one = JdbcStore.open(address());
                ResultStore other = JdbcStore.open(address())) {
            both(
                    () -> IntStream.range(0, each).forEach(i -> Results.put(one, Results.random(i, 300, "one-" + i))),
                    () -> IntStream.range(0, each)
                            .forEach(i -> Results.put(other, Results.random(i, 300, "other-" + i))));
            assertEquals(2 * each, names(one).size());
            assertEquals(2L * each * 300, one.count(Selection.ALL));
            assertEquals(Results.content(one), Results.content(other));
            for (String name : names(one)) assertEquals(List.of(), one.damages(name));
        }
    }

    @Test
    void twoThatAddToOneSetAtOnceBothCount() throws Exception {
        List<Row> begun = Results.random(5, 40, "grown");
        try (ResultStore one = JdbcStore.open(address());
                ResultStore other = JdbcStore.open(address())) {
            Results.put(one, begun);
            both(() -> append(one, "x", 20), () -> append(other, "y", 20));
            ResultStore.StoredSet grown = one.find("grown").orElseThrow();
            assertEquals(40 + 2 * 20, grown.samples());
            assertEquals(grown.samples(), one.count(Selection.ALL));
            assertEquals(grown, other.find("grown").orElseThrow());
        }
    }

    private static void append(ResultStore store, String run, int times) {
        Row row = Results.random(9, 1, "grown").getFirst();
        for (int i = 0; i < times; i++) {
            try (ResultStore.Writing writing = store.write()) {
                writing.append("grown");
                var one = row.run().withId(run + i);
                writing.run(one);
                writing.sample(one, row.sample());
                writing.commit();
            }
        }
    }

    @Test
    void ofTwoThatTakeOneNameAtOnceOneHasItAndTheOtherIsTold() throws Exception {
        try (ResultStore one = JdbcStore.open(address());
                ResultStore other = JdbcStore.open(address())) {
            var begun = new CyclicBarrier(2);
            int refused = both(() -> put(one, 1, begun), () -> put(other, 2, begun));
            assertEquals(1, refused);
            assertEquals(List.of("same"), names(one));
            assertEquals(100, one.count(Selection.ALL), "half of another set is among them");
        }
    }

    private static void put(ResultStore store, long seed, CyclicBarrier begun) {
        try (ResultStore.Writing writing = store.write()) {
            Results.write(writing, Results.random(seed, 100, "same"));
            begun.await();
            writing.commit();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theSameOutputStoredByTwoAtOnceIsKeptOnce() throws Exception {
        byte[] output = "stream: 1 2 3\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (ResultStore one = JdbcStore.open(address());
                ResultStore other = JdbcStore.open(address());
                ResultStore.Writing first = one.write();
                ResultStore.Writing second = other.write()) {
            String sha = first.raw(output);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<String> waits = threads.submit(() -> second.raw(output));
                first.commit();
                assertEquals(sha, waits.get());
            }
            second.commit();
            assertArrayEquals(output, other.raw(sha).orElseThrow());
        }
    }

    @Test
    void aLostConnectionIsToldAndTheNextOneWorks() throws SQLException {
        try (ResultStore store = JdbcStore.open(address())) {
            Results.put(store, Results.random(3, 60, "kept"));
            ResultStore.Writing writing = store.write();
            Results.write(writing, Results.random(4, 60, "lost"));
            asOwner("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
            RingsideException told = assertThrows(RingsideException.class, writing::commit);
            assertTrue(told.problem().contains("connection to the shared store is lost"), told.problem());
            writing.close();
            assertEquals(List.of("kept"), names(store));
            Results.put(store, Results.random(4, 60, "lost"));
            assertEquals(120, store.count(Selection.ALL));
        }
    }

    @Test
    void aServerKilledInTheMiddleLeavesNothingHalfWritten() throws Exception {
        try (ResultStore store = JdbcStore.open(address())) {
            Results.put(store, Results.random(6, 500, "before"));
            try (ResultStore.Writing writing = store.write()) {
                Results.write(writing, Results.random(7, 5000, "during"));
                writing.fingerprints(); // its blocks are with the server now
                int port = server.getPort();
                killServer();
                RingsideException told = assertThrows(RingsideException.class, writing::commit);
                assertTrue(told.problem().contains("connection to the shared store is lost"), told.problem());
                server = started(port);
            }
            assertEquals(List.of("before"), names(store));
            assertEquals(List.of(), store.damages("before"));
            Results.put(store, Results.random(7, 5000, "during"));
            assertEquals(5500, store.count(Selection.ALL));
        }
    }

    @Test
    void anImportWhoseServerIsKilledUnderItIsAsIfItHadNotBegun() throws Exception {
        int rows = 100_000;
        Path csv = data.resolve("many.csv");
        try (var out = new PrintWriter(Files.newBufferedWriter(csv))) {
            out.println("set,platform,configuration,benchmark,metric,unit,better,value,failure,repetition,parameters");
            for (int i = 1; i <= rows; i++)
                out.println("many,kvm,guest,custom,rate,ops/s,higher," + i + ",," + i + ",x=" + i % 7);
        }
        try (ResultStore store = JdbcStore.open(address())) {
            var importing = new Importing(new Formats(List.of(new SampleCsv())), store);
            int port = server.getPort();
            var killed = new AtomicBoolean();
            Progress killing = (what, share) -> {
                if (what.matches(".*, line \\d{4,}") && !killed.getAndSet(true)) kill();
            };
            RingsideException told = assertThrows(
                    RingsideException.class, () -> importing.read(Content.of(csv), Request.AUTOMATIC, killing));
            assertTrue(killed.get());
            assertTrue(told.problem().contains("connection to the shared store is lost"), told.problem());
            server = started(port);
            assertEquals(List.of(), names(store));
            assertEquals(0, store.count(Selection.ALL));
            importing.read(Content.of(csv), Request.AUTOMATIC, Progress.SILENT);
            assertEquals(rows, store.count(Selection.ALL));
            assertEquals(List.of(), store.damages("many"));
        }
    }

    private static void kill() {
        try {
            killServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its first process and all of that one's, as the power might. */
    private static void killServer() throws IOException {
        Path file = data.resolve("server").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(child -> child.onExit().join());
        postmaster.onExit().join();
        Files.delete(file);
        server.close(); // nothing to stop any more; it gives back the lock on the folder
    }

    @Test
    void aPasswordComesFromTheEnvironmentAndIsNeverShown() throws Exception {
        asOwner("CREATE ROLE team LOGIN PASSWORD 'hush-hush'");
        Path rules = data.resolve("server").resolve("pg_hba.conf");
        String open = Files.readString(rules);
        Files.writeString(rules, "host all team all scram-sha-256\n" + open);
        asOwner("SELECT pg_reload_conf()");
        try {
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
            StoreLocation place = ServerPlace.of(url, Map.of("PGUSER", "team", "PGPASSWORD", "hush-hush"));
            assertEquals(url, place.url());
            try (Connection connection = new Connections(place).borrow()) {
                assertTrue(connection.isValid(2));
            }
            Path file = Files.writeString(data.resolve("pgpass"), "localhost:*:*:team:hush-hush\n");
            file.toFile().setReadable(false, false);
            file.toFile().setReadable(true, true);
            System.setProperty("org.postgresql.pgpassfile", file.toString());
            try (Connection connection = new Connections(ServerPlace.of(url + "?user=team", Map.of())).borrow()) {
                assertTrue(connection.isValid(2), "the password file was not read");
            } finally {
                System.clearProperty("org.postgresql.pgpassfile");
            }
            StoreLocation forgotten = ServerPlace.of(url, Map.of("PGUSER", "team", "PGPASSFILE", "/nowhere"));
            RingsideException asked = assertThrows(
                    RingsideException.class, () -> new Connections(forgotten).run(connection -> connection.isValid(1)));
            assertTrue(asked.problem().contains("did not let Ringside in"), asked.problem());
            assertTrue(asked.remedy().contains("PGPASSWORD"), asked.remedy());
            StoreLocation wrong = ServerPlace.of(url, Map.of("PGUSER", "team", "PGPASSWORD", "guess-guess"));
            RingsideException told = assertThrows(
                    RingsideException.class, () -> new Connections(wrong).run(connection -> connection.isValid(1)));
            assertTrue(told.problem().contains("did not let Ringside in"), told.problem());
            assertFalse((told.problem() + told.remedy()).contains("guess-guess"));
        } finally {
            Files.writeString(rules, open);
            asOwner("SELECT pg_reload_conf()");
            asOwner("DROP ROLE team");
        }
    }

    @Test
    void whoMayMakeNoTablesIsToldSoAtAFirstStart() throws SQLException {
        asOwner("CREATE ROLE guest LOGIN");
        try (Connection owner = server.getDatabase("postgres", database).getConnection();
                var statement = owner.createStatement()) {
            statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC"); // as from version 15 on
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?user=guest";
            RingsideException told = assertThrows(RingsideException.class, () -> JdbcStore.open(url));
            assertTrue(told.problem().contains("does not allow that"), told.problem());
            assertTrue(told.remedy().contains("create tables"), told.remedy());
        } finally {
            asOwner("DROP ROLE guest");
        }
    }

    @Test
    void anAddressOfAnotherFormIsNotTakenForAFile() {
        RingsideException told = assertThrows(
                RingsideException.class, () -> JdbcStore.open("postgresql://somebody:secret-word@localhost/x"));
        assertTrue(told.remedy().contains("jdbc:postgresql://"), told.remedy());
        assertFalse((told.problem() + told.remedy()).contains("secret-word"));
    }

    @Test
    void aPasswordInTheAddressIsRefused() {
        for (String url : List.of(
                "jdbc:postgresql://localhost/x?user=a&password=secret-word",
                "jdbc:postgresql://a:secret-word@localhost/x")) {
            RingsideException told = assertThrows(RingsideException.class, () -> JdbcStore.open(url));
            assertTrue(told.remedy().contains("PGPASSWORD"), told.remedy());
            assertFalse((told.problem() + told.remedy()).contains("secret-word"));
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidSo() {
        RingsideException told = assertThrows(
                RingsideException.class, () -> JdbcStore.open("jdbc:postgresql://localhost:1/nothing?user=a"));
        assertTrue(told.problem().contains("connection to the shared store"), told.problem());
    }

    /** How many of the two ended with a {@link RingsideException}; any other trouble is thrown. */
    private static int both(Runnable one, Runnable other) throws Exception {
        int refused = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> done : threads.invokeAll(List.of(task(one), task(other)))) {
                try {
                    done.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof RingsideException)) throw e;
                    refused++;
                }
            }
        }
        return refused;
    }

    private static Callable<Object> task(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }
}
