package ringside.adapter.libvirt;

import java.util.List;
import ringside.core.probe.Probe;

/** The probes that ask libvirt. */
public final class LibvirtProbes {
    private LibvirtProbes() {}

    public static List<Probe> all() {
        return List.of(new LibvirtProbe());
    }
}
