package ringside.core.host;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a host.
 *
 * @param name its own name for this machine, the name it is reached by for others
 * @param facts such as {@code os}, {@code kernel}, {@code architecture}, {@code cpu}, {@code cpus}, {@code memory},
 *     {@code virtualization}, and a version for each tool that answered ({@code qemu}, {@code libvirt} …)
 */
public record HostFacts(String name, Target target, Map<String, String> facts) {
    public HostFacts {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
