package ringside.core.guest.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ringside.core.guest.Boot;
import ringside.core.guest.CpuFeature;
import ringside.core.guest.CpuModel;
import ringside.core.guest.CpuSet;
import ringside.core.guest.Devices;
import ringside.core.guest.Display;
import ringside.core.guest.Firmware;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Lifecycle;
import ringside.core.guest.Machine;
import ringside.core.guest.NumaCell;
import ringside.core.guest.PciAddress;
import ringside.core.guest.Platforms;
import ringside.core.guest.Serial;
import ringside.core.guest.Size;
import ringside.core.guest.read.XlConfig.Assignment;
import ringside.core.guest.read.XlConfig.Value;

/** An xl domain configuration. Xen shows a guest the host's CPU, and always has a console. */
final class XlReader {
    /** Features that Xen calls otherwise than QEMU. */
    private static final Map<String, String> FEATURES = Map.of("aesni", "aes", "sse4_1", "sse4.1", "sse4_2", "sse4.2");

    private final GuestDraft draft = new GuestDraft();
    private final Map<String, Assignment> keys = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final String type;

    private XlReader(List<Assignment> assignments) {
        for (Assignment assignment : assignments) keys.put(assignment.key(), assignment);
        type = text("type")
                .orElseGet(() -> text("builder").filter("hvm"::equals).orElse("pv"));
    }

    static Reading read(String text) throws SyntaxFault {
        return new XlReader(XlConfig.parse(text)).read();
    }

    private Reading read() {
        draft.platform = switch (type) {
            case "hvm" -> GuestPlatform.XEN_HVM;
            case "pvh" -> GuestPlatform.XEN_PVH;
            default -> GuestPlatform.XEN_PV;
        };
        draft.xen = Platforms.XenType.valueOf(draft.platform.name().substring(4));
        text("name").ifPresent(name -> draft.name = name);
        text("uuid").ifPresent(this::uuid);
        processors();
        memory();
        boot();
        new XlDeviceReader(draft, type, text("hdtype").filter("ahci"::equals).isPresent())
                .read(entries("disk"), entries("vif"));
        for (Entry device : entries("pci"))
            draft.attempt(device.line(), device.text(), () -> draft.pci.add(PciAddress.of(pci(device.text()))));
        screen();
        consoles();
        ending();
        keys.values().stream()
                .filter(each -> !read.contains(each.key()))
                .forEach(each -> draft.miss(
                        each.line(),
                        each.key() + " = " + shown(each.value()),
                        "Ringside's guests have no such setting"));
        return draft.reading();
    }

    /** One text of a list, or a text that stands for a list of itself. */
    record Entry(String text, int line) {}

    private List<Entry> entries(String key) {
        Assignment assignment = keys.get(key);
        if (assignment == null) return List.of();
        read.add(key);
        if (!(assignment.value() instanceof Value.Items(var values)))
            return List.of(new Entry(shown(assignment.value()), assignment.line()));
        return values.stream()
                .map(value -> new Entry(shown(value), assignment.line()))
                .toList();
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Number(String text) -> text;
            case Value.Items(var values) ->
                values.stream().map(XlReader::shown).toList().toString();
        };
    }

    private Optional<String> text(String key) {
        read.add(key);
        return Optional.ofNullable(keys.get(key))
                .flatMap(assignment -> assignment.value().plain());
    }

    private boolean on(String key) {
        return text(key)
                .filter(value -> value.equals("1") || value.equalsIgnoreCase("true"))
                .isPresent();
    }

    private int line(String key) {
        Assignment assignment = keys.get(key);
        return assignment == null ? 1 : assignment.line();
    }

    private Optional<Long> number(String key) {
        return text(key).filter(digits -> digits.matches("\\d{1,9}")).map(Long::valueOf);
    }

    private void uuid(String text) {
        try {
            draft.uuid = Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            draft.miss(line("uuid"), text, "not a UUID");
        }
    }

    private void processors() {
        draft.model = new CpuModel.Host();
        draft.vcpus = number("vcpus").map(Long::intValue).orElse(1);
        draft.maximumVcpus = number("maxvcpus").map(Long::intValue);
        draft.nested = text("nestedhvm").map("1"::equals);
        draft.cap = number("cap")
                .map(Long::intValue)
                .filter(cap -> cap > 0)
                .map(cap -> Math.clamp(cap / draft.maximumVcpus.orElse(draft.vcpus), 1, 100));
        features();
        read.add("viridian");
        Assignment viridian = keys.get("viridian");
        draft.hyperv = viridian != null && !shown(viridian.value()).equals("0");
        pins();
    }
    /** What the host's CPU has and the guest is not to see: {@code host,aesni=0}. */
    private void features() {
        Optional<String> masks = text("cpuid");
        for (String mask : masks.orElse("").split(",")) {
            String[] sides = mask.strip().split("=", 2);
            if (sides.length != 2) continue;
            if (!List.of("0", "1").contains(sides[1]))
                draft.miss(line("cpuid"), mask, "features are read as on or off");
            else
                draft.attempt(
                        line("cpuid"),
                        mask,
                        () -> draft.features.add(
                                new CpuFeature(FEATURES.getOrDefault(sides[0], sides[0]), sides[1].equals("1"))));
        }
    }

    /** One entry for each vCPU, or one text for all of them. */
    private void pins() {
        Assignment cpus = keys.get("cpus");
        if (cpus == null) return;
        List<Entry> entries = entries("cpus");
        if (shown(cpus.value()).startsWith("nodes:")) {
            String nodes = shown(cpus.value()).substring("nodes:".length());
            draft.attempt(cpus.line(), nodes, () -> draft.hostNodes = Optional.of(CpuSet.of(nodes)));
            return;
        }
        boolean list = cpus.value() instanceof Value.Items;
        int most = draft.maximumVcpus.orElse(draft.vcpus);
        draft.attempt(cpus.line(), "cpus = " + shown(cpus.value()), () -> {
            for (int i = 0; i < most && i < 512; i++)
                if (list ? i < entries.size() : !entries.isEmpty())
                    draft.pins.add(CpuSet.of(entries.get(list ? i : 0).text()));
        });
    }

    private void memory() {
        number("memory")
                .ifPresent(mib -> draft.attempt(line("memory"), "memory", () -> draft.memory = Size.ofMib(mib)));
        draft.balloon = true;
        Optional<Long> most = number("maxmem");
        most.filter(mib -> mib > draft.memory.mib()).ifPresent(mib -> {
            draft.attempt(line("maxmem"), "maxmem", () -> draft.maximumMemory = Optional.of(Size.ofMib(mib)));
        });
        read.add("vnuma");
        Assignment vnuma = keys.get("vnuma");
        if (vnuma != null && vnuma.value() instanceof Value.Items(var nodes))
            for (Value node : nodes) if (node instanceof Value.Items(var settings)) node(vnuma.line(), settings);
    }

    private void node(int line, List<Value> settings) {
        Map<String, String> node = new LinkedHashMap<>();
        for (Value setting : settings) {
            String[] parts = shown(setting).split("=", 2);
            if (parts.length == 2) node.put(parts[0].strip(), parts[1].strip());
        }
        node.remove("vdistances");
        draft.attempt(
                line,
                "vnuma " + node,
                () -> draft.numa.add(new NumaCell(
                        CpuSet.of(node.getOrDefault("vcpus", "")),
                        Size.of(node.getOrDefault("size", "") + " MiB"),
                        Optional.ofNullable(node.get("pnode"))
                                .filter(digits -> digits.matches("\\d{1,4}"))
                                .map(Integer::valueOf))));
    }

    private void boot() {
        boolean uefi =
                text("bios").or(() -> text("firmware")).filter("ovmf"::equals).isPresent();
        if (uefi) draft.firmware = Firmware.Uefi.PLAIN;
        Optional<String> initrd = text("ramdisk");
        Optional<String> arguments = text("cmdline").or(() -> text("extra"));
        text("kernel")
                .ifPresent(kernel -> draft.kernel = draft.attempt(
                        line("kernel"),
                        "kernel = " + kernel,
                        () -> new Boot.Kernel(kernel, initrd, arguments.orElse(""))));
        if (!type.equals("hvm")) {
            draft.order = entries("disk").isEmpty() ? List.of() : List.of(Boot.Device.DISK);
            read.add("bootloader");
            return;
        }
        var order = new ArrayList<Boot.Device>();
        for (char letter : text("boot").orElse("").toCharArray())
            switch (letter) {
                case 'c' -> order.add(Boot.Device.DISK);
                case 'd' -> order.add(Boot.Device.CDROM);
                case 'n' -> order.add(Boot.Device.NETWORK);
                default ->
                    draft.miss(
                            line("boot"), "boot = " + letter, "the order is of c (disk), d (CD-ROM) and n (network)");
            }
        draft.order = order.stream().distinct().toList();
    }

    /** {@code 65:00.0,permissive=1}: settings after the address are Xen's own. */
    private static String pci(String entry) {
        return entry.split(",", 2)[0].strip().replaceFirst("@.*", "");
    }

    private void screen() {
        if (type.equals("hvm")) {
            draft.video = switch (text("vga").orElse("cirrus")) {
                case "stdvga" -> Devices.Video.STD;
                case "qxl" -> Devices.Video.QXL;
                case "none" -> Devices.Video.NONE;
                default -> Devices.Video.CIRRUS;
            };
            boolean spice = on("spice");
            boolean vnc = text("vnc").map("1"::equals).orElse(!spice);
            String listen = text(spice ? "spicehost" : "vnclisten").orElse("127.0.0.1");
            long number = number(spice ? "spiceport" : "vncdisplay").orElse(spice ? 5930L : 0L);
            draft.attempt(line(spice ? "spice" : "vnc"), "display", () -> {
                if (spice) draft.display = new Display.Spice(listen, (int) number);
                else if (vnc) draft.display = new Display.Vnc(listen, (int) (5900 + number));
            });
            List.of("videoram", "spicedisable_ticketing", "vncunused", "nographic", "sdl", "opengl")
                    .forEach(this::text);
        } else vfb();
    }

    /** A paravirtual screen, whose only viewer is VNC. */
    private void vfb() {
        for (Entry screen : entries("vfb")) {
            Map<String, String> settings = new LinkedHashMap<>();
            for (String part : screen.text().split(",")) {
                String[] sides = part.strip().split("=", 2);
                if (sides.length == 2) settings.put(sides[0].strip(), sides[1].strip());
            }
            if (!settings.getOrDefault("vnc", "1").equals("1")) continue;
            String number = settings.getOrDefault("vncdisplay", "0");
            draft.attempt(
                    screen.line(),
                    screen.text(),
                    () -> draft.display = new Display.Vnc(
                            settings.getOrDefault("vnclisten", "127.0.0.1"),
                            5900 + (number.matches("\\d{1,5}") ? Integer.parseInt(number) : 0)));
        }
    }

    private void consoles() {
        if (!type.equals("hvm")) draft.serial = new Serial.Pty();
        else
            text("serial")
                    .ifPresent(serial -> draft.attempt(line("serial"), serial, () -> draft.serial = serial(serial)));
        if (on("usb")) draft.usb = true;
        for (Entry device : entries("usbdevice"))
            if (device.text().equals("tablet")) draft.tablet = true;
            else draft.miss(device.line(), "usbdevice " + device.text(), "of USB devices a guest has a tablet only");
        if (text("usbversion").isPresent()) draft.usb = true;
        if (!entries("usbctrl").isEmpty()) draft.usb = true;
        read.add("hap");
        read.add("pae");
        read.add("acpi");
        read.add("apic");
    }

    private static Serial serial(String text) {
        if (text.startsWith("unix:"))
            return new Serial.Socket(Options.split(text.substring(5)).getFirst());
        if (text.startsWith("file:")) return new Serial.File(text.substring(5));
        return text.equals("none") ? new Serial.None() : new Serial.Pty();
    }

    private void ending() {
        if (on("localtime")) draft.clock = Machine.Clock.LOCALTIME;
        ending("on_reboot").ifPresent(ending -> draft.reboot = ending);
        ending("on_poweroff").ifPresent(ending -> draft.poweroff = ending);
        ending("on_crash").ifPresent(ending -> draft.crash = ending);
    }

    private Optional<Lifecycle.Ending> ending(String key) {
        return text(key).map(word -> switch (word) {
            case "restart", "rename-restart", "coredump-restart", "soft-reset" -> Lifecycle.Ending.RESTART;
            case "preserve" -> Lifecycle.Ending.PRESERVE;
            default -> Lifecycle.Ending.DESTROY;
        });
    }
}
