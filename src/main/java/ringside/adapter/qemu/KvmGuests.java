package ringside.adapter.qemu;

import java.util.Optional;
import ringside.core.host.Shell;
import ringside.core.probe.Findings;
import ringside.core.probe.Unanswered;

/** Whether KVM runs guests on a host, tried with one of ours. */
public final class KvmGuests {
    private KvmGuests() {}

    /** Why none runs, in a clause; empty if one ran, or where it cannot be tried and nothing stands against it. */
    public static Optional<String> hindrance(Shell host) {
        try {
            Findings findings = new KvmProbe().ask(host);
            boolean runs = KvmProbe.RUNNING.contains(findings.facts().getOrDefault("kvm", ""));
            return runs
                    ? Optional.empty()
                    : Optional.of(findings.findings().getFirst().answer());
        } catch (Unanswered why) {
            return Optional.of(why.problem());
        }
    }
}
