package ringside.core.bench.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.bench.Programs;
import ringside.core.bench.suite.Suite;

/** What a plan measures on a machine. */
public final class Sweep {
    private Sweep() {}

    /** In the order of the plan; what two of its stages ask for is measured once. */
    public static List<Measurement> of(Plan plan, Machine machine, Programs programs) {
        Map<String, Measurement> sweep = new LinkedHashMap<>();
        for (Plan.Stage stage : plan.stages())
            benchmark(stage)
                    .measurements(stage.settings(), machine, programs)
                    .forEach(measurement -> sweep.putIfAbsent(measurement.id(), measurement));
        return List.copyOf(sweep.values());
    }

    /** The benchmarks of a plan, each once. */
    public static List<Benchmark> benchmarks(Plan plan) {
        return plan.stages().stream().map(Sweep::benchmark).distinct().toList();
    }

    private static Benchmark benchmark(Plan.Stage stage) {
        return Suite.byId(stage.benchmark())
                .orElseThrow(() -> new IllegalArgumentException("no benchmark is called " + stage.benchmark()));
    }
}
