package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ringside.core.guest.Boot;
import ringside.core.guest.CpuFeature;
import ringside.core.guest.CpuModel;
import ringside.core.guest.CpuSet;
import ringside.core.guest.Fields;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestOs;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Memory;
import ringside.core.guest.NumaCell;
import ringside.core.guest.Topology;
import ringside.core.guest.Words;

/** A libvirt domain, for libvirt 9.0 or later: run by QEMU under KVM or emulated; for Xen see {@link LibvirtXen}. */
final class LibvirtXml {
    private final Guest guest;
    private final Target target;
    private final boolean kvm;
    private final Gaps gaps = new Gaps();

    LibvirtXml(Guest guest, Target target) {
        this.guest = guest;
        this.target = target;
        kvm = target.platform() == GuestPlatform.LIBVIRT_KVM;
    }

    Rendering rendering() {
        Element domain = domain();
        var before = new ArrayList<>(
                target.platform() == GuestPlatform.LIBVIRT_XEN
                        ? XenDisks.steps(guest, gaps)
                        : DiskSteps.disks(guest, gaps));
        before.addAll(DiskSteps.seeds(guest));
        return new Rendering(
                target, target.language().fileName(guest), domain.toString(), List.of(), before, gaps.all());
    }

    /** The whole domain; what it cannot say is then in {@link #gaps}. */
    Element domain() {
        Fields.flat(guest).forEach((field, value) -> {
            boolean path = value.startsWith("/") && !field.equals("boot.kernel.arguments");
            if (path && value.indexOf('\n') >= 0) gaps.refused(field, "libvirt takes no path with a line break");
            // It reads one, but writes it into its own files so that it comes back as a blank
            else if (path && value.indexOf('\t') >= 0) gaps.refused(field, "libvirt keeps no tab in a path");
        });
        if (target.platform() == GuestPlatform.LIBVIRT_XEN) return new LibvirtXen(guest, gaps).domain();
        var domain = new Element("domain", "type", kvm ? "kvm" : "qemu");
        identity(domain, guest);
        memory(domain);
        vcpus(domain, guest);
        int threads = new Seats(guest).iothreads();
        if (threads > 0) domain.add(Element.text("iothreads", "" + threads));
        tuning(domain);
        os(domain);
        features(domain);
        domain.add(cpu());
        clock(domain);
        endings(domain, guest);
        var devices = new Element("devices");
        new LibvirtDevices(guest, kvm, devices, gaps).write();
        domain.add(devices);
        gaps.dropped(
                guest.os() != GuestOs.LINUX, "os", "a domain says nothing of its system: every setting is its own");
        return domain;
    }

    Gaps gaps() {
        return gaps;
    }

    static void identity(Element domain, Guest guest) {
        domain.add(Element.text("name", guest.name()));
        guest.uuid().ifPresent(uuid -> domain.add(Element.text("uuid", uuid.toString())));
    }

    private void memory(Element domain) {
        amounts(domain, guest.memory());
        var backing = new Element("memoryBacking");
        if (guest.memory().hugePages()) backing.add(new Element("hugepages"));
        if (!guest.memory().merge()) backing.add(new Element("nosharepages"));
        if (!backing.isEmpty()) domain.add(backing);
    }

    static void amounts(Element domain, Memory memory) {
        domain.add(
                Element.text("memory", "" + memory.most().mib(), "unit", "MiB"),
                Element.text("currentMemory", "" + memory.size().mib(), "unit", "MiB"));
    }

    static void vcpus(Element domain, Guest guest) {
        var vcpu = Element.text("vcpu", "" + guest.cpu().most(), "placement", "static");
        if (guest.cpu().maximum().isPresent())
            vcpu.set("current", "" + guest.cpu().vcpus());
        domain.add(vcpu);
    }

    private void tuning(Element domain) {
        var tune = new Element("cputune");
        pins(tune, guest.pinning().vcpus());
        guest.pinning().emulator().ifPresent(cpus -> tune.add(new Element("emulatorpin", "cpuset", cpus.toString())));
        int threads = new Seats(guest).iothreads();
        guest.pinning().iothreads().ifPresent(cpus -> {
            for (int i = 1; i <= threads; i++)
                tune.add(new Element("iothreadpin", "iothread", "" + i, "cpuset", cpus.toString()));
            gaps.dropped(threads == 0, "pinning.iothreads", "no disk of the guest has a thread of its own");
        });
        guest.cpu()
                .cap()
                .ifPresent(percent ->
                        tune.add(Element.text("period", "100000"), Element.text("quota", "" + percent * 1000)));
        if (!tune.isEmpty()) domain.add(tune);
        numatune(domain);
    }

    static void pins(Element tune, List<CpuSet> vcpus) {
        for (int i = 0; i < vcpus.size(); i++)
            tune.add(new Element(
                    "vcpupin", "vcpu", "" + i, "cpuset", vcpus.get(i).toString()));
    }

    private void numatune(Element domain) {
        var tune = new Element("numatune");
        guest.memory()
                .hostNodes()
                .ifPresent(nodes -> tune.add(new Element("memory", "mode", "strict", "nodeset", nodes.toString())));
        int id = 0;
        for (NumaCell cell : guest.numa()) {
            String number = "" + id++;
            cell.hostNode()
                    .ifPresent(node ->
                            tune.add(new Element("memnode", "cellid", number, "mode", "strict", "nodeset", "" + node)));
        }
        if (!tune.isEmpty()) domain.add(tune);
    }

    private void os(Element domain) {
        var os = new Element("os");
        os.add(Element.text(
                "type",
                "hvm",
                "arch",
                "x86_64",
                "machine",
                guest.machine().type().name()));
        if (guest.machine().firmware() instanceof Firmware.Uefi uefi) uefi(os, uefi);
        guest.boot().kernel().ifPresent(kernel -> kernel(os, kernel));
        domain.add(os);
    }

    private static void uefi(Element os, Firmware.Uefi uefi) {
        if (uefi.code().isPresent()) {
            os.add(
                    Element.text(
                            "loader",
                            uefi.code().get(),
                            "readonly",
                            "yes",
                            "secure",
                            uefi.secureBoot() ? "yes" : "no",
                            "type",
                            "pflash"),
                    new Element("nvram", "template", uefi.variables().orElseThrow()));
            return;
        }
        os.set("firmware", "efi");
        String enabled = uefi.secureBoot() ? "yes" : "no";
        os.remark("said both ways: some systems take the Secure Boot build if nothing is said");
        os.add(new Element("firmware")
                .add(
                        new Element("feature", "enabled", enabled, "name", "enrolled-keys"),
                        new Element("feature", "enabled", enabled, "name", "secure-boot")));
    }

    static void kernel(Element os, Boot.Kernel kernel) {
        os.add(Element.text("kernel", kernel.path()));
        kernel.initrd().ifPresent(file -> os.add(Element.text("initrd", file)));
        if (!kernel.arguments().isEmpty()) os.add(Element.text("cmdline", kernel.arguments()));
    }

    private void features(Element domain) {
        var features = new Element("features").add(new Element("acpi"), new Element("apic"));
        if (guest.cpu().hyperv() && kvm)
            features.add(new Element("hyperv", "mode", "custom")
                    .add(
                            new Element("relaxed", "state", "on"),
                            new Element("vapic", "state", "on"),
                            new Element("spinlocks", "state", "on", "retries", "8191")));
        gaps.dropped(guest.cpu().hyperv() && !kvm, "cpu.hyperv", "QEMU gives these hints under KVM only");
        if (guest.machine().isSecure()) features.add(new Element("smm", "state", "on"));
        domain.add(features);
    }

    private Element cpu() {
        var cpu = new Element("cpu");
        switch (guest.cpu().model()) {
            case CpuModel.Host host
            when kvm -> cpu.set("mode", "host-passthrough").set("migratable", "on");
            case CpuModel.Host host -> {
                cpu.set("mode", "maximum");
                gaps.approximated(
                        "cpu.model", "an emulated CPU is not the host's: maximum has all that the emulation can");
            }
            case CpuModel.Maximum maximum -> cpu.set("mode", "maximum");
            case CpuModel.Baseline baseline -> custom(cpu, "qemu64");
            case CpuModel.Named(String name) -> {
                custom(cpu, name);
                if (name.matches(".*-v\\d+"))
                    gaps.refused("cpu.model", "libvirt 9.0 knows no numbered versions of a model: name it without -v");
            }
        }
        cpu.set("check", "none");
        Topology layout = guest.cpu().layout();
        cpu.remark("named in full: without it libvirt gives each vCPU a socket, QEMU one socket");
        cpu.add(new Element("topology", "sockets", "" + layout.sockets(), "dies", "1")
                .set("cores", "" + layout.cores())
                .set("threads", "" + layout.threads()));
        nested(cpu);
        for (CpuFeature feature : guest.cpu().features())
            cpu.add(new Element("feature", "policy", policy(feature.wanted()), "name", feature.name()));
        numa(cpu, guest.numa());
        return cpu;
    }

    private static void custom(Element cpu, String model) {
        cpu.set("mode", "custom").set("match", "exact");
        cpu.add(Element.text("model", model, "fallback", "forbid"));
    }

    private void nested(Element cpu) {
        if (guest.cpu().nested().isEmpty()) return;
        boolean wanted = guest.cpu().nested().get();
        if (!wanted)
            cpu.add(
                    new Element("feature", "policy", "disable", "name", "vmx"),
                    new Element("feature", "policy", "disable", "name", "svm"));
        else if (guest.cpu().model() instanceof CpuModel.Named(String name))
            cpu.add(new Element("feature", "policy", "require", "name", Qemu.isAmd(name) ? "svm" : "vmx"));
        else if (guest.cpu().model() instanceof CpuModel.Baseline)
            cpu.add(new Element("feature", "policy", "require", "name", "svm"));
        else
            gaps.approximated("cpu.nested", "the model " + guest.cpu().model() + " has it wherever the host allows it");
    }

    private static String policy(boolean wanted) {
        return wanted ? "require" : "disable";
    }

    static void numa(Element cpu, List<NumaCell> cells) {
        if (cells.isEmpty()) return;
        var numa = new Element("numa");
        for (NumaCell cell : cells)
            numa.add(new Element(
                            "cell",
                            "id",
                            "" + numa.children().size(),
                            "cpus",
                            cell.vcpus().toString())
                    .set("memory", "" + cell.memory().mib())
                    .set("unit", "MiB"));
        cpu.add(numa);
    }

    private void clock(Element domain) {
        var clock = new Element("clock", "offset", Words.of(guest.machine().clock()));
        if (guest.cpu().hyperv() && kvm) clock.add(new Element("timer", "name", "hypervclock", "present", "yes"));
        domain.add(clock);
    }

    static void endings(Element domain, Guest guest) {
        domain.add(
                Element.text("on_poweroff", Words.of(guest.lifecycle().poweroff())),
                Element.text("on_reboot", Words.of(guest.lifecycle().reboot())),
                Element.text("on_crash", Words.of(guest.lifecycle().crash())));
    }

    /** A PCI address as libvirt writes its parts. */
    static String hex(int value, int digits) {
        return String.format(Locale.ROOT, "0x%0" + digits + "x", value);
    }
}
