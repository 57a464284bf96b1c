package ringside.core.format;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

/**
 * Cachebench of LLCbench (Mucci, University of Tennessee). To a terminal it prints titled tables. To a file it prints
 * two bare columns, which anything may have printed: they are read only when asked for, and then the operation has to
 * be stated.
 */
public final class CacheBench implements ToolFormat {
    @Override
    public String id() {
        return "cachebench";
    }

    @Override
    public String title() {
        return "Cachebench (LLCbench)";
    }

    @Override
    public boolean recognises(Head head) {
        return Signature.CACHEBENCH.names(head);
    }

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        var transcript = new Transcript(given);
        if (lines.stream().anyMatch(line -> Terminal.TITLE.matcher(line.text()).find())) {
            var terminal = new Terminal(transcript);
            lines.forEach(terminal::read);
            terminal.finish();
        } else {
            var file = new TwoColumns(transcript);
            lines.forEach(file::read);
        }
        return transcript.reading();
    }

    private static final Metric BANDWIDTH = Metric.higher("bandwidth", "MB/s");

    /** Titled tables: size, nanoseconds per reference, MB/s, ratio to the row before. */
    private static final class Terminal {
        static final Pattern TITLE = Pattern.compile("^\\s*(Tuned )?(?:Calibrated )?"
                + "(?:Memory (Set|Copy) Library|(double|float|int|char) (Read|Write|RMW)) Cache Test\\s*$");
        private static final Pattern ROW =
                Pattern.compile("^\\s*(\\d{1,15})\\s+(\\S{1,60})\\s+(\\S{1,60})\\s+(\\S{1,60})\\s*$");
        private static final Pattern BROKEN_ROW = Pattern.compile("^\\s*\\d{1,15}\\s+[-+.\\dni]");

        private final Transcript transcript;
        private @Nullable OpenRun run;
        private @Nullable Line title;
        private Parameters test = Parameters.NONE;
        private final Set<Parameters> tests = new HashSet<>();
        private boolean header;
        private int rows;

        Terminal(Transcript transcript) {
            this.transcript = transcript;
        }

        void read(Line line) {
            Matcher titled = TITLE.matcher(line.text());
            if (titled.find()) {
                closeTest();
                title = line;
                test = test(titled);
                if (!tests.add(test)) begin();
            } else if (title != null && line.text().contains("C Size")) {
                header = true;
            } else if (header) {
                row(line);
            }
        }

        /** The data type is double unless the program was built otherwise, and only then part of the point. */
        private static Parameters test(Matcher titled) {
            String tuned = titled.group(1) == null ? "" : "hand-";
            if (titled.group(2) != null)
                return Parameters.of("operation", titled.group(2).equals("Set") ? "memset" : "memcpy");
            Parameters test = Parameters.of("operation", tuned + titled.group(4).toLowerCase(Locale.ROOT));
            return titled.group(3).equals("double") ? test : test.with("type", titled.group(3));
        }

        private void row(Line line) {
            Matcher row = ROW.matcher(line.text());
            if (row.find() && PrintedNumber.value(row.group(2)) != null && PrintedNumber.value(row.group(3)) != null) {
                rows++;
                Value value = PrintedNumber.value(row.group(3));
                if (value != null) run().take(BANDWIDTH, test.with("vector_bytes", row.group(1)), value, line);
            } else if (BROKEN_ROW.matcher(line.text()).find()) {
                transcript.skip(line, "a row that is cut or garbled");
                if (!line.ended()) run().incomplete("it ends within a row");
            }
        }

        private OpenRun run() {
            OpenRun open = run;
            if (open == null) run = open = transcript.begin("cachebench");
            return open;
        }

        /** The same test once more is another run of the program. */
        private void begin() {
            run = null;
            tests.clear();
            tests.add(test);
        }

        private void closeTest() {
            if (title != null && rows == 0) {
                transcript.skip(title, "a test without results");
                run().incomplete("a test without results");
            }
            header = false;
            title = null;
            rows = 0;
        }

        void finish() {
            closeTest();
        }
    }

    /** Bytes of the working set and MB/s, without a word. Sizes that begin anew are another run. */
    private static final class TwoColumns {
        private static final Pattern ROW = Pattern.compile("^\\s*(\\d{1,15})[ \\t]+(\\S{1,60})\\s*$");

        private final Transcript transcript;
        private final boolean stated;
        private @Nullable OpenRun run;
        private long size;

        TwoColumns(Transcript transcript) {
            this.transcript = transcript;
            this.stated = transcript.given().get("operation") != null;
        }

        void read(Line line) {
            Matcher row = ROW.matcher(line.text());
            if (!row.find()) return;
            Value value = PrintedNumber.value(row.group(2));
            if (value == null) transcript.skip(line, "not a size and a number");
            else if (!stated)
                transcript.skip(
                        line,
                        "two bare columns: if cachebench printed them, state the operation, as in --param operation=read");
            else if (PrintedNumber.mayBeCut(line, row.group(2), 6))
                transcript.skip(line, "the output ends here, so digits may be missing");
            else take(line, Long.parseLong(row.group(1)), value);
        }

        private void take(Line line, long bytes, Value value) {
            OpenRun open = run;
            if (open != null && bytes < size)
                transcript.warn(("the sizes begin again at line %s: this is read as another run,"
                                + " but a file of several operations looks the same")
                        .formatted(line.number()));
            if (open == null || bytes < size) run = open = transcript.begin("cachebench");
            size = bytes;
            open.take(BANDWIDTH, Parameters.of("vector_bytes", bytes), value, line);
        }
    }
}
