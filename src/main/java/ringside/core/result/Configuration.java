package ringside.core.result;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One subject of a comparison: a platform as it was set up.
 *
 * @param platform an id such as {@code kvm} or {@code xen-pv}; free text is kept as it is
 * @param label what tells it from the set's other configurations
 * @param versions program → version
 * @param settings guest settings, name → value
 */
public record Configuration(
        String platform,
        String label,
        Map<String, String> versions,
        Map<String, String> settings,
        Environment environment) {
    public Configuration {
        if (platform.isBlank()) throw new IllegalArgumentException("a configuration needs its platform");
        if (label.isBlank()) throw new IllegalArgumentException("a configuration needs a label");
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    public static Configuration of(String platform, String label) {
        return new Configuration(platform, label, Map.of(), Map.of(), Environment.UNKNOWN);
    }
}
