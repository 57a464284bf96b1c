package ringside.core.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ringside.core.feature.Probed;
import ringside.core.host.HostFacts;

/**
 * What one host said at one time.
 *
 * @param probed one for each question of each probe, sorted by feature and platform
 * @param troubles the probes that could not ask
 */
public record ProbeReport(HostFacts host, Instant time, Duration took, List<Probed> probed, List<Trouble> troubles) {
    public ProbeReport {
        probed = List.copyOf(probed);
        troubles = List.copyOf(troubles);
    }

    /**
     * A probe that could not ask.
     *
     * @param probe its id
     * @param problem what kept it from asking
     * @param remedy what a person can do about it
     */
    public record Trouble(String probe, String command, String problem, String remedy) {}
}
