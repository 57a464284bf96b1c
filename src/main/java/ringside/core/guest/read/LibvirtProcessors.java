package ringside.core.guest.read;

import java.util.List;
import java.util.Optional;
import ringside.core.guest.CpuFeature;
import ringside.core.guest.CpuModel;
import ringside.core.guest.CpuSet;
import ringside.core.guest.NumaCell;
import ringside.core.guest.Size;
import ringside.core.guest.Topology;

/** The processors of a libvirt domain, the NUMA nodes they are on, and the host CPUs they are tied to. */
final class LibvirtProcessors {
    private final XmlElement domain;
    private final GuestDraft draft;
    private final boolean xen;

    LibvirtProcessors(XmlElement domain, GuestDraft draft, boolean xen) {
        this.domain = domain;
        this.draft = draft;
        this.xen = xen;
    }

    void read() {
        processors();
        tuning();
    }

    private void processors() {
        domain.child("vcpu").ifPresent(vcpu -> {
            vcpu.attribute("placement");
            int most = LibvirtReader.number(vcpu.text()).orElse(1);
            draft.vcpus =
                    vcpu.attribute("current").flatMap(LibvirtReader::number).orElse(most);
            if (draft.vcpus < most) draft.maximumVcpus = Optional.of(most);
        });
        draft.model = xen ? new CpuModel.Host() : new CpuModel.Baseline();
        if (!xen) sockets(draft.maximumVcpus.orElse(draft.vcpus), 1, 1, domain);
        domain.child("cpu").ifPresent(this::cpu);
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
            Optional<Size> memory = LibvirtReader.size(
                    cell,
                    cell.attribute("memory").orElse(""),
                    cell.attribute("unit").orElse("KiB"),
                    draft);
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
}
