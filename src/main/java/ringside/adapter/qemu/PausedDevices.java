package ringside.adapter.qemu;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ringside.core.guest.read.Options;
import ringside.core.guest.validate.Findings;

/** The devices, networks, memory and character devices of a vector, without the host's end of them. */
final class PausedDevices {
    static final Set<String> OPTIONS = Set.of(
            "-device",
            "-netdev",
            "-nic",
            "-net",
            "-object",
            "-chardev",
            "-serial",
            "-parallel",
            "-tpmdev",
            "-audiodev",
            "-fw_cfg",
            "-smbios",
            "-acpitable",
            "-virtfs",
            "-fsdev",
            "-usbdevice",
            "-option-rom");
    private static final Pattern PCI = Pattern.compile("(?:[0-9a-fA-F]{4}:)?[0-9a-fA-F]{2}:[0-9a-fA-F]{2}\\.[0-7]");
    private static final Pattern FORWARD = Pattern.compile("(tcp|udp)?:([^:]*):(\\d+)-([^:]*):(\\d+)");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "vhost-.*|tpm-.*|usb-host|usb-redir|usb-mtp|usb-ccid|ccid-.*|virtio-input-host.*|loader|guest-loader|ivshmem.*|scsi-generic|scsi-block");
    private static final Set<String> OBJECTS =
            Set.of("iothread", "rng-random", "rng-builtin", "secret", "throttle-group", "main-loop", "thread-context");
    private static final Set<String> USER_NETWORK = Set.of(
            "id",
            "net",
            "host",
            "hostname",
            "dhcpstart",
            "dns",
            "restrict",
            "ipv4",
            "ipv6",
            "domainname",
            "dnssearch",
            "ipv6-net",
            "ipv6-host",
            "ipv6-prefix",
            "ipv6-dns");
    private static final Set<String> CARD =
            Set.of("id", "model", "mac", "addr", "netdev", "name", "macaddr", "vectors");
    private static final Map<String, Set<String>> HOST_NETWORK = Map.of(
            "tap",
                    Set.of(
                            "id",
                            "fd",
                            "fds",
                            "ifname",
                            "script",
                            "downscript",
                            "br",
                            "helper",
                            "sndbuf",
                            "vnet_hdr",
                            "vhost",
                            "vhostfd",
                            "vhostfds",
                            "vhostforce",
                            "queues",
                            "poll-us"),
            "bridge", Set.of("id", "br", "helper"));

    private final Findings findings;
    private final StandIns standIns;
    private final DeviceOptions options;
    private final Set<String> leftOut = new HashSet<>();

    PausedDevices(Findings findings, StandIns standIns, DeviceOptions options) {
        this.findings = findings;
        this.standIns = standIns;
        this.options = options;
    }

    List<String> rewrite(String option, String value) {
        Optional<String> paused = switch (option) {
            case "-device" -> device(value);
            case "-netdev" -> Optional.of(network(QemuText.flat(value, "type").orElse(value)));
            case "-nic", "-net" -> Optional.of(card(value));
            case "-object" -> object(value);
            case "-chardev" -> Optional.of(characters(value));
            case "-serial", "-parallel" -> Optional.of(port(value));
            case "-audiodev" -> Optional.of(silence(value));
            case "-fw_cfg", "-smbios", "-acpitable" -> Optional.of(withFile(value));
            case "-virtfs", "-fsdev" -> Optional.of(withFolder(value));
            case "-option-rom" -> Optional.of(standIns.rom(value));
            case "-usbdevice" -> Optional.of(value).filter(device -> !device.startsWith("host:"));
            default -> leaveOut(option + " " + value + " needs another program");
        };
        return paused.map(rest -> List.of(option, rest)).orElse(List.of());
    }

    private Optional<String> leaveOut(String what) {
        findings.note(what + ": not checked");
        return Optional.empty();
    }

    private Optional<String> device(String value) {
        Optional<String> flat = QemuText.flat(value, "driver");
        if (flat.isEmpty()) return Optional.of(value);
        Options device = Options.parse(flat.get(), "driver");
        String driver = device.head();
        if (driver.startsWith("vfio-pci")) return Optional.of(placeholder(driver, device));
        if (driver.endsWith("-gl") || driver.endsWith("-gl-pci")) {
            findings.note(driver + " needs a display with OpenGL: checked without");
            return Optional.of(QemuText.join(driver.replace("-gl", ""), device.settings()));
        }
        boolean orphan = device.take("chardev").filter(leftOut::contains).isPresent();
        if (orphan
                || ELSEWHERE.matcher(driver).matches()
                || device.take("tpmdev").isPresent()) {
            options.of(driver); // an unknown driver is still one
            return leaveOut("device " + driver + " needs another program or device of the host");
        }
        Optional<String> rom = device.take("romfile").filter(file -> !file.isEmpty());
        String rest = QemuText.join(driver, device.settings(), rom.isPresent() ? "romfile" : "");
        return Optional.of(
                rest + rom.map(file -> ",romfile=" + standIns.rom(file)).orElse(""));
    }

    private String placeholder(String driver, Options device) {
        String host = device.take("host").orElse("");
        if (host.isEmpty() && device.take("sysfsdev").isEmpty()) findings.problem("vfio-pci needs host=");
        if (!host.isEmpty() && !PCI.matcher(host).matches())
            findings.problem("vfio-pci host=" + host + " is not a PCI address such as 0000:65:00.0");
        Set<String> known = options.of(driver);
        for (var setting : device.settings())
            if (!known.isEmpty()
                    && !known.contains(setting.key())
                    && !Set.of("id", "bus", "addr").contains(setting.key()))
                findings.problem("vfio-pci has no property " + setting.key());
        findings.note("PCI device " + host + " of the host: a placeholder took its slot");
        var kept = device.settings().stream()
                .filter(setting -> Set.of("id", "bus", "addr", "multifunction").contains(setting.key()))
                .toList();
        return QemuText.join("pci-testdev", kept);
    }

    private String card(String value) {
        Options card = Options.parse(value, "type");
        return Set.of("none", "nic").contains(card.head()) ? value : network(value);
    }

    private String network(String value) {
        Options network = Options.parse(value, "type");
        Set<String> host = HOST_NETWORK.get(network.head());
        if (host != null) return hostNetwork(network, host);
        if (!network.head().equals("user")) {
            findings.note("network " + network.head() + ": user networking stood in for it");
            return QemuText.join("user", keep(network, CARD));
        }
        var kept = new java.util.ArrayList<String>();
        String list = QemuText.join("user", keep(network, USER_NETWORK, CARD));
        kept.add(list);
        network.takeAll("hostfwd").forEach(forward -> kept.add("hostfwd=" + forward(forward)));
        for (var setting : network.settings())
            if (!setting.key().equals("hostfwd")
                    && !USER_NETWORK.contains(setting.key())
                    && !CARD.contains(setting.key())) unchecked(setting);
        return String.join(",", kept);
    }

    /** Files that are served and programs that are started for the guest; anything else is QEMU's to judge. */
    private void unchecked(Options.Setting setting) {
        if (Set.of("smb", "smbserver", "tftp", "tftp-server-name", "bootfile", "guestfwd")
                .contains(setting.key())) findings.note(setting.key() + "=" + setting.value() + ": not checked");
        else findings.problem("user networking has no option " + setting.key());
    }

    private String hostNetwork(Options network, Set<String> known) {
        for (var setting : network.settings())
            if (!known.contains(setting.key()) && !CARD.contains(setting.key()))
                findings.problem("network " + network.head() + " has no option " + setting.key());
        findings.note("network " + network.head() + ": user networking stood in for the host's side");
        return QemuText.join("user", keep(network, CARD));
    }

    @SafeVarargs
    private static List<Options.Setting> keep(Options options, Set<String>... keys) {
        return options.settings().stream()
                .filter(setting -> List.of(keys).stream().anyMatch(set -> set.contains(setting.key())))
                .toList();
    }

    /** The port that is listened on, if only for a moment, is one that nobody uses. */
    private static String forward(String rule) {
        var parts = FORWARD.matcher(rule);
        if (!parts.matches()) return QemuText.escape(rule);
        String protocol = parts.group(1) == null ? "tcp" : parts.group(1);
        boolean valid = Integer.parseInt("0"
                        + parts.group(3).substring(Math.max(0, parts.group(3).length() - 9)))
                <= 65_535;
        String port = valid ? Integer.toString(freePort()) : parts.group(3);
        return protocol + ":127.0.0.1:" + port + "-" + parts.group(4) + ":" + parts.group(5);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            return 0;
        }
    }

    private Optional<String> object(String value) {
        Optional<String> flat = QemuText.flat(value, "qom-type");
        if (flat.isEmpty()) return leaveOut("-object " + value);
        Options object = Options.parse(flat.get(), "qom-type");
        if (object.head().startsWith("memory-backend-")) return Optional.of(memory(object));
        if (!OBJECTS.contains(object.head())) return leaveOut("object " + object.head());
        Optional<String> file = object.take("file");
        String filename = object.take("filename").orElse("");
        if (file.isPresent())
            return Optional.of(
                    QemuText.join(object.head(), object.settings(), "file") + ",file=" + standIns.secret(file.get()));
        if (object.head().equals("rng-random")
                && !Set.of("", "/dev/urandom", "/dev/random").contains(filename)) {
            findings.note("random numbers from " + filename + ": /dev/urandom stood in for it");
            return Optional.of(QemuText.join(object.head(), object.settings(), "filename") + ",filename=/dev/urandom");
        }
        return flat;
    }

    private String memory(Options object) {
        String kind = object.head();
        if (!kind.equals("memory-backend-ram") && !kind.equals("memory-backend-memfd")) {
            findings.note(
                    "memory backed by " + object.take("mem-path").orElse(kind) + ": plain memory stood in for it");
            kind = "memory-backend-ram";
        } else if (object.take("hugetlb").filter("on"::equals).isPresent())
            findings.note("huge pages: plain memory stood in for them");
        boolean bound = !object.takeAll("host-nodes").isEmpty();
        if (bound)
            findings.note("memory of host NUMA node " + String.join(",", object.takeAll("host-nodes"))
                    + ": the binding is not checked");
        return QemuText.join(
                kind,
                object.settings(),
                "mem-path",
                "discard-data",
                "align",
                "pmem",
                "readonly",
                "hugetlb",
                "hugetlbsize",
                "prealloc",
                "prealloc-threads",
                "prealloc-context",
                "host-nodes",
                "policy",
                "x-use-canonical-path-for-ramblock-id");
    }

    private String port(String value) {
        if (value.startsWith("mon:")) return port(value.substring(4));
        if (value.matches("(?s)(unix|tcp|telnet|udp|websocket):.*"))
            return "unix:" + standIns.socket() + ",server=on,wait=off";
        if (value.matches("(?s)(file|pipe):.*")) return "file:" + standIns.output();
        if (value.startsWith("/dev/") || value.matches("(?s)stdio|vc(:.*)?|pty|con:|COM\\d+")) return "null";
        return value;
    }

    private String characters(String value) {
        Options device = Options.parse(QemuText.flat(value, "backend").orElse(value), "backend");
        String id = device.take("id").orElse("");
        switch (device.head()) {
            case "socket" -> {
                boolean serves = device.take("server").filter("on"::equals).isPresent();
                if (!serves) {
                    leftOut.add(id);
                    findings.note("character device " + id + " connects to another program: not checked");
                    return "null,id=" + id;
                }
                return "socket,id=" + id + ",path=" + standIns.socket() + ",server=on,wait=off";
            }
            case "file", "pipe" -> {
                return "file,id=" + id + ",path=" + standIns.output();
            }
            case "null", "ringbuf", "spicevmc", "spiceport", "msmouse" -> {
                return value;
            }
            default -> {
                return "null,id=" + id
                        + device.take("mux").map(mux -> ",mux=" + mux).orElse("");
            }
        }
    }

    private static String silence(String value) {
        Options audio = Options.parse(QemuText.flat(value, "driver").orElse(value), "driver");
        return "none,id=" + audio.take("id").orElse("audio");
    }

    private String withFile(String value) {
        Options table = Options.parse(value, "name");
        Optional<String> file = table.take("file");
        if (file.isEmpty()) return value;
        return QemuText.join(table.head(), table.settings(), "file") + ",file=" + standIns.table(file.get());
    }

    private String withFolder(String value) {
        Options share = Options.parse(value, "fsdriver");
        Optional<String> path = share.take("path");
        if (path.isEmpty()) return value;
        findings.note(path.get() + ": an empty folder stood in for it");
        return QemuText.join(share.head(), share.settings(), "path") + ",path=" + standIns.folder();
    }
}
