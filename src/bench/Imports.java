import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ringside.core.Progress;
import ringside.core.format.Content;
import ringside.core.format.Request;
import ringside.workbench.Workbench;

/** The same million samples taken in by Ringside, by sqlite3 and by H2 alone, and what they take on disk. */
final class Imports {
    private static final long SAMPLES = 1_000_000;
    private static final String LIBRARIES = System.getProperty("java.class.path");
    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    private Imports() {}

    static void measure(Path folder, Clock clock) throws Exception {
        Path csv = folder.resolve("samples.csv");
        long rows = MadeUpSamples.write(csv, SAMPLES);
        System.out.printf("%,d samples, %,d bytes of CSV%n%n", rows, Files.size(csv));
        Path archive = folder.resolve("big.ringside");
        clock.beside("CSV: ringside import, whole process", "CSV: sqlite3 .import", "CSV: H2 alone, CSVREAD");
        for (int round = 0; round < Clock.ROUNDS; round++) {
            Path here = Files.createDirectory(folder.resolve("round" + round));
            clock.time("CSV: sqlite3 .import", rows, () -> Clock.run(
                    here, "sqlite3", "-cmd", ".mode csv", "s.db", ".import " + csv + " t"));
            clock.time("CSV: H2 alone, CSVREAD", rows, () -> Clock.run(
                    here, JAVA, "-Xmx512m", "-cp", LIBRARIES, "org.h2.tools.Shell",
                    "-url", "jdbc:h2:file:" + here.resolve("h"),
                    "-sql", "CREATE TABLE t AS SELECT * FROM CSVREAD('" + csv + "')"));
            long bytes = taken(here, "r", csv, "CSV: ringside import, whole process", rows, clock);
            if (round == 0) {
                size("ringside", bytes, rows);
                size("sqlite3", Files.size(here.resolve("s.db")), rows);
                size("H2, a row a sample", Files.size(here.resolve("h.mv.db")), rows);
                Clock.ringside(here, "--store", here.resolve("r").toString(), "export", "--set", "big",
                        "--out", archive.toString());
            }
            taken(here, "a", archive, "archive: ringside import, whole process", rows, clock);
            inside(here.resolve("w"), csv, "CSV: ringside, in a running program", rows, clock);
            inside(here.resolve("v"), archive, "archive: ringside, in a running program", rows, clock);
        }
    }

    private static void inside(Path store, Path file, String what, long rows, Clock clock) throws Exception {
        try (Workbench workbench = Workbench.open(store.toString())) {
            clock.time(what, rows, () -> workbench.importing().read(Content.of(file), Request.AUTOMATIC, Progress.SILENT));
        }
    }

    /** @return by how many bytes the store has grown */
    private static long taken(Path folder, String name, Path file, String what, long rows, Clock clock)
            throws Exception {
        String store = folder.resolve(name).toString();
        Clock.ringside(folder, "--store", store, "sets", "list"); // the bundled sets are given at first start
        long before = bytes(store);
        clock.time(what, rows, () -> Clock.ringside(folder, "--store", store, "import", file.toString()));
        return bytes(store) - before;
    }

    private static long bytes(String store) throws IOException {
        return Files.size(Path.of(store + ".mv.db"));
    }

    private static void size(String who, long bytes, long rows) {
        System.out.printf("on disk: %-20s %6.1f bytes a sample%n", who, (double) bytes / rows);
    }
}
