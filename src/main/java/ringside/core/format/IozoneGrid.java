package ringside.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The reports that IOzone prints for a spreadsheet: a title, a row of record sizes, and a row of rates for each file
 * size. A spreadsheet may have taken the quotes away and put tabs, commas or semicolons between the cells.
 */
final class IozoneGrid {
    private static final Pattern TITLE =
            Pattern.compile("^[\\s\"]{0,40}([A-Za-z][A-Za-z -]{2,20}) [Rr]eport[\\s\",;]*$");
    private static final Pattern OTHER_TITLE = Pattern.compile("^[\\s\"]{0,40}[A-Za-z].{0,80}\\b[Rr]eport\\b");
    private static final Pattern BLANK = Pattern.compile("[\\s\",;]*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Cells cells;
    private final BiConsumer<Line, String> skipped;
    private @Nullable IozoneOperation operation;
    private @Nullable Line title;
    private boolean inReport;
    private List<String> recordSizes = List.of();
    private int rows;

    /** Takes the numbers of the grid. */
    interface Cells {
        void take(IozoneOperation operation, String fileKb, String recordKb, String printed, Line line);
    }

    IozoneGrid(Cells cells, BiConsumer<Line, String> skipped) {
        this.cells = cells;
        this.skipped = skipped;
    }

    /** What the report is of that a line is the title of; null if it is none. */
    static @Nullable IozoneOperation titled(String text) {
        if (!text.contains("eport")) return null;
        Matcher title = TITLE.matcher(text);
        return title.matches() ? IozoneOperation.ofReport(title.group(1).strip()) : null;
    }

    /** Reads a line; false if it is no part of a report. */
    boolean read(Line line) {
        String text = line.text();
        IozoneOperation titled = titled(text);
        if (titled != null) {
            finish();
            operation = titled;
            title = line;
            inReport = true;
            recordSizes = List.of();
            return true;
        }
        if (text.contains("eport") && OTHER_TITLE.matcher(text).find()) {
            finish();
            inReport = true;
            return true;
        }
        if (BLANK.matcher(text).matches()) return endIfBegun();
        IozoneOperation of = operation;
        if (of != null) row(line, of);
        return inReport;
    }

    private boolean endIfBegun() {
        if (operation == null || !recordSizes.isEmpty()) finish();
        return false;
    }

    /** Ends the report at hand. */
    void finish() {
        if (title != null && rows == 0) skipped.accept(title, "a report without numbers");
        operation = null;
        title = null;
        inReport = false;
        rows = 0;
    }

    private void row(Line line, IozoneOperation of) {
        boolean separated = line.text().chars().anyMatch(c -> c == '\t' || c == ',' || c == ';');
        List<String> fields = separated ? separated(line.text()) : blanks(line.text());
        if (recordSizes.isEmpty()) {
            List<String> sizes = separated && fields.getFirst().isEmpty() ? fields.subList(1, fields.size()) : fields;
            if (sizes.stream().allMatch(size -> size.isEmpty() || PrintedNumber.isCount(size))) recordSizes = sizes;
            else skipped.accept(line, "not a row of record sizes");
        } else if (PrintedNumber.isCount(fields.getFirst())) {
            rates(line, of, fields);
        } else {
            skipped.accept(line, "not a row of the report");
        }
    }

    private void rates(Line line, IozoneOperation of, List<String> fields) {
        List<String> rates = fields.subList(1, fields.size());
        List<String> sizes = sizesOver(rates);
        if (sizes == null) {
            skipped.accept(
                    line,
                    rates.size() > recordSizes.size()
                            ? "more numbers than record sizes"
                            : "its numbers do not stand under the record sizes");
            return;
        }
        rows++;
        for (int i = 0; i < rates.size(); i++) rate(line, of, fields.getFirst(), sizes.get(i), rates.get(i));
    }

    /**
     * The record size of each rate; null if that is not certain. A spreadsheet that made a cell of every blank shifts
     * the sizes against the rates; where neither has a gap, they then belong together in their order.
     */
    private @Nullable List<String> sizesOver(List<String> rates) {
        if (standUnder(recordSizes, rates)) return recordSizes;
        List<String> sizes = recordSizes.stream().dropWhile(String::isEmpty).toList();
        boolean gaps = sizes.contains("") || rates.contains("");
        return !gaps && standUnder(sizes, rates) ? sizes : null;
    }

    private static boolean standUnder(List<String> sizes, List<String> rates) {
        if (rates.size() > sizes.size()) return false;
        return IntStream.range(0, rates.size())
                .allMatch(i -> rates.get(i).isEmpty() || !sizes.get(i).isEmpty());
    }

    private void rate(Line line, IozoneOperation of, String fileKb, String recordKb, String printed) {
        if (printed.isEmpty()) return;
        if (PrintedNumber.value(printed) == null)
            skipped.accept(line, "\"" + shortened(printed) + "\" is not a number");
        else if (PrintedNumber.is(printed) && IozoneColumns.isTooLong(printed))
            skipped.accept(line, "\"" + shortened(printed) + "\" is too large to be one number");
        else if (PrintedNumber.mayBeCut(line, printed, 0))
            skipped.accept(line, "the output ends here, so digits may be missing");
        else cells.take(of, fileKb, recordKb, printed, line);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private static List<String> separated(String text) {
        char separator = text.indexOf('\t') >= 0 ? '\t' : text.indexOf(';') >= 0 ? ';' : ',';
        var fields = new ArrayList<String>();
        for (String field : text.split(String.valueOf(separator), -1)) fields.add(unquoted(field));
        while (fields.size() > 1 && fields.getLast().isEmpty()) fields.removeLast();
        return fields;
    }

    private static List<String> blanks(String text) {
        return BLANKS.splitAsStream(text.strip()).map(IozoneGrid::unquoted).toList();
    }

    private static String unquoted(String field) {
        return field.replace("\"", "").strip();
    }
}
