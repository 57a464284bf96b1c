package ringside.core.format;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.json.Node;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Value;

/** Google Benchmark's {@code --benchmark_format=json}. */
public final class GoogleBenchmark implements JsonTool {
    private static final String BENCHMARK = "google-benchmark";

    @Override
    public String id() {
        return "google-benchmark";
    }

    @Override
    public String title() {
        return "Google Benchmark";
    }

    @Override
    public boolean recognises(Head head) {
        return head.contains("\"benchmarks\"")
                && head.contains("\"context\"")
                && (head.contains("\"time_unit\"") || head.contains("\"error_occurred\""));
    }

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        return JsonOutput.read(
                lines, given, document -> document.values().containsKey("benchmarks"), GoogleBenchmark::document);
    }

    private static void document(Transcript transcript, Node.Fields document) {
        OpenRun run = transcript.begin(BENCHMARK);
        run.host(JsonOutput.text(document, "context", "host_name"));
        if (JsonOutput.text(document, "context", "library_build_type").equals("debug"))
            run.note("the library itself was built for debugging, which makes times longer");
        List<Node.Fields> all = JsonOutput.objects(document, "benchmarks").toList();
        // What the program made of the repetitions is taken only where these are not in the file
        Set<String> single = all.stream()
                .filter(one -> !isAggregate(one))
                .map(GoogleBenchmark::name)
                .collect(Collectors.toSet());
        for (Node.Fields one : all) if (!isAggregate(one) || !single.contains(name(one))) take(transcript, run, one);
    }

    private static boolean isAggregate(Node.Fields one) {
        return JsonOutput.text(one, "run_type").equals("aggregate");
    }

    private static String name(Node.Fields one) {
        String name = JsonOutput.text(one, "run_name");
        return name.isEmpty() ? JsonOutput.text(one, "name") : name;
    }

    private static void take(Transcript transcript, OpenRun run, Node.Fields one) {
        Parameters point = JsonOutput.with(Parameters.NONE, "benchmark", name(one));
        for (String key : List.of("threads", "label")) point = JsonOutput.with(point, key, JsonOutput.text(one, key));
        if (isAggregate(one)) {
            String statistic = JsonOutput.text(one, "aggregate_name");
            if (!statistic.equals("mean") && !statistic.equals("median")) return;
            point = point.with("statistic", statistic);
        }
        String unit = JsonOutput.text(one, "time_unit");
        if (JsonOutput.text(one, "error_occurred").equals("true")) {
            String why = JsonOutput.text(one, "error_message");
            run.outcome(new Run.Outcome.Incomplete("a benchmark failed"));
            run.take(
                    Metric.lower("real time", unit.isEmpty() ? "ns" : unit),
                    point,
                    Value.missing(why.isEmpty() ? "the benchmark failed" : why),
                    one.line());
            return;
        }
        number(run, one, "real_time", Metric.lower("real time", unit), point);
        number(run, one, "cpu_time", Metric.lower("cpu time", unit), point);
        number(run, one, "bytes_per_second", Metric.higher("throughput", "B/s"), point);
        number(run, one, "items_per_second", Metric.higher("items", "items/s"), point);
        one.values().keySet().stream()
                .filter(key -> !KNOWN.contains(key))
                .forEach(key -> transcript.warn("the counter " + key
                        + " was left out: the file does not say whether more or less of it is better"));
    }

    private static final Set<String> KNOWN = Set.of(
            "name",
            "family_index",
            "per_family_instance_index",
            "run_name",
            "run_type",
            "repetitions",
            "repetition_index",
            "threads",
            "iterations",
            "real_time",
            "cpu_time",
            "time_unit",
            "label",
            "bytes_per_second",
            "items_per_second",
            "aggregate_name",
            "aggregate_unit",
            "error_occurred",
            "error_message",
            "skipped",
            "skip_message",
            "big_o",
            "cpu_coefficient",
            "real_coefficient",
            "rms");

    private static void number(OpenRun run, Node.Fields one, String key, Metric metric, Parameters point) {
        JsonOutput.find(one, key).ifPresent(node -> {
            Double value = JsonOutput.number(node);
            run.take(
                    metric,
                    point,
                    value == null ? Value.missing("printed as no number") : Value.of(value),
                    node.line());
        });
    }
}
