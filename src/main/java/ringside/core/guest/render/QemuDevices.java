package ringside.core.guest.render;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
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
import ringside.core.guest.render.Rendering.Step;

/** The disks, cards and other devices of a QEMU command line. */
final class QemuDevices {
    /** The devices that are no part of the board and sit on no bus of another device. */
    private static final Pattern PCI = Pattern.compile(
            "^(?!ide-|scsi-hd|usb-tablet|tpm-)(?:[a-z0-9-]+-pci|VGA|[a-z]+-vga|nvme|ich9-ahci|qemu-xhci|e1000e?|rtl8139|vmxnet3)(?:,|$)");

    private static final int PCI_SLOTS = 30; // of 32; the host bridge and the board's own devices have two
    private static final String BRIDGE_HELPER = "/usr/lib/qemu/qemu-bridge-helper";

    private final Guest guest;
    private final boolean kvm;
    private final Seats seats;
    private final List<List<String>> groups;
    private final List<Step> before;
    private final Gaps gaps;

    QemuDevices(Guest guest, boolean kvm, List<List<String>> groups, List<Step> before, Gaps gaps) {
        this.guest = guest;
        this.kvm = kvm;
        this.groups = groups;
        this.before = before;
        this.gaps = gaps;
        seats = new Seats(guest);
    }

    void write() {
        controllers();
        for (int i = 0; i < guest.disks().size(); i++) disk(i, guest.disks().get(i));
        for (int i = 0; i < guest.cdroms().size(); i++) cdrom(i, guest.cdroms().get(i));
        for (int i = 0; i < guest.nics().size(); i++) nic(i, guest.nics().get(i));
        display();
        serial();
        others();
        room();
    }

    /** libvirt makes bridges for more; here every device sits on the machine's own bus. */
    private void room() {
        long needed = groups.stream()
                .flatMap(List::stream)
                .filter(word -> PCI.matcher(word).find())
                .count();
        if (needed > PCI_SLOTS)
            gaps.refused(
                    "disks",
                    "QEMU's board has room for " + PCI_SLOTS + " PCI devices, the guest has " + needed
                            + ": several disks can share one controller, with bus scsi");
    }

    private void controllers() {
        boolean sata = guest.disks().stream().anyMatch(disk -> disk.bus() == Disk.Bus.SATA);
        if (sata && !guest.machine().type().isQ35()) add("-device", "ich9-ahci,id=sata0");
        for (int i = 1; i <= seats.iothreads(); i++) add("-object", "iothread,id=io" + i);
        boolean shared = guest.disks().stream().anyMatch(disk -> disk.bus() == Disk.Bus.SCSI && !disk.iothread());
        if (shared) add("-device", "virtio-scsi-pci,id=scsi0");
    }

    private void disk(int i, Disk disk) {
        String id = "disk" + i;
        var drive = new StringBuilder("file=" + Qemu.escaped(disk.path()) + ",if=none,id=" + id);
        drive.append(",format=").append(DiskSteps.qemu(disk.format()));
        drive.append(",cache=").append(Words.of(disk.cache()));
        drive.append(",aio=").append(disk.io() == Disk.Io.IO_URING ? "io_uring" : Words.of(disk.io()));
        drive.append(",discard=").append(disk.discard() ? "unmap" : "ignore");
        if (disk.readOnly()) drive.append(",readonly=on");
        disk.limit().ifPresent(limit -> {
            limit.mibPerSecond()
                    .ifPresent(most -> drive.append(",throttling.bps-total=").append((long) most << 20));
            limit.iops()
                    .ifPresent(most -> drive.append(",throttling.iops-total=").append(most));
        });
        String boot = boot(Boot.Device.DISK, i);
        int seat = seats.disk(i);
        if (disk.bus() == Disk.Bus.SCSI && disk.iothread())
            add("-device", "virtio-scsi-pci,id=scsi" + seat + ",iothread=io" + seats.iothread(i));
        groups.add(List.of(
                "-drive",
                drive.toString(),
                "-device",
                switch (disk.bus()) {
                            case VIRTIO ->
                                "virtio-blk-pci,drive=" + id
                                        + (disk.iothread() ? ",iothread=io" + seats.iothread(i) : "");
                            case SCSI -> "scsi-hd,drive=" + id + ",bus=scsi" + seat + ".0";
                            case SATA -> "ide-hd,drive=" + id + ",bus=" + (q35() ? "ide." : "sata0.") + seat;
                            case IDE -> "ide-hd,drive=" + id + ",bus=ide." + seat / 2 + ",unit=" + seat % 2;
                            case NVME -> "nvme,drive=" + id + ",serial=" + id;
                        }
                        + boot));
    }

    private void cdrom(int i, CdRom cdrom) {
        int seat = seats.cdrom(i);
        String device = "ide-cd,bus=ide." + (q35() ? seat : seat / 2 + ",unit=" + seat % 2);
        String boot = boot(Boot.Device.CDROM, i);
        if (cdrom.path().isEmpty()) add("-device", device + ",id=cdrom" + i + boot);
        else
            add(
                    "-drive",
                    "file=" + Qemu.escaped(cdrom.path().get()) + ",if=none,id=cdrom" + i
                            + ",format=raw,media=cdrom,readonly=on",
                    "-device",
                    device + ",drive=cdrom" + i + boot);
    }

    private void nic(int i, Nic nic) {
        String id = "net" + i;
        String device = (nic.model() == Nic.Model.VIRTIO ? "virtio-net-pci" : Words.of(nic.model())) + ",netdev=" + id
                + ",mac=" + nic.address();
        if (nic.queues() > 1) device += ",mq=on,vectors=" + (2 * nic.queues() + 2);
        String backend = switch (nic.network()) {
            case Network.User(var forwards) -> user(id, forwards);
            case Network.Nat nat -> tap(id, NatBridge.of(nat, "nics[" + i + "].network", gaps), nic);
            case Network.Bridge(String bridge) -> tap(id, bridge, nic);
        };
        add("-netdev", backend, "-device", device + boot(Boot.Device.NETWORK, i));
    }

    private static String user(String id, List<Network.Forward> forwards) {
        var user = new StringBuilder("user,id=" + id);
        for (Network.Forward one : forwards)
            user.append(",hostfwd=%s:%s:%s-:%s"
                    .formatted(Words.of(one.protocol()), one.host(), one.hostPort(), one.guestPort()));
        return user.toString();
    }

    /** With one queue QEMU's helper makes the interface; several need one that is there. */
    private String tap(String id, String bridge, Nic nic) {
        String vhost = kvm && nic.model() == Nic.Model.VIRTIO ? ",vhost=on" : "";
        if (nic.queues() == 1) return "tap,id=" + id + ",br=" + bridge + ",helper=" + BRIDGE_HELPER + vhost;
        String name = "tap" + nic.address().digits().substring(4);
        String why = "an interface with several queues on the bridge";
        before.add(
                new Step(why, List.of("ip", "tuntap", "add", "dev", name, "mode", "tap", "multi_queue", "vnet_hdr")));
        before.add(new Step(why, List.of("ip", "link", "set", name, "master", bridge, "up")));
        return "tap,id=" + id + ",ifname=" + name + ",br=" + bridge + ",queues=" + nic.queues()
                + ",script=no,downscript=no" + vhost;
    }

    private void display() {
        switch (guest.devices().video()) {
            case NONE -> add("-vga", "none");
            case STD -> add("-device", "VGA");
            case VIRTIO -> add("-device", "virtio-vga");
            case QXL -> add("-device", "qxl-vga");
            case CIRRUS -> add("-device", "cirrus-vga");
        }
        add("-display", "none");
        switch (guest.display()) {
            case Display.None none -> {}
            case Display.Vnc vnc -> add("-vnc", vnc.listen() + ":" + vnc.number());
            case Display.Spice(String listen, int port) ->
                add("-spice", "addr=" + listen + ",port=" + port + ",disable-ticketing=on");
        }
    }

    private void serial() {
        String chardev = switch (guest.devices().serial()) {
            case Serial.None none -> "";
            case Serial.Pty pty -> "pty,id=serial0";
            case Serial.Socket(String path) -> "socket,id=serial0,path=" + Qemu.escaped(path) + ",server=on,wait=off";
            case Serial.File(String path) -> "file,id=serial0,path=" + Qemu.escaped(path);
        };
        if (chardev.isEmpty()) add("-serial", "none");
        else add("-chardev", chardev, "-serial", "chardev:serial0");
    }

    private void others() {
        Devices devices = guest.devices();
        if (devices.rng())
            add("-object", "rng-random,id=rng0,filename=/dev/urandom", "-device", "virtio-rng-pci,rng=rng0");
        if (guest.memory().balloon()) add("-device", "virtio-balloon-pci");
        if (guest.machine().tpm()) tpm();
        if (devices.usb()) add("-device", "qemu-xhci,id=usb0");
        if (devices.tablet()) add("-device", "usb-tablet,bus=usb0.0");
        for (PciAddress address : devices.pci()) add("-device", "vfio-pci,host=" + address);
    }

    /** QEMU speaks to swtpm, which keeps the TPM's state and has to run first. */
    private void tpm() {
        String socket = SocketPath.named("/var/lib/ringside/", guest, "-tpm/socket");
        String state = socket.substring(0, socket.lastIndexOf('/'));
        before.add(new Step("where the TPM keeps its state", List.of("mkdir", "-p", state)));
        before.add(new Step(
                "the TPM itself, before every start",
                List.of(
                        "swtpm",
                        "socket",
                        "--tpm2",
                        "--tpmstate",
                        "dir=" + state,
                        "--ctrl",
                        "type=unixio,path=" + socket,
                        "--daemon")));
        add("-chardev", "socket,id=tpm0,path=" + Qemu.escaped(socket));
        add("-tpmdev", "emulator,id=tpm,chardev=tpm0", "-device", "tpm-crb,tpmdev=tpm");
    }

    private boolean q35() {
        return guest.machine().type().isQ35();
    }

    private String boot(Boot.Device device, int index) {
        OptionalInt turn = seats.turn(device, index);
        return turn.isPresent() ? ",bootindex=" + turn.getAsInt() : "";
    }

    private void add(String... words) {
        groups.add(List.of(words));
    }
}
