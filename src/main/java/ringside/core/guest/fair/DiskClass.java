package ringside.core.guest.fair;

import java.util.List;
import java.util.stream.Collectors;
import ringside.core.guest.Disk;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Words;

final class DiskClass implements Check {
    @Override
    public String title() {
        return "Kind of disk";
    }

    @Override
    public String value(Subject subject) {
        return subject.guest().disks().stream()
                .map(disk -> kind(disk.bus(), subject))
                .collect(Collectors.joining(", "));
    }

    private static String kind(Disk.Bus bus, Subject subject) {
        boolean hardware = bus == Disk.Bus.SATA || bus == Disk.Bus.IDE;
        boolean noHardware = subject.platform() == GuestPlatform.XEN_PV || subject.platform() == GuestPlatform.XEN_PVH;
        if (subject.isXen() && (!hardware || noHardware)) return "paravirtual (xvd)";
        if (subject.isVirtualBox() && bus.isParavirtual()) return "paravirtual (virtio-scsi)";
        return bus.isParavirtual() ? "paravirtual (" + Words.of(bus) + ")" : "emulated (" + Words.of(bus) + ")";
    }

    @Override
    public List<String> bends() {
        return Benchmarks.DISK;
    }

    @Override
    public String why() {
        return "A paravirtual disk and an imitated one are different things to measure: compare like with like, and print the kind beside the figure.";
    }
}
