package ringside.core.format;

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

/**
 * IOzone's spreadsheet reports without the output around them, as text or as the binary sheet that {@code -b} writes.
 * Neither says in what unit its numbers are.
 */
public final class IozoneReport implements ToolFormat {
    @Override
    public String id() {
        return "iozone-report";
    }

    @Override
    public String title() {
        return "IOzone spreadsheet report";
    }

    @Override
    public boolean recognises(Head head) {
        return Signature.IOZONE_REPORT.names(head);
    }

    @Override
    public OddBytes oddBytes(byte[] output) {
        return Biff2Sheet.isSheet(output) ? OddBytes.EXPECTED : OddBytes.NOTED;
    }

    @Override
    public Reading read(byte[] output, Parameters given) {
        return Biff2Sheet.isSheet(output)
                ? readSheet(Biff2Sheet.of(output), given)
                : read(Content.lines(output), given);
    }

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        var reports = new Reports(new Transcript(given));
        lines.forEach(reports::read);
        return reports.finish();
    }

    private static Reading readSheet(Biff2Sheet sheet, Parameters given) {
        var reports = new Reports(new Transcript(given));
        sheet.lines().forEach(reports::read);
        if (!sheet.isWhole()) reports.incomplete();
        return reports.finish();
    }

    private static final class Reports {
        private static final Pattern LABELLED =
                Pattern.compile("^\\s*\"?\\s*([A-Za-z][A-Za-z -]{2,20}?)\\s*\"?\\s+([\\d.].*)$");
        private static final Pattern RECORD_SIZE = Pattern.compile("Record size = (\\d{1,15}) [kK][bB]ytes");
        private static final String THROUGHPUT = "Throughput report Y-axis";

        private final Transcript transcript;
        private final IozoneGrid grid;
        private final Set<IozoneOperation> titles = new HashSet<>();
        private @Nullable OpenRun run;
        private Metric metric = IozoneOperation.UNIT_UNKNOWN;
        private Parameters size = Parameters.NONE;
        private boolean throughput;

        Reports(Transcript transcript) {
            this.transcript = transcript;
            this.grid = new IozoneGrid(this::take, transcript::skip);
        }

        void read(Line line) {
            IozoneOperation titled = IozoneGrid.titled(line.text());
            // A title that was there before begins the reports of another run.
            if (titled != null && !titles.add(titled)) begin(titled);
            if (line.text().contains(THROUGHPUT)) throughput = true;
            Metric unit = IozoneOperation.metric(line.text());
            if (unit != null) metric = unit;
            Matcher record = RECORD_SIZE.matcher(line.text());
            if (throughput && record.find()) size = Parameters.of("record_kb", record.group(1));
            if (throughput && labelled(line)) return;
            grid.read(line);
        }

        private void begin(IozoneOperation first) {
            grid.finish();
            run = null;
            titles.clear();
            titles.add(first);
        }

        private void take(IozoneOperation operation, String fileKb, String recordKb, String printed, Line line) {
            Value value = PrintedNumber.valueIfPositive(printed);
            Parameters point = Parameters.of("operation", operation.id, "file_kb", fileKb, "record_kb", recordKb);
            if (value != null) run().take(metric, point, value, line);
        }

        private boolean labelled(Line line) {
            Matcher labelled = LABELLED.matcher(line.text());
            IozoneOperation operation = labelled.find() ? IozoneOperation.ofLabel(labelled.group(1)) : null;
            if (operation == null) return false;
            String printed = labelled.group(2).strip();
            Value value = PrintedNumber.valueIfPositive(printed);
            if (value == null)
                transcript.skip(line, "not one number: for which number of processes each is, the report does not say");
            else if (PrintedNumber.mayBeCut(line, printed, 2))
                transcript.skip(line, "the output ends here, so digits may be missing");
            else run().take(metric, size.with("operation", operation.id), value, line);
            return true;
        }

        private OpenRun run() {
            OpenRun open = run;
            if (open == null) run = open = transcript.begin(Iozone.BENCHMARK);
            return open;
        }

        void incomplete() {
            grid.finish();
            run().incomplete("the sheet ends before its end mark");
        }

        Reading finish() {
            grid.finish();
            if (metric.unit().isEmpty() && run != null)
                transcript.warn("the report does not say in what unit its numbers are");
            return transcript.reading();
        }
    }
}
