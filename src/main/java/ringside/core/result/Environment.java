package ringside.core.result;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The machine that was measured: a name within its set, and facts such as {@code cpu}, {@code memory}, {@code kernel}. */
public record Environment(String name, Map<String, String> facts) {
    public static final Environment UNKNOWN = new Environment("not stated", Map.of());

    public Environment {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
