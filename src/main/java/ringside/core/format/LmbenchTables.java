package ringside.core.format;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

/** Reads what LMbench's programs print: results on lines of their own and tables, whole or in snippets. */
final class LmbenchTables {
    private static final Metric CREATED = Metric.higher("File system create", "files/s");
    private static final Metric DELETED = Metric.higher("File system delete", "files/s");
    private static final Pattern FILES =
            Pattern.compile("^(\\d{1,9}k)\\s+(\\S{1,40})\\s+(\\S{1,40})\\s+(\\S{1,40})\\s*$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Transcript transcript;
    private final Runs runs;
    private final boolean inResults;
    private @Nullable LmbenchBlock block;
    private @Nullable OpenRun blockRun;
    private boolean files;
    private boolean unknown;
    private int rows;
    private String loads = LmbenchBlock.LOAD_LATENCY;

    /** Where results go. */
    interface Runs {
        /** The run for a line's result. */
        OpenRun scalar();

        /** The run for a table that begins, and what is known of it besides. */
        OpenRun table(LmbenchBlock block);

        Parameters known(String benchmark);
    }

    /** @param inResults whether the text is a whole results file, where every name and title is LMbench's */
    LmbenchTables(Transcript transcript, Runs runs, boolean inResults) {
        this.transcript = transcript;
        this.runs = runs;
        this.inResults = inResults;
    }

    /** Reads a line; false if it is nothing of LMbench's. */
    boolean read(Line line) {
        String text = line.text();
        if (text.isBlank()) {
            finish();
            return true;
        }
        if (title(line)) return true;
        LmbenchScalar scalar = LmbenchScalar.of(text);
        if (scalar != null && (inResults || scalar.isKnown())) {
            take(line, scalar);
            return true;
        }
        if (files) return fileSystem(line);
        LmbenchBlock open = block;
        return open != null ? row(line, open) : unknown && Character.isDigit(text.charAt(0));
    }

    /** The next loads are of {@code lat_mem_rd -t}, which takes them in random order. */
    void expectRandomLoads(boolean random) {
        loads = random ? LmbenchBlock.RANDOM_LATENCY : LmbenchBlock.LOAD_LATENCY;
    }

    /** Ends the table at hand. */
    void finish() {
        LmbenchBlock open = block;
        if (open != null && rows == 0) {
            transcript.skip(open.header(), "a title without rows");
            if (blockRun != null && blockRun.isEmpty()) blockRun.incomplete("a title without rows");
        }
        block = null;
        blockRun = null;
        files = false;
        unknown = false;
    }

    private boolean title(Line line) {
        String text = line.text().strip();
        if (text.equals(LmbenchBlock.LOAD_LATENCY) || text.equals(LmbenchBlock.RANDOM_LATENCY)) {
            finish();
            loads = text;
            return true;
        }
        LmbenchBlock titled = LmbenchBlock.titled(line, loads);
        boolean fileTitle = text.equals("\"File system latency");
        boolean unknownTitle = titled == null && !fileTitle && inResults && text.startsWith("\"") && text.length() > 1;
        if (titled == null && !fileTitle && !unknownTitle) return false;
        finish();
        files = fileTitle;
        unknown = unknownTitle;
        rows = 0;
        if (titled != null) {
            block = titled;
            blockRun = runs.table(titled);
        } else if (unknownTitle) {
            transcript.skip(line, "a table that Ringside does not know");
        }
        return true;
    }

    private void take(Line line, LmbenchScalar scalar) {
        Value value = scalar.value();
        if (value == null) transcript.skip(line, "the result is not a number");
        else if (scalar.decimals() > 0 && PrintedNumber.mayBeCut(line, scalar.printed(), scalar.decimals()))
            transcript.skip(line, "the output ends here, so digits may be missing");
        else runs.scalar().take(scalar.metric(), scalar.parameters(), value, line);
    }

    private boolean row(Line line, LmbenchBlock open) {
        String text = line.text().strip();
        if (!Character.isDigit(text.charAt(0))) return false;
        List<String> words = List.of(BLANKS.split(text, 5));
        boolean unit = words.size() == 3 && words.get(2).equals("MB/sec");
        Parameters first = words.size() == 2 || unit ? open.first().of(words.get(0)) : null;
        Value value = first == null ? null : PrintedNumber.valueUnlessMinusOne(words.get(1));
        OpenRun run = blockRun;
        if (first == null || value == null || run == null) {
            transcript.skip(
                    line,
                    "not a sound row of the table at line " + open.header().number());
        } else if (PrintedNumber.mayBeCut(line, words.get(1), open.decimalsOf(words.get(1)))) {
            transcript.skip(line, "the output ends here, so digits may be missing");
        } else {
            rows++;
            Parameters known = runs.known(open.benchmark());
            run.take(open.metric(), known.with(open.fixed()).with(first), value, line);
        }
        return true;
    }

    /** Size, files made, and two rates; the title calls them a latency. */
    private boolean fileSystem(Line line) {
        var row = FILES.matcher(line.text());
        if (!row.find()) return false;
        Parameters size = Parameters.of("file_size", row.group(1));
        rate(line, CREATED, size, row.group(3));
        rate(line, DELETED, size, row.group(4));
        return true;
    }

    private void rate(Line line, Metric metric, Parameters size, String printed) {
        Value value = PrintedNumber.valueUnlessMinusOne(printed);
        if (value == null) transcript.skip(line, "the " + metric.name() + " rate is not a number");
        else if (PrintedNumber.mayBeCut(line, printed, 0))
            transcript.skip(line, "the output ends here, so digits may be missing");
        else runs.scalar().take(metric, size, value, line);
    }
}
