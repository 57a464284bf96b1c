package ringside.adapter.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a figure shows them: digits in groups of three, and sizes in the units that people say. */
final class Numbers {
    /** As SI asks, so that no reader takes it for a decimal sign. */
    private static final char GROUP = '\u00a0';

    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private Numbers() {}

    /** For a tick of an axis with this step: all ticks have the same decimals. */
    static String tick(double number, double step) {
        double value = Math.abs(number) < Math.abs(step) * 1e-9 ? 0 : number;
        double magnitude = Math.max(Math.abs(value), Math.abs(step));
        if (magnitude >= 1e10 || magnitude > 0 && magnitude < 1e-4) return scientific(value, 3);
        int decimals = Math.max(0, -(int) Math.floor(Math.log10(Math.abs(step)) + 1e-9));
        BigDecimal exact = BigDecimal.valueOf(step).stripTrailingZeros();
        decimals = Math.min(6, Math.max(decimals, Math.min(exact.scale(), decimals + 1)));
        return grouped(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** As it was printed if that was short, else rounded to five digits: a table is for exact reading. */
    static String cell(double value) {
        return decimals(value, BigDecimal.valueOf(value).stripTrailingZeros().precision() <= 6 ? 6 : 5);
    }

    /** A number of bytes: {@code 4 KiB}. */
    static String size(double bytes) {
        double rest = bytes;
        int unit = 0;
        while (Math.abs(rest) >= 1024 && unit < SIZES.length - 1) {
            rest /= 1024;
            unit++;
        }
        return shortest(rest) + GROUP + SIZES[unit];
    }

    /** At most three digits, none of them needless; more only before the decimal sign. */
    static String shortest(double value) {
        return decimals(value, 3);
    }

    private static String decimals(double value, int digits) {
        if (value == 0) return "0";
        double magnitude = Math.abs(value);
        if (magnitude >= 1e10 || magnitude < 1e-4) return scientific(value, digits);
        int decimals = Math.max(0, digits - 1 - (int) Math.floor(Math.log10(magnitude)));
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return grouped(rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros());
    }

    private static String scientific(double value, int digits) {
        if (value == 0) return "0";
        BigDecimal rounded =
                BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    private static String grouped(BigDecimal number) {
        String plain = (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        int start = plain.startsWith("-") ? 1 : 0;
        if (end - start < 5) return minus(plain);
        var text = new StringBuilder(plain);
        for (int at = end - 3; at > start; at -= 3) text.insert(at, GROUP);
        return minus(text.toString());
    }

    private static String minus(String text) {
        return text.startsWith("-") ? "\u2212" + text.substring(1) : text;
    }
}
