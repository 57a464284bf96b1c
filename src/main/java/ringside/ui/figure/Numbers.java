package ringside.ui.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import ringside.ui.kit.Amount;

/** Numbers beside a chart, written as the chart writes them: grouped by thin gaps, four significant digits. */
final class Numbers {
    private static final int DIGITS = 4;
    private static final MathContext PRECISION = new MathContext(13);
    private static final char GROUP = '\u00a0';
    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Numbers() {}

    static String shown(double value) {
        if (!Double.isFinite(value)) return "";
        if (value == 0) return "0";
        double size = Math.abs(value);
        if (size < 1e-4 || size >= 1e12) return Amount.local(String.format(Locale.ROOT, "%.3e", value));
        if (value == Math.rint(value)) return grouped(BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP));
        int decimals = Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(size)));
        // without the noise of binary fractions; and 0.5 was measured as 0.5: no zeros are added to what it says
        var exact = BigDecimal.valueOf(value).round(PRECISION).stripTrailingZeros();
        return grouped(exact.scale() <= decimals ? exact : exact.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A place on an axis with its unit; sizes in the units that people say, where nothing is lost by it. */
    static String place(double value, String unit) {
        double bytes = value * bytesIn(unit);
        if (value == 0 && bytesIn(unit) > 0) return "0 B";
        if (bytes == 0 || bytes != Math.rint(bytes)) return shown(value) + (unit.isEmpty() ? "" : " " + unit);
        int step = 0;
        while (bytes >= 1024 && bytes % 1024 == 0 && step < SIZES.length - 1) {
            bytes /= 1024;
            step++;
        }
        return shown(bytes) + " " + SIZES[step];
    }

    private static double bytesIn(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "b", "byte", "bytes" -> 1;
            case "kb", "kib", "k" -> 1024;
            case "mb", "mib" -> 1024 * 1024;
            default -> 0;
        };
    }

    private static String grouped(BigDecimal number) {
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        int start = plain.startsWith("-") ? 1 : 0;
        var text = new StringBuilder(plain);
        if (end - start > 4) for (int at = end - 3; at > start; at -= 3) text.insert(at, GROUP);
        return Amount.local(start == 1 ? "\u2212" + text.substring(1) : text.toString());
    }
}
