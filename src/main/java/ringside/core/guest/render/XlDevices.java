package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ringside.core.guest.CdRom;
import ringside.core.guest.Devices;
import ringside.core.guest.Disk;
import ringside.core.guest.Display;
import ringside.core.guest.Guest;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.PciAddress;
import ringside.core.guest.Platforms.XenType;
import ringside.core.guest.Serial;
import ringside.core.guest.Words;

/** The devices of an xl configuration. */
final class XlDevices {
    private final Guest guest;
    private final XenType type;
    private final boolean hvm;
    private final StringBuilder out;
    private final Gaps gaps;

    XlDevices(Guest guest, XenType type, StringBuilder out, Gaps gaps) {
        this.guest = guest;
        this.type = type;
        hvm = type == XenType.HVM;
        this.out = out;
        this.gaps = gaps;
    }

    void write() {
        disks();
        var cards = new ArrayList<String>();
        for (int i = 0; i < guest.nics().size(); i++) cards.add(nic(guest.nics().get(i), "nics[" + i + "]."));
        list("vif", cards);
        display();
        serial();
        usb();
        pci();
    }

    private void disks() {
        var places = new XenDisks(guest, type, gaps);
        var disks = new ArrayList<String>();
        for (int i = 0; i < guest.disks().size(); i++) {
            Disk disk = guest.disks().get(i);
            String format = disk.format() == Disk.Format.VHD ? "vhd" : Words.of(XenDisks.format(disk));
            disks.add("format=" + format + ", vdev=" + places.disk(i) + ", access=" + (disk.readOnly() ? "ro" : "rw")
                    + (disk.discard() ? ", discard" : ", no-discard")
                    + target(XenDisks.path(disk), "disks[" + i + "].path"));
        }
        for (int i = 0; i < guest.cdroms().size(); i++) cdrom(i, guest.cdroms().get(i), places.cdrom(i), disks);
        list("disk", disks);
        if (places.isAhci()) line("hdtype = \"ahci\"");
    }

    /** Always last: what follows target= is the path as it stands, with its commas and blanks. */
    private String target(String path, String field) {
        if (path.indexOf('\n') >= 0) gaps.refused(field, "xl takes no path with a line break");
        if (path.endsWith(" ") || path.endsWith("\t")) gaps.refused(field, "xl drops blanks at the end of a path");
        return ", target=" + path;
    }

    private void cdrom(int index, CdRom cdrom, String place, List<String> disks) {
        if (place.isEmpty()) return;
        String field = "cdroms[" + index + "]";
        gaps.approximated(!hvm, field, "a read-only disk, " + place + ": such a guest has no CD-ROM drives");
        if (hvm)
            disks.add("format=raw, vdev=" + place + ", access=ro, devtype=cdrom"
                    + target(cdrom.path().orElse(""), field + ".path"));
        else
            cdrom.path()
                    .ifPresent(path ->
                            disks.add("format=raw, vdev=" + place + ", access=ro" + target(path, field + ".path")));
    }

    private String nic(Nic nic, String field) {
        boolean emulated = hvm && nic.model() != Nic.Model.VIRTIO;
        String model = emulated ? "type=ioemu,model=" + Words.of(nic.model()) + "," : hvm ? "type=vif," : "";
        return model + "mac=" + nic.address() + ","
                + switch (nic.network()) {
                    case Network.User(var forwards) -> {
                        gaps.approximated(
                                field + "network",
                                "Xen has no network inside the VMM: NAT by the host's own rules (vif-nat)"
                                        + (forwards.isEmpty() ? "" : ", without the forwarded ports"));
                        yield "script=vif-nat";
                    }
                    case Network.Nat nat -> "bridge=" + NatBridge.of(nat, field + "network", gaps);
                    case Network.Bridge(String bridge) -> "bridge=" + bridge;
                };
    }

    private void display() {
        Devices.Video video = guest.devices().video();
        if (!hvm) {
            gaps.dropped(
                    video != Devices.Video.NONE, "devices.video", "such a guest has a virtual frame buffer at most");
            switch (guest.display()) {
                case Display.None none -> {}
                case Display.Vnc(String listen, int port) -> frameBuffer(listen, port - 5900);
                case Display.Spice(String listen, int port) -> {
                    gaps.approximated("display", "SPICE on Xen for HVM guests only: VNC instead");
                    frameBuffer(listen, port % 100);
                }
            }
            return;
        }
        gaps.approximated(
                video == Devices.Video.VIRTIO, "devices.video", "Xen has no virtio card: a standard VGA card");
        String card = switch (video) {
            case NONE -> "none";
            case STD, VIRTIO -> "stdvga";
            case QXL -> "qxl";
            case CIRRUS -> "cirrus";
        };
        line("vga = \"" + card + "\"");
        screen();
    }

    private void frameBuffer(String listen, int number) {
        line("vfb = [ \"vnc=1,vnclisten=" + listen + ",vncdisplay=" + number + ",vncunused=0\" ]");
    }

    private void screen() {
        switch (guest.display()) {
            case Display.None none -> {
                line("# xl would open VNC by itself");
                line("vnc = 0");
            }
            case Display.Vnc vnc -> {
                line("vnc = 1");
                line("vnclisten = \"" + vnc.listen() + "\"");
                line("vncdisplay = " + vnc.number());
                line("vncunused = 0");
            }
            case Display.Spice(String listen, int port) -> {
                line("vnc = 0");
                line("spice = 1");
                line("spicehost = \"" + listen + "\"");
                line("spiceport = " + port);
                line("spicedisable_ticketing = 1");
            }
        }
    }

    private void serial() {
        Serial serial = guest.devices().serial();
        if (!hvm) {
            gaps.approximated(
                    !(serial instanceof Serial.Pty),
                    "devices.serial",
                    "such a guest always has Xen's console: xl console NAME");
            return;
        }
        switch (serial) {
            case Serial.None none -> {}
            case Serial.Pty pty -> line("serial = \"pty\"");
            case Serial.Socket(String path) ->
                line("serial = " + Xl.string("unix:" + Qemu.escaped(path) + ",server=on,wait=off"));
            case Serial.File(String path) -> line("serial = " + Xl.string("file:" + path));
        }
    }

    private void usb() {
        if (!hvm) {
            gaps.dropped(guest.devices().usb(), "devices.usb", "on Xen for HVM guests only");
            gaps.dropped(guest.devices().tablet(), "devices.tablet", "on Xen for HVM guests only");
            return;
        }
        if (!guest.devices().usb()) return;
        if (guest.devices().tablet()) {
            gaps.approximated("devices.usb", "the tablet is on Xen's USB 1 controller");
            line("usb = 1");
            line("usbdevice = [ \"tablet\" ]");
        } else line("usbctrl = [ \"type=qusb,version=2,ports=4\" ]");
        gaps.approximated(!guest.devices().tablet(), "devices.usb", "Xen has USB 2 at most");
    }

    private void pci() {
        if (guest.devices().pci().isEmpty()) return;
        if (type == XenType.PVH) gaps.refused("devices.pci", "a PVH guest can have no PCI devices");
        else
            list("pci", guest.devices().pci().stream().map(PciAddress::toString).toList());
    }

    private void list(String key, List<String> entries) {
        if (entries.isEmpty()) return;
        line(key + " = [\n"
                + entries.stream().map(entry -> "  " + Xl.string(entry)).collect(Collectors.joining(",\n"))
                + "\n]");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
