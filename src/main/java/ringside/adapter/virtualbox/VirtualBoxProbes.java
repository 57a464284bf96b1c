package ringside.adapter.virtualbox;

import java.util.List;
import ringside.core.probe.Probe;

/** The probes that ask VirtualBox. */
public final class VirtualBoxProbes {
    private VirtualBoxProbes() {}

    public static List<Probe> all() {
        return List.of(new VirtualBoxHost(), new VirtualBoxLimits(), new VirtualBoxFormats(), new ExtensionPacks());
    }
}
