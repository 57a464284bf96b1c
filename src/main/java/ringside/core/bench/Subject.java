package ringside.core.bench;

import java.util.Map;
import java.util.Optional;
import ringside.core.host.Target;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;

/**
 * What is measured: a platform as it is set up, and the way to it.
 *
 * @param target itself, or the host that runs its guest
 * @param machine the physical machine it shares with other subjects; of these one at a time is measured
 * @param guest that has to be started first, where the target is its host
 */
public record Subject(Configuration configuration, Target target, String machine, Optional<TemporaryGuest> guest) {
    public Subject(Configuration configuration, Target target, String machine) {
        this(configuration, target, machine, Optional.empty());
    }

    /** A machine without a guest: its files lie on file systems of its own, which the figures call a native disk. */
    public static Subject host(String label, Target target, String machine) {
        var settings = Map.of(Machine.DISK, "native");
        return new Subject(new Configuration("host", label, Map.of(), settings, Environment.UNKNOWN), target, machine);
    }

    /** Whether it is measured with a benchmark of the plan. */
    public boolean isMeasuredBy(String benchmark) {
        return guest.isEmpty() || guest.get().isMeasuredBy(benchmark);
    }
}
