package ringside.core.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

/**
 * The T/V rows of one output of Linpack. A row counts once its residual lines have followed it: one that was never
 * checked is left out, unless the tool says that it was told not to check.
 */
final class HplRows {
    static final Metric PERFORMANCE = Metric.higher("performance", "Gflop/s");

    private static final Pattern VARIANT = Pattern.compile("W[A-Z]{0,2}\\d[!-~]{0,40}");
    private static final Pattern PER_GPU = Pattern.compile("\\([^()]{0,60}\\)?\\s*$");
    private static final Pattern RESIDUAL = Pattern.compile("=\\s*+(\\S{1,60})\\s*+\\.{3,20}\\s*+(PASSED|FAILED)\\b");
    private static final Pattern UNCHECKED = Pattern.compile("^\\s*(\\d{1,9}) tests completed without checking");
    private static final Pattern FINISHED = Pattern.compile("^Finished\\s+(\\d{1,9}) tests with the following results");

    private final Transcript transcript;
    private final Supplier<OpenRun> run;
    private final List<Optional<Row>> waiting = new ArrayList<>(); // empty for a row that is no sound one
    private final List<Check> checks = new ArrayList<>();
    private final List<Row> unchecked = new ArrayList<>();
    private boolean inTable;
    private boolean checkingOff;
    private int rows;

    /** A row as printed: the variant, and N, NB, P, Q, seconds and Gflops. */
    private record Row(Line line, String variant, List<String> numbers) {
        String printed(int column) {
            return numbers.get(column);
        }
    }

    /** A residual line. HPL 1.0 prints three for a row, which is as good as the worst. */
    private record Check(String residual, boolean passed) {
        Check worse(Check other) {
            if (!PrintedNumber.is(residual)) return this;
            if (!PrintedNumber.is(other.residual)) return other;
            boolean larger = PrintedNumber.decimal(residual).compareTo(PrintedNumber.decimal(other.residual)) >= 0;
            return larger ? this : other;
        }
    }

    /** @param run where the rows go, asked for at the first of them */
    HplRows(Transcript transcript, Supplier<OpenRun> run) {
        this.transcript = transcript;
        this.run = run;
    }

    /** How many T/V rows there were, sound or not. */
    int rows() {
        return rows;
    }

    static boolean isHeader(Line line) {
        String text = line.text();
        return text.contains("T/V") && text.contains("NB") && text.contains("Gflops") && !text.contains(":");
    }

    void read(Line line) {
        String text = line.text();
        if (isHeader(line)) {
            settle();
            inTable = true;
        } else if (text.contains("||Ax-b||_oo")) {
            residual(text);
        } else if (inTable && text.stripLeading().startsWith("W")) {
            row(line);
        } else {
            end(line);
        }
    }

    private void end(Line line) {
        Matcher off = UNCHECKED.matcher(line.text());
        if (off.find()) checkingOff = Integer.parseInt(off.group(1)) > 0;
        Matcher finished = FINISHED.matcher(line.text());
        if (finished.find() && Integer.parseInt(finished.group(1)) != rows)
            transcript.warn("line %s says that %s tests finished, and %s rows are there"
                    .formatted(line.number(), finished.group(1), rows));
    }

    private void row(Line line) {
        String text = PER_GPU.matcher(line.text()).replaceFirst("").strip();
        if (!VARIANT.matcher(text).lookingAt()) return;
        if (!checks.isEmpty()) settle();
        Transcript.requireFew(++rows);
        Row row = row(line, List.of(text.split("\\s+")));
        if (row == null) transcript.skip(line, "a T/V row that is cut or garbled");
        waiting.add(Optional.ofNullable(row));
    }

    /** The six numbers are read from the right: some vendors' variants contain a blank. */
    private static @Nullable Row row(Line line, List<String> words) {
        int variant = words.size() - 6;
        if (variant < 1 || variant > 3) return null;
        List<String> numbers = words.subList(variant, words.size());
        boolean sound = numbers.subList(0, 4).stream().allMatch(PrintedNumber::isCount)
                && PrintedNumber.is(numbers.get(4))
                && PrintedNumber.value(numbers.get(5)) != null;
        return sound ? new Row(line, String.join(" ", words.subList(0, variant)), numbers) : null;
    }

    private void residual(String text) {
        Matcher check = RESIDUAL.matcher(text);
        if (check.find()) checks.add(new Check(check.group(1), check.group(2).equals("PASSED")));
    }

    /**
     * Gives the rows so far their residuals. Mostly it is one row; the outputs of two processes run into one another
     * give two rows and then two residuals. Where the numbers do not match, the residuals are the last row's.
     */
    private void settle() {
        int each = waiting.isEmpty() ? 0 : checks.size() / waiting.size();
        boolean match = each > 0 && checks.size() == each * waiting.size();
        for (int i = 0; i < waiting.size(); i++) {
            boolean last = i == waiting.size() - 1;
            List<Check> own = match ? checks.subList(i * each, (i + 1) * each) : last ? checks : List.of();
            waiting.get(i).ifPresent(row -> settle(row, own));
        }
        waiting.clear();
        checks.clear();
    }

    private void settle(Row row, List<Check> own) {
        Check worst = own.stream().reduce(Check::worse).orElse(null);
        if (worst == null) unchecked.add(row);
        else
            take(
                    row,
                    Parameters.of(
                            "residual", worst.residual(), "passed", own.stream().allMatch(Check::passed)));
    }

    /** To be called when the output is at its end. */
    void finish() {
        settle();
        for (Row row : unchecked) {
            if (checkingOff) take(row, Parameters.NONE);
            else transcript.skip(row.line(), "the row was never checked: no residual line follows it");
        }
        if (checkingOff && !unchecked.isEmpty())
            run.get().note("run without residual checks, so nothing says whether the results are right");
    }

    private void take(Row row, Parameters check) {
        Parameters printed = point(transcript.given(), row.printed(0), row.printed(1), row.printed(2), row.printed(3))
                .with(Parameters.of("variant", row.variant(), "time_s", row.printed(4)))
                .with(check);
        Value value = PrintedNumber.valueIfPositive(row.printed(5));
        if (value != null) run.get().take(PERFORMANCE, printed, value, row.line());
    }

    /** The problem and its process grid; the cores are those of the grid unless the caller states others. */
    static Parameters point(Parameters given, String n, String nb, String p, String q) {
        String cores = given.get("cores");
        return Parameters.of(
                "n",
                n,
                "nb",
                nb,
                "p",
                p,
                "q",
                q,
                "cores",
                cores == null ? new BigDecimal(p).multiply(new BigDecimal(q)) : cores);
    }
}
