package ringside.core.platform;

import java.util.Comparator;
import java.util.List;

/** The platforms the study and its present successors compare; every other id is shown as it is, after these. */
public final class Platforms {
    private static final List<Platform> KNOWN = List.of(
            new Platform("host", "Host", 0),
            new Platform("qemu", "QEMU (TCG)", 1),
            new Platform("kvm", "KVM", 2),
            new Platform("xen-pv", "Xen PV", 3),
            new Platform("xen-hvm", "Xen HVM", 4),
            new Platform("xen-pvh", "Xen PVH", 5),
            new Platform("libvirt-qemu", "libvirt (QEMU)", 6),
            new Platform("libvirt-kvm", "libvirt (KVM)", 7),
            new Platform("libvirt-xen", "libvirt (Xen)", 8),
            new Platform("virtualbox", "VirtualBox", 9));

    /** Platform ids in the order of lists and legends. */
    public static final Comparator<String> ORDER =
            Comparator.comparingInt((String id) -> of(id).order()).thenComparing(Comparator.naturalOrder());

    private Platforms() {}

    public static List<Platform> known() {
        return KNOWN;
    }

    public static Platform of(String id) {
        return KNOWN.stream()
                .filter(platform -> platform.id().equals(id))
                .findFirst()
                .orElse(new Platform(id, id, KNOWN.size()));
    }
}
