package ringside.core.hypervisor;

import java.util.List;
import java.util.Locale;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;

/** The ways to hypervisors. */
public enum Driver {
    QEMU(GuestPlatform.QEMU),
    KVM(GuestPlatform.KVM),
    LIBVIRT(GuestPlatform.LIBVIRT_KVM, GuestPlatform.LIBVIRT_QEMU, GuestPlatform.LIBVIRT_XEN),
    XEN(GuestPlatform.XEN_PVH, GuestPlatform.XEN_HVM, GuestPlatform.XEN_PV),
    VIRTUALBOX(GuestPlatform.VIRTUALBOX);

    private final List<GuestPlatform> platforms;

    Driver(GuestPlatform... platforms) {
        this.platforms = List.of(platforms);
    }

    /** As a command line has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<GuestPlatform> platforms() {
        return platforms;
    }

    public static Driver of(GuestPlatform platform) {
        for (Driver driver : values()) if (driver.platforms.contains(platform)) return driver;
        throw new IllegalStateException(platform.id());
    }

    /** Of those a hypervisor has, the first that the guest is meant for; the first at all if it is for none. */
    public static GuestPlatform meant(Guest guest, List<GuestPlatform> had) {
        return guest.platforms().chosen().stream()
                .filter(had::contains)
                .findFirst()
                .orElse(had.getFirst());
    }
}
