package ringside.core.result;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The machine that was measured: a name within its set, and facts such as {@code cpu}, {@code memory}, {@code kernel}. */
public record Environment(String name, Map<String, String> facts) {
    /** The fact that says by what a machine is emulated, where the whole of it is: nothing measured in it is hardware's speed. */
    public static final String EMULATED = "emulated";

    /** What has to be said beside every number that was measured in a machine that is {@link #isEmulated}. */
    public static final String EMULATED_CAVEAT =
            "inside an emulated machine: shows that everything works and how much work each hypervisor adds, not the speed"
                    + " of hardware";

    public static final Environment UNKNOWN = new Environment("not stated", Map.of());

    public Environment {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    public boolean isEmulated() {
        return facts.containsKey(EMULATED);
    }
}
