package ringside.core.guest.render;

import java.util.List;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Words;

/** The languages guests are written in: one for each tool that makes a guest. */
public enum Language implements Words {
    QEMU("qemu", "QEMU command line", "-qemu.sh", GuestPlatform.KVM, GuestPlatform.QEMU),
    LIBVIRT(
            "libvirt",
            "libvirt domain XML",
            ".xml",
            GuestPlatform.LIBVIRT_KVM,
            GuestPlatform.LIBVIRT_QEMU,
            GuestPlatform.LIBVIRT_XEN),
    VIRT_INSTALL(
            "virt-install",
            "virt-install command line",
            "-virt-install.sh",
            GuestPlatform.LIBVIRT_KVM,
            GuestPlatform.LIBVIRT_QEMU,
            GuestPlatform.LIBVIRT_XEN),
    XL("xl", "xl configuration", ".cfg", GuestPlatform.XEN_PVH, GuestPlatform.XEN_HVM, GuestPlatform.XEN_PV),
    VBOXMANAGE("vboxmanage", "VBoxManage script", "-vboxmanage.sh", GuestPlatform.VIRTUALBOX);

    private final String word;
    private final String title;
    private final String ending;
    private final List<GuestPlatform> platforms;

    Language(String word, String title, String ending, GuestPlatform... platforms) {
        this.word = word;
        this.title = title;
        this.ending = ending;
        this.platforms = List.of(platforms);
    }

    @Override
    public String word() {
        return word;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** The platforms whose guests are written in it; the first is taken if a guest names none of them. */
    public List<GuestPlatform> platforms() {
        return platforms;
    }

    /** A name for the file, from the guest's name without what file systems and shells trip over. */
    public String fileName(Guest guest) {
        String stem = guest.name().replaceAll("[^A-Za-z0-9._-]+", "_");
        return (stem.length() > 100 ? stem.substring(0, 100) : stem) + ending;
    }
}
