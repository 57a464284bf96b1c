package ringside.core.digitise;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A value and how far it may be off, in its own unit. */
public record Uncertain(double value, double uncertainty) {
    /** The value with two digits that the uncertainty no longer supports, so that rounding costs nothing. */
    public double rounded() {
        return round(value, uncertainty / 50);
    }

    /** {@code 1234.5}: as {@link #rounded}, without exponents. */
    public String text() {
        return plain(rounded());
    }

    /** The uncertainty with two digits, rounded up. */
    public String uncertaintyText() {
        if (uncertainty == 0) return "0";
        var exact = BigDecimal.valueOf(uncertainty);
        return exact.setScale(1 - exponent(exact), RoundingMode.UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    /** To a power of ten that is not above the step. */
    private static double round(double value, double step) {
        if (!(step > 1e-300) || value == 0) return value;
        int scale = -(int) Math.floor(Math.log10(step));
        return new BigDecimal(value)
                .setScale(Math.min(300, scale), RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
