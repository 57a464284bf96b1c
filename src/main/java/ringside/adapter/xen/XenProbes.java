package ringside.adapter.xen;

import java.util.List;
import ringside.core.probe.Probe;

/** The probes that ask Xen. */
public final class XenProbes {
    private XenProbes() {}

    public static List<Probe> all() {
        return List.of(new XenProbe());
    }
}
