package ringside.core.bench.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import ringside.core.bench.Knob;
import ringside.core.bench.Plan;
import ringside.core.bench.Plan.Affinity;
import ringside.core.bench.Plan.Stage;
import ringside.core.bench.suite.Suite;
import ringside.core.yaml.Document;

/** A plan as YAML. */
final class Writer {
    private Writer() {}

    static String text(Plan plan) {
        String head = """
                # A plan: what to measure, and how well. 'ringside bench plan --plan FILE' shows what it would run.
                %s: %s
                id: %s
                version: %s
                title: %s
                description: %s

                # Calls before those that count, then repetitions until the 95 %% interval of the median is narrower
                # than the target on either side, or the cap is reached.
                repetitions:
                  warm_up: %s
                  at_least: %s
                  at_most: %s
                  target_percent: %s

                # free, first-cores (as many as a measurement uses), or a list of cores
                affinity: %s
                # where files for I/O are made; empty for the usual scratch directory
                directory: %s
                # a run is given up after so many seconds
                longest_s: %s

                benchmarks:
                """.formatted(
                        Reader.FORMAT,
                        Reader.VERSION,
                        plan.id(),
                        plan.version(),
                        Document.quoted(plan.title()),
                        Document.quoted(plan.description()),
                        plan.repetitions().warmUp(),
                        plan.repetitions().atLeast(),
                        plan.repetitions().atMost(),
                        percent(plan.repetitions().target()),
                        affinity(plan.affinity()),
                        Document.quoted(plan.directory()),
                        plan.longest().toSeconds());
        return head + plan.stages().stream().map(Writer::stage).collect(Collectors.joining("\n"));
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static String affinity(Affinity affinity) {
        return switch (affinity) {
            case Affinity.Free free -> "free";
            case Affinity.FirstCores first -> "first-cores";
            case Affinity.Listed(var cores) -> cores.toString();
        };
    }

    private static String stage(Stage stage) {
        var text =
                new StringBuilder("  - benchmark: ").append(stage.benchmark()).append('\n');
        for (Knob knob : Suite.byId(stage.benchmark()).orElseThrow().knobs()) {
            List<String> values = stage.settings().words(knob.name());
            text.append("    # ").append(knob.about()).append('\n');
            text.append("    ").append(knob.name()).append(": ");
            text.append(knob.many() ? values.toString() : values.getFirst()).append('\n');
        }
        return text.toString();
    }
}
