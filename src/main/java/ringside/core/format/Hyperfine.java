package ringside.core.format;

import java.util.List;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.json.Node;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

/** hyperfine's {@code --export-json}: the time of every run of every command. */
public final class Hyperfine implements JsonTool {
    private static final String BENCHMARK = "hyperfine";
    private static final Metric TIME = Metric.lower("time", "s");
    private static final Metric MEMORY = Metric.lower("memory", "B");

    @Override
    public String id() {
        return "hyperfine";
    }

    @Override
    public String title() {
        return "hyperfine";
    }

    @Override
    public boolean recognises(Head head) {
        return head.contains("\"results\"")
                && head.contains("\"command\"")
                && head.contains("\"stddev\"")
                && head.contains("\"user\"")
                && head.contains("\"system\"");
    }

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        return JsonOutput.read(
                lines,
                given,
                document -> document.values().containsKey("results"),
                (transcript, document) ->
                        JsonOutput.objects(document, "results").forEach(result -> command(transcript, result)));
    }

    private static void command(Transcript transcript, Node.Fields result) {
        String command = JsonOutput.text(result, "command");
        OpenRun run = transcript.begin(BENCHMARK);
        run.command(command.isEmpty() ? List.of() : List.of(command));
        Parameters point = JsonOutput.with(Parameters.NONE, "command", command);
        Node.Fields chosen = JsonOutput.fields(result, "parameters");
        if (chosen != null)
            for (var entry : chosen.values().entrySet())
                point = JsonOutput.with(point, entry.getKey(), JsonOutput.text(entry.getValue()));
        times(run, result, point);
        if (JsonOutput.items(result, "exit_codes").stream()
                .map(JsonOutput::text)
                .anyMatch(code -> !code.isEmpty() && !code.equals("0")))
            transcript.warn("of " + (command.length() > 60 ? command.substring(0, 60) + "…" : command)
                    + " some runs failed: their times are kept, marked by the parameter exit_code");
        for (String part : List.of("user", "system")) {
            Double mean = JsonOutput.number(result, part);
            if (mean != null) run.take(Metric.lower(part + " time", "s"), point, Value.of(mean), line(result, part));
        }
        List<Node> bytes = JsonOutput.items(result, "memory_usage_byte");
        for (Node one : bytes) {
            Double value = JsonOutput.number(one);
            if (value != null) run.take(MEMORY, point, Value.of(value), one.line());
        }
    }

    private static void times(OpenRun run, Node.Fields result, Parameters point) {
        Double mean = JsonOutput.number(result, "mean");
        List<Node> times = JsonOutput.items(result, "times");
        List<Node> codes = JsonOutput.items(result, "exit_codes");
        if (times.isEmpty() && mean != null) run.take(TIME, point, Value.of(mean), line(result, "mean"));
        Parameters all =
                mean == null || times.isEmpty() ? point : point.with("reported", JsonOutput.text(result, "mean"));
        for (int i = 0; i < times.size(); i++) {
            Node time = times.get(i);
            Double value = JsonOutput.number(time);
            String code = i < codes.size() ? JsonOutput.text(codes.get(i)) : "0";
            // hyperfine goes on after a failure only when it is told to: the time is kept, and that it failed
            boolean failed = !code.isEmpty() && !code.equals("0");
            Parameters own = failed ? all.with("exit_code", code) : all;
            if (failed) run.note("some of its runs failed: their times have the parameter exit_code");
            run.take(TIME, own, value == null ? Value.missing("printed as null") : Value.of(value), time.line());
        }
    }

    private static int line(Node.Fields in, String name) {
        return JsonOutput.find(in, name).map(Node::line).orElse(in.line());
    }
}
