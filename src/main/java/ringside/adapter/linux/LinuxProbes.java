package ringside.adapter.linux;

import java.util.List;
import ringside.core.probe.Probe;

/** The probes that ask the kernel. */
public final class LinuxProbes {
    private LinuxProbes() {}

    public static List<Probe> all() {
        return List.of(
                new MachineFacts(),
                KvmParameter.NESTED_PAGING,
                KvmParameter.NESTED_VIRTUALIZATION,
                new PageSharing(),
                new HugePages(),
                new PciPassthrough(),
                new VirtualFunctions(),
                new MediatedDevices(),
                new ConfidentialGuests());
    }
}
