package ringside.core.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as LMbench takes them ({@code 8m}, binary) and as its bandwidth tables print them ({@code 8.39}, decimal MB). */
final class LmbenchSize {
    private static final Pattern ARGUMENT = Pattern.compile("(\\d{1,12})([kKmM]?)");
    private static final BigDecimal MEGA = BigDecimal.valueOf(1_000_000);
    private static final long MEBI = 1 << 20;

    private LmbenchSize() {}

    /** The bytes of an argument of a program; nothing where it is a shell variable. */
    static OptionalLong ofArgument(String text) {
        Matcher argument = ARGUMENT.matcher(text);
        if (!argument.matches()) return OptionalLong.empty();
        long unit = switch (argument.group(2)) {
            case "k", "K" -> 1024;
            case "m", "M" -> MEBI;
            default -> 1;
        };
        return OptionalLong.of(Long.parseLong(argument.group(1)) * unit);
    }

    /**
     * The bytes of a printed size. Below 1 MB all digits are there. From there on two decimals are left, and the size
     * meant is a power of two or else a whole number of MiB if one is printed like this; otherwise the printed number
     * is taken at its word.
     */
    static Optional<Long> ofPrinted(String text) {
        if (!PrintedNumber.is(text)) return Optional.empty();
        BigDecimal bytes = PrintedNumber.decimal(text).multiply(MEGA);
        if (bytes.signum() <= 0 || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 4)) > 0) return Optional.empty();
        long plain = bytes.setScale(0, RoundingMode.HALF_UP).longValue();
        if (plain < 1_000_000) return Optional.of(plain);
        long below = Long.highestOneBit(plain);
        long whole = (plain + MEBI / 2) / MEBI * MEBI;
        for (long meant : new long[] {below, 2 * below, whole})
            if (printed(meant).equals(text)) return Optional.of(meant);
        return Optional.of(plain);
    }

    /** Whether a program that was given this many bytes prints this text as their size. */
    static boolean isPrinted(long bytes, String text) {
        return printed(bytes).equals(text);
    }

    private static String printed(long bytes) {
        double mega = bytes / 1e6;
        return String.format(Locale.ROOT, mega < 1 ? "%.6f" : "%.2f", mega);
    }
}
