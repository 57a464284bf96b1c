package ringside.core.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Metric;

/** What IOzone times: one name in its table, another in its reports and two more in throughput mode. */
enum IozoneOperation {
    WRITE("write", "write", "Writer", "initial writers", "Initial write"),
    REWRITE("rewrite", "rewrite", "Re-writer", "rewriters", "Rewrite"),
    READ("read", "read", "Reader", "readers", "Read"),
    REREAD("reread", "reread", "Re-Reader", "re-readers", "Re-read"),
    RANDOM_READ("random-read", "read", "Random read", "random readers", "Random read"),
    RANDOM_WRITE("random-write", "write", "Random write", "random writers", "Random write"),
    BACKWARD_READ("backward-read", "read", "Backward read", "reverse readers", "Reverse Read"),
    RECORD_REWRITE("record-rewrite", "rewrite", "Record rewrite", "", ""),
    STRIDE_READ("stride-read", "read", "Stride read", "stride readers", "Stride read"),
    FWRITE("fwrite", "fwrite", "Fwrite", "fwriters", "Fwrite"),
    FREWRITE("frewrite", "frewrite", "Re-Fwrite", "", ""),
    FREAD("fread", "fread", "Fread", "freaders", "Fread"),
    FREREAD("freread", "freread", "Re-Fread", "", ""),
    PWRITE("pwrite", "", "Pwrite", "pwrite writers", "Pwrite"),
    REPWRITE("repwrite", "", "Re-Pwrite", "", ""),
    PREAD("pread", "", "Pread", "pread readers", "Pread"),
    REPREAD("repread", "", "Re-Pread", "", ""),
    MIXED("mixed", "", "", "mixed workload", "Mixed workload");

    /** In the order of the table's columns. */
    static final List<IozoneOperation> COLUMNS = List.of(values()).subList(0, 13);

    private static final Map<String, IozoneOperation> BY_NAME = new HashMap<>();

    static {
        for (IozoneOperation operation : values()) {
            BY_NAME.put("report:" + operation.report.toLowerCase(Locale.ROOT), operation);
            BY_NAME.put("throughput:" + operation.workers, operation);
            BY_NAME.put("label:" + operation.label.toLowerCase(Locale.ROOT), operation);
        }
    }

    /** The name that samples carry. */
    final String id;

    /** The word in the lower line of the table's header. */
    final String column;

    private final String report;
    private final String workers;
    private final String label;

    IozoneOperation(String id, String column, String report, String workers, String label) {
        this.id = id;
        this.column = column;
        this.report = report;
        this.workers = workers;
        this.label = label;
    }

    /** By a report's title, {@code Re-writer} of {@code "Re-writer report"}. */
    static @Nullable IozoneOperation ofReport(String title) {
        return title.isBlank() ? null : BY_NAME.get("report:" + title.toLowerCase(Locale.ROOT));
    }

    /** By those whose throughput is seen, {@code initial writers}. */
    static @Nullable IozoneOperation ofWorkers(String workers) {
        return workers.isBlank() ? null : BY_NAME.get("throughput:" + workers);
    }

    /** By the label of a throughput report's row, {@code Initial write}. */
    static @Nullable IozoneOperation ofLabel(String label) {
        return label.isBlank() ? null : BY_NAME.get("label:" + label.toLowerCase(Locale.ROOT));
    }

    /** What the file's own words on its unit make of its numbers; null if the line says nothing of it. */
    static @Nullable Metric metric(String line) {
        if (line.contains("OPS Mode.") || line.contains("Output is in ops/sec"))
            return Metric.higher("throughput", "ops/s");
        if (line.contains("Microseconds/op Mode.") || line.contains("Output is in microseconds/op"))
            return Metric.lower("latency", "us");
        return line.contains("Output is in kBytes/sec") || line.contains("Output is in Kbytes/sec")
                ? Metric.higher("throughput", "KB/s")
                : null;
    }

    /** Where the file does not say. */
    static final Metric UNIT_UNKNOWN = Metric.higher("throughput", "");
}
