package ringside.core.guest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PCI device of the host.
 *
 * @param domain 0 to 0xffff
 * @param bus 0 to 0xff
 * @param slot 0 to 0x1f
 * @param function 0 to 7
 */
public record PciAddress(int domain, int bus, int slot, int function) {
    private static final Pattern TEXT =
            Pattern.compile("(?:([0-9a-f]{4}):)?([0-9a-f]{2}):([01][0-9a-f])\\.([0-7])", Pattern.CASE_INSENSITIVE);

    public PciAddress {
        Refusal.within("", domain, 0, 0xffff, "(PCI domain)");
        Refusal.within("", bus, 0, 0xff, "(PCI bus)");
        Refusal.within("", slot, 0, 0x1f, "(PCI slot)");
        Refusal.within("", function, 0, 7, "(PCI function)");
    }

    /** @param text as {@code lspci -D} prints it; without a domain it is 0000 */
    public static PciAddress of(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches())
            throw new Refusal("", "\"" + Refusal.shown(text) + "\"; allowed are PCI addresses: 0000:65:00.0");
        String domain = found.group(1);
        return new PciAddress(
                domain == null ? 0 : Integer.parseInt(domain, 16),
                Integer.parseInt(found.group(2), 16),
                Integer.parseInt(found.group(3), 16),
                Integer.parseInt(found.group(4)));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04x:%02x:%02x.%d", domain, bus, slot, function);
    }
}
