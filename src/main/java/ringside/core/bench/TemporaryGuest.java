package ringside.core.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A guest that is there only while it is measured: started before a block of its runs and removed after it, so that each
 * block finds a system that has just come up, and of all guests of a machine one at a time.
 *
 * @param image whose system is on its first disk
 * @param description as the file of a guest has it; the session names the guest
 * @param benchmarks of the plan that are measured in it; all of them if empty
 * @param patience until it answers, where that is not as usual
 */
public record TemporaryGuest(String image, String description, Set<String> benchmarks, Optional<Duration> patience) {
    public TemporaryGuest {
        benchmarks = Set.copyOf(benchmarks);
    }

    public TemporaryGuest(String image, String description, Set<String> benchmarks) {
        this(image, description, benchmarks, Optional.empty());
    }

    public boolean isMeasuredBy(String benchmark) {
        return benchmarks.isEmpty() || benchmarks.contains(benchmark);
    }
}
