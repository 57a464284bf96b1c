package ringside.ui.kit;

import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Counts, sizes and dates as the screen shows them, in the reader's own locale. */
public final class Amount {
    private static final String[] UNITS = {"", "KiB", "MiB", "GiB", "TiB"};

    private Amount() {}

    public static String count(long number) {
        return NumberFormat.getIntegerInstance().format(number);
    }

    /** {@code 1 sample}, {@code 1,234 samples}. */
    public static String of(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    public static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        String number = unit == 0 || size >= 99.95 ? "%,.0f" : "%.1f";
        String shown = number.formatted(size);
        return unit == 0 ? Texts.of("kit.amount.bytes", shown) : shown + " " + UNITS[unit];
    }

    /** The day; the first moment of a year stands for the year alone, as with a publication of which no more is known. */
    public static String date(Instant time) {
        ZonedDateTime exact = time.atZone(ZoneOffset.UTC);
        if (exact.equals(exact.truncatedTo(ChronoUnit.DAYS)))
            return exact.getDayOfYear() == 1
                    ? Integer.toString(exact.getYear())
                    : exact.toLocalDate().toString();
        return DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT)
                .withZone(ZoneId.systemDefault())
                .format(time);
    }

    public static String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withZone(ZoneId.systemDefault())
                .format(time);
    }

    /** A number that stands in a text as files have it, with the point, the groups and the digits of the reader's country. */
    public static String local(String number) {
        var symbols = DecimalFormatSymbols.getInstance();
        var text = new StringBuilder(number);
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '.') text.setCharAt(at, symbols.getDecimalSeparator());
            else if (letter == ',') text.setCharAt(at, symbols.getGroupingSeparator());
            else if (letter >= '0' && letter <= '9') text.setCharAt(at, (char) (letter - '0' + symbols.getZeroDigit()));
        }
        return text.toString();
    }

    /** A number as it was measured: every digit it has, and no more. */
    public static String measured(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }
}
