package ringside.core.guest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or disk, in whole MiB (2^20 bytes).
 *
 * @param mib at least 1
 */
public record Size(long mib) implements Comparable<Size> {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,12})\\s*([MGT]iB)");
    private static final long TIB = 1024 * 1024;

    public Size {
        Refusal.within("", mib, 1, 1024 * TIB, "MiB");
    }

    public static Size ofMib(long mib) {
        return new Size(mib);
    }

    public static Size ofGib(long gib) {
        return new Size(gib * 1024);
    }

    /** @param text a number and its unit: {@code 512 MiB}, {@code 2 GiB}, {@code 1 TiB} */
    public static Size of(String text) {
        Matcher found = TEXT.matcher(text.strip());
        if (!found.matches())
            throw new Refusal("", "\"" + Refusal.shown(text) + "\"; allowed is a size with its unit: 512 MiB, 2 GiB");
        long count = Long.parseLong(found.group(1));
        if (count == 0) throw new Refusal("", "\"" + text.strip() + "\"; allowed is a size above 0: 512 MiB, 2 GiB");
        return switch (found.group(2)) {
            case "MiB" -> new Size(count);
            case "GiB" -> new Size(count * 1024);
            default -> new Size(count * TIB);
        };
    }

    public long bytes() {
        return mib * 1024 * 1024;
    }

    @Override
    public int compareTo(Size other) {
        return Long.compare(mib, other.mib);
    }

    @Override
    public String toString() {
        if (mib % TIB == 0) return mib / TIB + " TiB";
        return mib % 1024 == 0 ? mib / 1024 + " GiB" : mib + " MiB";
    }
}
