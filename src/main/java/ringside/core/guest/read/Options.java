package ringside.core.guest.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The value of a QEMU option such as {@code virtio-blk-pci,drive=d0,bootindex=1}: a leading word and settings, in which
 * {@code ,,} is a comma. It notes which settings were asked for.
 */
public final class Options {
    /** {@code value} is "on" for a setting without one; {@code bare} tells that it had none. */
    public record Setting(String key, String value, boolean bare) {}

    private final String head;
    private final List<Setting> settings;
    private final Set<Setting> asked = new LinkedHashSet<>();

    private Options(String head, List<Setting> settings) {
        this.head = head;
        this.settings = settings;
    }

    /** @param first the key that the leading word may also be written with, as {@code driver} in {@code -device} */
    public static Options parse(String value, String first) {
        List<Setting> settings = new ArrayList<>();
        for (String part : split(value)) if (!part.isEmpty()) settings.add(setting(part));
        String head = "";
        if (!settings.isEmpty() && settings.getFirst().bare())
            head = settings.removeFirst().key();
        else
            for (Setting setting : List.copyOf(settings))
                if (setting.key().equals(first)) {
                    head = setting.value();
                    settings.remove(setting);
                }
        return new Options(head, settings);
    }

    private static Setting setting(String part) {
        int equals = part.indexOf('=');
        if (equals >= 0) return new Setting(part.substring(0, equals), part.substring(equals + 1), false);
        return new Setting(part, "on", true);
    }

    /** The parts between single commas, with doubled ones made single. */
    public static List<String> split(String value) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' && value.startsWith(",", i + 1)) {
                part.append(c);
                i++;
            } else if (c == ',') {
                parts.add(part.toString());
                part.setLength(0);
            } else part.append(c);
        }
        parts.add(part.toString());
        return parts;
    }

    /** The leading word; empty if there is none. */
    public String head() {
        return head;
    }

    /** The last value of the key, as QEMU takes it. */
    public Optional<String> take(String key) {
        Optional<String> value = Optional.empty();
        for (Setting setting : settings)
            if (setting.key().equals(key)) {
                asked.add(setting);
                value = Optional.of(setting.value());
            }
        return value;
    }

    /** Every value of a key that may come more than once. */
    public List<String> takeAll(String key) {
        List<String> values = new ArrayList<>();
        for (Setting setting : settings)
            if (setting.key().equals(key)) {
                asked.add(setting);
                values.add(setting.value());
            }
        return values;
    }

    /** All settings in their order; none of them counts as asked for. */
    public List<Setting> settings() {
        return List.copyOf(settings);
    }

    public void settle() {
        asked.addAll(settings);
    }

    /** Settings that nobody asked for, as written. */
    public List<String> leftovers() {
        return settings.stream()
                .filter(setting -> !asked.contains(setting))
                .map(setting -> setting.bare() ? setting.key() : setting.key() + "=" + setting.value())
                .toList();
    }
}
