package ringside.ui.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.result.Citation;
import ringside.core.result.Configuration;
import ringside.core.result.Metric;
import ringside.core.result.Origin;
import ringside.core.result.Parameters;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** Stores in memory, and sets to put in them. */
public final class Shelf {
    private Shelf() {}

    public static ResultStore empty() {
        return JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    }

    public static ResultStore with(ResultSet... sets) {
        ResultStore store = empty();
        for (ResultSet set : sets) put(store, set, "kvm", "hpl", "output of " + set.name() + "\nvalue 12.5\n");
        return store;
    }

    public static ResultSet set(String name, Origin origin) {
        return new ResultSet(
                name, origin, "About " + name, Citation.NONE, "CC0", Instant.parse("2020-05-04T00:00:00Z"), "");
    }

    /** One run of two samples: one measured at line 2 of its output, one that failed. */
    public static void put(ResultStore store, ResultSet set, String platform, String benchmark, String output) {
        try (ResultStore.Writing writing = store.write()) {
            writing.set(set);
            String sha = writing.raw(output.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var run = new Run(
                    "r1",
                    Configuration.of(platform, platform + ", one core"),
                    benchmark,
                    Parameters.NONE,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Run.Outcome.COMPLETED,
                    Optional.of(new Run.Raw(sha, "hpl", set.name() + ".txt")),
                    "");
            writing.run(run);
            var metric = Metric.higher("performance", "Gflop/s");
            writing.sample(run, new Sample(metric, Parameters.of("n", 1000), 1, Value.of(12.5), 2));
            writing.sample(run, new Sample(metric, Parameters.of("n", 2000), 1, Value.missing("out of memory"), 0));
            writing.commit();
        }
    }
}
