package ringside.adapter.qemu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.core.guest.read.Options;
import ringside.core.json.Json;

/** QEMU's two ways to write the settings of one option, as a list and as JSON. */
final class QemuText {
    private QemuText() {}

    static String escape(String value) {
        return value.replace(",", ",,");
    }

    static String setting(Options.Setting setting) {
        return setting.bare() ? setting.key() : setting.key() + "=" + escape(setting.value());
    }

    /** The leading word, if any, and the settings whose keys are not among those left out. */
    static String join(String head, List<Options.Setting> settings, String... without) {
        var parts = new ArrayList<String>();
        if (!head.isEmpty()) parts.add(escape(head));
        for (Options.Setting setting : settings)
            if (!List.of(without).contains(setting.key())) parts.add(setting(setting));
        return String.join(",", parts);
    }

    /**
     * The same settings as a list, the one with the key first in front.
     *
     * @return empty if it is JSON that has no equal as a list
     */
    static Optional<String> flat(String value, String first) {
        if (!value.startsWith("{")) return Optional.of(value);
        try {
            Map<String, Object> settings = Json.object(value);
            Object head = settings.remove(first);
            if (head == null || settings.values().stream().anyMatch(each -> each instanceof Map))
                return Optional.empty();
            return Optional.of(escape(head.toString())
                    + settings.entrySet().stream()
                            .map(each -> values(each.getKey(), each.getValue()))
                            .collect(Collectors.joining()));
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    private static String values(String key, Object value) {
        if (value instanceof List<?> list)
            return list.stream().map(each -> values(key, each)).collect(Collectors.joining());
        String word = value instanceof Boolean on ? on ? "on" : "off" : String.valueOf(value);
        return "," + key + "=" + escape(word);
    }
}
