package ringside.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

/** The window cancels what nobody waits for any more, by interrupting its thread. */
class CancelledReadingTest {
    private static final int SAMPLES = 50_000;

    @TempDir
    Path folder;

    @Test
    void aCancelledReaderLeavesTheStoreOpenAndWhole() throws InterruptedException {
        String location = folder.resolve("store").toString();
        try (ResultStore store = JdbcStore.open(location)) {
            fill(store);
        }
        try (ResultStore store = JdbcStore.open(location)) {
            for (int i = 0; i < 5; i++) {
                Thread reader = Thread.ofPlatform().start(() -> {
                    Thread.currentThread().interrupt(); // as if cancelled in the midst of reading a block
                    try {
                        count(store);
                    } catch (RuntimeException cancelled) {
                        // A reader that was cancelled may fail. Nobody else may.
                    }
                });
                reader.join();
                assertEquals(SAMPLES, count(store));
                assertEquals(1, store.sets().size());
            }
        }
        try (ResultStore store = JdbcStore.open(location)) {
            assertEquals(List.of(), store.damages("big"));
        }
    }

    private static long count(ResultStore store) {
        long[] seen = {0};
        store.samples(Selection.ALL, (set, run, sample) -> seen[0]++);
        return seen[0];
    }

    private static void fill(ResultStore store) {
        try (ResultStore.Writing writing = store.write()) {
            writing.set(new ResultSet("big", Origin.MEASURED, "", Citation.NONE, "", Instant.EPOCH, ""));
            var run = new Run(
                    "r1",
                    Configuration.of("host", "host"),
                    "hpl",
                    Parameters.NONE,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Run.Outcome.COMPLETED,
                    Optional.empty(),
                    "");
            writing.run(run);
            var metric = Metric.higher("performance", "Gflop/s");
            for (int i = 1; i <= SAMPLES; i++)
                writing.sample(run, new Sample(metric, Parameters.NONE, i, Value.of(Math.sqrt(i)), 0));
            writing.commit();
        }
    }
}
