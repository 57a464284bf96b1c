package ringside.core.guest;

import java.util.List;

/** The platforms the guest is meant for, and what has to be chosen on single ones. */
public record Platforms(
        @Key(
                says =
                        "qemu (emulated), kvm, libvirt-qemu, libvirt-kvm, libvirt-xen, xen-pv, xen-hvm, xen-pvh, virtualbox",
                or = "kvm, libvirt-kvm, xen-pvh, virtualbox")
        List<GuestPlatform> chosen,

        @Key(says = "what libvirt makes of it on Xen: pv, hvm or pvh", or = "hvm")
        XenType libvirtXen,

        @Key(says = "VirtualBox's release, whose commands differ: 7.0, 7.1 or 7.2", or = "7.2")
        VirtualBoxRelease virtualbox) {
    /** How Xen runs a guest: paravirtual, on an emulated machine, or paravirtual in hardware. */
    public enum XenType {
        PV,
        HVM,
        PVH
    }

    public enum VirtualBoxRelease implements Words {
        V7_0,
        V7_1,
        V7_2;

        @Override
        public String word() {
            return name().substring(1).replace('_', '.');
        }
    }

    public Platforms {
        chosen = List.copyOf(chosen);
        Refusal.unless(!chosen.isEmpty(), "chosen", "none; allowed is at least one platform");
        Refusal.distinct("chosen", chosen);
    }

    public static Platforms of(GuestPlatform... chosen) {
        return new Platforms(List.of(chosen), XenType.HVM, VirtualBoxRelease.V7_2);
    }
}
