package ringside.core.format;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Value;

/** A number as a C or Fortran program prints it, whatever the user's locale. */
final class PrintedNumber {
    private static final int LONGEST = 60;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eEdD][+-]?+\\d{1,3}+)?+");
    private static final Pattern NOT_FINITE =
            Pattern.compile("[+-]?+(?:nan(?:\\(\\w*+\\))?+|inf(?:inity)?+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT = Pattern.compile("\\d{1,15}+");

    private PrintedNumber() {}

    /** Whether the text is a finite number, complete and alone. */
    static boolean is(String text) {
        return value(text) instanceof Value.Measured;
    }

    /** The number; missing if the text is a nan or an infinity; null if it is no number at all. */
    static @Nullable Value value(String text) {
        if (text.length() > LONGEST) return null;
        if (NOT_FINITE.matcher(text).matches()) return printedAs(text);
        if (!NUMBER.matcher(text).matches()) return null;
        double number = Double.parseDouble(decimalExponent(text));
        return Double.isFinite(number) ? Value.of(number) : printedAs(text);
    }

    /** As {@link #value}, for a tool that prints {@code -1} for what it did not measure. */
    static @Nullable Value valueUnlessMinusOne(String text) {
        Value value = value(text);
        return value instanceof Value.Measured(double number) && number == -1 ? notMeasured(text) : value;
    }

    /** As {@link #value}, for a rate that is 0 or less where it was not measured. */
    static @Nullable Value valueIfPositive(String text) {
        Value value = value(text);
        return value instanceof Value.Measured(double number) && number <= 0 ? notMeasured(text) : value;
    }

    /** Exactly the decimal number of a text that {@linkplain #is is one}, to calculate with before it is rounded. */
    static BigDecimal decimal(String text) {
        return new BigDecimal(decimalExponent(text));
    }

    /** Whether the text is a whole number without sign that fits a long. */
    static boolean isCount(String text) {
        return COUNT.matcher(text).matches();
    }

    /**
     * Whether digits of this number may be missing because the output ends right after it.
     *
     * @param decimals how many digits the tool prints behind the point; 0 where any number of digits can be whole
     */
    static boolean mayBeCut(Line line, String number, int decimals) {
        if (line.ended() || !line.text().endsWith(number)) return false;
        int point = number.indexOf('.');
        return decimals == 0 || point < 0 || number.length() - point - 1 < decimals;
    }

    private static String decimalExponent(String text) {
        return text.replace('D', 'e').replace('d', 'e');
    }

    private static Value printedAs(String text) {
        return Value.missing("printed as " + text);
    }

    private static Value notMeasured(String text) {
        return Value.missing("not measured, printed as " + text);
    }
}
