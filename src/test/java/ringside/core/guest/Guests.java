package ringside.core.guest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import ringside.core.guest.Network.Forward;

/** Guests at random, all that construct: plain ones, and such whose texts are as hostile as texts can be. */
public final class Guests {
    private static final List<String> HOSTILE = List.of(
            "a b",
            "it's",
            "\"quoted\"",
            "$(touch /tmp/pwned)",
            "`id`",
            "a,b,,c",
            "a=b",
            "line\nbreak",
            "tab\there",
            "\\n",
            "<x a='1'/>",
            "]]>",
            "&amp;",
            "#no comment",
            "%s%n",
            "{json:}",
            "Grüße-日本-🎛",
            "-rf",
            "--help",
            "~",
            "*",
            ";:|&<>",
            "!",
            "x".repeat(300),
            "$HOME",
            "${IFS}",
            "\u2028",
            "null",
            "yes",
            "'; rm -rf /; '");

    private final Random random;
    private final boolean hostile;

    private Guests(long seed, boolean hostile) {
        random = new Random(seed);
        this.hostile = hostile;
    }

    /** A guest that could be met in the field. */
    public static Guest plain(long seed) {
        return new Guests(seed, false).guest();
    }

    /** A guest with spaces, quotes, commas, line breaks, substitutions and Unicode in every text. */
    public static Guest hostile(long seed) {
        return new Guests(seed, true).guest();
    }

    private Guest guest() {
        Machine machine = machine();
        Cpu cpu = cpu();
        boolean cells = cpu.most() >= 2 && odds(6);
        Memory memory = memory(cells);
        List<Nic> nics = nics();
        List<Disk> disks = disks(machine.type().isQ35());
        List<CdRom> cdroms = some(odds(2) ? 0 : 2, this::cdrom);
        Devices devices = devices();
        return new Guest(
                name(),
                maybe(() -> new UUID(random.nextLong(), random.nextLong())),
                pick(GuestOs.values()),
                cpu,
                memory,
                machine,
                boot(disks, cdroms, nics),
                disks,
                cdroms,
                nics,
                display(devices),
                devices,
                cells ? cells(cpu, memory) : List.of(),
                pinning(cpu),
                lifecycle(),
                platforms());
    }

    /** A screen, where there is a video card. */
    private Display display(Devices devices) {
        if (devices.video() == Devices.Video.NONE) return new Display.None();
        return switch (random.nextInt(3)) {
            case 0 -> new Display.None();
            case 1 -> new Display.Vnc(pick("127.0.0.1", "0.0.0.0"), 5900 + random.nextInt(100));
            default -> new Display.Spice(pick("127.0.0.1", "0.0.0.0"), 5930 + random.nextInt(100));
        };
    }

    private String name() {
        String name = "guest-" + random.nextInt(1000);
        if (!hostile) return name;
        return name
                + hostileText(false)
                        .replace("/", "_")
                        .replace("\n", " ")
                        .replace("\t", " ")
                        .strip();
    }

    private String path(String folder, String ending) {
        return folder + "/d" + random.nextInt(1_000_000) + (hostile ? hostileText(true) : "") + ending;
    }

    /** Linux has room for 107 bytes of it. */
    private String socket() {
        String path = path("/run", ".sock");
        return path.getBytes(StandardCharsets.UTF_8).length <= 107 ? path : "/run/a,b 'c\" $(id)/日本.sock";
    }

    private String hostileText(boolean long4k) {
        if (long4k && odds(20)) return "/" + "y".repeat(200) + ("/" + "z".repeat(180)).repeat(20);
        var text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String one = pick(HOSTILE.toArray(String[]::new));
            if (one.length() < 100 || long4k) text.append(one);
        }
        return text.toString();
    }

    private Cpu cpu() {
        var layout = new Topology(1 + random.nextInt(2), 1 + random.nextInt(4), 1 + random.nextInt(2));
        int all = (int) layout.product();
        int first = odds(4) ? 1 + random.nextInt(all) : all;
        return new Cpu(
                first,
                first < all ? Optional.of(all) : Optional.empty(),
                Optional.of(layout),
                switch (random.nextInt(5)) {
                    case 0 -> new CpuModel.Maximum();
                    case 1 -> new CpuModel.Baseline();
                    case 2 -> new CpuModel.Named(pick("Skylake-Client-v3", "EPYC", "Nehalem"));
                    default -> new CpuModel.Host();
                },
                odds(3)
                        ? List.of(new CpuFeature("aes", random.nextBoolean()), new CpuFeature("avx512f", false))
                        : List.of(),
                odds(4) ? Optional.of(random.nextBoolean()) : Optional.empty(),
                odds(5),
                odds(5) ? Optional.of(1 + random.nextInt(99)) : Optional.empty());
    }

    private Memory memory(boolean cells) {
        Size size = Size.ofMib(256L * (2 + random.nextInt(30)));
        boolean balloon = random.nextBoolean();
        return new Memory(
                size,
                balloon && !cells && odds(3) ? Optional.of(Size.ofMib(size.mib() + 1024)) : Optional.empty(),
                odds(4),
                balloon,
                odds(4),
                !cells && odds(5) ? Optional.of(CpuSet.of(pick("0", "0-1"))) : Optional.empty());
    }

    private Machine machine() {
        MachineType type = pick(MachineType.Q35, MachineType.Q35, MachineType.PC, MachineType.of("pc-q35-7.2"));
        Firmware firmware = switch (random.nextInt(4)) {
            case 0 -> type.isQ35() ? Firmware.Uefi.SECURE : Firmware.Uefi.PLAIN;
            case 1 -> Firmware.Uefi.PLAIN;
            default -> new Firmware.Bios();
        };
        if (hostile && firmware instanceof Firmware.Uefi uefi && odds(3))
            firmware = new Firmware.Uefi(
                    uefi.secureBoot(), Optional.of("/srv/ovmf,4m/CODE.fd"), Optional.of("/srv/ovmf,4m/VARS.fd"));
        return new Machine(type, firmware, odds(5), pick(Machine.Clock.values()));
    }

    private Boot boot(List<Disk> disks, List<CdRom> cdroms, List<Nic> nics) {
        var order = new ArrayList<Boot.Device>();
        if (!nics.isEmpty() && odds(5)) order.add(Boot.Device.NETWORK);
        if (!disks.isEmpty()) order.add(random.nextInt(order.size() + 1), Boot.Device.DISK);
        if (!cdroms.isEmpty() && odds(2)) order.add(random.nextInt(order.size() + 1), Boot.Device.CDROM);
        return new Boot(odds(3) ? Optional.of(kernel()) : Optional.empty(), order);
    }

    private Boot.Kernel kernel() {
        return new Boot.Kernel(
                path("/boot", ""),
                maybe(() -> path("/boot", ".img")),
                "console=ttyS0 root=/dev/vda"
                        + (hostile ? " " + hostileText(true).strip() : ""));
    }

    private List<Disk> disks(boolean q35) {
        var disks = new ArrayList<Disk>();
        int most = random.nextInt(4);
        int legacy = 0;
        while (disks.size() < most) {
            Disk disk = disk(q35, legacy < 2);
            if (!disk.bus().isParavirtual()) legacy++;
            disks.add(disk);
        }
        return disks;
    }

    private Disk disk(boolean q35, boolean legacy) {
        Disk.Bus bus = pick(Disk.Bus.VIRTIO, Disk.Bus.VIRTIO, Disk.Bus.SCSI, Disk.Bus.SATA, Disk.Bus.NVME);
        if (!q35 && odds(3)) bus = Disk.Bus.IDE;
        if (!legacy) bus = Disk.Bus.VIRTIO;
        boolean device = odds(4);
        Disk.Format format = device ? Disk.Format.RAW : pick(Disk.Format.values());
        Disk.Cache cache = pick(Disk.Cache.values());
        Optional<Size> size = odds(2) ? Optional.of(Size.ofGib(1 + random.nextInt(20))) : Optional.empty();
        return new Disk(
                path(device ? "/dev/vg0" : "/srv", device ? "" : "." + Words.of(format)),
                format,
                size,
                size.isPresent() && random.nextBoolean(),
                bus,
                cache,
                cache.isDirect() && random.nextBoolean() ? Disk.Io.NATIVE : pick(Disk.Io.THREADS, Disk.Io.IO_URING),
                random.nextBoolean(),
                bus.isParavirtual() && random.nextBoolean(),
                bus != Disk.Bus.IDE && bus != Disk.Bus.SATA && odds(6),
                odds(5)
                        ? Optional.of(new Disk.Limit(Optional.of(50), odds(2) ? Optional.of(1000) : Optional.empty()))
                        : Optional.empty());
    }

    private CdRom cdrom() {
        if (odds(4)) return new CdRom(Optional.empty(), Optional.empty());
        return new CdRom(
                Optional.of(path("/srv", ".iso")),
                odds(2)
                        ? Optional.of(new CdRom.CloudInit(
                                path("/srv", "-user"), maybe(() -> path("/srv", "-meta")), Optional.empty()))
                        : Optional.empty());
    }

    private List<Nic> nics() {
        var nics = new ArrayList<Nic>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int port = 2000 + 100 * i;
            Network network = switch (random.nextInt(4)) {
                case 0 ->
                    new Network.User(
                            List.of(Forward.tcp(port, 22), new Forward(Network.Protocol.UDP, "0.0.0.0", port + 1, 53)));
                case 1 -> Network.User.PLAIN;
                case 2 -> new Network.Nat("default");
                default -> new Network.Bridge(pick("br0", "xenbr0"));
            };
            Nic nic = Nic.on(network)
                    .withModel(pick(
                            Nic.Model.VIRTIO,
                            Nic.Model.VIRTIO,
                            Nic.Model.E1000,
                            Nic.Model.E1000E,
                            Nic.Model.RTL8139,
                            Nic.Model.VMXNET3));
            if (nic.model() == Nic.Model.VIRTIO && !(network instanceof Network.User) && odds(3))
                nic = new Nic(network, nic.model(), nic.mac(), 4);
            nics.add(nic.withMac(Mac.derived("card " + random.nextInt(), i)));
        }
        return nics;
    }

    private Devices devices() {
        boolean usb = random.nextBoolean();
        return new Devices(
                pick(Devices.Video.values()),
                switch (random.nextInt(5)) {
                    case 0 -> new Serial.None();
                    case 1 -> new Serial.Socket(socket());
                    case 2 -> new Serial.File(path("/var/log", ".log"));
                    default -> new Serial.Pty();
                },
                random.nextBoolean(),
                usb,
                usb && random.nextBoolean(),
                odds(6) ? List.of(new PciAddress(0, 0x65, 0, 0)) : List.of());
    }

    private List<NumaCell> cells(Cpu cpu, Memory memory) {
        int half = cpu.most() / 2;
        var first = CpuSet.upTo(half);
        var second = new CpuSet(CpuSet.upTo(cpu.most()).numbers().subList(half, cpu.most()));
        Size low = Size.ofMib(memory.size().mib() / 2);
        boolean bound = random.nextBoolean();
        return List.of(
                new NumaCell(first, low, bound ? Optional.of(0) : Optional.empty()),
                new NumaCell(
                        second,
                        Size.ofMib(memory.size().mib() - low.mib()),
                        bound ? Optional.of(1) : Optional.empty()));
    }

    private Pinning pinning(Cpu cpu) {
        if (!odds(4)) return Pinning.NONE;
        var vcpus = new ArrayList<CpuSet>();
        for (int i = 0; i < cpu.most(); i++) vcpus.add(odds(5) ? CpuSet.of("2-3,5") : CpuSet.single(2 + i));
        return new Pinning(vcpus, maybe(() -> CpuSet.of("0-1")), maybe(() -> CpuSet.single(1)));
    }

    private Lifecycle lifecycle() {
        Lifecycle.Ending reboot = pick(Lifecycle.Ending.RESTART, Lifecycle.Ending.RESTART, Lifecycle.Ending.DESTROY);
        return new Lifecycle(
                reboot,
                reboot == Lifecycle.Ending.RESTART && odds(3) ? Lifecycle.Ending.RESTART : Lifecycle.Ending.DESTROY,
                pick(Lifecycle.Ending.values()));
    }

    private Platforms platforms() {
        return new Platforms(
                List.of(
                        pick(GuestPlatform.QEMU, GuestPlatform.KVM),
                        pick(GuestPlatform.LIBVIRT_KVM, GuestPlatform.LIBVIRT_QEMU, GuestPlatform.LIBVIRT_XEN),
                        pick(GuestPlatform.XEN_PV, GuestPlatform.XEN_HVM, GuestPlatform.XEN_PVH),
                        GuestPlatform.VIRTUALBOX),
                pick(Platforms.XenType.values()),
                pick(Platforms.VirtualBoxRelease.values()));
    }

    private boolean odds(int one) {
        return random.nextInt(one) == 0;
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(int most, Supplier<T> value) {
        var some = new ArrayList<T>();
        for (int i = random.nextInt(most + 1); i > 0; i--) some.add(value.get());
        return some;
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
