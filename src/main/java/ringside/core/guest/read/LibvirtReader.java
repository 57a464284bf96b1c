package ringside.core.guest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ringside.core.guest.Boot;
import ringside.core.guest.CpuFeature;
import ringside.core.guest.CpuModel;
import ringside.core.guest.CpuSet;
import ringside.core.guest.Firmware;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Lifecycle;
import ringside.core.guest.Machine;
import ringside.core.guest.MachineType;
import ringside.core.guest.NumaCell;
import ringside.core.guest.Platforms;
import ringside.core.guest.Refusal;
import ringside.core.guest.Size;
import ringside.core.guest.Topology;

/** A libvirt domain. What libvirt adds by itself when nothing is said counts as said. */
final class LibvirtReader {
    private final GuestDraft draft = new GuestDraft();
    private final XmlElement domain;
    private final boolean xen;

    private LibvirtReader(XmlElement domain) {
        this.domain = domain;
        xen = domain.attribute("type").filter("xen"::equals).isPresent();
    }

    static Reading read(String text) throws SyntaxFault {
        XmlElement domain = XmlElement.parse(text);
        if (!domain.name().equals("domain"))
            throw new SyntaxFault(domain.line(), "the root element is <" + domain.name() + ">, not <domain>");
        return new LibvirtReader(domain).read();
    }

    private Reading read() {
        domain.attribute("id");
        identity();
        memory();
        processors();
        tuning();
        domain.child("os").ifPresent(this::system);
        features();
        ending();
        new LibvirtDeviceReader(draft, xen).read(domain);
        domain.addLeftovers("Ringside's guests have no such setting", draft.notUnderstood);
        return draft.reading();
    }

    private void identity() {
        draft.platform = switch (domain.attribute("type").orElse("")) {
            case "kvm" -> GuestPlatform.LIBVIRT_KVM;
            case "xen" -> GuestPlatform.LIBVIRT_XEN;
            default -> GuestPlatform.LIBVIRT_QEMU;
        };
        domain.child("name").ifPresent(name -> draft.name = name.text());
        domain.child("uuid").ifPresent(uuid -> {
            try {
                draft.uuid = Optional.of(UUID.fromString(uuid.text()));
            } catch (IllegalArgumentException notOne) {
                draft.miss(uuid.line(), uuid.toString(), "not a UUID");
            }
        });
    }

    private void memory() {
        Optional<Size> most = domain.child("memory").flatMap(this::size);
        Optional<Size> now = domain.child("currentMemory").flatMap(this::size);
        most.ifPresent(size -> draft.memory =
                now.filter(current -> current.compareTo(size) < 0).orElse(size));
        draft.maximumMemory = most.filter(size -> size.compareTo(draft.memory) > 0);
        draft.merge = !xen;
        domain.child("memoryBacking").ifPresent(backing -> {
            draft.hugePages = backing.child("hugepages").isPresent();
            if (backing.child("nosharepages").isPresent()) draft.merge = false;
        });
    }

    private Optional<Size> size(XmlElement element) {
        return size(element, element.text(), element.attribute("unit").orElse("KiB"));
    }

    /** libvirt's own unit is KiB. */
    private Optional<Size> size(XmlElement element, String amount, String unit) {
        if (!amount.matches("\\d{1,15}")) {
            draft.miss(element.line(), element.toString(), "not an amount of memory");
            return Optional.empty();
        }
        double bytes = Double.parseDouble(amount)
                * switch (unit) {
                    case "b", "bytes" -> 1;
                    case "KB" -> 1e3;
                    case "MB" -> 1e6;
                    case "GB" -> 1e9;
                    case "TB" -> 1e12;
                    case "M", "MiB" -> 1L << 20;
                    case "G", "GiB" -> 1L << 30;
                    case "T", "TiB" -> 1L << 40;
                    default -> 1L << 10;
                };
        if (bytes % (1 << 20) != 0) draft.miss(element.line(), element.toString(), "no whole MiB: rounded down");
        return draft.attempt(element.line(), element.toString(), () -> Size.ofMib((long) bytes >> 20));
    }

    private void processors() {
        domain.child("vcpu").ifPresent(vcpu -> {
            vcpu.attribute("placement");
            int most = number(vcpu.text()).orElse(1);
            draft.vcpus =
                    vcpu.attribute("current").flatMap(LibvirtReader::number).orElse(most);
            if (draft.vcpus < most) draft.maximumVcpus = Optional.of(most);
        });
        draft.model = xen ? new CpuModel.Host() : new CpuModel.Baseline();
        if (!xen) sockets(draft.maximumVcpus.orElse(draft.vcpus), 1, 1, domain);
        domain.child("cpu").ifPresent(this::cpu);
    }

    static Optional<Integer> number(String text) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("\\d{1,8}"))
                .map(Integer::valueOf);
    }

    private void sockets(int sockets, int cores, int threads, XmlElement element) {
        draft.attempt(element.line(), "topology", () -> {
            var topology = new Topology(sockets, cores, threads);
            if (topology.product() == draft.maximumVcpus.orElse(draft.vcpus)) draft.topology = Optional.of(topology);
            else draft.miss(element.line(), element.toString(), "not the layout of all its vCPUs");
        });
    }

    private void cpu(XmlElement cpu) {
        List.of("check", "migratable", "match").forEach(cpu::attribute);
        model(cpu);
        cpu.child("topology").ifPresent(topology -> {
            topology.attribute("dies")
                    .filter(dies -> !dies.equals("1"))
                    .ifPresent(dies -> draft.miss(
                            topology.line(),
                            "dies=\"" + dies + "\"",
                            "a guest's layout is of sockets, cores and threads"));
            sockets(part(topology, "sockets"), part(topology, "cores"), part(topology, "threads"), topology);
        });
        Optional<Boolean> nested = Optional.empty();
        for (XmlElement feature : cpu.children("feature")) {
            String name = feature.attribute("name").orElse("");
            boolean wanted = List.of("require", "force")
                    .contains(feature.attribute("policy").orElse("require"));
            if (name.equals("vmx") || name.equals("svm")) nested = Optional.of(wanted || nested.orElse(false));
            else
                draft.attempt(
                        feature.line(), feature.toString(), () -> draft.features.add(new CpuFeature(name, wanted)));
        }
        draft.nested = nested;
        cpu.child("numa").ifPresent(this::numa);
    }

    private static int part(XmlElement topology, String part) {
        return topology.attribute(part).flatMap(LibvirtReader::number).orElse(1);
    }

    private void model(XmlElement cpu) {
        Optional<XmlElement> model = cpu.child("model");
        model.ifPresent(named -> named.attribute("fallback"));
        switch (cpu.attribute("mode").orElse("custom")) {
            case "host-passthrough" -> draft.model = new CpuModel.Host();
            case "maximum" -> draft.model = new CpuModel.Maximum();
            case "host-model" -> {
                draft.model = new CpuModel.Host();
                draft.miss(cpu.line(), cpu.toString(), "the nearest model to the host's is taken as the host's own");
            }
            default ->
                model.ifPresent(named ->
                        draft.attempt(named.line(), named.toString(), () -> draft.model = CpuModel.of(named.text())));
        }
    }

    private void numa(XmlElement numa) {
        for (XmlElement cell : numa.children("cell")) {
            int id = cell.attribute("id").flatMap(LibvirtReader::number).orElse(draft.numa.size());
            Optional<Size> memory = size(
                    cell,
                    cell.attribute("memory").orElse(""),
                    cell.attribute("unit").orElse("KiB"));
            Optional<Integer> node = domain.find("numatune")
                    .flatMap(tune -> tune.children("memnode").stream()
                            .filter(each -> each.attribute("cellid")
                                    .flatMap(LibvirtReader::number)
                                    .filter(cellId -> cellId == id)
                                    .isPresent())
                            .findFirst()
                            .flatMap(each -> each.attribute("nodeset"))
                            .flatMap(LibvirtReader::number));
            memory.ifPresent(size -> draft.attempt(
                    cell.line(),
                    cell.toString(),
                    () -> draft.numa.add(
                            new NumaCell(CpuSet.of(cell.attribute("cpus").orElse("")), size, node))));
        }
    }

    private void tuning() {
        domain.child("iothreads").ifPresent(XmlElement::text);
        domain.find("numatune").ifPresent(tune -> {
            tune.children("memnode")
                    .forEach(node -> List.of("mode", "cellid", "nodeset").forEach(node::attribute));
            tune.child("memory").ifPresent(memory -> {
                memory.attribute("mode");
                set(memory, "nodeset").ifPresent(nodes -> draft.hostNodes = Optional.of(nodes));
            });
        });
        domain.child("cputune").ifPresent(this::cputune);
    }

    private void cputune(XmlElement tune) {
        for (XmlElement pin : tune.children("vcpupin")) {
            pin.attribute("vcpu");
            set(pin, "cpuset").ifPresent(draft.pins::add);
        }
        tune.child("emulatorpin")
                .flatMap(pin -> set(pin, "cpuset"))
                .ifPresent(cpus -> draft.emulatorPin = Optional.of(cpus));
        for (XmlElement pin : tune.children("iothreadpin")) {
            pin.attribute("iothread");
            set(pin, "cpuset").ifPresent(cpus -> draft.iothreadPin = Optional.of(cpus));
        }
        int period = tune.child("period")
                .map(XmlElement::text)
                .flatMap(LibvirtReader::number)
                .orElse(100_000);
        tune.child("quota")
                .map(XmlElement::text)
                .flatMap(LibvirtReader::number)
                .map(quota -> (int) Math.clamp(quota * 100L / Math.max(1, period), 1, 100))
                .ifPresent(percent -> draft.cap = Optional.of(percent));
    }

    private Optional<CpuSet> set(XmlElement element, String attribute) {
        return element.attribute(attribute)
                .flatMap(text -> draft.attempt(element.line(), element.toString(), () -> CpuSet.of(text)));
    }

    private void system(XmlElement os) {
        os.child("type").ifPresent(this::type);
        domain.child("bootloader").ifPresent(XmlElement::text);
        firmware(os);
        os.child("kernel")
                .ifPresent(kernel -> draft.kernel = draft.attempt(
                        kernel.line(),
                        kernel.toString(),
                        () -> new Boot.Kernel(
                                kernel.exactText(),
                                os.child("initrd").map(XmlElement::exactText),
                                os.child("cmdline").map(XmlElement::exactText).orElse(""))));
        var order = new ArrayList<Boot.Device>();
        for (XmlElement boot : os.children("boot"))
            switch (boot.attribute("dev").orElse("")) {
                case "hd" -> order.add(Boot.Device.DISK);
                case "cdrom" -> order.add(Boot.Device.CDROM);
                case "network" -> order.add(Boot.Device.NETWORK);
                default -> draft.miss(boot.line(), boot.toString(), "a guest boots from disk, cdrom or network");
            }
        draft.order = order.stream().distinct().toList();
    }

    private void type(XmlElement type) {
        type.text();
        type.attribute("arch")
                .filter(arch -> !arch.equals("x86_64"))
                .ifPresent(arch -> draft.miss(type.line(), type.toString(), "Ringside's guests are x86_64 machines"));
        String machine = type.attribute("machine").orElse("pc");
        if (!xen) draft.attempt(type.line(), type.toString(), () -> draft.type = MachineType.of(machine));
        else
            draft.xen = type.text().equals("hvm")
                    ? Platforms.XenType.HVM
                    : type.text().equals("xenpvh") || machine.equals("xenpvh")
                            ? Platforms.XenType.PVH
                            : Platforms.XenType.PV;
    }

    private void firmware(XmlElement os) {
        boolean automatic = os.attribute("firmware").filter("efi"::equals).isPresent();
        boolean secure = os.find("firmware")
                .map(firmware -> firmware.children("feature").stream()
                                .filter(feature -> feature.attribute("name")
                                                .filter("secure-boot"::equals)
                                                .isPresent()
                                        & feature.attribute("enabled")
                                                .filter("yes"::equals)
                                                .isPresent())
                                .count()
                        > 0)
                .orElse(false);
        Optional<XmlElement> loader = os.child("loader");
        if (automatic) draft.firmware = new Firmware.Uefi(secure, Optional.empty(), Optional.empty());
        else if (loader.isPresent()) loader(loader.get(), os.child("nvram"));
    }

    private void loader(XmlElement loader, Optional<XmlElement> nvram) {
        List.of("readonly", "type", "stateless", "format").forEach(loader::attribute);
        boolean secure = loader.attribute("secure").filter("yes"::equals).isPresent();
        Optional<String> template = nvram.flatMap(each -> each.attribute("template"));
        Optional<String> code = Optional.of(loader.exactText()).filter(path -> template.isPresent());
        draft.attempt(
                loader.line(), loader.toString(), () -> draft.firmware = new Firmware.Uefi(secure, code, template));
        if (template.isEmpty())
            draft.miss(
                    loader.line(),
                    loader.toString(),
                    "it does not say where the empty variables are: OVMF as packaged is taken");
    }

    private void features() {
        domain.child("features").ifPresent(features -> {
            List.of("acpi", "apic", "pae").forEach(features::child);
            features.child("smm").ifPresent(smm -> smm.attribute("state"));
            features.child("viridian").ifPresent(viridian -> draft.hyperv = true);
            features.child("hyperv").ifPresent(hyperv -> {
                draft.hyperv = true;
                hyperv.settle();
            });
        });
    }

    private void ending() {
        domain.child("clock").ifPresent(clock -> {
            if (clock.attribute("offset").filter("localtime"::equals).isPresent())
                draft.clock = Machine.Clock.LOCALTIME;
            for (XmlElement timer : clock.children("timer"))
                if (timer.attribute("name").filter("hypervclock"::equals).isPresent()) timer.settle();
        });
        ending("on_poweroff").ifPresent(ending -> draft.poweroff = ending);
        ending("on_reboot").ifPresent(ending -> draft.reboot = ending);
        ending("on_crash").ifPresent(ending -> draft.crash = ending);
    }

    private Optional<Lifecycle.Ending> ending(String name) {
        return domain.child(name).map(element -> switch (element.text()) {
            case "restart", "rename-restart", "coredump-restart" -> Lifecycle.Ending.RESTART;
            case "preserve" -> Lifecycle.Ending.PRESERVE;
            case "destroy", "coredump-destroy" -> Lifecycle.Ending.DESTROY;
            default -> throw new Refusal("lifecycle", element.text() + "; allowed are restart, destroy and preserve");
        });
    }
}
