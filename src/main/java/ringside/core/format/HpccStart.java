package ringside.core.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Value;

/** What one start of HPC Challenge left in its output file. */
final class HpccStart {
    /** A summary has some 150 entries. */
    private static final int MOST_ENTRIES = 10_000;

    private static final Pattern HOST = Pattern.compile("^Hostname: '([!-~]{1,200})'");
    private static final Pattern TIME = Pattern.compile("^Current time \\((\\d{1,11})\\) is ");
    private static final Pattern ENTRY = Pattern.compile("^(\\w{1,80})=(.*)$");
    private static final Pattern STREAM = Pattern.compile("(?:Star|Single)STREAM_(?:Copy|Scale|Add|Triad)");

    private final Transcript transcript;
    private final OpenRun run;
    private final HplRows rows;
    private final Map<String, Entry> summary = new LinkedHashMap<>();
    private @Nullable OpenRun linpack;
    private boolean inSummary;
    private boolean summaryEnded;
    private boolean linpackEnded;

    private record Entry(Line line, String value) {}

    HpccStart(Transcript transcript) {
        this.transcript = transcript;
        this.run = transcript.begin(Hpcc.BENCHMARK);
        this.rows = new HplRows(transcript, this::linpack);
    }

    /** Whether a line can only stand inside such an output, for one whose first lines are missing. */
    static boolean isInside(Line line) {
        return line.text().startsWith("Begin of ") && line.text().endsWith(" section.");
    }

    void read(Line line) {
        String text = line.text();
        if (text.startsWith("Begin of Summary section.")) inSummary = true;
        else if (text.startsWith("End of Summary section.")) {
            summaryEnded |= inSummary;
            inSummary = false;
        } else if (inSummary) entry(line);
        else if (text.startsWith("End of HPL section.")) linpackEnded = true;
        else {
            preface(text);
            rows.read(line);
        }
    }

    private void preface(String text) {
        Matcher host = HOST.matcher(text);
        if (host.find()) run.host(host.group(1));
        Matcher time = TIME.matcher(text);
        if (time.find()) run.started(Instant.ofEpochSecond(Long.parseLong(time.group(1))));
    }

    private void entry(Line line) {
        Matcher entry = ENTRY.matcher(line.text());
        if (!entry.find()) return;
        String value = entry.group(2).strip();
        if (PrintedNumber.mayBeCut(line, value, 0))
            transcript.skip(line, "the output ends here, so digits may be missing");
        else if (summary.size() < MOST_ENTRIES) summary.putIfAbsent(entry.group(1), new Entry(line, value));
    }

    void finish() {
        rows.finish();
        Parameters printed = cores();
        boolean failed = "0".equals(text("Success"));
        if (failed) printed = printed.with("passed", "false");
        for (var entry : summary.entrySet()) figure(entry.getKey(), entry.getValue(), printed);
        if (rows.rows() == 0) linpackFromSummary();
        if (!summaryEnded)
            run.incomplete(summary.isEmpty() ? "it ends before its summary" : "it ends within its summary");
        else if (failed) run.outcome(new Run.Outcome.Failed("the tool itself says that something failed: Success=0"));
        if (linpack != null && rows.rows() > 0 && !linpackEnded)
            linpack.incomplete("it ends before \"End of HPL section.\"");
    }

    private Parameters cores() {
        String processes = text("CommWorldProcs");
        boolean stated = transcript.given().get("cores") != null;
        return stated || !PrintedNumber.isCount(processes) ? Parameters.NONE : Parameters.of("cores", processes);
    }

    private void figure(String key, Entry entry, Parameters printed) {
        Metric metric = metric(key);
        if (metric == null) return;
        Value value = PrintedNumber.valueUnlessMinusOne(entry.value());
        if (value == null) transcript.skip(entry.line(), key + " is not a number");
        else run.take(metric, printed, value, entry.line());
    }

    /** A key of the summary as a metric; null where it describes the run or belongs to Linpack's own rows. */
    private static @Nullable Metric metric(String key) {
        if (key.startsWith("HPL")) return null;
        if (STREAM.matcher(key).matches()) return Metric.higher(key, "GB/s");
        if (key.endsWith("_Gflops")) return Metric.higher(without(key, "_Gflops"), "Gflop/s");
        if (key.endsWith("_GBs")) return Metric.higher(without(key, "_GBs"), "GB/s");
        if (key.endsWith("_GUPs")) return Metric.higher(without(key, "_GUPs"), "GUP/s");
        if (key.endsWith("_GBytes")) return Metric.higher(without(key, "_GBytes"), "GB/s");
        if (key.endsWith("_usec")) return Metric.lower(without(key, "_usec"), "us");
        return key.endsWith("_time") ? Metric.lower(key, "s") : null;
    }

    private static String without(String key, String unit) {
        return key.length() == unit.length() ? key : key.substring(0, key.length() - unit.length());
    }

    /** The summary keeps only the best of Linpack's rows: it stands in where the rows themselves are missing. */
    private void linpackFromSummary() {
        Entry best = summary.get("HPL_Tflops");
        if (best == null) return;
        Value tera = PrintedNumber.valueUnlessMinusOne(best.value());
        if (tera == null) {
            transcript.skip(best.line(), "HPL_Tflops is not a number");
            return;
        }
        OpenRun to = linpack();
        Value value = tera instanceof Value.Measured
                ? Value.of(PrintedNumber.decimal(best.value())
                        .multiply(BigDecimal.valueOf(1000))
                        .doubleValue())
                : tera;
        to.take(HplRows.PERFORMANCE, linpackPoint(), value, best.line());
        to.note("from the summary's best result, the table of the single rows is missing");
    }

    private Parameters linpackPoint() {
        String n = text("HPL_N");
        String nb = text("HPL_NB");
        String p = text("HPL_nprow");
        String q = text("HPL_npcol");
        boolean known = PrintedNumber.isCount(n)
                && PrintedNumber.isCount(nb)
                && PrintedNumber.isCount(p)
                && PrintedNumber.isCount(q);
        Parameters point = known ? HplRows.point(transcript.given(), n, nb, p, q) : Parameters.NONE;
        if (PrintedNumber.is(text("HPL_time"))) point = point.with("time_s", text("HPL_time"));
        return "0".equals(text("Success")) ? point.with("passed", "false") : point;
    }

    private String text(String key) {
        Entry entry = summary.get(key);
        return entry == null ? "" : entry.value();
    }

    private OpenRun linpack() {
        OpenRun open = linpack;
        if (open == null) {
            linpack = open = transcript.begin(Hpl.BENCHMARK);
            open.sameMachineAs(run);
        }
        return open;
    }
}
