package ringside.core.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

/** What one start of IOzone printed. */
final class IozoneRun {
    private static final Pattern COMMAND = Pattern.compile("^\\s*Command line used: (\\S.{0,2000})$");
    private static final Pattern WORKERS = Pattern.compile(
            "^\\s*Children see throughput for\\s+(\\d{1,6}) ([a-z -]{4,20}?)\\s+=\\s*(\\S{1,40})\\s*([a-zA-Z]{1,8}/sec)?\\s*$");
    private static final Pattern SIZES = Pattern.compile(
            "^\\s*Each \\w+ writes a\\s+(\\d{1,15}) [kK]Byte file in\\s+(\\d{1,15}) [kK][bB]yte records");
    private static final Pattern POOR_TIMER = Pattern.compile("^reported inaccurate results\\. (Sizes .{1,60}below)");

    private final Transcript transcript;
    private final OpenRun run;
    private final IozoneGrid grid = new IozoneGrid(this::reported, this::skipped);
    private final List<Line> rows = new ArrayList<>();
    private final Set<Parameters> taken = new HashSet<>();
    private final List<Reported> reported = new ArrayList<>();
    private Metric metric = IozoneOperation.UNIT_UNKNOWN;
    private Parameters sizes = Parameters.NONE;
    private @Nullable IozoneColumns columns;
    private boolean throughput;
    private boolean complete;
    private boolean repeats;

    /** A number of the report, kept until the table is known to lack it. */
    private record Reported(Parameters printed, Value value, Line line) {}

    IozoneRun(Transcript transcript) {
        this.transcript = transcript;
        this.run = transcript.begin(Iozone.BENCHMARK);
    }

    void read(Line line) {
        String text = line.text();
        IozoneColumns header = IozoneColumns.of(line);
        if (header != null) {
            endTable();
            columns = header;
        } else if (columns != null
                && !text.isBlank()
                && Character.isDigit(text.stripLeading().charAt(0))) {
            tableRow(line);
        } else if (text.contains("iozone test complete.")) {
            complete = true;
            endTable();
        } else if (!grid.read(line)) {
            heading(line);
        }
    }

    private void tableRow(Line line) {
        if (IozoneColumns.isRow(line)) rows.add(line);
        else transcript.skip(line, "a row that is cut or garbled");
    }

    private void endTable() {
        if (columns != null && !rows.isEmpty()) columns.rows(rows).forEach(this::take);
        columns = null;
        rows.clear();
    }

    private void take(IozoneColumns.Row row) {
        for (IozoneColumns.Cell cell : row.cells()) {
            Parameters printed = point(cell.operation(), row.fileKb(), row.recordKb());
            Value value = PrintedNumber.valueIfPositive(cell.printed());
            if (value == null) continue;
            taken.add(printed);
            run.take(metric, printed, value, row.line());
        }
        if (row.trouble() != null) transcript.skip(row.line(), row.trouble());
    }

    private void heading(Line line) {
        String text = line.text();
        Metric unit = IozoneOperation.metric(text);
        if (unit != null) metric = unit;
        Matcher command = COMMAND.matcher(text);
        if (command.find()) run.command(List.of(command.group(1).strip().split("\\s+")));
        Matcher size = SIZES.matcher(text);
        if (size.find()) sizes = Parameters.of("file_kb", size.group(1), "record_kb", size.group(2));
        Matcher timer = POOR_TIMER.matcher(text);
        if (timer.find())
            run.note("IOzone says that the timer's resolution is poor and small transfers may be inaccurate: "
                    + timer.group(1));
        if (text.contains("O_DIRECT feature enabled")) run.note("O_DIRECT");
        if (text.contains("Network distribution mode enabled")) run.note("distributed over the network");
        throughput(line);
    }

    private void throughput(Line line) {
        Matcher workers = WORKERS.matcher(line.text());
        if (!workers.find()) return;
        throughput = true;
        IozoneOperation operation = IozoneOperation.ofWorkers(workers.group(2));
        Value value = PrintedNumber.valueIfPositive(workers.group(3));
        if (operation == null) {
            transcript.skip(line, "a test that Ringside does not know: " + workers.group(2));
        } else if (value == null) {
            transcript.skip(line, "the throughput is not a number");
        } else if (workers.group(4) == null) {
            transcript.skip(line, "the throughput lacks its unit, so digits may be missing");
        } else {
            Metric stated = workers.group(4).equals("ops/sec")
                    ? Metric.higher("throughput", "ops/s")
                    : Metric.higher("throughput", "KB/s");
            run.take(
                    stated,
                    sizes.with(Parameters.of("operation", operation.id, "processes", workers.group(1))),
                    value,
                    line);
        }
    }

    private void reported(IozoneOperation operation, String fileKb, String recordKb, String printed, Line line) {
        Value value = PrintedNumber.valueIfPositive(printed);
        Transcript.requireFew(reported.size());
        if (value != null) reported.add(new Reported(point(operation, fileKb, recordKb), value, line));
    }

    /** A sound report repeats the table; what is wrong in it is worth saying only where it stands in for the table. */
    private void skipped(Line line, String reason) {
        if (taken.isEmpty() && rows.isEmpty()) transcript.skip(line, reason);
    }

    private static Parameters point(IozoneOperation operation, String fileKb, String recordKb) {
        return Parameters.of("operation", operation.id, "file_kb", fileKb, "record_kb", recordKb);
    }

    void finish() {
        endTable();
        grid.finish();
        boolean table = !taken.isEmpty();
        for (Reported number : reported) {
            boolean lacking = table ? number.value() instanceof Value.Measured : true;
            if (taken.contains(number.printed())) repeats = true;
            else if (lacking) run.take(metric, number.printed(), number.value(), number.line());
        }
        if (repeats) run.note("the report below the table repeats it and was not imported a second time");
        if (!complete)
            run.incomplete(
                    run.isEmpty() ? "it ends before the first result" : "it ends before \"iozone test complete.\"");
        if (metric.unit().isEmpty() && !throughput && !run.isEmpty())
            transcript.warn("the output does not say in what unit its numbers are");
    }
}
