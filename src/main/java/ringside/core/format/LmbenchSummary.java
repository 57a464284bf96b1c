package ringside.core.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.format.LmbenchSummaryTable.Cell;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.result.Value;

/**
 * The tables that {@code make see} makes of results files: one line per run of a host. Columns are where the dashes
 * are, for the field of the operating system holds a blank and any cell may be empty. The numbers are squeezed into
 * four to eight characters: {@code 71.} is 71, {@code 11.2K} is 11200.
 */
final class LmbenchSummary {
    private static final Pattern RULE = Pattern.compile("^-{9,}\\s*$");
    private static final Pattern COLUMNS = Pattern.compile("^-{9} -{10,13}(?: {1,4}-{2,23}){1,20}\\s*$");
    private static final Pattern DASHES = Pattern.compile("-+");
    private static final Pattern SQUEEZED =
            Pattern.compile("(\\d{1,9}\\.?\\d{0,9})([KM]?)|\\d\\.?\\d{0,6}e[+-]\\d{1,3}");

    private final Transcript transcript;
    private final Map<Of, OpenRun> runs = new LinkedHashMap<>();
    private final Set<Host> switchesOf = new HashSet<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private @Nullable LmbenchSummaryTable table;
    private List<int[]> columns = List.of();
    private List<String> heads = new ArrayList<>();
    private List<Cell> cells = List.of();

    /** A host's first, second ... line of a table: one for each of its results files. */
    private record Host(String name, int occurrence) {}

    private record Of(String benchmark, Host host) {}

    LmbenchSummary(Transcript transcript) {
        this.transcript = transcript;
    }

    void read(Line line) {
        String text = line.text();
        LmbenchSummaryTable titled = LmbenchSummaryTable.titled(text);
        if (titled != null) {
            table = titled;
            columns = List.of();
            heads = new ArrayList<>();
            seen.clear();
        } else if (table != null && text.isBlank()) {
            finish();
        } else if (table != null && COLUMNS.matcher(text).matches()) {
            columns(line, table);
        } else if (table != null && !columns.isEmpty()) {
            row(line, table);
        } else if (table != null && !RULE.matcher(text).matches() && heads.size() < 8) {
            heads.add(text);
        }
    }

    void finish() {
        table = null;
    }

    private void columns(Line line, LmbenchSummaryTable of) {
        columns = new ArrayList<>();
        Matcher dashes = DASHES.matcher(line.text());
        int start = 0;
        while (dashes.find()) {
            columns.add(new int[] {start, dashes.end()});
            start = dashes.end();
        }
        cells = of.cells(heads, columns.size() - 2);
        if (cells.isEmpty()) {
            transcript.skip(line, "the columns of this table are not those that Ringside knows");
            finish();
        }
    }

    private void row(Line line, LmbenchSummaryTable of) {
        String name = cell(line, 0);
        if (name.isEmpty() || line.text().length() <= columns.get(1)[0]) return;
        var host = new Host(name, seen.merge(name, 1, Integer::sum));
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            String printed = cell(line, i + 2);
            if (!cell.isResult() || printed.isEmpty()) continue;
            if (crosses(line.text(), columns.get(i + 2)))
                transcript.skip(line, "\"" + printed + "\" does not stand within its column");
            else take(line, of, host, cell, printed, i + 2);
        }
    }

    private void take(Line line, LmbenchSummaryTable of, Host host, Cell cell, String printed, int column) {
        if (cell.benchmark().equals(LmbenchBlock.CONTEXT_SWITCH)) {
            if (of == LmbenchSummaryTable.SWITCHES) switchesOf.add(host);
            else if (switchesOf.contains(host)) return; // the same number stands in the table of context switches
        }
        Value value = value(printed);
        if (value == null) transcript.skip(line, "\"" + printed + "\" is not a number");
        else if (PrintedNumber.mayBeCut(line, printed, 0) && line.text().length() < columns.get(column)[1])
            transcript.skip(line, "the output ends here, so digits may be missing");
        else run(cell.benchmark(), host).take(cell.metric(), cell.parameters(), value, line);
    }

    private OpenRun run(String benchmark, Host host) {
        return runs.computeIfAbsent(new Of(benchmark, host), key -> {
            OpenRun run = transcript.begin(benchmark);
            run.host(host.name());
            run.note("from LMbench's summary tables, which keep only the first digits");
            return run;
        });
    }

    private String cell(Line line, int column) {
        int[] range = columns.get(column);
        String text = line.text();
        return range[0] >= text.length()
                ? ""
                : text.substring(range[0], Math.min(range[1], text.length())).strip();
    }

    /** Whether the text goes on beyond the column, so that only a part of a number stands in it. */
    private static boolean crosses(String text, int[] column) {
        return goesOn(text, column[0]) || goesOn(text, column[1]);
    }

    private static boolean goesOn(String text, int edge) {
        return edge > 0 && edge < text.length() && text.charAt(edge - 1) != ' ' && text.charAt(edge) != ' ';
    }

    private static @Nullable Value value(String printed) {
        if (printed.equals("-")) return Value.missing("not measured, printed as -");
        Matcher squeezed = SQUEEZED.matcher(printed);
        if (!squeezed.matches()) return null;
        String scale = squeezed.group(2);
        if (scale == null || scale.isEmpty()) return PrintedNumber.value(printed);
        var factor = new BigDecimal(scale.equals("K") ? 1_000 : 1_000_000);
        return Value.of(
                PrintedNumber.decimal(squeezed.group(1)).multiply(factor).doubleValue());
    }
}
