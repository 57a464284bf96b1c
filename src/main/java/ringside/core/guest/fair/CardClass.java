package ringside.core.guest.fair;

import java.util.List;
import java.util.stream.Collectors;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Nic;
import ringside.core.guest.Words;

final class CardClass implements Check {
    @Override
    public String title() {
        return "Kind of network card";
    }

    @Override
    public String value(Subject subject) {
        return subject.guest().nics().stream()
                .map(nic -> kind(nic.model(), subject))
                .collect(Collectors.joining(", "));
    }

    private static String kind(Nic.Model model, Subject subject) {
        boolean noHardware = subject.platform() == GuestPlatform.XEN_PV || subject.platform() == GuestPlatform.XEN_PVH;
        if (subject.isXen() && (model == Nic.Model.VIRTIO || noHardware)) return "paravirtual (Xen's)";
        if (model == Nic.Model.VIRTIO) return "paravirtual (virtio)";
        if (model == Nic.Model.VMXNET3)
            return subject.isVirtualBox() ? "paravirtual (virtio)" : "paravirtual (vmxnet3)";
        return "emulated (" + Words.of(model) + ")";
    }

    @Override
    public List<String> bends() {
        return Benchmarks.NETWORK;
    }

    @Override
    public String why() {
        return "A paravirtual card and an imitated one are different things to measure.";
    }
}
