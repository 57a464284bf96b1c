package ringside.adapter.qemu;

import java.util.List;
import ringside.core.probe.Probe;

/** The probes that ask QEMU's programs. */
public final class QemuProbes {
    private QemuProbes() {}

    public static List<Probe> all() {
        return List.of(
                new TcgProbe(),
                new TranslatedGuest(),
                new KvmProbe(),
                new ImageFormats(),
                new GuestArchitectures(),
                new SecureBoot());
    }
}
