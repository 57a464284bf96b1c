import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What {@link LargeStore} measures, with ten million samples in a store that a team shares: on a PostgreSQL server as Debian
 * configures it, started for this alone. As root it runs as the user postgres.
 */
final class LargeServer {
    private static final long SAMPLES = 10_000_000;
    private static final String WHERE = " on PostgreSQL";

    private final Path programs;
    private final Path folder;
    private final int port;

    private LargeServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    static void measure(Path folder, Clock clock) throws Exception {
        Path csv = folder.resolve("samples.csv");
        long rows = MadeUpSamples.write(csv, SAMPLES);
        var server = new LargeServer(programs(), Files.createTempDirectory("ringside-server"), freePort());
        server.start();
        try {
            LargeStore.fill(server.address(), csv, rows, WHERE, clock);
            System.out.printf("%,d samples%s: %.1f bytes each on disk, the bundled sets among them%n", rows, WHERE,
                    (double) server.size() / rows);
            LargeStore.slowest(server.address(), rows, WHERE);
        } finally {
            server.stop();
        }
    }

    /** Of the newest server that is installed. */
    private static Path programs() throws IOException {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.max(Comparator.comparingInt(version -> Integer.parseInt(version.getFileName().toString())))
                    .orElseThrow()
                    .resolve("bin");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void start() throws Exception {
        if (isRoot())
            Files.setOwner(folder, FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        run("initdb", "-A", "trust", "-U", "ringside", "-E", "UTF8", "-D", data());
        run("pg_ctl", "-D", data(), "-w", "-l", folder.resolve("log").toString(), "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=localhost", "start");
    }

    private void stop() throws Exception {
        run("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private String address() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=ringside";
    }

    /** Bytes of the database. */
    private long size() throws Exception {
        try (var connection = DriverManager.getConnection(address());
                var row = connection.createStatement().executeQuery("SELECT pg_database_size('postgres')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... words) throws Exception {
        var command = new ArrayList<String>();
        if (isRoot()) command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(words));
        Clock.run(folder, command.toArray(String[]::new));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
