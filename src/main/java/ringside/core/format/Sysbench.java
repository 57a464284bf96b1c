package ringside.core.format;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

/** What sysbench prints, 0.4 to 1.0, any number of runs in one output. Its versions measure different things, so the version is part of the point. */
public final class Sysbench implements ToolFormat {
    private static final Pattern BANNER =
            Pattern.compile("^\\s{0,20}sysbench v?(\\d{1,2}\\.\\d{1,2})[0-9.a-z-]{0,20}:?\\s");

    @Override
    public String id() {
        return "sysbench";
    }

    @Override
    public String title() {
        return "sysbench";
    }

    @Override
    public boolean recognises(Head head) {
        return head.matches(HEAD) && head.matches(SOMETHING);
    }

    private static final Pattern HEAD =
            Pattern.compile("^\\s{0,20}sysbench v?\\d{1,2}\\.\\d{1,2}[0-9.a-z-]{0,20}:?\\s", Pattern.MULTILINE);
    private static final Pattern SOMETHING =
            Pattern.compile("Number of threads:|Running the test with following options");

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        var transcript = new Transcript(given);
        OneRun run = null;
        for (Line line : lines) {
            Matcher banner = BANNER.matcher(line.text());
            if (banner.find()) {
                if (run != null) run.finish();
                run = new OneRun(transcript, line, banner.group(1));
            } else if (run != null) {
                run.read(line);
            }
        }
        if (run != null) run.finish();
        return transcript.reading();
    }

    /** From one banner to the next. */
    private static final class OneRun {
        private static final String GARBLED = "a number that is cut or garbled";
        private static final String NUMBER = "([0-9.+-]{1,40}|-?nan|inf)";
        private static final Pattern THREADS = Pattern.compile("^Number of threads:\\s+(\\d{1,9})\\s*$");
        private static final Map<Pattern, String> OPTIONS = Map.ofEntries(
                Map.entry(
                        Pattern.compile(
                                "(?:Prime numbers limit|Maximum prime number checked in CPU test):\\s*(\\d{1,12})"),
                        "prime_limit"),
                Map.entry(
                        Pattern.compile("^\\s*(?:memory )?block size:\\s*(\\S{1,30})", Pattern.CASE_INSENSITIVE),
                        "block_size"),
                Map.entry(Pattern.compile("^Block size (\\S{1,30})"), "block_size"),
                Map.entry(Pattern.compile("^\\s*total size:\\s*(\\S{1,30})"), "total_size"),
                Map.entry(Pattern.compile("^Memory transfer size:\\s*(\\S{1,30})"), "total_size"),
                Map.entry(Pattern.compile("^(\\S{1,30}) total file size"), "total_size"),
                Map.entry(Pattern.compile("^\\s*operation:\\s*(\\S{1,30})"), "operation"),
                Map.entry(Pattern.compile("^\\s*scope:\\s*(\\S{1,30})"), "scope"),
                Map.entry(Pattern.compile("^Memory operations type:\\s*(\\S{1,30})"), "operation"),
                Map.entry(Pattern.compile("^Memory scope type:\\s*(\\S{1,30})"), "scope"),
                Map.entry(Pattern.compile("^Doing (sequential|random|seq\\w*|r/w) ?([a-z/ ()]{0,30}?) test"), "mode"));
        private static final Map<Pattern, String> TESTS = Map.ofEntries(
                Map.entry(Pattern.compile("^Doing CPU performance benchmark|Prime numbers limit|^CPU speed:"), "cpu"),
                Map.entry(Pattern.compile("(?i)memory speed test|^Doing memory operations speed test"), "memory"),
                Map.entry(Pattern.compile("^File operations:|Extra file open flags|total file size"), "fileio"),
                Map.entry(Pattern.compile("^Doing thread subsystem performance test"), "threads"),
                Map.entry(Pattern.compile("^Doing mutex performance test"), "mutex"),
                Map.entry(
                        Pattern.compile("^(?:OLTP test|SQL) statistics:|^Doing OLTP test|^\\s+transactions:"), "oltp"));
        private static final Pattern LATENCY = Pattern.compile(
                "^\\s+(min|avg|max|approx\\.\\s+ ?\\d{1,3} percentile|\\d{1,3}(?:\\.\\d{1,3})?th percentile):\\s+"
                        + NUMBER + "\\s*(ms|s|us)?\\s*$");
        private static final Pattern ANY_LATENCY = Pattern.compile(
                "^\\s+(?:min|avg|max|approx\\.\\s+ ?\\d{1,3} percentile|\\d{1,3}\\S{0,5}th percentile):");
        private static final Pattern TOTAL_TIME = Pattern.compile("^\\s+total time:\\s+" + NUMBER + "s");
        private static final Pattern EVENTS = Pattern.compile("^\\s+total number of events:\\s+(\\d{1,18})\\s*$");
        private static final Pattern PER_SECOND = Pattern.compile("^\\s+events per second:\\s+" + NUMBER + "\\s*$");
        private static final Pattern EVENTS_PER_S = Pattern.compile("^\\s+events/s \\(eps\\):\\s+" + NUMBER + "\\s*$");
        private static final Pattern TRANSFERRED = Pattern.compile(
                "(?:transferred|Total transferred \\S{1,30})\\s+\\(" + NUMBER + "\\s?([KMG]i?b/sec|[KMG]i?B/sec)\\)",
                Pattern.CASE_INSENSITIVE);
        private static final Pattern OPERATIONS = Pattern.compile(
                "^(?:Total operations|Operations performed): \\d{1,18} \\( ?" + NUMBER + " (?:ops/sec|per second)\\)");
        private static final Pattern FILE = Pattern.compile("^\\s+(reads|writes|fsyncs)/s:\\s+" + NUMBER + "\\s*$");
        private static final Pattern THROUGHPUT =
                Pattern.compile("^\\s+(read|written), (MiB/s|MB/s):\\s+" + NUMBER + "\\s*$");
        private static final Pattern REQUESTS = Pattern.compile("^\\s{0,9}" + NUMBER + " Requests/sec executed");
        private static final Pattern SQL = Pattern.compile(
                "^\\s+(transactions|queries|read/write requests):\\s+\\d{1,18}\\s+\\(" + NUMBER + " per sec\\.\\)");

        private final Transcript transcript;
        private final Line begin;
        private final OpenRun run;
        private final TreeMap<String, String> options = new TreeMap<>();
        private String test = "";
        private @Nullable String seconds;
        private @Nullable Line events;
        private String eventCount = "";
        private boolean rate;
        private boolean latencies;

        OneRun(Transcript transcript, Line begin, String version) {
            this.transcript = transcript;
            this.begin = begin;
            run = transcript.begin("sysbench");
            options.put("version", version);
        }

        void read(Line line) {
            String text = line.text();
            if (text.isBlank()) return;
            TESTS.forEach((pattern, name) -> {
                if (test.isEmpty() && pattern.matcher(text).find()) test = name;
            });
            Matcher threads = THREADS.matcher(text);
            if (threads.find()) options.put("threads", threads.group(1));
            OPTIONS.forEach((pattern, name) -> {
                Matcher option = pattern.matcher(text);
                if (option.find())
                    options.putIfAbsent(
                            name,
                            option.groupCount() > 1
                                    ? (option.group(1) + " " + option.group(2)).strip()
                                    : option.group(1));
            });
            if (text.startsWith("Latency")
                    || text.stripLeading().startsWith("response time:")
                    || text.stripLeading().startsWith("per-request statistics:")) latencies = true;
            result(line, text);
        }

        private void result(Line line, String text) {
            take(line, PER_SECOND.matcher(text), 1, Metric.higher("throughput", "events/s"), "");
            take(line, EVENTS_PER_S.matcher(text), 1, Metric.higher("throughput", "events/s"), "");
            take(line, OPERATIONS.matcher(text), 1, Metric.higher("operations", "ops/s"), "");
            take(line, REQUESTS.matcher(text), 1, Metric.higher("operations", "ops/s"), "");
            Matcher moved = TRANSFERRED.matcher(text);
            if (moved.find())
                take(line, moved, 1, Metric.higher("throughput", moved.group(2).replace("/sec", "/s")), "");
            Matcher file = FILE.matcher(text);
            if (file.find()) take(line, file, 2, Metric.higher("operations", "ops/s"), file.group(1));
            Matcher throughput = THROUGHPUT.matcher(text);
            if (throughput.find())
                take(line, throughput, 3, Metric.higher("throughput", throughput.group(2)), throughput.group(1));
            Matcher sql = SQL.matcher(text);
            if (sql.find()) take(line, sql, 2, Metric.higher(sql.group(1), "1/s"), "");
            Matcher latency = LATENCY.matcher(text);
            if (latencies && latency.find()) latency(line, latency);
            else if (latencies && ANY_LATENCY.matcher(text).find()) transcript.skip(line, GARBLED);
            Matcher time = TOTAL_TIME.matcher(text);
            if (time.find()) seconds = time.group(1);
            Matcher count = EVENTS.matcher(text);
            if (count.find() && !(PrintedNumber.mayBeCut(line, count.group(1), 0))) {
                events = line;
                eventCount = count.group(1);
            }
        }

        private void latency(Line line, Matcher latency) {
            String statistic =
                    latency.group(1).replaceFirst("^approx\\.\\s+", "").replaceFirst("(?:th)? percentile", "");
            String unit = latency.group(3) == null ? "ms" : latency.group(3);
            Value value = PrintedNumber.value(latency.group(2));
            // "approx. 95 percentile: 0.01ms" ends with its unit, "95th percentile: 0.01" with the number
            if (value == null || (latency.group(3) == null && PrintedNumber.mayBeCut(line, latency.group(2), 2))) {
                transcript.skip(line, GARBLED);
                return;
            }
            run.take(
                    Metric.lower("latency", unit),
                    point().with("statistic", Character.isDigit(statistic.charAt(0)) ? "p" + statistic : statistic),
                    value,
                    line);
        }

        private void take(Line line, Matcher found, int group, Metric metric, String operation) {
            if (found.hasMatch() || found.find()) {
                Value value = PrintedNumber.value(found.group(group));
                if (value == null || PrintedNumber.mayBeCut(line, found.group(group), 2)) {
                    transcript.skip(line, GARBLED);
                    return;
                }
                rate = true;
                run.take(metric, operation.isEmpty() ? point() : point().with("operation", operation), value, line);
            }
        }

        private Parameters point() {
            Parameters all = Parameters.of(options);
            return test.isEmpty() && transcript.given().get("test") != null
                    ? all
                    : all.with("test", test.isEmpty() ? "not stated" : test);
        }

        /** Some tests print no rate of their own: it is the events over the time, both printed. */
        void finish() {
            String time = seconds;
            Line line = events;
            if (!rate && time != null && line != null && PrintedNumber.is(time)) {
                double per = Double.parseDouble(eventCount)
                        / PrintedNumber.decimal(time).doubleValue();
                if (Double.isFinite(per)) {
                    run.note("events per second are computed here, from the events and the time that were printed");
                    run.take(Metric.higher("throughput", "events/s"), point(), Value.of(per), line);
                }
            }
            if (line == null)
                run.incomplete(
                        run.isEmpty()
                                ? "nothing was measured: it ends before its results"
                                : "it ends before its totals");
            if (test.isEmpty() && !run.isEmpty() && transcript.given().get("test") == null)
                transcript.warn("sysbench does not print which test ran from line " + begin.number()
                        + " on; state it, as in --param test=threads");
        }
    }
}
