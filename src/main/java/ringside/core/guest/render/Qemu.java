package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.List;
import ringside.core.guest.Boot;
import ringside.core.guest.CpuFeature;
import ringside.core.guest.CpuModel;
import ringside.core.guest.CpuSet;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestOs;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Lifecycle.Ending;
import ringside.core.guest.Memory;
import ringside.core.guest.NumaCell;
import ringside.core.guest.Topology;
import ringside.core.guest.Words;
import ringside.core.guest.render.Rendering.Step;

/** A command line of {@code qemu-system-x86_64}, version 7.2 or later, under KVM or emulated (TCG). */
final class Qemu {
    private static final String STATE = "/var/lib/ringside/";
    private static final String OVMF = "/usr/share/OVMF/";

    private final Guest guest;
    private final Target target;
    private final boolean kvm;
    private final Gaps gaps = new Gaps();
    private final List<List<String>> groups = new ArrayList<>();
    private final List<Step> before = new ArrayList<>();

    Qemu(Guest guest, Target target) {
        this.guest = guest;
        this.target = target;
        kvm = target.platform() == GuestPlatform.KVM;
    }

    Rendering rendering() {
        groups.add(List.of("qemu-system-x86_64"));
        identity();
        cpu();
        memory();
        boot();
        before.addAll(DiskSteps.disks(guest, gaps));
        before.addAll(DiskSteps.seeds(guest));
        new QemuDevices(guest, kvm, groups, before, gaps).write();
        ending();
        var script = new ShellText();
        remarks(script);
        script.verbatim("set -eu");
        script.command(groups);
        return new Rendering(
                target,
                target.language().fileName(guest),
                script.toString().replace("\nqemu-system-x86_64", "\nexec qemu-system-x86_64"),
                script.commands(),
                before,
                gaps.all());
    }

    private void remarks(ShellText script) {
        script.comment(guest.name() + (kvm ? " on QEMU with KVM" : " on QEMU, emulated (TCG)"));
        script.comment("-nodefaults: QEMU would add a network card, a VGA card, a CD-ROM drive and ports by itself.");
        script.comment("-smp names the whole layout: without it QEMU and libvirt lay the same vCPUs out differently.");
        script.steps("Before the first start:", before);
        pinning(script);
    }

    private void identity() {
        add("-name", "guest=" + escaped(guest.name()) + ",debug-threads=on");
        guest.uuid().ifPresent(uuid -> add("-uuid", uuid.toString()));
        String machine =
                guest.machine().type() + ",smm=" + onOff(guest.machine().isSecure()) + ",mem-merge="
                        + onOff(guest.memory().merge());
        if (backend() && guest.numa().isEmpty()) machine += ",memory-backend=mem0";
        add("-machine", machine);
        add("-accel", kvm ? "kvm" : "tcg,thread=multi");
        add("-no-user-config");
        add("-nodefaults");
        gaps.dropped(guest.os() != GuestOs.LINUX, "os", "QEMU asks for no operating system: every setting is its own");
    }

    private void cpu() {
        var cpu = new StringBuilder(
                switch (guest.cpu().model()) {
                    case CpuModel.Host host when kvm -> "host";
                    case CpuModel.Host host -> "max";
                    case CpuModel.Maximum maximum -> "max";
                    case CpuModel.Baseline baseline -> "qemu64";
                    case CpuModel.Named(String name) -> name;
                });
        gaps.approximated(
                !kvm && guest.cpu().model() instanceof CpuModel.Host,
                "cpu.model",
                "an emulated CPU is not the host's: max has all that the emulation can");
        nested(cpu);
        for (CpuFeature feature : guest.cpu().features())
            cpu.append(',').append(feature.name()).append('=').append(onOff(feature.wanted()));
        if (guest.cpu().hyperv() && kvm) cpu.append(",hv-relaxed=on,hv-vapic=on,hv-spinlocks=0x1fff,hv-time=on");
        gaps.dropped(guest.cpu().hyperv() && !kvm, "cpu.hyperv", "QEMU gives these hints under KVM only");
        add("-cpu", cpu.toString());
        Topology layout = guest.cpu().layout();
        String most = guest.cpu().maximum().map(count -> ",maxcpus=" + count).orElse("");
        add(
                "-smp",
                "%s%s,sockets=%s,cores=%s,threads=%s"
                        .formatted(guest.cpu().vcpus(), most, layout.sockets(), layout.cores(), layout.threads()));
        gaps.dropped(
                guest.cpu().cap().isPresent(), "cpu.cap", "QEMU limits no CPU time: a control group of the host would");
    }

    /** Intel's word for it is vmx, AMD's svm; off needs both, on the one that the model can have. */
    private void nested(StringBuilder cpu) {
        if (guest.cpu().nested().isEmpty()) return;
        boolean wanted = guest.cpu().nested().get();
        if (!wanted) cpu.append(",vmx=off,svm=off");
        else if (guest.cpu().model() instanceof CpuModel.Named(String name))
            cpu.append(isAmd(name) ? ",svm=on" : ",vmx=on");
        else if (guest.cpu().model() instanceof CpuModel.Baseline) cpu.append(",svm=on");
        else
            gaps.approximated("cpu.nested", "the model " + guest.cpu().model() + " has it wherever the host allows it");
    }

    static boolean isAmd(String model) {
        return model.matches("(EPYC|Opteron|Dhyana|phenom|athlon).*");
    }

    private boolean backend() {
        return guest.memory().hugePages()
                || guest.memory().hostNodes().isPresent()
                || !guest.numa().isEmpty();
    }

    private void memory() {
        Memory memory = guest.memory();
        long mib = memory.size().mib();
        add(
                "-m",
                memory.maximum()
                        .map(most -> "size=" + mib + "M,slots=1,maxmem=" + most.mib() + "M")
                        .orElse("size=" + mib + "M"));
        gaps.approximated(
                memory.maximum().isPresent(),
                "memory.maximum",
                "QEMU grows memory by plugging in more (maxmem), not by the balloon");
        if (!backend()) return;
        if (guest.numa().isEmpty()) {
            backend(0, mib, memory.hostNodes().map(CpuSet::toString).orElse(""));
            return;
        }
        int id = 0;
        for (NumaCell cell : guest.numa()) {
            backend(
                    id,
                    cell.memory().mib(),
                    cell.hostNode().map(String::valueOf).orElse(""));
            add("-numa", "node,nodeid=" + id + repeated("cpus", cell.vcpus().toString()) + ",memdev=mem" + id);
            id++;
        }
    }

    private void backend(int id, long mib, String nodes) {
        String huge = guest.memory().hugePages() ? "file,id=mem%s,mem-path=/dev/hugepages,prealloc=on" : "ram,id=mem%s";
        add(
                "-object",
                "memory-backend-" + huge.formatted(id) + ",size=" + mib + "M"
                        + (nodes.isEmpty() ? "" : repeated("host-nodes", nodes) + ",policy=bind"));
    }

    /** QEMU takes a range for each key, and the key once for each range. */
    private static String repeated(String key, String ranges) {
        var all = new StringBuilder();
        for (String range : ranges.split(",", -1))
            all.append(',').append(key).append('=').append(range);
        return all.toString();
    }

    private void boot() {
        if (guest.machine().firmware() instanceof Firmware.Uefi uefi) {
            String secure = uefi.secureBoot() ? ".secboot" : "";
            String keys = uefi.secureBoot() ? ".ms" : "";
            String code = uefi.code().orElse(OVMF + "OVMF_CODE_4M" + secure + ".fd");
            String empty = uefi.variables().orElse(OVMF + "OVMF_VARS_4M" + keys + ".fd");
            String own = STATE + guest.name() + "_VARS.fd";
            before.add(new Step("each guest has its own copy of UEFI's variables", List.of("cp", empty, own)));
            add("-drive", "if=pflash,format=raw,unit=0,readonly=on,file=" + escaped(code));
            add("-drive", "if=pflash,format=raw,unit=1,file=" + escaped(own));
            if (uefi.secureBoot()) add("-global", "driver=cfi.pflash01,property=secure,value=on");
        }
        guest.boot().kernel().ifPresent(this::kernel);
    }

    private void kernel(Boot.Kernel kernel) {
        add("-kernel", kernel.path());
        kernel.initrd().ifPresent(file -> add("-initrd", file));
        if (!kernel.arguments().isEmpty()) add("-append", kernel.arguments());
    }

    private void ending() {
        add("-rtc", "base=" + Words.of(guest.machine().clock()));
        add(
                "-action",
                "reboot=" + (guest.lifecycle().reboot() == Ending.RESTART ? "reset" : "shutdown") + ",panic="
                        + (guest.lifecycle().crash() == Ending.PRESERVE ? "pause" : "shutdown"));
        gaps.dropped(
                guest.lifecycle().poweroff() == Ending.RESTART,
                "lifecycle.poweroff",
                "QEMU ends when the guest shuts down: what started it would have to start it again");
        gaps.approximated(
                guest.lifecycle().crash() == Ending.RESTART,
                "lifecycle.crash",
                "QEMU ends when the guest crashes: what started it would have to start it again");
    }

    private void pinning(ShellText script) {
        List<CpuSet> vcpus = guest.pinning().vcpus();
        boolean others = guest.pinning().emulator().isPresent()
                || guest.pinning().iothreads().isPresent();
        if (vcpus.isEmpty() && !others) return;
        gaps.approximated(
                "pinning", "not on QEMU's command line: the script's comments have the taskset lines for its threads");
        script.comment("After the start, with TID the thread of that name in /proc/PID/task/*/comm:");
        for (int i = 0; i < vcpus.size(); i++)
            script.comment(
                    "  taskset --cpu-list --pid " + vcpus.get(i) + " TID   # CPU " + i + "/" + (kvm ? "KVM" : "TCG"));
        guest.pinning()
                .emulator()
                .ifPresent(cpus ->
                        script.comment("  taskset --cpu-list --pid " + cpus + " TID   # qemu-system-x86 itself"));
        guest.pinning()
                .iothreads()
                .ifPresent(cpus ->
                        script.comment("  taskset --cpu-list --pid " + cpus + " TID   # IO io1, io2 and so on"));
    }

    private void add(String... words) {
        groups.add(List.of(words));
    }

    static String escaped(String value) {
        return value.replace(",", ",,");
    }

    static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
