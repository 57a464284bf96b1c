package ringside.adapter.qemu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ringside.core.guest.read.Options;
import ringside.core.guest.validate.Findings;

/**
 * Turns a QEMU argument vector into one that builds the same machine, paused, without the host's part in it: no disk,
 * network, socket, device or program that the vector names is touched. An option that is not known here to be harmless is
 * left out and named: the vector is not trusted.
 */
final class PausedVector {
    private static final Set<String> ALONE = Set.of(
            "-snapshot",
            "-no-reboot",
            "-no-shutdown",
            "-nodefaults",
            "-no-user-config",
            "-no-acpi",
            "-no-hpet",
            "-no-fd-bootchk",
            "-usb",
            "-singlestep",
            "-only-migratable",
            "-win2k-hack");
    private static final Set<String> ALONE_AND_LEFT_OUT = Set.of(
            "-S",
            "-s",
            "-daemonize",
            "-mem-prealloc",
            "-full-screen",
            "-no-quit",
            "-portrait",
            "-preconfig",
            "-xen-attach",
            "-curses",
            "-sdl",
            "-gtk");
    private static final Set<String> ENDS = Set.of("-version", "-h", "-help");
    private static final Set<String> KEPT = Set.of(
            "-name",
            "-uuid",
            "-m",
            "-smp",
            "-numa",
            "-global",
            "-boot",
            "-rtc",
            "-vga",
            "-append",
            "-k",
            "-action",
            "-watchdog-action",
            "-watchdog",
            "-overcommit",
            "-msg",
            "-mon",
            "-icount",
            "-compat");
    /** What they ask for is the host's side only, or output that nobody wants here. */
    private static final Set<String> LEFT_OUT = Set.of(
            "-qmp",
            "-qmp-pretty",
            "-monitor",
            "-pidfile",
            "-D",
            "-d",
            "-gdb",
            "-runas",
            "-chroot",
            "-trace",
            "-sandbox",
            "-add-fd",
            "-debugcon",
            "-echr");

    private static final Set<String> DISPLAYS =
            Set.of("none", "gtk", "sdl", "curses", "cocoa", "egl-headless", "spice-app", "dbus", "vnc");
    private static final Pattern VNC = Pattern.compile("(unix:[^,]+|[^,]*:\\d+|none)(,.*)?");
    private static final Pattern VNC_HOST =
            Pattern.compile("to|websocket|tls-creds.*|ipv4|ipv6|reverse|password.*|sasl.*");
    private static final Set<String> SPICE_KEPT = Set.of(
            "disable-ticketing",
            "disable-copy-paste",
            "disable-agent-file-xfer",
            "image-compression",
            "jpeg-wan-compression",
            "zlib-glz-wan-compression",
            "streaming-video",
            "agent-mouse",
            "playback-compression",
            "seamless-migration");
    private static final List<String> IRQCHIP =
            List.of("kernel-irqchip", "kernel_irqchip", "kvm-shadow-mem", "x-remap-vram");

    private final Findings findings;
    private final StandIns standIns;
    private final PausedBlocks blocks;
    private final PausedDevices devices;
    private final Set<String> known;
    private final List<String> out = new ArrayList<>();

    /** @param known the options of the QEMU that is asked, {@code -machine} and so on */
    PausedVector(Findings findings, StandIns standIns, DeviceOptions options, Set<String> known) {
        this.findings = findings;
        this.standIns = standIns;
        this.known = known;
        this.blocks = new PausedBlocks(findings, standIns);
        this.devices = new PausedDevices(findings, standIns, options);
    }

    /** @param arguments without the program's name */
    List<String> of(List<String> arguments) {
        blocks.learn(arguments);
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String option = argument.startsWith("--") ? argument.substring(1) : argument;
            boolean hasValue = i + 1 < arguments.size();
            if (!argument.startsWith("-") || argument.equals("-")) add("-hda", blocks.image(argument));
            else if (alone(option)) continue;
            else if (!known.contains(option)) {
                findings.problem("QEMU has no option " + option);
                if (hasValue && !arguments.get(i + 1).startsWith("-")) i++;
            } else if (hasValue) valued(option, arguments.get(++i));
            else findings.problem(option + " lacks its value");
        }
        return out;
    }

    private void add(String... arguments) {
        out.addAll(List.of(arguments));
    }

    private boolean alone(String option) {
        if (ALONE.contains(option)) add(option);
        else if (option.equals("-enable-kvm")) accelerator("kvm");
        else if (option.equals("-nographic")) add("-serial", "null", "-parallel", "none");
        else if (ENDS.contains(option)) findings.problem(option + " starts no guest");
        else return ALONE_AND_LEFT_OUT.contains(option);
        return true;
    }

    private void valued(String option, String value) {
        if (LEFT_OUT.contains(option)) return;
        if (PausedBlocks.OPTIONS.contains(option)) append(blocks.rewrite(option, value));
        else if (PausedDevices.OPTIONS.contains(option)) append(devices.rewrite(option, value));
        else machinePart(option, value);
    }

    private void machinePart(String option, String value) {
        switch (option) {
            case "-accel" -> accelerator(value);
            case "-machine", "-M" -> machine(value);
            case "-cpu" -> add("-cpu", cpu(value));
            case "-display" -> display(value);
            case "-vnc" -> vnc(value);
            case "-spice" -> spice(value);
            case "-kernel" -> add("-kernel", standIns.kernel(value));
            case "-initrd" -> add("-initrd", standIns.initrd(value));
            case "-bios" -> add("-bios", value.contains("/") ? standIns.firmware(value) : value);
            case "-mem-path" -> findings.note("memory backed by " + value + ": plain memory stood in for it");
            default -> other(option, value);
        }
    }

    private void append(List<String> arguments) {
        out.addAll(arguments);
    }

    private void other(String option, String value) {
        if (KEPT.contains(option)) add(option, value);
        else findings.note(option + " " + value + ": not checked");
    }

    private void accelerator(String value) {
        Options options = Options.parse(value, "accel");
        String accelerator = emulated(options.head());
        boolean there = out.stream().anyMatch(argument -> argument.startsWith("tcg"));
        if (!there) add("-accel", accelerator.equals(options.head()) ? value : accelerator);
    }

    private String emulated(String accelerators) {
        for (String each : accelerators.split(":"))
            if (!each.equals("tcg")) {
                if (!Set.of("kvm", "xen", "hax", "hvf", "whpx", "nvmm", "qtest").contains(each)) return accelerators;
                findings.note("accelerator " + each + ": checked with emulation (TCG)");
                return "tcg";
            }
        return accelerators;
    }

    private void machine(String value) {
        Options options = Options.parse(value, "type");
        var kept = new ArrayList<String>();
        if (!options.head().isEmpty()) kept.add(QemuText.escape(options.head()));
        for (var setting : options.settings()) {
            if (IRQCHIP.contains(setting.key())) findings.note(setting.key() + " needs KVM: not checked");
            else if (setting.key().equals("accel")) kept.add("accel=" + emulated(setting.value()));
            else kept.add(QemuText.setting(setting));
        }
        add("-machine", String.join(",", kept));
    }

    /** {@code host} is KVM's; {@code enforce} would hold emulation against what only hardware has. */
    private String cpu(String value) {
        Options options = Options.parse(value, "model");
        boolean host = options.head().equals("host");
        if (host) findings.note("CPU model host needs KVM: checked with the maximum that emulation has");
        var kept = new ArrayList<String>(List.of(host ? "max" : QemuText.escape(options.head())));
        for (var setting : options.settings()) {
            boolean kvmOnly = setting.key().matches("migratable|host-phys-bits.*|host-cache-info|enforce|check");
            if (!kvmOnly) kept.add(setting.bare() ? setting.key() : QemuText.setting(setting));
        }
        return String.join(",", kept);
    }

    private void display(String value) {
        String kind = Options.split(value).getFirst();
        if (!DISPLAYS.contains(kind)) findings.problem("-display has no kind " + kind);
        if (kind.equals("vnc")) vnc(value.substring(Math.min(value.length(), 4)));
    }

    private void vnc(String value) {
        var parts = VNC.matcher(value);
        if (!parts.matches()) {
            findings.problem("-vnc " + value + ": allowed are HOST:DISPLAY, unix:PATH and none");
            return;
        }
        if (parts.group(1).equals("none")) return;
        var kept = new StringBuilder("unix:" + standIns.socket());
        for (var setting : Options.parse(Optional.ofNullable(parts.group(2)).orElse(""), "vnc")
                .settings())
            if (!VNC_HOST.matcher(setting.key()).matches()) kept.append(',').append(QemuText.setting(setting));
        add("-vnc", kept.toString());
    }

    private void spice(String value) {
        Options options = Options.parse(value, "spice");
        Map<String, Options.Setting> kept = new java.util.LinkedHashMap<>();
        options.settings().forEach(setting -> kept.put(setting.key(), setting));
        if (!kept.containsKey("port") && !kept.containsKey("tls-port") && !kept.containsKey("unix"))
            findings.problem("-spice needs port=, tls-port= or unix=on");
        kept.keySet().retainAll(SPICE_KEPT);
        var rest = new ArrayList<String>(
                kept.values().stream().map(QemuText::setting).toList());
        rest.add("unix=on,addr=" + standIns.socket());
        add("-spice", String.join(",", rest));
    }
}
