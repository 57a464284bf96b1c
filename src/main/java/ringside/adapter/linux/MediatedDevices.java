package ringside.adapter.linux;

import java.util.List;
import ringside.core.host.Command;
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
    public List<Command> first() {
        return List.of(Sys.listing(BUS));
    }

    @Override
    public Findings ask(Shell host) {
        List<String> devices = new Sys(host).list(BUS);
        String answer = devices.isEmpty()
                ? "no device offers mediated ones"
                : "mediated devices from " + String.join(", ", devices);
        return new Findings(List.of(Finding.offeredIf(
                        !devices.isEmpty(),
                        questions().getFirst(),
                        Sys.listing(BUS).line(),
                        answer)
                .restingOn(Question.KVM_RUNS_GUESTS)));
    }
}
