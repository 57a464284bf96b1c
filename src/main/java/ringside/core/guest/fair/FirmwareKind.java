package ringside.core.guest.fair;

import java.util.List;
import ringside.core.guest.Firmware;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Platforms.XenType;

final class FirmwareKind implements Check {
    @Override
    public String title() {
        return "Firmware";
    }

    @Override
    public String value(Subject subject) {
        boolean bare = subject.platform() == GuestPlatform.XEN_PV
                || subject.platform() == GuestPlatform.XEN_PVH
                || subject.platform() == GuestPlatform.LIBVIRT_XEN
                        && subject.guest().platforms().libvirtXen() != XenType.HVM;
        if (bare) return "none";
        if (!(subject.guest().machine().firmware() instanceof Firmware.Uefi uefi)) return "BIOS";
        return uefi.secureBoot() && !subject.isXen() ? "UEFI with Secure Boot" : "UEFI";
    }

    @Override
    public List<String> bends() {
        return Benchmarks.CPU;
    }

    @Override
    public String why() {
        return "It changes how long a guest takes to start, and SMM costs interrupts; PV and PVH guests have none.";
    }
}
