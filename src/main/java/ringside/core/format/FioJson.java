package ringside.core.format;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.json.Node;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Value;

/**
 * fio's {@code --output-format=json}, with whatever it prints around it. Every job and direction that did something gives
 * its throughput, its operations per second and its latencies, the latter in microseconds whatever the version's unit.
 */
public final class FioJson implements JsonTool {
    private static final String BENCHMARK = "fio";
    private static final Metric THROUGHPUT = Metric.higher("throughput", "KiB/s");
    private static final Metric OPERATIONS = Metric.higher("operations", "ops/s");
    private static final Metric LATENCY = Metric.lower("latency", "us");
    private static final List<String> DIRECTIONS = List.of("read", "write", "trim");
    private static final List<String> OPTIONS =
            List.of("rw", "bs", "iodepth", "numjobs", "ioengine", "direct", "size", "rwmixread", "fsync");

    /** Nanoseconds since fio 3, microseconds before; in between some were printed in milliseconds. */
    private static final Map<String, Double> MICROSECONDS = Map.of("_ns", 0.001, "_us", 1.0, "_ms", 1000.0, "", 1.0);

    @Override
    public String id() {
        return "fio-json";
    }

    @Override
    public String title() {
        return "fio (JSON)";
    }

    @Override
    public boolean recognises(Head head) {
        return head.contains("\"fio version\"");
    }

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        return JsonOutput.read(
                lines, given, document -> document.values().containsKey("fio version"), FioJson::document);
    }

    private static void document(Transcript transcript, Node.Fields document) {
        Parameters version = JsonOutput.with(Parameters.NONE, "fio_version", JsonOutput.text(document, "fio version"));
        Node.Fields global = JsonOutput.fields(document, "global options");
        for (String list : List.of("jobs", "client_stats"))
            JsonOutput.objects(document, list).forEach(job -> {
                if (!JsonOutput.text(job, "jobname").equals("All clients"))
                    new Job(transcript, job, global, version).read();
            });
    }

    private static final class Job {
        private final OpenRun run;
        private final Node.Fields job;
        private final Parameters point;

        Job(Transcript transcript, Node.Fields job, Node.@Nullable Fields global, Parameters version) {
            this.job = job;
            run = transcript.begin(BENCHMARK);
            run.host(JsonOutput.text(job, "hostname"));
            Parameters all = JsonOutput.with(version, "job", JsonOutput.text(job, "jobname"));
            for (String option : OPTIONS) {
                String own = JsonOutput.text(job, "job options", option);
                all = JsonOutput.with(
                        all, option, own.isEmpty() && global != null ? JsonOutput.text(global, option) : own);
            }
            point = all;
        }

        void read() {
            Double error = JsonOutput.number(job, "error");
            if (error != null && error != 0)
                run.outcome(new Run.Outcome.Failed("fio ended this job with error " + error.intValue()));
            for (String direction : DIRECTIONS) {
                Node.Fields part = JsonOutput.fields(job, direction);
                if (part != null) direction(part, point.with("direction", direction));
            }
            Node.Fields sync = JsonOutput.fields(job, "sync");
            if (sync != null) latencies(sync, point.with("direction", "sync"));
            if (run.isEmpty() && (error == null || error == 0)) run.incomplete("the job did nothing");
        }

        /** A direction that was not run is all zeros, which are no results. */
        private void direction(Node.Fields part, Parameters all) {
            Double bytes = JsonOutput.number(part, "io_bytes");
            Double rate = JsonOutput.number(part, "bw");
            if ((bytes == null || bytes == 0) && (rate == null || rate == 0)) return;
            Double exact = JsonOutput.number(part, "bw_bytes");
            if (exact != null) take(THROUGHPUT, all, exact / 1024, part, "bw_bytes");
            else if (rate != null) take(THROUGHPUT, all, rate, part, "bw");
            Double operations = JsonOutput.number(part, "iops");
            if (operations != null) take(OPERATIONS, all, operations, part, "iops");
            latencies(part, all);
        }

        private void latencies(Node.Fields part, Parameters all) {
            for (String kind : List.of("slat", "clat", "lat"))
                MICROSECONDS.forEach((suffix, factor) -> {
                    Node.Fields times = JsonOutput.fields(part, kind + suffix);
                    if (times != null) latency(times, all.with("latency", kind), factor);
                });
        }

        private void latency(Node.Fields times, Parameters all, double factor) {
            Double count = JsonOutput.number(times, "N");
            Double most = JsonOutput.number(times, "max");
            if ((count != null && count == 0) || (count == null && most != null && most == 0)) return;
            for (String statistic : List.of("min", "mean", "max")) {
                Double value = JsonOutput.number(times, statistic);
                if (value != null) take(LATENCY, all.with("statistic", statistic), value * factor, times, statistic);
            }
            Node.Fields percentiles = JsonOutput.fields(times, "percentile");
            if (percentiles == null) return;
            percentiles.values().forEach((key, node) -> {
                Double value = JsonOutput.number(node);
                if (PrintedNumber.is(key) && value != null)
                    run.take(
                            LATENCY,
                            all.with("statistic", "p" + shortened(key)),
                            Value.of(value * factor),
                            node.line());
            });
        }

        /** {@code 99.900000} gives {@code 99.9}. */
        private static String shortened(String percentile) {
            return percentile.contains(".") ? percentile.replaceFirst("\\.?0+$", "") : percentile;
        }

        private void take(Metric metric, Parameters all, double value, Node.Fields in, String name) {
            int line = JsonOutput.find(in, name).map(Node::line).orElse(in.line());
            run.take(
                    metric, all, Double.isFinite(value) ? Value.of(value) : Value.missing("printed as " + value), line);
        }
    }
}
