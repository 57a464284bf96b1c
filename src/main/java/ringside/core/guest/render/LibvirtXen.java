package ringside.core.guest.render;

import ringside.core.guest.CdRom;
import ringside.core.guest.CpuFeature;
import ringside.core.guest.Devices;
import ringside.core.guest.Disk;
import ringside.core.guest.Display;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.PciAddress;
import ringside.core.guest.Platforms.XenType;
import ringside.core.guest.Serial;
import ringside.core.guest.Words;

/** A libvirt domain that Xen runs. */
final class LibvirtXen {
    private final Guest guest;
    private final XenType type;
    private final boolean hvm;
    private final Gaps gaps;
    private final Element devices = new Element("devices");

    LibvirtXen(Guest guest, Gaps gaps) {
        this.guest = guest;
        this.gaps = gaps;
        type = guest.platforms().libvirtXen();
        hvm = type == XenType.HVM;
    }

    Element domain() {
        new XenGaps(guest, type, gaps).tell();
        var domain = new Element("domain", "type", "xen");
        LibvirtXml.identity(domain, guest);
        LibvirtXml.amounts(domain, guest.memory());
        LibvirtXml.vcpus(domain, guest);
        var tune = new Element("cputune");
        LibvirtXml.pins(tune, guest.pinning().vcpus());
        if (!tune.isEmpty()) domain.add(tune);
        gaps.dropped(guest.cpu().cap().isPresent(), "cpu.cap", "libvirt does not pass it on to Xen: xl can");
        gaps.dropped(guest.memory().hostNodes().isPresent(), "memory.host-nodes", "libvirt does not pass it on to Xen");
        boot(domain);
        features(domain);
        cpu(domain);
        domain.add(new Element("clock", "offset", Words.of(guest.machine().clock())));
        LibvirtXml.endings(domain, guest);
        devices();
        return domain.add(devices);
    }

    private void boot(Element domain) {
        if (!hvm && guest.boot().kernel().isEmpty()) domain.add(Element.text("bootloader", "pygrub"));
        String machine = switch (type) {
            case PV -> "xenpv";
            case HVM -> "xenfv";
            case PVH -> "xenpvh";
        };
        String word = switch (type) {
            case PV -> "linux";
            case HVM -> "hvm";
            case PVH -> "xenpvh";
        };
        var os = new Element("os").add(Element.text("type", word, "arch", "x86_64", "machine", machine));
        if (hvm && guest.machine().firmware() instanceof Firmware.Uefi) os.set("firmware", "efi");
        guest.boot().kernel().ifPresent(kernel -> LibvirtXml.kernel(os, kernel));
        if (hvm)
            guest.boot()
                    .order()
                    .forEach(device -> os.add(new Element(
                            "boot",
                            "dev",
                            switch (device) {
                                case DISK -> "hd";
                                case CDROM -> "cdrom";
                                case NETWORK -> "network";
                            })));
        domain.add(os);
    }

    private void features(Element domain) {
        if (!hvm) return;
        var features = new Element("features").add(new Element("acpi"), new Element("apic"));
        if (guest.cpu().hyperv()) features.add(new Element("viridian"));
        domain.add(features);
    }

    private void cpu(Element domain) {
        boolean nested = hvm && guest.cpu().nested().isPresent();
        if (guest.numa().isEmpty() && guest.cpu().features().isEmpty() && !nested) return;
        var cpu = new Element("cpu", "mode", "host-passthrough");
        if (nested) {
            String policy = guest.cpu().nested().orElseThrow() ? "require" : "disable";
            cpu.add(new Element("feature", "policy", policy, "name", "vmx"));
        }
        for (CpuFeature feature : guest.cpu().features()) {
            cpu.add(new Element("feature", "policy", feature.wanted() ? "require" : "disable", "name", feature.name()));
            gaps.dropped(
                    feature.wanted(),
                    "cpu.features",
                    feature.name() + " cannot be asked of Xen: the guest has what the host has");
        }
        LibvirtXml.numa(cpu, guest.numa());
        for (int i = 0; i < guest.numa().size(); i++)
            gaps.dropped(
                    guest.numa().get(i).hostNode().isPresent(),
                    "numa[" + i + "].host-node",
                    "libvirt does not pass it on to Xen: xl can");
        domain.add(cpu);
    }

    private void devices() {
        var places = new XenDisks(guest, type, gaps);
        for (int i = 0; i < guest.disks().size(); i++) disk(guest.disks().get(i), places.disk(i));
        for (int i = 0; i < guest.cdroms().size(); i++) cdrom(i, guest.cdroms().get(i), places.cdrom(i));
        gaps.approximated(places.isAhci(), "disks", "libvirt cannot ask Xen for SATA: the emulated disks are on IDE");
        for (int i = 0; i < guest.nics().size(); i++) nic(guest.nics().get(i), "nics[" + i + "].");
        serial();
        display();
        if (guest.devices().usb() && !hvm) gaps.dropped("devices.usb", "on Xen for HVM guests only");
        else
            gaps.approximated(
                    guest.devices().usb(), "devices.usb", "Xen's HVM guests have USB 1, as the tablet needs it");
        if (guest.devices().tablet() && hvm) devices.add(new Element("input", "type", "tablet", "bus", "usb"));
        gaps.dropped(guest.devices().tablet() && !hvm, "devices.tablet", "on Xen for HVM guests only");
        for (PciAddress address : guest.devices().pci()) devices.add(LibvirtDevices.hostdev(address));
        if (type == XenType.PVH && !guest.devices().pci().isEmpty())
            gaps.refused("devices.pci", "a PVH guest can have no PCI devices");
    }

    private void disk(Disk disk, String place) {
        Element element = LibvirtDevices.source(disk);
        if (disk.isBlockDevice()) element.add(new Element("driver", "name", "phy", "type", "raw"));
        else
            element.add(new Element("driver", "name", "qemu", "type", DiskSteps.qemu(XenDisks.format(disk)))
                    .set("discard", disk.discard() ? "unmap" : "ignore"));
        if (disk.isBlockDevice())
            gaps.dropped(
                    disk.discard(),
                    "disks[" + guest.disks().indexOf(disk) + "].discard",
                    "Xen passes it on to a block device by itself");
        element.add(new Element("source", disk.isBlockDevice() ? "dev" : "file", XenDisks.path(disk)));
        element.add(new Element("target", "dev", place, "bus", place.startsWith("hd") ? "ide" : "xen"));
        if (disk.readOnly()) element.add(new Element("readonly"));
        devices.add(element);
    }

    private void cdrom(int index, CdRom cdrom, String place) {
        if (place.isEmpty()) return;
        gaps.approximated(
                !hvm, "cdroms[" + index + "]", "a read-only disk, " + place + ": such a guest has no CD-ROM drives");
        if (!hvm && cdrom.path().isEmpty()) return;
        var element = new Element("disk", "type", "file", "device", hvm ? "cdrom" : "disk");
        element.add(new Element("driver", "name", "qemu", "type", "raw"));
        cdrom.path().ifPresent(path -> element.add(new Element("source", "file", path)));
        devices.add(
                element.add(new Element("target", "dev", place, "bus", hvm ? "ide" : "xen"), new Element("readonly")));
    }

    private void nic(Nic nic, String field) {
        Element card = switch (nic.network()) {
            case Network.User(var forwards) -> {
                gaps.approximated(
                        field + "network",
                        "Xen has no network inside the VMM: libvirt's NAT network default"
                                + (forwards.isEmpty() ? "" : ", without the forwarded ports"));
                yield new Element("interface", "type", "network").add(new Element("source", "network", "default"));
            }
            case Network.Nat(String network) ->
                new Element("interface", "type", "network").add(new Element("source", "network", network));
            case Network.Bridge(String bridge) ->
                new Element("interface", "type", "bridge").add(new Element("source", "bridge", bridge));
        };
        card.add(new Element("mac", "address", nic.address().text()));
        boolean emulated = hvm && nic.model() != Nic.Model.VIRTIO;
        devices.add(card.add(new Element("model", "type", emulated ? Words.of(nic.model()) : "netfront")));
    }

    private void serial() {
        if (!hvm) {
            devices.add(new Element("console", "type", "pty").add(new Element("target", "type", "xen", "port", "0")));
            gaps.approximated(
                    !(guest.devices().serial() instanceof Serial.Pty),
                    "devices.serial",
                    "such a guest always has Xen's console, a terminal of the host");
            return;
        }
        Element port = switch (guest.devices().serial()) {
            case Serial.None none -> new Element("serial");
            case Serial.Pty pty -> new Element("serial", "type", "pty");
            case Serial.Socket(String path) ->
                new Element("serial", "type", "unix").add(new Element("source", "mode", "bind", "path", path));
            case Serial.File(String path) ->
                new Element("serial", "type", "file").add(new Element("source", "path", path));
        };
        if (!port.isEmpty()) devices.add(port.add(new Element("target", "port", "0")));
    }

    private void display() {
        if (!hvm && guest.display() instanceof Display.Spice(String listen, int port)) {
            gaps.approximated("display", "SPICE on Xen for HVM guests only: VNC on the same port");
            LibvirtDevices.display(devices, new Display.Vnc(listen, 5900 + port % 100));
        } else LibvirtDevices.display(devices, guest.display());
        Devices.Video video = guest.devices().video();
        if (!hvm) {
            gaps.dropped(
                    video != Devices.Video.NONE, "devices.video", "such a guest has a virtual frame buffer at most");
            return;
        }
        gaps.approximated(
                video == Devices.Video.VIRTIO, "devices.video", "Xen has no virtio card: a standard VGA card");
        String model = switch (video) {
            case NONE -> "none";
            case STD, VIRTIO -> "vga";
            case QXL -> "qxl";
            case CIRRUS -> "cirrus";
        };
        devices.add(new Element("video").add(new Element("model", "type", model)));
    }
}
