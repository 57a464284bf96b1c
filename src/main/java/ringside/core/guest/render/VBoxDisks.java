package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ringside.core.guest.CdRom;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.Words;
import ringside.core.guest.render.Rendering.Step;

/** The disks and CD-ROMs of a VirtualBox machine: its media, controllers and who is plugged in where. */
final class VBoxDisks {
    private enum Controller {
        VIRTIO("VirtIO", "virtio", "VirtIO", ""),
        SATA("SATA", "sata", "IntelAhci", "ahci"),
        IDE("IDE", "ide", "PIIX4", "piix3ide"),
        NVME("NVMe", "pcie", "NVMe", "");

        private final String title;
        private final String bus;
        private final String type;
        private final String device;

        Controller(String title, String bus, String type, String device) {
            this.title = title;
            this.bus = bus;
            this.type = type;
            this.device = device;
        }
    }

    private final Guest guest;
    private final ShellText script;
    private final Gaps gaps;
    private final Seats seats;
    private final List<Step> before = new ArrayList<>();
    private int virtio;
    private int nvme;

    VBoxDisks(Guest guest, ShellText script, Gaps gaps) {
        this.guest = guest;
        this.script = script;
        this.gaps = gaps;
        seats = new Seats(guest);
        before.addAll(DiskSteps.volumes(guest, gaps));
        for (int i = 0; i < guest.disks().size(); i++) copy(guest.disks().get(i), i);
    }

    /** What makes volumes, and VirtualBox's copies of images it does not read. */
    List<Step> before() {
        return before;
    }

    private static boolean isOwn(Disk.Format format) {
        return format == format.onVirtualBox();
    }

    private void copy(Disk disk, int index) {
        if (isOwn(disk.format()) || disk.isBlockDevice()) return;
        gaps.approximated(
                "disks[" + index + "].format",
                "VirtualBox uses no " + Words.of(disk.format()) + " images: a VDI beside it");
        if (disk.size().isPresent()) return;
        before.add(new Step(
                "VirtualBox uses no " + Words.of(disk.format()) + " images",
                DiskSteps.converted(disk.format(), disk.path(), Disk.Format.VDI, medium(disk, index))));
    }

    private String medium(Disk disk, int index) {
        if (disk.isBlockDevice()) return "/var/lib/ringside/" + guest.name() + "-disk" + index + ".vmdk";
        return isOwn(disk.format()) ? disk.path() : disk.path() + ".vdi";
    }

    void write() {
        controllers();
        for (int i = 0; i < guest.disks().size(); i++) disk(guest.disks().get(i), i, "disks[" + i + "].");
        for (int i = 0; i < guest.cdroms().size(); i++) cdrom(guest.cdroms().get(i), seats.cdrom(i));
    }

    private static Controller controller(Disk.Bus bus) {
        return switch (bus) {
            case VIRTIO, SCSI -> Controller.VIRTIO;
            case SATA -> Controller.SATA;
            case IDE -> Controller.IDE;
            case NVME -> Controller.NVME;
        };
    }

    private void controllers() {
        Set<Controller> needed = EnumSet.noneOf(Controller.class);
        for (Disk disk : guest.disks()) needed.add(controller(disk.bus()));
        if (!guest.cdroms().isEmpty()) needed.add(guest.machine().type().isQ35() ? Controller.SATA : Controller.IDE);
        for (Controller one : needed)
            command(
                    "storagectl",
                    "--name",
                    one.title,
                    "--add",
                    one.bus,
                    "--controller",
                    one.type,
                    "--bootable",
                    "on",
                    "--hostiocache",
                    Qemu.onOff(isCached(one)));
    }

    /** The host's cache is a controller's setting: on if one of its disks needs it. */
    private boolean isCached(Controller controller) {
        return guest.disks().stream()
                .anyMatch(disk ->
                        controller(disk.bus()) == controller && !disk.cache().isDirect());
    }

    private void disk(Disk disk, int index, String field) {
        Controller controller = controller(disk.bus());
        gaps.approximated(
                disk.bus() == Disk.Bus.VIRTIO, field + "bus", "VirtualBox has no virtio-blk: virtio-scsi instead");
        makeMedium(disk, index);
        int seat = switch (controller) {
            case VIRTIO -> virtio++;
            case NVME -> nvme++;
            case SATA, IDE -> seats.disk(index);
        };
        var words = attach(controller, seat);
        words.addAll(List.of("--type", "hdd", "--medium", medium(disk, index)));
        if (disk.discard() && disk.format() == Disk.Format.VDI)
            words.addAll(List.of("--nonrotational", "on", "--discard", "on"));
        gaps.dropped(
                disk.discard() && disk.format() != Disk.Format.VDI, field + "discard", "on VirtualBox for VDI only");
        if (disk.readOnly()) {
            words.addAll(List.of("--mtype", "immutable"));
            gaps.approximated(field + "read-only", "VirtualBox lets the guest write and forgets it at the next start");
        }
        limit(disk, index, field, words);
        command("storageattach", words.toArray(String[]::new));
        cache(disk, controller, seat, field);
        gaps.dropped(disk.io() != Disk.Io.THREADS, field + "io", "VirtualBox has no choice of it");
        gaps.dropped(disk.iothread(), field + "iothread", "VirtualBox has no threads for single disks");
    }

    private void makeMedium(Disk disk, int index) {
        if (disk.isBlockDevice()) {
            script.comment("a small VMDK file that stands for the block device");
            script.command(
                    "VBoxManage",
                    "createmedium",
                    "disk",
                    "--filename",
                    medium(disk, index),
                    "--format",
                    "VMDK",
                    "--variant",
                    "RawDisk",
                    "--property",
                    "RawDrive=" + disk.path());
            return;
        }
        if (disk.size().isEmpty()) return;
        script.command(
                "VBoxManage",
                "createmedium",
                "disk",
                "--filename",
                medium(disk, index),
                "--size",
                "" + disk.size().get().mib(),
                "--format",
                isOwn(disk.format()) ? disk.format().name() : "VDI",
                "--variant",
                disk.preallocated() ? "Fixed" : "Standard");
    }

    private static List<String> attach(Controller controller, int seat) {
        boolean ide = controller == Controller.IDE;
        return new ArrayList<>(List.of(
                "--storagectl",
                controller.title,
                "--port",
                "" + (ide ? seat / 2 : seat),
                "--device",
                "" + (ide ? seat % 2 : 0)));
    }

    private void limit(Disk disk, int index, String field, List<String> words) {
        disk.limit().ifPresent(limit -> {
            limit.mibPerSecond().ifPresent(most -> {
                String group = "disk" + index;
                script.command(
                        "VBoxManage",
                        "bandwidthctl",
                        guest.name(),
                        "add",
                        group,
                        "--type",
                        "disk",
                        "--limit",
                        most + "M");
                words.addAll(List.of("--bandwidthgroup", group));
            });
            gaps.dropped(limit.iops().isPresent(), field + "limit.iops", "VirtualBox limits bytes, not operations");
        });
    }

    /** By default VirtualBox drops the guest's flushes on disks that go through the host's cache. */
    private void cache(Disk disk, Controller controller, int seat, String field) {
        String word = Words.of(disk.cache());
        boolean cached = isCached(controller);
        if (disk.cache().isDirect() && cached)
            gaps.dropped(field + "cache", "another disk of the same controller needs the host's cache, which is on");
        else
            gaps.approximated(
                    disk.cache() == Disk.Cache.WRITETHROUGH || disk.cache() == Disk.Cache.DIRECTSYNC,
                    field + "cache",
                    "VirtualBox has no " + word + ": the host's cache " + (cached ? "on" : "off")
                            + ", the guest's flushes obeyed");
        if (controller.device.isEmpty()) {
            gaps.approximated(
                    disk.cache() == Disk.Cache.UNSAFE || disk.cache() == Disk.Cache.WRITEBACK,
                    field + "cache",
                    "the host's cache is on; whether flushes are obeyed is not a setting known for this controller");
            return;
        }
        script.comment("flushes of the guest: 0 obeys them, as the other platforms do; by default they may be dropped");
        script.command(
                "VBoxManage",
                "setextradata",
                guest.name(),
                "VBoxInternal/Devices/%s/0/LUN#[%s]/Config/IgnoreFlush".formatted(controller.device, seat),
                disk.cache() == Disk.Cache.UNSAFE ? "1" : "0");
    }

    private void cdrom(CdRom cdrom, int seat) {
        Controller controller = guest.machine().type().isQ35() ? Controller.SATA : Controller.IDE;
        var words = attach(controller, seat);
        words.addAll(List.of("--type", "dvddrive", "--medium", cdrom.path().orElse("emptydrive")));
        command("storageattach", words.toArray(String[]::new));
    }

    private void command(String verb, String... options) {
        var words = new ArrayList<>(List.of("VBoxManage", verb, guest.name()));
        words.addAll(List.of(options));
        script.command(List.of(words));
    }
}
