package ringside.core.bench.run;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Where on a measured host files are made, and how long one that is lost is waited for.
 *
 * @param base folder that scratch folders are made in where the plan names none; not in memory, as {@code /tmp} may be
 * @param lock file that is locked on the host of a subject while its machine is measured
 * @param waits before each attempt to reach a lost host again
 */
record Ground(String base, IntFunction<String> lock, List<Duration> waits) {
    /** Another file to lock, for tests beside which others measure. */
    private static final String LOCK = "ringside.machine.lock";

    static final Ground USUAL = new Ground(
            "/var/tmp",
            subject -> System.getProperty(LOCK, "/var/tmp/ringside.lock"),
            List.of(1, 2, 5, 10, 20, 30, 60, 60).stream()
                    .map(Duration::ofSeconds)
                    .toList());

    Ground {
        waits = List.copyOf(waits);
    }

    /** The folder of a session on a host: programs that were compiled, and a folder for each run. */
    String folder(Session session) {
        String chosen = session.plan().directory();
        return (chosen.isEmpty() ? base : chosen) + "/ringside-" + session.id();
    }
}
