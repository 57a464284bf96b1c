package ringside.core.guest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The hardware address of a network card.
 *
 * @param text six bytes in lower case hexadecimal, separated by colons; not a multicast address
 */
public record Mac(String text) {
    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

    public Mac {
        text = text.toLowerCase(Locale.ROOT);
        String given = text;
        Refusal.unless(
                TEXT.matcher(text).matches(),
                "",
                () -> "\"" + Refusal.shown(given) + "\"; allowed are six bytes: 52:54:00:12:34:56");
        Refusal.unless(
                (Integer.parseInt(text.substring(0, 2), 16) & 1) == 0,
                "",
                given + " is a multicast address; allowed are those with an even first byte: 52:54:00:12:34:56");
    }

    public static Mac of(String text) {
        return new Mac(text);
    }

    /** Always the same for one card of one guest, and most likely no other's: QEMU would give all guests one address. */
    public static Mac derived(String guest, int card) {
        UUID hash = UUID.nameUUIDFromBytes((card + " " + guest).getBytes(StandardCharsets.UTF_8));
        long bits = hash.getLeastSignificantBits();
        return new Mac("52:54:00:%02x:%02x:%02x".formatted(bits >> 16 & 0xff, bits >> 8 & 0xff, bits & 0xff));
    }

    /** As VirtualBox wants it: twelve digits. */
    public String digits() {
        return text.replace(":", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
