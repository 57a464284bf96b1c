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
    private final Map<String, Medium> media = new HashMap<>();
    private final Map<String, XmlElement> limits = new HashMap<>();

    /**
     * An image of the registry.
     *
     * @param base the image that another one continues, or itself
     * @param snapshot whether it continues another one for good
     */
    private record Medium(XmlElement base, boolean snapshot) {}

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
                        .ifPresent(list -> list.all().forEach(medium -> medium(medium, new Medium(medium, false))));
        });
        hardware.find("IO", "BandwidthGroups")
                .ifPresent(all -> all.children("BandwidthGroup")
                        .forEach(group -> group.attribute("name").ifPresent(name -> limits.put(name, group))));
    }

    /** An image with those inside it that hold what was written since: to VirtualBox they are disks of their own. */
    private void medium(XmlElement element, Medium medium) {
        element.attribute("uuid").ifPresent(uuid -> media.put(uuid, medium));
        for (XmlElement inner : element.children("HardDisk")) {
            List.of("location", "format").forEach(inner::attribute);
            boolean forgotten =
                    inner.attribute("autoReset").filter("true"::equals).isPresent();
            medium(inner, new Medium(medium.base(), medium.snapshot() || !forgotten));
        }
    }

    /** What a machine writes goes elsewhere and is forgotten at its next start. */
    private static boolean isImmutable(XmlElement medium) {
        return medium.attribute("type").filter("Immutable"::equals).isPresent();
    }

    private Optional<Disk.Limit> limit(XmlElement device) {
        return device.attribute("bandwidthGroup")
                .map(limits::get)
                .flatMap(group -> {
                    group.attribute("type");
                    return group.attribute("maxBytesPerSec")
                            .filter(bytes -> bytes.matches("\\d{7,15}"))
                            .map(bytes -> (int) Math.min(Integer.MAX_VALUE, Long.parseLong(bytes) >> 20));
                })
                .map(mib -> new Disk.Limit(Optional.of(mib), Optional.empty()));
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
        Optional<Medium> medium = image.flatMap(each -> each.attribute("uuid")).map(media::get);
        String type = device.attribute("type").orElse("");
        draft.attempt(device.line(), device.toString(), () -> {
            switch (type) {
                case "DVD" ->
                    draft.cdroms.add(new CdRom(medium.map(Medium::base).map(this::location), Optional.empty()));
                case "HardDisk" -> draft.disks.add(disk(device, medium, bus(controller), hostCache));
                default -> throw new Refusal("device", type + "; allowed are hard disks and DVD drives");
            }
        });
    }

    private Disk disk(XmlElement device, Optional<Medium> of, Disk.Bus bus, boolean hostCache) {
        if (of.isEmpty()) throw new Refusal("disk", "its image is not in the list of media");
        if (of.get().snapshot())
            draft.miss(
                    device.line(), device.toString(), "a snapshot: its base image is taken, without what came after");
        XmlElement medium = of.get().base();
        String format = medium.attribute("format").orElse("VDI").toLowerCase(Locale.ROOT);
        return new Disk(
                location(medium),
                QemuStorage.format(format.equals("qcow") ? "qcow2" : format),
                Optional.empty(),
                false,
                bus,
                hostCache ? Disk.Cache.WRITEBACK : Disk.Cache.NONE,
                Disk.Io.THREADS,
                device.attribute("discard").filter("true"::equals).isPresent(),
                false,
                isImmutable(medium),
                limit(device));
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
