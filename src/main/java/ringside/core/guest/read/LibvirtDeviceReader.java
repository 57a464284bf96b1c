package ringside.core.guest.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ringside.core.guest.Boot;
import ringside.core.guest.CdRom;
import ringside.core.guest.Devices;
import ringside.core.guest.Disk;
import ringside.core.guest.Display;
import ringside.core.guest.Mac;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.PciAddress;
import ringside.core.guest.Platforms;
import ringside.core.guest.Refusal;
import ringside.core.guest.Serial;

/** The devices of a libvirt domain. */
final class LibvirtDeviceReader {
    private final GuestDraft draft;
    private final boolean xen;
    private final Set<String> threadedControllers = new HashSet<>();
    private final Map<Integer, Boot.Device> turns = new TreeMap<>();

    LibvirtDeviceReader(GuestDraft draft, boolean xen) {
        this.draft = draft;
        this.xen = xen;
    }

    void read(XmlElement domain) {
        draft.usb = !xen;
        draft.balloon = true;
        if (xen && draft.xen != Platforms.XenType.HVM) draft.serial = new Serial.Pty();
        domain.child("devices").ifPresent(devices -> {
            devices.children("controller").forEach(this::controller);
            devices.all().forEach(this::device);
        });
        if (draft.order.isEmpty())
            draft.order = turns.values().stream().distinct().toList();
        boolean direct = xen && draft.xen != Platforms.XenType.HVM;
        if (direct) draft.order = draft.disks.isEmpty() ? List.of() : List.of(Boot.Device.DISK);
    }

    private void device(XmlElement device) {
        device.child("address").filter(address -> !device.name().equals("disk")).ifPresent(XmlElement::settle);
        device.child("alias").ifPresent(XmlElement::settle);
        switch (device.name()) {
            case "emulator" -> device.text();
            case "disk" -> disk(device);
            case "interface" -> draft.attempt(device.line(), device.toString(), () -> draft.nics.add(card(device)));
            case "serial" -> draft.attempt(device.line(), device.toString(), () -> draft.serial = serial(device));
            case "console" -> device.settle();
            case "graphics" -> draft.attempt(device.line(), device.toString(), () -> draft.display = display(device));
            case "video" -> device.child("model").ifPresent(this::video);
            case "input" -> input(device);
            case "tpm" -> {
                draft.tpm = true;
                device.settle();
            }
            case "hostdev" -> hostDevice(device);
            case "memballoon" ->
                draft.balloon =
                        xen || device.attribute("model").filter("none"::equals).isEmpty();
            case "rng" -> {
                draft.rng = true;
                device.attribute("model");
                device.child("backend").ifPresent(backend -> {
                    backend.attribute("model");
                    backend.text();
                });
            }
            case "audio" -> List.of("id", "type").forEach(device::attribute);
            default -> {}
        }
    }

    /** PCI bridges and the like are libvirt's own wiring. */
    private void controller(XmlElement controller) {
        String type = controller.attribute("type").orElse("");
        String index = controller.attribute("index").orElse("0");
        if (type.equals("usb"))
            draft.usb = controller.attribute("model").filter("none"::equals).isEmpty();
        boolean threaded = controller
                .child("driver")
                .flatMap(driver -> driver.attribute("iothread"))
                .isPresent();
        if (threaded) threadedControllers.add(type + index);
        controller.settle();
    }

    private void disk(XmlElement disk) {
        String device = disk.attribute("device").orElse("disk");
        disk.attribute("type");
        Optional<String> source =
                disk.child("source").flatMap(each -> each.attribute("file").or(() -> each.attribute("dev")));
        XmlElement target = disk.child("target").orElse(disk);
        target.attribute("dev");
        String bus = target.attribute("bus").orElse("");
        turn(disk, device.equals("cdrom") ? Boot.Device.CDROM : Boot.Device.DISK);
        Optional<XmlElement> address = disk.child("address");
        String controller =
                address.flatMap(each -> each.attribute("controller")).orElse("0");
        address.ifPresent(XmlElement::settle);
        Optional<XmlElement> driver = disk.child("driver");
        driver.ifPresent(each -> each.attribute("name"));
        boolean readOnly = disk.child("readonly").isPresent();
        draft.attempt(disk.line(), disk.toString(), () -> {
            if (device.equals("cdrom")) {
                driver.ifPresent(each -> each.attribute("type"));
                draft.cdroms.add(new CdRom(source, Optional.empty()));
            } else if (!device.equals("disk")) throw new Refusal("device", device + "; allowed are disk and cdrom");
            else draft.disks.add(disk(disk, driver, source.orElse(""), bus(bus), controller, readOnly));
        });
    }

    private static Disk.Bus bus(String bus) {
        return bus.equals("xen") || bus.isEmpty() ? Disk.Bus.VIRTIO : Words.of(Disk.Bus.class, "bus", bus);
    }

    private Disk disk(
            XmlElement disk,
            Optional<XmlElement> driver,
            String path,
            Disk.Bus bus,
            String controller,
            boolean readOnly) {
        boolean thread = setting(driver, "iothread").isPresent()
                || bus == Disk.Bus.SCSI && threadedControllers.contains("scsi" + controller);
        return new Disk(
                path,
                QemuStorage.format(setting(driver, "type").orElse("raw")),
                Optional.empty(),
                false,
                bus,
                cache(setting(driver, "cache"), path),
                Words.of(Disk.Io.class, "io", setting(driver, "io").orElse("threads")),
                setting(driver, "discard").filter("unmap"::equals).isPresent(),
                thread,
                readOnly,
                disk.child("iotune").flatMap(LibvirtDeviceReader::limit));
    }

    /** Xen goes past the host's cache for block devices; for the rest nobody says. */
    private Disk.Cache cache(Optional<String> cache, String path) {
        if (xen && path.startsWith("/dev/")) return Disk.Cache.NONE;
        return Words.of(
                Disk.Cache.class,
                "cache",
                cache.filter(word -> !word.equals("default")).orElse("writeback"));
    }

    private static Optional<String> setting(Optional<XmlElement> driver, String name) {
        return driver.flatMap(each -> each.attribute(name));
    }

    private static Optional<Disk.Limit> limit(XmlElement tune) {
        Optional<Integer> rate = tune.child("total_bytes_sec")
                .map(XmlElement::text)
                .filter(bytes -> bytes.matches("\\d{1,15}"))
                .map(bytes -> (int) Math.min(Integer.MAX_VALUE, Math.max(1, Long.parseLong(bytes) >> 20)));
        Optional<Integer> iops =
                tune.child("total_iops_sec").map(XmlElement::text).flatMap(LibvirtReader::number);
        return rate.isEmpty() && iops.isEmpty() ? Optional.empty() : Optional.of(new Disk.Limit(rate, iops));
    }

    private void turn(XmlElement device, Boot.Device kind) {
        device.child("boot")
                .flatMap(boot -> boot.attribute("order"))
                .flatMap(LibvirtReader::number)
                .ifPresent(turn -> turns.put(turn, kind));
    }

    private Nic card(XmlElement card) {
        turn(card, Boot.Device.NETWORK);
        card.child("target").ifPresent(XmlElement::settle);
        card.child("backend").ifPresent(backend -> backend.attribute("type"));
        Optional<XmlElement> driver = card.child("driver");
        driver.ifPresent(each -> each.attribute("name"));
        int queues = driver.flatMap(each -> each.attribute("queues"))
                .flatMap(LibvirtReader::number)
                .orElse(1);
        Optional<String> mac = card.child("mac").flatMap(each -> each.attribute("address"));
        String model =
                card.child("model").flatMap(each -> each.attribute("type")).orElse(xen ? "netfront" : "rtl8139");
        return new Nic(network(card), model(model), mac.map(Mac::new), queues);
    }

    private static Nic.Model model(String word) {
        return word.equals("netfront") || word.startsWith("virtio")
                ? Nic.Model.VIRTIO
                : Words.of(Nic.Model.class, "model", word);
    }

    private static Network network(XmlElement card) {
        Optional<XmlElement> source = card.child("source");
        String type = card.attribute("type").orElse("");
        return switch (type) {
            case "user" ->
                new Network.User(card.children("portForward").stream()
                        .flatMap(forward -> forward.children("range").stream().map(range -> forward(forward, range)))
                        .toList());
            case "network" ->
                new Network.Nat(
                        source.flatMap(each -> each.attribute("network")).orElse("default"));
            case "bridge" ->
                new Network.Bridge(
                        source.flatMap(each -> each.attribute("bridge")).orElse("br0"));
            default -> throw new Refusal("network", type + "; allowed are user, network and bridge");
        };
    }

    private static Network.Forward forward(XmlElement forward, XmlElement range) {
        int start = range.attribute("start").flatMap(LibvirtReader::number).orElse(0);
        return new Network.Forward(
                Words.of(
                        Network.Protocol.class,
                        "protocol",
                        forward.attribute("proto").orElse("tcp")),
                forward.attribute("address").orElse("0.0.0.0"),
                start,
                range.attribute("to").flatMap(LibvirtReader::number).orElse(start));
    }

    private static Serial serial(XmlElement serial) {
        serial.child("target").ifPresent(XmlElement::settle);
        Optional<XmlElement> source = serial.child("source");
        source.ifPresent(each -> each.attribute("mode"));
        String path = source.flatMap(each -> each.attribute("path")).orElse("");
        return switch (serial.attribute("type").orElse("pty")) {
            case "unix" -> new Serial.Socket(path);
            case "file" -> new Serial.File(path);
            case "pty" -> new Serial.Pty();
            case "null" -> new Serial.None();
            default -> throw new Refusal("serial", "allowed are pty, unix, file and null");
        };
    }

    private static Display display(XmlElement graphics) {
        graphics.attribute("autoport");
        String listen = graphics.attribute("listen")
                .or(() -> graphics.child("listen").flatMap(each -> each.attribute("address")))
                .orElse("127.0.0.1");
        graphics.child("listen").ifPresent(XmlElement::settle);
        Optional<Integer> port = graphics.attribute("port").flatMap(LibvirtReader::number);
        return switch (graphics.attribute("type").orElse("")) {
            case "vnc" -> new Display.Vnc(listen, port.orElse(5900));
            case "spice" -> new Display.Spice(listen, port.orElse(5900));
            default -> throw new Refusal("display", "allowed are vnc and spice");
        };
    }

    private void video(XmlElement model) {
        draft.video = switch (model.attribute("type").orElse("")) {
            case "virtio" -> Devices.Video.VIRTIO;
            case "qxl" -> Devices.Video.QXL;
            case "cirrus" -> Devices.Video.CIRRUS;
            case "none" -> Devices.Video.NONE;
            default -> Devices.Video.STD;
        };
    }

    private void input(XmlElement input) {
        boolean tablet = input.attribute("type").filter("tablet"::equals).isPresent();
        if (tablet) draft.tablet = true;
        input.attribute("bus");
    }

    private void hostDevice(XmlElement device) {
        List.of("mode", "type", "managed").forEach(device::attribute);
        device.find("source", "address")
                .ifPresent(address -> draft.attempt(device.line(), address.toString(), () -> {
                    draft.pci.add(new PciAddress(
                            hex(address, "domain"),
                            hex(address, "bus"),
                            hex(address, "slot"),
                            hex(address, "function")));
                }));
    }

    private static int hex(XmlElement address, String part) {
        String text = address.attribute(part).orElse("0x0");
        return text.matches("0x[0-9a-fA-F]{1,6}|\\d{1,6}") ? Integer.decode(text) : -1;
    }
}
