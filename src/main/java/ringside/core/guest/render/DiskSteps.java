package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.core.guest.CdRom;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.Words;
import ringside.core.guest.render.Rendering.Step;

/** The commands that make a guest's disks and cloud-init seeds. */
final class DiskSteps {
    private static final Pattern LOGICAL_VOLUME = Pattern.compile("/dev/([A-Za-z0-9+_.-]+)/([A-Za-z0-9+_.-]+)");
    private static final Pattern NO_VOLUME = Pattern.compile("/dev/(mapper|disk|block|md|zvol)/.*", Pattern.DOTALL);

    private DiskSteps() {}

    static List<Step> disks(Guest guest, Gaps gaps) {
        return made(guest, gaps, disk -> true);
    }

    /** Those of block devices, for tools that make image files by themselves. */
    static List<Step> volumes(Guest guest, Gaps gaps) {
        return made(guest, gaps, Disk::isBlockDevice);
    }

    private static List<Step> made(Guest guest, Gaps gaps, Predicate<Disk> wanted) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < guest.disks().size(); i++) {
            Disk disk = guest.disks().get(i);
            if (disk.size().isPresent() && wanted.test(disk)) make(disk, i, steps, gaps);
        }
        return steps;
    }

    private static void make(Disk disk, int index, List<Step> steps, Gaps gaps) {
        long mib = disk.size().orElseThrow().mib();
        if (!disk.isBlockDevice()) {
            steps.add(new Step(
                    disk.preallocated() ? "all its room taken now" : "its room is taken as it fills",
                    image(disk.format(), disk.path(), mib, disk.preallocated())));
            return;
        }
        Matcher volume = LOGICAL_VOLUME.matcher(disk.path());
        if (volume.matches() && !NO_VOLUME.matcher(disk.path()).matches()) {
            steps.add(new Step(
                    "a logical volume, which has all its room from the start",
                    List.of("lvcreate", "--name", volume.group(2), "--size", mib + "m", volume.group(1))));
            gaps.approximated(
                    !disk.preallocated(),
                    "disks[" + index + "].preallocated",
                    "a logical volume takes all its room at once");
        } else
            gaps.dropped(
                    "disks[" + index + "].size",
                    "this device is not made here: logical volumes are, /dev/GROUP/VOLUME");
    }

    static List<String> image(Disk.Format format, String path, long mib, boolean full) {
        var command = new ArrayList<>(List.of("qemu-img", "create", "-q", "-f", qemu(format)));
        if (full) {
            command.add("-o");
            command.add(
                    switch (format) {
                        case RAW -> "preallocation=falloc";
                        case QCOW2 -> "preallocation=metadata";
                        case VDI -> "static=on";
                        case VMDK -> "subformat=monolithicFlat";
                        case VHD -> "subformat=fixed";
                    });
        }
        command.addAll(List.of(path, mib + "M"));
        return command;
    }

    static List<String> converted(Disk.Format from, String path, Disk.Format to, String copy) {
        return List.of("qemu-img", "convert", "-f", qemu(from), "-O", qemu(to), path, copy);
    }

    /** QEMU's name for a format, which libvirt uses too. */
    static String qemu(Disk.Format format) {
        return format == Disk.Format.VHD ? "vpc" : Words.of(format);
    }

    static List<Step> seeds(Guest guest) {
        var steps = new ArrayList<Step>();
        for (CdRom cdrom : guest.cdroms())
            if (cdrom.seed().isPresent())
                steps.add(new Step(
                        "an ISO labelled cidata, which cloud-init reads at the first boot",
                        seed(cdrom.path().orElseThrow(), cdrom.seed().get())));
        return steps;
    }

    private static List<String> seed(String image, CdRom.CloudInit seed) {
        var command = new ArrayList<>(List.of("cloud-localds"));
        seed.networkConfig().ifPresent(file -> command.add("--network-config=" + file));
        command.add(image);
        command.add(seed.userData());
        seed.metaData().ifPresent(command::add);
        return command;
    }
}
