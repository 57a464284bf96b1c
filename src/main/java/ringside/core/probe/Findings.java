package ringside.core.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one probe brought home.
 *
 * @param facts about the host, by the names of {@link ringside.core.host.HostFacts}
 * @param absent platforms that the host does not have at all: none of their cells is there
 * @param trouble what it could not ask all the same
 */
public record Findings(
        List<Finding> findings, Map<String, String> facts, Optional<Absence> absent, Optional<Unanswered> trouble) {

    /**
     * @param platforms their ids
     * @param command what was asked
     * @param answer what shows that they are not there
     */
    public record Absence(List<String> platforms, String command, String answer) {
        public Absence {
            platforms = List.copyOf(platforms);
        }
    }

    public Findings {
        findings = List.copyOf(findings);
        facts = Map.copyOf(facts);
    }

    public Findings(List<Finding> findings, Map<String, String> facts) {
        this(findings, facts, Optional.empty(), Optional.empty());
    }

    public Findings(List<Finding> findings) {
        this(findings, Map.of());
    }

    public static Findings none(Absence absent) {
        return new Findings(List.of(), Map.of(), Optional.of(absent), Optional.empty());
    }

    public Findings troubledBy(Unanswered why) {
        return new Findings(findings, facts, absent, Optional.of(why));
    }
}
