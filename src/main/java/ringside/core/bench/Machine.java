package ringside.core.bench;

import java.util.Map;

/**
 * What sizes a sweep on one host.
 *
 * @param cores that it may use
 * @param memory bytes
 * @param architecture as {@code uname -m} says it
 * @param facts more of it, as {@link ringside.core.host.HostFacts} and result sets name them
 */
public record Machine(int cores, long memory, String architecture, Map<String, String> facts) {
    public Machine {
        if (cores < 1) throw new IllegalArgumentException("a machine has cores, not " + cores);
        if (memory < 1) throw new IllegalArgumentException("a machine has memory, not " + memory + " bytes");
        facts = Map.copyOf(facts);
    }
}
