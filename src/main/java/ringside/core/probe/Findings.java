package ringside.core.probe;

import java.util.List;
import java.util.Map;

/**
 * What one probe brought home.
 *
 * @param facts about the host, by the names of {@link ringside.core.host.HostFacts}
 */
public record Findings(List<Finding> findings, Map<String, String> facts) {
    public Findings {
        findings = List.copyOf(findings);
        facts = Map.copyOf(facts);
    }

    public Findings(List<Finding> findings) {
        this(findings, Map.of());
    }
}
