package ringside.core.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import ringside.Results;
import ringside.Results.Row;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.feature.Catalogue;
import ringside.core.feature.FeatureMatrix;
import ringside.core.figure.Figures;
import ringside.core.result.Configuration;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** A store of made-up sets, and answers from it. */
final class Asked implements AutoCloseable {
    static final FeatureMatrix MATRIX = Catalogue.bundled().matrix();
    static final Metric RATE = Metric.higher("performance", "Gflop/s");
    static final Metric TIME = Metric.lower("latency", "us");
    static final Need CPU = Need.of(Purpose.PROFILE_CPU);

    final List<Row> rows = new ArrayList<>();
    private final ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final Random random = new Random(7);

    /** Repetitions around a centre with normal noise, a share of it. */
    Asked add(
            String set,
            String platform,
            String benchmark,
            Metric metric,
            int n,
            double centre,
            double noise,
            Object... at) {
        return add(
                set,
                Results.configuration(platform, platform, "machine of " + set),
                benchmark,
                metric,
                n,
                centre,
                noise,
                at);
    }

    Asked add(
            String set,
            Configuration configuration,
            String benchmark,
            Metric metric,
            int n,
            double centre,
            double noise,
            Object... at) {
        var run = Results.run(configuration + benchmark + rows.size(), configuration, benchmark);
        for (int i = 1; i <= n; i++)
            rows.add(new Row(set, run, Results.sample(metric, centre * (1 + noise * random.nextGaussian()), i, at)));
        return this;
    }

    /** One measurement that gave nothing. */
    Asked fail(String set, String platform, String benchmark, Metric metric, Object... at) {
        Configuration configuration = Results.configuration(platform, platform, "machine of " + set);
        var run = Results.run(configuration + benchmark + rows.size(), configuration, benchmark);
        rows.add(new Row(set, run, new Sample(metric, Parameters.of(at), 1, new Value.Missing("it crashed"), 0)));
        return this;
    }

    Answer answer(Need need) {
        store();
        return Answer.of(need, sources());
    }

    void store() {
        Results.put(store, rows);
        rows.clear();
    }

    Answer.Sources sources() {
        return new Answer.Sources(store, MATRIX, Figures.bundled(), ClaimFile.bundled());
    }

    static Need about(Need need, String... sets) {
        return need.withSets(new TreeSet<>(List.of(sets)));
    }

    static Ranked ranked(Answer answer, String platform) {
        return answer.ranking().stream()
                .filter(ranked -> ranked.platform().equals(platform))
                .findFirst()
                .orElseThrow();
    }

    static List<Finding> findings(Answer answer, Finding.Kind kind) {
        return answer.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
