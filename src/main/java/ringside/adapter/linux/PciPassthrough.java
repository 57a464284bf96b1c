package ringside.adapter.linux;

import java.util.List;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** PCI devices can be handed to a guest where an IOMMU keeps them apart: the kernel then lists its groups. */
final class PciPassthrough implements Probe {
    private static final String GROUPS = "/sys/kernel/iommu_groups";
    private static final String DRIVERS = "/sys/bus/pci/drivers";

    @Override
    public String id() {
        return "pci-passthrough";
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question("pci-passthrough", "kvm"), new Question("pci-passthrough", "qemu"));
    }

    @Override
    public Findings ask(Shell host) {
        var sys = new Sys(host);
        int groups = sys.list(GROUPS).size();
        String answer = groups == 0
                ? "there is no IOMMU group: the machine has no IOMMU, or it is off in the firmware or the kernel"
                : groups + " IOMMU groups; the driver vfio-pci is "
                        + (sys.list(DRIVERS).contains("vfio-pci") ? "loaded" : "not loaded now");
        String command = Sys.listing(GROUPS).line();
        return new Findings(questions().stream()
                .map(question -> Finding.of(groups > 0, question, command, answer))
                .toList());
    }
}
