package ringside.core.format;

import java.util.List;
import java.util.Locale;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.json.Node;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

/** JMH's {@code -rf json}: every iteration of every fork. */
public final class Jmh implements JsonTool {
    private static final String BENCHMARK = "jmh";

    @Override
    public String id() {
        return "jmh";
    }

    @Override
    public String title() {
        return "JMH";
    }

    @Override
    public boolean recognises(Head head) {
        return head.contains("\"primaryMetric\"")
                || (head.contains("\"jmhVersion\"") && head.contains("\"benchmark\""));
    }

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        return JsonOutput.read(
                lines, given, document -> document.values().containsKey("primaryMetric"), Jmh::benchmark);
    }

    private static void benchmark(Transcript transcript, Node.Fields one) {
        OpenRun run = transcript.begin(BENCHMARK);
        String jdk = JsonOutput.text(one, "vmName") + " " + JsonOutput.text(one, "vmVersion");
        if (!jdk.isBlank()) run.note("JMH " + JsonOutput.text(one, "jmhVersion") + " on " + jdk.strip());
        Parameters point = Parameters.NONE;
        for (String key : List.of("benchmark", "mode", "threads"))
            point = JsonOutput.with(point, key, JsonOutput.text(one, key));
        Node.Fields chosen = JsonOutput.fields(one, "params");
        if (chosen != null)
            for (var entry : chosen.values().entrySet())
                point = JsonOutput.with(point, entry.getKey(), JsonOutput.text(entry.getValue()));
        Node.Fields primary = JsonOutput.fields(one, "primaryMetric");
        if (primary != null) metric(transcript, run, "", primary, point);
        Node.Fields more = JsonOutput.fields(one, "secondaryMetrics");
        if (more == null) return;
        for (var entry : more.values().entrySet())
            if (entry.getValue() instanceof Node.Fields fields) metric(transcript, run, entry.getKey(), fields, point);
    }

    private static void metric(Transcript transcript, OpenRun run, String name, Node.Fields metric, Parameters point) {
        String unit = JsonOutput.text(metric, "scoreUnit");
        boolean rate = unit.toLowerCase(Locale.ROOT).startsWith("ops");
        boolean time = unit.toLowerCase(Locale.ROOT).endsWith("/op");
        if (!name.isEmpty() && !rate && !time) {
            transcript.warn("the measure " + name + " was left out: its unit (" + unit
                    + ") does not tell whether more or less of it is better");
            return;
        }
        Metric measured = name.isEmpty()
                ? rate ? Metric.higher("throughput", unit) : Metric.lower("time", unit)
                : rate ? Metric.higher(name, unit) : Metric.lower(name, unit);
        String score = JsonOutput.text(metric, "score");
        boolean any = false;
        for (Node fork : JsonOutput.items(metric, "rawData")) {
            if (!(fork instanceof Node.Items(int line, var iterations))) continue;
            for (Node iteration : iterations) {
                Double value = JsonOutput.number(iteration);
                if (iteration instanceof Node.Items) continue;
                run.take(
                        measured,
                        JsonOutput.with(point, "reported", score),
                        value == null ? Value.missing("printed as no number") : Value.of(value),
                        iteration.line());
                any = true;
            }
        }
        if (!any) summary(run, measured, metric, point);
    }

    /** Sampled times come as a histogram: its percentiles are what can be compared. */
    private static void summary(OpenRun run, Metric measured, Node.Fields metric, Parameters point) {
        Double score = JsonOutput.number(metric, "score");
        int line = JsonOutput.find(metric, "score").map(Node::line).orElse(metric.line());
        run.take(
                measured,
                point.with("statistic", "mean"),
                score == null ? Value.missing("printed as no number") : Value.of(score),
                line);
        Node.Fields percentiles = JsonOutput.fields(metric, "scorePercentiles");
        if (percentiles == null) return;
        percentiles.values().forEach((key, node) -> {
            Double value = JsonOutput.number(node);
            if (PrintedNumber.is(key) && value != null)
                run.take(
                        measured,
                        point.with("statistic", "p" + key.replaceFirst("\\.0$", "")),
                        Value.of(value),
                        node.line());
        });
    }
}
