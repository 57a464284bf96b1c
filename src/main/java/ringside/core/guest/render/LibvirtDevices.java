package ringside.core.guest.render;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import ringside.core.guest.Boot;
import ringside.core.guest.CdRom;
import ringside.core.guest.Devices;
import ringside.core.guest.Disk;
import ringside.core.guest.Display;
import ringside.core.guest.Guest;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.PciAddress;
import ringside.core.guest.Serial;
import ringside.core.guest.Words;

/** The devices of a libvirt domain that QEMU runs. */
final class LibvirtDevices {
    private final Guest guest;
    private final boolean kvm;
    private final Element devices;
    private final Gaps gaps;
    private final Seats seats;
    private int virtioDisks;
    private int scsiUnits;
    private int letters;

    LibvirtDevices(Guest guest, boolean kvm, Element devices, Gaps gaps) {
        this.guest = guest;
        this.kvm = kvm;
        this.devices = devices;
        this.gaps = gaps;
        seats = new Seats(guest);
    }

    void write() {
        for (int i = 0; i < guest.disks().size(); i++) disk(i, guest.disks().get(i));
        for (int i = 0; i < guest.cdroms().size(); i++) cdrom(i, guest.cdroms().get(i));
        controllers();
        for (int i = 0; i < guest.nics().size(); i++) nic(i, guest.nics().get(i));
        serial();
        display(devices, guest.display());
        others();
    }

    private void disk(int i, Disk disk) {
        Disk.Bus bus = disk.bus() == Disk.Bus.NVME ? Disk.Bus.VIRTIO : disk.bus();
        gaps.approximated(
                disk.bus() == Disk.Bus.NVME,
                "disks[" + i + "].bus",
                "libvirt has emulated NVMe disks from 11.5 on only: virtio instead");
        var driver = new Element("driver", "name", "qemu", "type", DiskSteps.qemu(disk.format()));
        driver.set("cache", Words.of(disk.cache()));
        driver.set("io", disk.io() == Disk.Io.IO_URING ? "io_uring" : Words.of(disk.io()));
        driver.set("discard", disk.discard() ? "unmap" : "ignore");
        if (disk.iothread() && bus == Disk.Bus.VIRTIO) driver.set("iothread", "" + seats.iothread(i));
        var element = source(disk).add(driver).add(sourceOf(disk));
        String name = bus == Disk.Bus.VIRTIO
                ? "vd" + letter(virtioDisks++)
                : bus == Disk.Bus.IDE ? "hd" + letter(seats.disk(i)) : "sd" + letter(letters++);
        element.add(new Element("target", "dev", name, "bus", Words.of(bus)));
        limit(element, disk);
        if (disk.readOnly()) element.add(new Element("readonly"));
        boot(element, Boot.Device.DISK, i);
        address(element, bus, seats.disk(i), disk.iothread());
        devices.add(element);
    }

    static Element source(Disk disk) {
        return new Element("disk", "type", disk.isBlockDevice() ? "block" : "file", "device", "disk");
    }

    static Element sourceOf(Disk disk) {
        return new Element("source", disk.isBlockDevice() ? "dev" : "file", disk.path());
    }

    private static void limit(Element element, Disk disk) {
        disk.limit().ifPresent(limit -> {
            var tune = new Element("iotune");
            limit.mibPerSecond().ifPresent(most -> tune.add(Element.text("total_bytes_sec", "" + ((long) most << 20))));
            limit.iops().ifPresent(most -> tune.add(Element.text("total_iops_sec", "" + most)));
            element.add(tune);
        });
    }

    private void address(Element element, Disk.Bus bus, int seat, boolean iothread) {
        switch (bus) {
            case SCSI -> drive(element, seat, 0, iothread ? 0 : scsiUnits++);
            case SATA -> drive(element, 0, 0, seat);
            case IDE -> drive(element, 0, seat / 2, seat % 2);
            case VIRTIO, NVME -> {}
        }
    }

    private static void drive(Element element, int controller, int bus, int unit) {
        element.add(new Element("address", "type", "drive", "controller", "" + controller)
                .set("bus", "" + bus)
                .set("target", "0")
                .set("unit", "" + unit));
    }

    private void cdrom(int i, CdRom cdrom) {
        Disk.Bus bus = guest.machine().type().isQ35() ? Disk.Bus.SATA : Disk.Bus.IDE;
        int seat = seats.cdrom(i);
        var element = new Element("disk", "type", "file", "device", "cdrom");
        element.add(new Element("driver", "name", "qemu", "type", "raw"));
        cdrom.path().ifPresent(path -> element.add(new Element("source", "file", path)));
        String name = bus == Disk.Bus.IDE ? "hd" + letter(seat) : "sd" + letter(letters++);
        element.add(new Element("target", "dev", name, "bus", Words.of(bus)), new Element("readonly"));
        boot(element, Boot.Device.CDROM, i);
        address(element, bus, seat, false);
        devices.add(element);
    }

    private void controllers() {
        if (guest.devices().usb()) devices.add(new Element("controller", "type", "usb", "model", "qemu-xhci"));
        else
            devices.remark("libvirt would add a USB controller by itself")
                    .add(new Element("controller", "type", "usb", "model", "none"));
        for (int i = 0; i < seats.scsiControllers(); i++) {
            var controller = new Element("controller", "type", "scsi", "index", "" + i, "model", "virtio-scsi");
            for (int disk = 0; disk < guest.disks().size(); disk++) {
                Disk one = guest.disks().get(disk);
                if (one.bus() == Disk.Bus.SCSI && one.iothread() && seats.disk(disk) == i)
                    controller.add(new Element("driver", "iothread", "" + seats.iothread(disk)));
            }
            devices.add(controller);
        }
    }

    private void nic(int i, Nic nic) {
        Element card = switch (nic.network()) {
            case Network.User user -> new Element("interface", "type", "user");
            case Network.Nat(String network) ->
                new Element("interface", "type", "network").add(new Element("source", "network", network));
            case Network.Bridge(String bridge) ->
                new Element("interface", "type", "bridge").add(new Element("source", "bridge", bridge));
        };
        card.add(
                new Element("mac", "address", nic.address().text()),
                new Element("model", "type", Words.of(nic.model())));
        if (nic.queues() > 1)
            card.add(new Element("driver", "name", kvm ? "vhost" : "qemu", "queues", "" + nic.queues()));
        if (nic.network() instanceof Network.User(var forwards) && !forwards.isEmpty()) {
            gaps.dropped(
                    "nics[" + i + "].network.forwards",
                    "libvirt forwards ports only where it has the program passt (not 9.0 of Debian 12): the file's"
                            + " comment has the lines for it");
            card.remark("where libvirt has passt: <backend type='passt'/>");
            forwards.forEach(one -> card.remark(forward(one)));
        }
        boot(card, Boot.Device.NETWORK, i);
        devices.add(card);
    }

    private static String forward(Network.Forward one) {
        return "<portForward proto='%s' address='%s'><range start='%s' to='%s'/></portForward>"
                .formatted(Words.of(one.protocol()), one.host(), one.hostPort(), one.guestPort());
    }

    private void serial() {
        @Nullable
        Element port = switch (guest.devices().serial()) {
            case Serial.None none -> null;
            case Serial.Pty pty -> new Element("serial", "type", "pty");
            case Serial.Socket(String path) ->
                new Element("serial", "type", "unix").add(new Element("source", "mode", "bind", "path", path));
            case Serial.File(String path) ->
                new Element("serial", "type", "file").add(new Element("source", "path", path));
        };
        if (port == null) return;
        devices.add(port.add(new Element("target", "port", "0")));
    }

    static void display(Element devices, Display display) {
        switch (display) {
            case Display.None none -> {}
            case Display.Vnc(String listen, int port) -> graphics(devices, "vnc", listen, port);
            case Display.Spice(String listen, int port) -> graphics(devices, "spice", listen, port);
        }
    }

    private static void graphics(Element devices, String type, String listen, int port) {
        devices.add(new Element("graphics", "type", type, "port", "" + port)
                .set("autoport", "no")
                .set("listen", listen));
    }

    private void others() {
        Devices more = guest.devices();
        String video = more.video() == Devices.Video.STD ? "vga" : Words.of(more.video());
        devices.add(new Element("video").add(new Element("model", "type", video)));
        if (more.tablet()) devices.add(new Element("input", "type", "tablet", "bus", "usb"));
        devices.add(new Element("audio", "id", "1", "type", "none"));
        if (guest.machine().tpm())
            devices.add(new Element("tpm", "model", "tpm-crb")
                    .add(new Element("backend", "type", "emulator", "version", "2.0")));
        for (PciAddress address : more.pci()) devices.add(hostdev(address));
        devices.remark("a balloon is added unless none is said")
                .add(new Element("memballoon", "model", guest.memory().balloon() ? "virtio" : "none"));
        if (more.rng())
            devices.add(new Element("rng", "model", "virtio")
                    .add(Element.text("backend", "/dev/urandom", "model", "random")));
    }

    static Element hostdev(PciAddress address) {
        return new Element("hostdev", "mode", "subsystem", "type", "pci", "managed", "yes")
                .add(new Element("source")
                        .add(new Element("address", "domain", LibvirtXml.hex(address.domain(), 4))
                                .set("bus", LibvirtXml.hex(address.bus(), 2))
                                .set("slot", LibvirtXml.hex(address.slot(), 2))
                                .set("function", LibvirtXml.hex(address.function(), 1))));
    }

    private void boot(Element element, Boot.Device device, int index) {
        OptionalInt turn = seats.turn(device, index);
        if (turn.isPresent()) element.add(new Element("boot", "order", "" + turn.getAsInt()));
    }

    static char letter(int index) {
        return (char) ('a' + index);
    }
}
