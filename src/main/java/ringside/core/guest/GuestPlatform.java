package ringside.core.guest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A platform a guest can be written for; ids as in {@link ringside.core.platform.Platforms}. */
public enum GuestPlatform {
    QEMU,
    KVM,
    XEN_PV,
    XEN_HVM,
    XEN_PVH,
    LIBVIRT_QEMU,
    LIBVIRT_KVM,
    LIBVIRT_XEN,
    VIRTUALBOX;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<GuestPlatform> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
