package ringside.core.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The platforms the study and its present successors compare; every other comes after these. */
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

    /** Those that the study has not, by the names that they give themselves. */
    private static final Map<String, String> OTHERS = Map.of(
            "cloud-hypervisor", "Cloud Hypervisor",
            "docker", "Docker",
            "firecracker", "Firecracker",
            "gvisor", "gVisor",
            "libvirt-virtualbox", "libvirt (VirtualBox)",
            "lxd", "LXD",
            "uml", "User-mode Linux",
            "vmware-workstation", "VMware Workstation",
            "xen", "Xen");

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
                .orElse(new Platform(id, OTHERS.getOrDefault(id, id), KNOWN.size()));
    }
}
