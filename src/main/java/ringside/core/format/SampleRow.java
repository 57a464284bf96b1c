package ringside.core.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Better;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** A sample as a row of CSV: the columns that {@code samples --csv} writes and {@code import} reads. */
public final class SampleRow {
    public static final List<String> HEADER = List.of(
            "set",
            "platform",
            "configuration",
            "benchmark",
            "metric",
            "unit",
            "better",
            "value",
            "failure",
            "repetition",
            "parameters");

    private static final int MOST_REMEMBERED = 200_000;
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = new double[EXACT_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= EXACT_DIGITS; i++) POWERS[i] = POWERS[i - 1] * 10;
    }

    private static final Pattern NO_NUMBER = Pattern.compile("(?i)[-+]?(?:nan|inf|infinity)");
    private static final Pattern JAVA_ONLY = Pattern.compile("[dDfFxX]$|0[xX]");

    private SampleRow() {}

    /** The fields in the order of {@link #HEADER}. */
    public static String[] fields(String set, Run run, Sample sample) {
        return new String[] {
            set,
            run.configuration().platform(),
            run.configuration().label(),
            run.benchmark(),
            sample.metric().name(),
            sample.metric().unit(),
            sample.metric().better().word(),
            sample.value() instanceof Value.Measured(double number) ? number(number) : "",
            sample.value() instanceof Value.Missing(String reason) ? reason : "",
            Integer.toString(sample.repetition()),
            sample.parameters().toString()
        };
    }

    /** The same for a table that people open: see {@link SheetText}. */
    public static String[] sheet(String set, Run run, Sample sample) {
        return Arrays.stream(fields(set, run, sample)).map(SheetText::safe).toArray(String[]::new);
    }

    /** The shortest decimal that reads back as the same number; without a needless {@code .0}. */
    public static String number(double value) {
        boolean negativeZero = value == 0 && 1 / value < 0;
        if (value == Math.rint(value) && Math.abs(value) < 1e15 && !negativeZero) return Long.toString((long) value);
        return Double.toString(value);
    }

    /** Reads rows. Equal metrics and parameters come out as the same objects, since a file repeats few of them often. */
    public static final class Reader {
        private final Map<String, Parameters> parameters = new HashMap<>();
        private final Map<Metric, Metric> metrics = new HashMap<>();
        private @Nullable Metric latest;

        /** @throws IllegalArgumentException saying which field is wrong, and how */
        public Sample sample(
                String metric,
                String unit,
                String better,
                String value,
                String failure,
                String repetition,
                String parameterText,
                int line) {
            return new Sample(
                    metric(metric, unit, better),
                    parameters(parameterText),
                    repetition(repetition),
                    value(value, failure),
                    line);
        }

        private Metric metric(String name, String unit, String better) {
            Metric known = latest;
            if (known != null
                    && known.name().equals(name)
                    && known.unit().equals(unit)
                    && known.better().word().equals(better)) return known;
            return latest = metrics.computeIfAbsent(new Metric(name, unit, Better.of(better)), m -> m);
        }

        private Parameters parameters(String text) {
            Parameters known = parameters.get(text);
            if (known != null) return known;
            if (parameters.size() >= MOST_REMEMBERED) parameters.clear();
            Parameters read = Parameters.parse(text);
            parameters.put(text, read);
            return read;
        }

        private static int repetition(String text) {
            if (text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '9') return text.charAt(0) - '0';
            try {
                int number = Integer.parseInt(text);
                if (number >= 1) return number;
            } catch (NumberFormatException notWhole) {
                // said below
            }
            throw new IllegalArgumentException("repetition is a whole number from 1, not \"" + text + "\"");
        }

        private static Value value(String value, String failure) {
            if (value.isEmpty())
                return Value.missing(failure.isBlank() ? "the file has no value and no reason" : failure);
            if (!failure.isEmpty()) throw new IllegalArgumentException("a row has a value or a failure, not both");
            double number = decimal(value);
            return Double.isFinite(number) ? new Value.Measured(number) : Value.missing("the file says " + value);
        }

        /**
         * A plain decimal of up to 15 digits is a whole number over a power of ten, both exact as doubles, and one
         * exact division rounds it as the language does: the same result, several times as fast.
         */
        private static double decimal(String text) {
            long whole = 0;
            int digits = 0;
            int decimals = -1;
            int from = text.charAt(0) == '-' ? 1 : 0;
            for (int i = from; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= '0' && c <= '9') {
                    whole = whole * 10 + (c - '0');
                    if (++digits > EXACT_DIGITS) return anyNumber(text);
                    if (decimals >= 0) decimals++;
                } else if (c == '.' && decimals < 0) {
                    decimals = 0;
                } else {
                    return anyNumber(text);
                }
            }
            if (digits == 0) return anyNumber(text);
            double number = decimals > 0 ? whole / POWERS[decimals] : whole;
            return from == 1 ? -number : number;
        }

        private static double anyNumber(String text) {
            if (NO_NUMBER.matcher(text).matches()) return Double.NaN;
            try {
                // Java would also take "1d" and "0x1p3", which no tool prints as a number
                if (JAVA_ONLY.matcher(text).find()) throw new NumberFormatException();
                return Double.parseDouble(text);
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("value is a number, not \"" + text + "\"", notANumber);
            }
        }
    }
}
