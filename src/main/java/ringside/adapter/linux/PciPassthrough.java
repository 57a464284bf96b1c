package ringside.adapter.linux;

import java.util.List;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/**
 * PCI devices can be handed to a guest where an IOMMU keeps them apart: the kernel then lists its groups. One that is with
 * vfio-pci has been taken from the host for that.
 */
final class PciPassthrough implements Probe {
    private static final String GROUPS = "/sys/kernel/iommu_groups";
    private static final String VFIO = "/sys/bus/pci/drivers/vfio-pci";

    @Override
    public String id() {
        return "pci-passthrough";
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question("pci-passthrough", "kvm"), new Question("pci-passthrough", "qemu"));
    }

    @Override
    public List<Command> first() {
        return List.of(Sys.listing(GROUPS), Sys.listing(VFIO));
    }

    @Override
    public Findings ask(Shell host) {
        var sys = new Sys(host);
        int groups = sys.list(GROUPS).size();
        List<String> taken = sys.list(VFIO).stream()
                .filter(name -> name.matches("[0-9a-f]{4,}:.*"))
                .toList();
        Finding qemu = finding(new Question("pci-passthrough", "qemu"), groups, taken);
        return new Findings(List.of(
                qemu.restingOn(Question.QEMU_ANSWERS),
                new Finding(new Question("pci-passthrough", "kvm"), qemu.verdict(), qemu.command(), qemu.answer())
                        .restingOn(Question.KVM_RUNS_GUESTS)));
    }

    private static Finding finding(Question question, int groups, List<String> taken) {
        String command = Sys.listing(GROUPS).line();
        if (groups == 0)
            return Finding.notHere(
                    question,
                    command,
                    "there is no IOMMU group: the machine has no IOMMU, or it is off in the firmware or the kernel");
        return taken.isEmpty()
                ? Finding.offered(
                        question, command, groups + " IOMMU groups; no device is with the driver vfio-pci now")
                : Finding.verified(
                        question,
                        Sys.listing(VFIO).line(),
                        groups + " IOMMU groups; with the driver vfio-pci: " + String.join(", ", taken));
    }
}
