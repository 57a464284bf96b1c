package ringside.core.guest.read;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ringside.core.guest.Boot;
import ringside.core.guest.CpuModel;
import ringside.core.guest.Devices;
import ringside.core.guest.Firmware;
import ringside.core.guest.GuestOs;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Mac;
import ringside.core.guest.Machine;
import ringside.core.guest.MachineType;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Refusal;
import ringside.core.guest.Serial;
import ringside.core.guest.Size;

/** A machine's file as VirtualBox keeps it (.vbox). Snapshots and what only VirtualBox has are not understood. */
final class VBoxReader {
    private final GuestDraft draft = new GuestDraft();
    private final XmlElement root;
    private final XmlElement machine;
    private final XmlElement hardware;
    private final String folder;

    private VBoxReader(XmlElement root, XmlElement machine, String folder) {
        this.root = root;
        this.machine = machine;
        this.folder = folder;
        hardware = machine.child("Hardware").orElse(machine);
    }

    /** @param folder where the file is, which the paths of media in it may begin from */
    static Reading read(String text, String folder) throws SyntaxFault {
        XmlElement root = XmlElement.parse(text);
        Optional<XmlElement> machine = root.child("Machine");
        if (machine.isEmpty()) throw new SyntaxFault(root.line(), "no <Machine> in <" + root.name() + ">");
        return new VBoxReader(root, machine.get(), folder).read();
    }

    private Reading read() {
        draft.platform = GuestPlatform.VIRTUALBOX;
        root.attribute("version");
        identity();
        processors();
        board();
        new VBoxStorage(machine, hardware, folder, draft).read();
        boot();
        devices();
        network();
        root.addLeftovers("Ringside's guests have no such setting", draft.notUnderstood);
        return draft.reading();
    }

    private void identity() {
        List.of("snapshotFolder", "lastStateChange", "stateFile", "currentSnapshot", "aborted")
                .forEach(machine::attribute);
        machine.attribute("name").ifPresent(name -> draft.name = name);
        machine.attribute("uuid").ifPresent(text -> {
            try {
                draft.uuid = Optional.of(UUID.fromString(text.replaceAll("[{}]", "")));
            } catch (IllegalArgumentException notOne) {
                draft.miss(machine.line(), text, "not a UUID");
            }
        });
        machine.attribute("OSType")
                .ifPresent(type -> draft.os = type.startsWith("Windows")
                        ? GuestOs.WINDOWS
                        : type.matches(
                                        "(Linux|Debian|Ubuntu|Fedora|RedHat|openSUSE|ArchLinux|Gentoo|Oracle|Mandriva|Turbolinux|Xandros).*")
                                ? GuestOs.LINUX
                                : GuestOs.OTHER);
    }

    private void processors() {
        draft.model = new CpuModel.Host();
        hardware.child("CPU").ifPresent(cpu -> {
            int count = whole(cpu, "count").orElse(1);
            draft.vcpus = cpu.child("CpuTree").map(tree -> plugged(tree)).orElse(count);
            draft.maximumVcpus = Optional.of(count)
                    .filter(most ->
                            cpu.attribute("hotplug").filter("true"::equals).isPresent());
            draft.cap = whole(cpu, "executionCap").filter(percent -> percent < 100);
            if (isOn(cpu, "NestedHWVirt")) draft.nested = Optional.of(true);
            draft.hugePages = isOn(cpu, "HardwareVirtExLargePages");
            List.of(
                            "PAE",
                            "LongMode",
                            "X2APIC",
                            "HardwareVirtEx",
                            "HardwareVirtExNestedPaging",
                            "HardwareVirtExVPID",
                            "HardwareVirtExUX")
                    .forEach(setting -> cpu.child(setting).ifPresent(XmlElement::settle));
        });
        hardware.child("Memory").ifPresent(memory -> {
            memory.attribute("PageFusion");
            whole(memory, "RAMSize")
                    .ifPresent(mib ->
                            draft.attempt(memory.line(), memory.toString(), () -> draft.memory = Size.ofMib(mib)));
        });
    }

    /** Those that are there when it starts, where more can be plugged in. */
    private static int plugged(XmlElement tree) {
        int cpus = tree.children("Cpu").size();
        tree.settle();
        return Math.max(1, cpus);
    }

    private static Optional<Integer> whole(XmlElement element, String attribute) {
        return element.attribute(attribute).flatMap(LibvirtReader::number);
    }

    private static boolean isOn(XmlElement parent, String name) {
        return parent.child(name)
                .flatMap(child -> child.attribute("enabled"))
                .filter("true"::equals)
                .isPresent();
    }

    private void board() {
        hardware.child("Chipset")
                .ifPresent(chipset -> draft.type =
                        chipset.attribute("type").filter("ICH9"::equals).isPresent()
                                ? MachineType.Q35
                                : MachineType.PC);
        hardware.child("Firmware")
                .flatMap(firmware -> firmware.attribute("type"))
                .filter(type -> type.startsWith("EFI"))
                .ifPresent(efi -> draft.firmware = Firmware.Uefi.PLAIN);
        hardware.child("TrustedPlatformModule")
                .flatMap(tpm -> tpm.attribute("type"))
                .filter("v2_0"::equals)
                .ifPresent(tpm -> draft.tpm = true);
        // Local time is VirtualBox's default, and the file does not say what is the default
        boolean utc = hardware.child("RTC")
                .flatMap(clock -> clock.attribute("localOrUTC"))
                .filter("UTC"::equals)
                .isPresent();
        draft.clock = utc ? Machine.Clock.UTC : Machine.Clock.LOCALTIME;
        hardware.child("Paravirt")
                .flatMap(paravirt -> paravirt.attribute("provider"))
                .ifPresent(provider -> draft.hyperv = provider.equals("HyperV"));
    }

    private void boot() {
        var order = new TreeMap<Integer, Boot.Device>();
        hardware.child("Boot")
                .ifPresent(boot -> boot.children("Order").forEach(entry -> {
                    int position = whole(entry, "position").orElse(0);
                    switch (entry.attribute("device").orElse("")) {
                        case "HardDisk" -> order.put(position, Boot.Device.DISK);
                        case "DVD" -> order.put(position, Boot.Device.CDROM);
                        case "Network" -> order.put(position, Boot.Device.NETWORK);
                        default -> {}
                    }
                }));
        draft.order = order.values().stream().distinct().filter(this::isThere).toList();
    }

    private boolean isThere(Boot.Device device) {
        return switch (device) {
            case DISK -> !draft.disks.isEmpty();
            case CDROM -> !draft.cdroms.isEmpty();
            case NETWORK -> true;
        };
    }

    private void devices() {
        hardware.child("Display").ifPresent(display -> {
            List.of("VRAMSize", "monitorCount").forEach(display::attribute);
            draft.video = display.attribute("controller").filter("None"::equals).isPresent()
                    ? Devices.Video.NONE
                    : Devices.Video.STD;
        });
        hardware.child("HID").ifPresent(hid -> {
            hid.attribute("Keyboard");
            draft.tablet = hid.attribute("Pointing").filter("USBTablet"::equals).isPresent();
        });
        hardware.find("USB", "Controllers").ifPresent(controllers -> {
            draft.usb = !controllers.children("Controller").isEmpty();
            controllers.settle();
        });
        hardware.child("UART")
                .ifPresent(uart -> uart.children("Port").forEach(port -> {
                    List.of("slot", "IOBase", "IRQ", "server", "uartType").forEach(port::attribute);
                    String path = port.attribute("path").orElse("");
                    String mode = port.attribute("hostMode").orElse("");
                    if (port.attribute("enabled").filter("true"::equals).isPresent())
                        draft.attempt(
                                port.line(),
                                port.toString(),
                                () -> draft.serial = switch (mode) {
                                    case "HostPipe" -> new Serial.Socket(path);
                                    case "RawFile" -> new Serial.File(path);
                                    default -> new Serial.Pty();
                                });
                }));
    }

    private void network() {
        hardware.child("Network")
                .ifPresent(network -> network.children("Adapter").forEach(adapter -> {
                    boolean enabled =
                            adapter.attribute("enabled").filter("true"::equals).isPresent();
                    if (!enabled) adapter.settle();
                    else draft.attempt(adapter.line(), adapter.toString(), () -> draft.nics.add(card(adapter)));
                }));
        boolean gone = draft.nics.isEmpty() && draft.order.contains(Boot.Device.NETWORK);
        if (gone)
            draft.order = draft.order.stream()
                    .filter(device -> device != Boot.Device.NETWORK)
                    .toList();
    }

    private Nic card(XmlElement adapter) {
        List.of("slot", "cable", "speed").forEach(adapter::attribute);
        adapter.child("DisabledModes").ifPresent(XmlElement::settle);
        Nic.Model model = switch (adapter.attribute("type").orElse("Am79C973")) {
            case "virtio", "Virtio" -> Nic.Model.VIRTIO;
            case "82583V" -> Nic.Model.E1000E;
            case "82540EM", "82543GC", "82545EM" -> Nic.Model.E1000;
            case "Am79C973", "Am79C970A", "Am79C960" -> {
                draft.miss(
                        adapter.line(), "the network card's type", "no guest here has a PCnet card: rtl8139, as old");
                yield Nic.Model.RTL8139;
            }
            default -> throw new Refusal("model", "allowed are virtio, 82540EM, 82543GC, 82545EM, 82583V and Am79C973");
        };
        Optional<Mac> mac = adapter.attribute("MACAddress")
                .filter(digits -> digits.matches("[0-9A-Fa-f]{12}"))
                .map(digits -> new Mac(digits.replaceAll("(..)(?!$)", "$1:")));
        return new Nic(network(adapter), model, mac, 1);
    }

    private static Network network(XmlElement adapter) {
        Optional<XmlElement> bridge = adapter.child("BridgedInterface");
        if (bridge.isPresent())
            return new Network.Bridge(bridge.get().attribute("name").orElse(""));
        Optional<XmlElement> network = adapter.child("NATNetwork");
        if (network.isPresent())
            return new Network.Nat(network.get().attribute("name").orElse(""));
        return new Network.User(adapter.child("NAT")
                .map(nat -> {
                    nat.children("Forwarding").forEach(rule -> rule.attribute("name"));
                    return nat.children("Forwarding").stream()
                            .map(VBoxReader::forward)
                            .toList();
                })
                .orElse(List.of()));
    }

    private static Network.Forward forward(XmlElement rule) {
        return new Network.Forward(
                rule.attribute("proto").filter("0"::equals).isPresent() ? Network.Protocol.UDP : Network.Protocol.TCP,
                rule.attribute("hostip").filter(host -> !host.isEmpty()).orElse("0.0.0.0"),
                whole(rule, "hostport").orElse(0),
                whole(rule, "guestport").orElse(0));
    }
}
