package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.List;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.Platforms.XenType;
import ringside.core.guest.Words;
import ringside.core.guest.render.Rendering.Step;

/**
 * Where a Xen guest has its disks and CD-ROMs. Of an emulated machine the names hda to hdd are IDE, and xvda to xvdd
 * would be the same four: each letter is given once.
 */
final class XenDisks {
    /** The drives of the emulated machine, in the order in which CD-ROMs take them. */
    private static final List<String> EMULATED = List.of("c", "d", "b", "a");

    private final List<String> disks = new ArrayList<>();
    private final List<String> cdroms = new ArrayList<>();
    private final boolean ahci;

    XenDisks(Guest guest, XenType type, Gaps gaps) {
        boolean hvm = type == XenType.HVM;
        ahci = hvm && guest.disks().stream().anyMatch(disk -> disk.bus() == Disk.Bus.SATA);
        var free = letters();
        var reserved = new ArrayList<>(
                hvm ? EMULATED.subList(0, Math.min(guest.cdroms().size(), EMULATED.size())) : List.of());
        free.removeAll(reserved);
        for (int i = 0; i < guest.disks().size(); i++)
            disks.add(place(guest.disks().get(i).bus(), i, hvm, free.removeFirst(), gaps));
        for (int i = 0; i < guest.cdroms().size(); i++)
            cdroms.add(!hvm ? "xvd" + free.removeFirst() : i < reserved.size() ? "hd" + reserved.get(i) : "");
        for (int i = EMULATED.size(); hvm && i < guest.cdroms().size(); i++)
            gaps.refused("cdroms[" + i + "]", "the emulated machine has four drives");
    }

    /** a to z, aa to az: enough for all the disks and CD-ROMs that a guest can have. */
    private static List<String> letters() {
        var letters = new ArrayList<String>();
        for (String before : List.of("", "a"))
            for (char letter = 'a'; letter <= 'z'; letter++) letters.add(before + letter);
        return letters;
    }

    private String place(Disk.Bus bus, int index, boolean hvm, String letter, Gaps gaps) {
        boolean emulated = hvm && EMULATED.contains(letter) && (bus == Disk.Bus.SATA || bus == Disk.Bus.IDE && !ahci);
        gaps.approximated(
                !emulated,
                "disks[" + index + "].bus",
                "Xen's own paravirtual disk instead of " + Words.of(bus)
                        + (bus.isParavirtual() ? ", which is of the same kind" : ", which is emulated hardware"));
        return (emulated ? "hd" : "xvd") + letter;
    }

    String disk(int index) {
        return disks.get(index);
    }

    /** Empty where there is no drive left for it. */
    String cdrom(int index) {
        return cdroms.get(index);
    }

    /** Whether hda to hdd are on SATA instead of IDE. */
    boolean isAhci() {
        return ahci;
    }

    /** Xen reads raw, qcow2 and vhd; of the others it gets a copy. */
    static boolean reads(Disk.Format format) {
        return format != Disk.Format.VDI && format != Disk.Format.VMDK;
    }

    static String path(Disk disk) {
        return reads(disk.format()) ? disk.path() : disk.path() + ".qcow2";
    }

    static Disk.Format format(Disk disk) {
        return reads(disk.format()) ? disk.format() : Disk.Format.QCOW2;
    }

    static List<Step> steps(Guest guest, Gaps gaps) {
        var steps = new ArrayList<>(DiskSteps.disks(guest, gaps));
        for (int i = 0; i < guest.disks().size(); i++) {
            Disk disk = guest.disks().get(i);
            if (reads(disk.format())) continue;
            gaps.approximated(
                    "disks[" + i + "].format", "Xen reads no " + Words.of(disk.format()) + ": a qcow2 copy beside it");
            steps.add(new Step(
                    "Xen reads no " + Words.of(disk.format()),
                    DiskSteps.converted(disk.format(), disk.path(), Disk.Format.QCOW2, path(disk))));
        }
        return steps;
    }
}
