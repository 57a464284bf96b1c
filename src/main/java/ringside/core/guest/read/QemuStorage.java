package ringside.core.guest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ringside.core.guest.Boot;
import ringside.core.guest.CdRom;
import ringside.core.guest.Disk;
import ringside.core.guest.Refusal;
import ringside.core.guest.read.QemuArguments.Argument;

/** The disks and CD-ROMs of a QEMU command line, and what the guest boots from. */
final class QemuStorage {
    private static final List<String> DISKS = List.of("virtio-blk-pci", "virtio-blk", "scsi-hd", "ide-hd", "nvme");
    private static final List<String> CDROMS = List.of("ide-cd", "scsi-cd");

    private final QemuArguments arguments;
    private final GuestDraft draft;
    private final Map<String, Argument> drives = new HashMap<>();
    private final Map<String, Argument> nodes;
    private final Map<String, String> controllerThreads = new HashMap<>();

    QemuStorage(QemuArguments arguments, GuestDraft draft) {
        this.arguments = arguments;
        this.draft = draft;
        arguments.all("-drive").forEach(drive -> drives.put(drive.id(), drive));
        nodes = new HashMap<>();
        arguments.all("-blockdev").forEach(node -> nodes.put(name(node), node));
    }

    private static String name(Argument node) {
        return Options.parse("x," + text(node), "").take("node-name").orElse("");
    }

    private static String text(Argument node) {
        String text = node.toString().substring("-blockdev ".length());
        return text.startsWith("{") ? JsonOptions.flat(text, "") : text;
    }

    static boolean isFlash(Argument drive) {
        return Options.parse(drive.toString().substring("-drive ".length()), "")
                .take("if")
                .filter("pflash"::equals)
                .isPresent();
    }

    void read() {
        for (Argument device : arguments.all("-device")) controller(device);
        for (Argument device : arguments.all("-device")) {
            if (DISKS.contains(device.kind())) disk(device);
            else if (CDROMS.contains(device.kind())) cdrom(device);
        }
        for (Argument drive : arguments.all("-drive")) whole(drive);
        for (Argument image : arguments.all("-hda", "-hdb", "-hdc", "-hdd")) plain(image);
        for (Argument image : arguments.all("-cdrom")) {
            image.options().settle();
            draft.attempt(image.line(), image.toString(), () -> draft.cdroms.add(CdRom.of(image.value())));
        }
        boot();
    }

    private void controller(Argument device) {
        switch (device.kind()) {
            case "virtio-scsi-pci", "virtio-scsi" -> {
                Options options = device.options();
                options.take("iothread")
                        .ifPresent(thread ->
                                controllerThreads.put(options.take("id").orElse(""), thread));
                options.take("id");
            }
            case "ich9-ahci", "ahci" -> device.options().take("id");
            default -> {}
        }
    }

    private void disk(Argument device) {
        Options options = device.options();
        String bus = options.take("bus").orElse("");
        options.take("id");
        options.take("unit");
        options.take("bootindex");
        if (device.kind().equals("nvme")) options.take("serial");
        boolean thread =
                options.take("iothread").isPresent() || controllerThreads.containsKey(bus.replaceFirst("\\.\\d+$", ""));
        String drive = options.take("drive").orElse("");
        Disk.Bus on = switch (device.kind()) {
            case "scsi-hd" -> Disk.Bus.SCSI;
            case "nvme" -> Disk.Bus.NVME;
            case "ide-hd" -> bus.startsWith("ide.") && !draft.type.isQ35() ? Disk.Bus.IDE : Disk.Bus.SATA;
            default -> Disk.Bus.VIRTIO;
        };
        draft.attempt(device.line(), device.toString(), () -> draft.disks.add(disk(drive, on, thread)));
    }

    private Disk disk(String id, Disk.Bus bus, boolean thread) {
        Argument drive = drives.get(id);
        if (drive != null)
            return disk(drive.options(), drive.options().take("file").orElse(""), bus, thread);
        Argument node = nodes.get(id);
        if (node == null) throw new Refusal("drive", "there is no drive " + id);
        return disk(node, bus, thread);
    }

    /** A node with the image's format, on one with its file. */
    private Disk disk(Argument node, Disk.Bus bus, boolean thread) {
        Options format = node.options();
        Optional<Argument> below = format.take("file").map(nodes::get);
        Options file = below.map(Argument::options).orElse(format);
        for (Options each : List.of(format, file))
            List.of("node-name", "auto-read-only", "driver", "file.driver").forEach(each::take);
        String path =
                file.take("filename").or(() -> format.take("file.filename")).orElse("");
        Options merged = Options.parse(
                "x,format=" + format.take("driver").orElse("raw")
                        + format.take("read-only").map(on -> ",readonly=" + on).orElse("")
                        + file.take("aio")
                                .or(() -> file.take("file.aio"))
                                .map(aio -> ",aio=" + aio)
                                .orElse("")
                        + format.take("discard")
                                .or(() -> file.take("discard"))
                                .map(discard -> ",discard=" + discard)
                                .orElse("")
                        + ",cache=" + cache(format, file),
                "");
        file.take("discard");
        return disk(merged, path, bus, thread);
    }

    private static String cache(Options format, Options file) {
        boolean direct = on(format, "cache.direct") | on(file, "cache.direct");
        boolean careless = on(format, "cache.no-flush") | on(file, "cache.no-flush");
        return careless ? "unsafe" : direct ? "none" : "writeback";
    }

    private static boolean on(Options options, String key) {
        return options.take(key).filter("on"::equals).isPresent();
    }

    private static Disk disk(Options drive, String path, Disk.Bus bus, boolean thread) {
        drive.take("if");
        drive.take("id");
        drive.take("media");
        drive.take("index");
        return new Disk(
                path,
                format(drive.take("format").orElse("raw")),
                Optional.empty(),
                false,
                bus,
                Words.of(Disk.Cache.class, "cache", drive.take("cache").orElse("writeback")),
                Words.of(Disk.Io.class, "aio", drive.take("aio").orElse("threads")),
                drive.take("discard")
                        .filter(value -> value.equals("unmap") || value.equals("on"))
                        .isPresent(),
                thread,
                drive.take("readonly").filter("on"::equals).isPresent(),
                limit(drive));
    }

    static Disk.Format format(String name) {
        return switch (name) {
            case "vpc", "vhd" -> Disk.Format.VHD;
            case "host_device", "file" -> Disk.Format.RAW;
            default -> Words.of(Disk.Format.class, "format", name);
        };
    }

    private static Optional<Disk.Limit> limit(Options drive) {
        Optional<Integer> rate = drive.take("throttling.bps-total")
                .or(() -> drive.take("bps"))
                .filter(bytes -> bytes.matches("\\d{1,15}"))
                .map(bytes -> (int) Math.min(Integer.MAX_VALUE, Math.max(1, Long.parseLong(bytes) >> 20)));
        Optional<Integer> iops = drive.take("throttling.iops-total")
                .or(() -> drive.take("iops"))
                .filter(count -> count.matches("\\d{1,9}"))
                .map(Integer::valueOf);
        return rate.isEmpty() && iops.isEmpty() ? Optional.empty() : Optional.of(new Disk.Limit(rate, iops));
    }

    private void cdrom(Argument device) {
        Options options = device.options();
        List.of("bus", "unit", "id", "bootindex").forEach(options::take);
        Optional<Argument> drive = options.take("drive").map(drives::get);
        Optional<String> path = drive.flatMap(found -> found.options().take("file"));
        drive.ifPresent(found ->
                List.of("if", "id", "format", "media", "readonly", "index").forEach(found.options()::take));
        draft.attempt(device.line(), device.toString(), () -> draft.cdroms.add(new CdRom(path, Optional.empty())));
    }

    /** A drive that brings its device with it. */
    private void whole(Argument drive) {
        Optional<String> wanted = Options.parse(drive.toString().substring("-drive ".length()), "")
                .take("if");
        if (wanted.isPresent()
                && List.of("none", "pflash", "floppy", "sd", "mtd").contains(wanted.get())) return;
        Options options = drive.options();
        Optional<String> path = options.take("file");
        List.of("if", "id", "index").forEach(options::take);
        if (options.take("media").filter("cdrom"::equals).isPresent()) {
            List.of("format", "readonly").forEach(options::take);
            draft.attempt(drive.line(), drive.toString(), () -> draft.cdroms.add(new CdRom(path, Optional.empty())));
            return;
        }
        Disk.Bus bus = wanted.filter("virtio"::equals).isPresent()
                ? Disk.Bus.VIRTIO
                : wanted.filter("scsi"::equals).isPresent() ? Disk.Bus.SCSI : legacyBus();
        draft.attempt(
                drive.line(), drive.toString(), () -> draft.disks.add(disk(options, path.orElse(""), bus, false)));
    }

    private Disk.Bus legacyBus() {
        return draft.type.isQ35() ? Disk.Bus.SATA : Disk.Bus.IDE;
    }

    /** {@code -hda} and its like, which leave QEMU to guess the format. */
    private void plain(Argument image) {
        image.options().settle();
        String path = image.value();
        String end = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Disk.Format format = List.of("qcow2", "vdi", "vmdk").contains(end) ? format(end) : Disk.Format.RAW;
        draft.miss(image.line(), image.toString(), "it leaves QEMU to guess the format: taken as " + Words.of(format));
        draft.attempt(
                image.line(),
                image.toString(),
                () -> draft.disks.add(
                        Disk.of(path, format).withCache(Disk.Cache.WRITEBACK).withBus(legacyBus())));
    }

    private void boot() {
        var turns = new TreeMap<Integer, Boot.Device>();
        for (Argument device : arguments.all("-device")) {
            Optional<Boot.Device> kind = kind(device);
            if (kind.isEmpty()) continue;
            device.options()
                    .take("bootindex")
                    .filter(turn -> turn.matches("\\d{1,6}"))
                    .ifPresent(turn -> turns.put(Integer.valueOf(turn), kind.get()));
        }
        draft.order = turns.values().stream().distinct().toList();
        arguments.last("-boot").ifPresent(boot -> {
            boot.options().take("strict");
            boot.options().take("menu");
            if (draft.order.isEmpty()) draft.order = letters(boot.options().head());
        });
    }

    private static Optional<Boot.Device> kind(Argument device) {
        if (DISKS.contains(device.kind())) return Optional.of(Boot.Device.DISK);
        if (CDROMS.contains(device.kind())) return Optional.of(Boot.Device.CDROM);
        return QemuNetworks.isCard(device.kind()) ? Optional.of(Boot.Device.NETWORK) : Optional.empty();
    }

    private List<Boot.Device> letters(String letters) {
        var order = new ArrayList<Boot.Device>();
        for (char letter : letters.toCharArray())
            switch (letter) {
                case 'c' -> order.add(Boot.Device.DISK);
                case 'd' -> order.add(Boot.Device.CDROM);
                case 'n' -> order.add(Boot.Device.NETWORK);
                default -> {}
            }
        return order.stream().distinct().toList();
    }
}
