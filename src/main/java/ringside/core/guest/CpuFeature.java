package ringside.core.guest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CPU feature that is added to the model or taken from it.
 *
 * @param name as QEMU and libvirt call it: {@code aes}, {@code avx512f}
 * @param wanted whether the guest is to have it
 */
public record CpuFeature(String name, boolean wanted) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern TEXT = Pattern.compile("([+-])(.*)", Pattern.DOTALL);

    public CpuFeature {
        Refusal.unless(
                NAME.matcher(name).matches(),
                "",
                "\"" + Refusal.shown(name) + "\"; allowed are QEMU's feature names in lower case: aes, avx512f");
    }

    public static CpuFeature of(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches())
            throw new Refusal("", "\"" + Refusal.shown(text) + "\"; allowed are +NAME and -NAME: +aes, -avx512f");
        return new CpuFeature(found.group(2), found.group(1).equals("+"));
    }

    @Override
    public String toString() {
        return (wanted ? "+" : "-") + name;
    }
}
