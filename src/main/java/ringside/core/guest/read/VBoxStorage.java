package ringside.core.guest.read;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ringside.core.guest.CdRom;
import ringside.core.guest.Disk;
import ringside.core.guest.Refusal;

/** The disks and CD-ROM drives of a VirtualBox machine's file, which names its media by identity. */
final class VBoxStorage {
    private final XmlElement machine;
    private final XmlElement hardware;
    private final String folder;
    private final GuestDraft draft;
    private final Map<String, XmlElement> media = new HashMap<>();

    VBoxStorage(XmlElement machine, XmlElement hardware, String folder, GuestDraft draft) {
        this.machine = machine;
        this.hardware = hardware;
        this.folder = folder;
        this.draft = draft;
    }

    void read() {
        media();
        storage();
    }

    private void media() {
        machine.child("MediaRegistry").ifPresent(registry -> {
            for (String kind : List.of("HardDisks", "DVDImages"))
                registry.child(kind)
                        .ifPresent(list -> list.all()
                                .forEach(
                                        medium -> medium.attribute("uuid").ifPresent(uuid -> media.put(uuid, medium))));
        });
    }

    private void storage() {
        XmlElement controllers = hardware.child("StorageControllers")
                .or(() -> machine.child("StorageControllers"))
                .orElse(hardware);
        for (XmlElement controller : controllers.children("StorageController")) {
            List.of("name", "PortCount", "Bootable", "IDE0MasterEmulationPort").forEach(controller::attribute);
            String type = controller.attribute("type").orElse("");
            boolean hostCache = controller
                    .attribute("useHostIOCache")
                    .filter("true"::equals)
                    .isPresent();
            for (XmlElement device : controller.children("AttachedDevice")) attached(device, type, hostCache);
        }
    }

    private void attached(XmlElement device, String controller, boolean hostCache) {
        List.of("port", "device", "nonrotational", "hotpluggable", "passthrough", "tempeject")
                .forEach(device::attribute);
        Optional<XmlElement> image = device.child("Image");
        Optional<XmlElement> medium =
                image.flatMap(each -> each.attribute("uuid")).map(media::get);
        String type = device.attribute("type").orElse("");
        draft.attempt(device.line(), device.toString(), () -> {
            switch (type) {
                case "DVD" -> draft.cdroms.add(new CdRom(medium.map(this::location), Optional.empty()));
                case "HardDisk" -> draft.disks.add(disk(device, medium, bus(controller), hostCache));
                default -> throw new Refusal("device", type + "; allowed are hard disks and DVD drives");
            }
        });
    }

    private Disk disk(XmlElement device, Optional<XmlElement> medium, Disk.Bus bus, boolean hostCache) {
        if (medium.isEmpty()) throw new Refusal("disk", "its image is not in the list of media");
        medium.get().attribute("type");
        String format = medium.get().attribute("format").orElse("VDI").toLowerCase(Locale.ROOT);
        return new Disk(
                location(medium.get()),
                QemuStorage.format(format.equals("qcow") ? "qcow2" : format),
                Optional.empty(),
                false,
                bus,
                hostCache ? Disk.Cache.WRITEBACK : Disk.Cache.NONE,
                Disk.Io.THREADS,
                device.attribute("discard").filter("true"::equals).isPresent(),
                false,
                false,
                Optional.empty());
    }

    private String location(XmlElement medium) {
        String location = medium.attribute("location").orElse("");
        return location.startsWith("/") ? location : folder + "/" + location;
    }

    private static Disk.Bus bus(String controller) {
        return switch (controller) {
            case "AHCI" -> Disk.Bus.SATA;
            case "PIIX3", "PIIX4", "ICH6" -> Disk.Bus.IDE;
            case "NVMe" -> Disk.Bus.NVME;
            case "VirtioSCSI" -> Disk.Bus.SCSI;
            default ->
                throw new Refusal("bus", controller + "; allowed are AHCI, PIIX3, PIIX4, ICH6, NVMe and VirtioSCSI");
        };
    }
}
