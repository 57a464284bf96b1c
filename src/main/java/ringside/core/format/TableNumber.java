package ringside.core.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.core.result.Value;

/**
 * A number in a field of somebody's table. Of comma and point, that which is not the decimal sign may part groups of three
 * digits, as spaces and apostrophes may. Where nobody says which is the decimal sign, a field counts if it reads as one
 * number only: {@code 1,5} and {@code 1.234,5} do, {@code 1,234} does not.
 */
final class TableNumber {
    private static final Parting SPACES = new Parting(" \\u00a0\\u2009\\u202f'\\u2019");
    private static final Parting POINTS = new Parting(".");
    private static final Parting COMMAS = new Parting(",");
    private static final int LONGEST = 60;

    /** The field reads as two different numbers. */
    static final class Ambiguous extends Exception {
        private static final long serialVersionUID = 1L;

        Ambiguous(double point, double comma) {
            super("may be " + SampleRow.number(point) + " or " + SampleRow.number(comma));
        }
    }

    private TableNumber() {}

    /** Empty if it is no number. */
    static Optional<Double> of(String field, Mapping.Decimal decimal) throws Ambiguous {
        Optional<Double> point = decimal == Mapping.Decimal.COMMA ? Optional.empty() : withPoint(field);
        Optional<Double> comma = decimal == Mapping.Decimal.POINT ? Optional.empty() : withComma(field);
        if (point.isPresent() && comma.isPresent() && !point.equals(comma))
            throw new Ambiguous(point.get(), comma.get());
        return point.or(() -> comma);
    }

    static Optional<Double> withPoint(String field) {
        return bare(field).flatMap(COMMAS::removed).flatMap(TableNumber::number);
    }

    static Optional<Double> withComma(String field) {
        return bare(field)
                .flatMap(POINTS::removed)
                .map(text -> text.replace(',', '.'))
                .flatMap(TableNumber::number);
    }

    private static Optional<String> bare(String field) {
        String text = field.strip();
        if (text.length() > LONGEST) return Optional.empty();
        if (text.endsWith("%")) text = text.substring(0, text.length() - 1).strip();
        return SPACES.removed(text);
    }

    private static Optional<Double> number(String text) {
        return PrintedNumber.value(text) instanceof Value.Measured(double number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** Signs that may part groups of three digits. */
    private record Parting(Pattern sign, Pattern groups) {
        Parting(String signs) {
            this(
                    Pattern.compile("[" + signs + "]"),
                    Pattern.compile("([+-]?[1-9]\\d{0,2}(?:[%1$s]\\d{3})++)(?!\\d)([^%1$s]*+)".formatted(signs)));
        }

        /** Empty if they stand where they part none. */
        Optional<String> removed(String text) {
            if (!sign.matcher(text).find()) return Optional.of(text);
            Matcher parted = groups.matcher(text);
            return parted.matches()
                    ? Optional.of(sign.matcher(parted.group(1)).replaceAll("") + parted.group(2))
                    : Optional.empty();
        }
    }
}
