package ringside.adapter.linux;

import java.util.List;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** Devices whose driver can split them into mediated ones for guests. */
final class MediatedDevices implements Probe {
    private static final String BUS = "/sys/class/mdev_bus";

    @Override
    public String id() {
        return "mediated-devices";
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question("vgpu", "kvm"));
    }

    @Override
    public Findings ask(Shell host) {
        List<String> devices = new Sys(host).list(BUS);
        return new Findings(List.of(Finding.of(
                !devices.isEmpty(),
                questions().getFirst(),
                Sys.listing(BUS).line(),
                devices.isEmpty()
                        ? "no device offers mediated ones"
                        : "mediated devices from " + String.join(", ", devices))));
    }
}
