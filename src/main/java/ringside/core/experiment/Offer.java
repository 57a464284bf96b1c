package ringside.core.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ringside.core.bench.run.Remembering;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;
import ringside.core.hypervisor.Hypervisors;

/**
 * A platform that could be part of an experiment on a host.
 *
 * @param hindrance why it cannot, in a clause; empty if it can
 */
public record Offer(GuestPlatform platform, Optional<String> hindrance) {
    /** Every platform there is, tried on that host, which takes some seconds. */
    public static List<Offer> of(Hypervisors hypervisors, Target host, AccessQuestions person) {
        return of(hypervisors, host, new Remembering(person));
    }

    /**
     * The same; for each platform the host is gone to anew.
     *
     * @throws ringside.core.RingsideException if it cannot be reached
     */
    public static List<Offer> of(Hypervisors hypervisors, Target host, Remembering questions) {
        hypervisors.shell(host, questions.attempt()).close();
        return Arrays.stream(GuestPlatform.values())
                .map(platform -> new Offer(platform, hypervisors.hindrance(platform, host, questions.attempt())))
                .toList();
    }

    public boolean isPossible() {
        return hindrance.isEmpty();
    }
}
