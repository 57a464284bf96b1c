package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ringside.core.guest.Boot;
import ringside.core.guest.CpuFeature;
import ringside.core.guest.CpuSet;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Machine;
import ringside.core.guest.NumaCell;
import ringside.core.guest.Platforms.XenType;
import ringside.core.guest.Words;
import ringside.core.guest.render.Rendering.Step;

/** A configuration for {@code xl create}, Xen 4.17 or later: PV, HVM or PVH. */
final class Xl {
    /** Xen's names for CPU features that QEMU calls otherwise. */
    private static final Map<String, String> FEATURES =
            Map.of("aes", "aesni", "sse4.1", "sse4_1", "sse4.2", "sse4_2", "sse4-1", "sse4_1", "sse4-2", "sse4_2");

    private static final List<String> SAME_NAMES = List.of(
            "avx",
            "avx2",
            "avx512f",
            "avx512dq",
            "avx512bw",
            "avx512vl",
            "bmi1",
            "bmi2",
            "fma",
            "f16c",
            "movbe",
            "pcid",
            "pclmulqdq",
            "popcnt",
            "rdrand",
            "rdseed",
            "smep",
            "smap",
            "ssse3",
            "vmx",
            "svm",
            "x2apic",
            "xsave",
            "adx");

    private final Guest guest;
    private final Target target;
    private final XenType type;
    private final boolean hvm;
    private final Gaps gaps = new Gaps();
    private final StringBuilder out = new StringBuilder();

    Xl(Guest guest, Target target) {
        this.guest = guest;
        this.target = target;
        type = switch (target.platform()) {
            case XEN_PV -> XenType.PV;
            case XEN_HVM -> XenType.HVM;
            default -> XenType.PVH;
        };
        hvm = target.platform() == GuestPlatform.XEN_HVM;
    }

    Rendering rendering() {
        new XenGaps(guest, type, gaps).tell();
        var before = new ArrayList<Step>(XenDisks.steps(guest, gaps));
        before.addAll(DiskSteps.seeds(guest));
        guest.devices()
                .pci()
                .forEach(address -> before.add(new Step(
                        "the host lets go of the device", List.of("xl", "pci-assignable-add", address.toString()))));
        remark(guest.name() + " for xl, as a Xen " + Words.of(type).toUpperCase(Locale.ROOT) + " guest");
        if (!before.isEmpty()) {
            remark("Before the first start:");
            before.forEach(step -> remark("  " + step.line().replace("\n", "\n  ")));
        }
        set("name", guest.name());
        guest.uuid().ifPresent(uuid -> set("uuid", uuid.toString()));
        remark("without type xl would take it for a PV guest");
        set("type", Words.of(type));
        processor();
        memory();
        boot();
        var devices = new XlDevices(guest, type, out, gaps);
        devices.write();
        endings();
        return new Rendering(target, target.language().fileName(guest), out.toString(), List.of(), before, gaps.all());
    }

    private void processor() {
        set("vcpus", guest.cpu().vcpus());
        set("maxvcpus", guest.cpu().most());
        pins();
        features();
        guest.cpu().cap().ifPresent(percent -> set("cap", percent * guest.cpu().most()));
        if (hvm) guest.cpu().nested().ifPresent(wanted -> set("nestedhvm", wanted ? 1 : 0));
        if (hvm && guest.cpu().hyperv()) line("viridian = [ \"defaults\" ]");
    }

    private void pins() {
        List<CpuSet> pins = guest.pinning().vcpus();
        if (!pins.isEmpty())
            line("cpus = "
                    + pins.stream().map(cpus -> string(cpus.toString())).collect(Collectors.joining(", ", "[ ", " ]")));
        guest.memory().hostNodes().ifPresent(nodes -> {
            if (pins.isEmpty()) {
                gaps.approximated(
                        "memory.host-nodes", "Xen takes memory from the nodes whose CPUs the guest may run on: cpus=");
                set("cpus", "nodes:" + nodes);
            } else
                gaps.dropped("memory.host-nodes", "Xen takes memory from the nodes whose CPUs the vCPUs are pinned to");
        });
    }

    private void features() {
        var masks = new ArrayList<String>();
        for (CpuFeature feature : guest.cpu().features()) {
            String name = SAME_NAMES.contains(feature.name()) ? feature.name() : FEATURES.get(feature.name());
            if (name == null) gaps.dropped("cpu.features", feature.name() + " has no name that xl would know");
            else if (feature.wanted())
                gaps.dropped(
                        "cpu.features", feature.name() + " cannot be asked of Xen: the guest has what the host has");
            else masks.add(name + "=0");
        }
        if (!masks.isEmpty()) set("cpuid", "host," + String.join(",", masks));
    }

    private void memory() {
        remark("MiB; more than memory up to maxmem comes by the balloon");
        set("memory", guest.memory().size().mib());
        set("maxmem", guest.memory().most().mib());
        if (guest.numa().isEmpty()) return;
        int nodes = guest.numa().size();
        var cells = new ArrayList<String>();
        for (int i = 0; i < nodes; i++) {
            NumaCell cell = guest.numa().get(i);
            gaps.approximated(cell.hostNode().isEmpty(), "numa[" + i + "]", "xl has to name a node of the host: 0");
            var distances = new ArrayList<String>();
            for (int other = 0; other < nodes; other++) distances.add(other == i ? "10" : "20");
            cells.add("  [ \"pnode=%s\", \"size=%s\", \"vcpus=%s\", \"vdistances=%s\" ]"
                    .formatted(
                            cell.hostNode().orElse(0), cell.memory().mib(), cell.vcpus(), String.join(",", distances)));
        }
        line("vnuma = [\n" + String.join(",\n", cells) + "\n]");
    }

    private void boot() {
        guest.boot().kernel().ifPresent(this::kernel);
        if (hvm) {
            set("bios", guest.machine().firmware() instanceof Firmware.Uefi ? "ovmf" : "seabios");
            if (!guest.boot().order().isEmpty())
                set("boot", guest.boot().order().stream().map(Xl::letter).collect(Collectors.joining()));
        } else if (guest.boot().kernel().isEmpty()) set("bootloader", "pygrub");
        if (guest.machine().clock() == Machine.Clock.LOCALTIME) set("localtime", 1);
    }

    private void kernel(Boot.Kernel kernel) {
        set("kernel", kernel.path());
        kernel.initrd().ifPresent(file -> set("ramdisk", file));
        if (!kernel.arguments().isEmpty()) set("cmdline", kernel.arguments());
    }

    private static String letter(Boot.Device device) {
        return switch (device) {
            case DISK -> "c";
            case CDROM -> "d";
            case NETWORK -> "n";
        };
    }

    private void endings() {
        set("on_poweroff", Words.of(guest.lifecycle().poweroff()));
        set("on_reboot", Words.of(guest.lifecycle().reboot()));
        set("on_crash", Words.of(guest.lifecycle().crash()));
    }

    private void remark(String text) {
        text.lines().forEach(one -> line("# " + one));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void set(String key, String value) {
        line(key + " = " + string(value));
    }

    private void set(String key, long value) {
        line(key + " = " + value);
    }

    /** A string as xl's parser reads it: in quotes, with backslashes before what would end it. */
    static String string(String value) {
        return "\""
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }
}
