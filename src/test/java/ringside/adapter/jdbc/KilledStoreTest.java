package ringside.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.result.ResultStore;
import ringside.workbench.Workbench;

/** What a kill -9 leaves behind: all that was there before, and nothing of what was not finished. */
class KilledStoreTest {
    private static final int SAMPLES = 600_000;
    private static final int KILLS = 5;

    @TempDir
    private Path folder;

    @Test
    void aStoreWhoseImportWasKilledStaysWholeHoweverOftenItIsOpened() throws IOException, InterruptedException {
        Path csv = csv(folder.resolve("big.csv"));
        String place = folder.resolve("store").toString();
        Workbench.open(place).close();
        List<String> before = sets(place);
        for (int kill = 0; kill < KILLS; kill++) {
            Process importing = start(place, csv);
            // No two are killed at the same point: within the reading, the writing, the closing
            boolean over = importing.waitFor(700 + 450L * kill, TimeUnit.MILLISECONDS);
            importing.destroyForcibly().waitFor();
            for (int opening = 0; opening < 3; opening++) {
                var now = new ArrayList<>(sets(place));
                boolean whole = now.remove("big: " + SAMPLES);
                assertEquals(before, now, "after kill " + kill);
                assertTrue(whole || !over, "what was reported as done is there");
            }
            try (ResultStore store = JdbcStore.open(place)) {
                if (store.find("big").isPresent()) store.discard("big");
                store.purge();
            }
        }
    }

    /** Every set with how many samples it counts; each is sound. */
    private static List<String> sets(String place) {
        try (ResultStore store = JdbcStore.open(place)) {
            var sets = new ArrayList<String>();
            for (ResultStore.StoredSet stored : store.sets()) {
                assertEquals(List.of(), store.damages(stored.set().name()));
                sets.add(stored.set().name() + ": " + stored.samples());
            }
            return sets;
        }
    }

    private Process start(String place, Path csv) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "ringside.Ringside",
                        "--store",
                        place,
                        "import",
                        csv.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    private static Path csv(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("set,platform,configuration,benchmark,metric,unit,better,value,failure,repetition,parameters\n");
            for (int i = 0; i < SAMPLES; i++)
                out.write("big,host,Host,lmbench-mem,bandwidth,MB/s,higher," + (1000 + i * 7919L % 9973) + ",,"
                        + (i / 20 + 1) + ",cores=1;operation=rd;size_bytes=" + (512L << i % 20) + "\n");
        }
        return file;
    }
}
