package ringside.adapter.libvirt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ringside.core.guest.read.XmlElement;

/** The machine that a domain's XML describes, in the words of a validation's facts. */
final class DomainFacts {
    private DomainFacts() {}

    static Map<String, Object> of(XmlElement domain) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("type", domain.attribute("type").orElse(""));
        facts.put("name", domain.child("name").map(XmlElement::text).orElse(""));
        facts.put(
                "machine",
                domain.find("os", "type")
                        .flatMap(type -> type.attribute("machine"))
                        .orElse(""));
        domain.find("os", "cmdline").map(XmlElement::text).ifPresent(arguments -> facts.put("arguments", arguments));
        boolean efi = domain.child("os").flatMap(os -> os.attribute("firmware")).isPresent()
                || domain.find("os", "loader").isPresent();
        facts.put("firmware", efi ? "uefi" : "bios");
        processors(domain, facts);
        facts.put("memory_mib", domain.child("memory").map(DomainFacts::mib).orElse(0L));
        List<XmlElement> disks = devices(domain, "disk");
        facts.put(
                "disks",
                disks.stream()
                        .filter(disk -> !isCdrom(disk))
                        .map(DomainFacts::disk)
                        .toList());
        facts.put("cdroms", disks.stream().filter(DomainFacts::isCdrom).count());
        facts.put(
                "nics",
                devices(domain, "interface").stream().map(DomainFacts::card).toList());
        facts.put(
                "graphics",
                devices(domain, "graphics").stream()
                        .map(graphics -> graphics.attribute("type").orElse(""))
                        .toList());
        facts.put("serial_ports", devices(domain, "serial").size());
        facts.put("host_devices", devices(domain, "hostdev").size());
        return facts;
    }

    private static List<XmlElement> devices(XmlElement domain, String kind) {
        return domain.child("devices").map(devices -> devices.children(kind)).orElse(List.of());
    }

    private static void processors(XmlElement domain, Map<String, Object> facts) {
        long most = domain.child("vcpu").map(vcpu -> number(vcpu.text())).orElse(1L);
        facts.put(
                "vcpus",
                domain.child("vcpu")
                        .flatMap(vcpu -> vcpu.attribute("current"))
                        .map(DomainFacts::number)
                        .orElse(most));
        facts.put("max_vcpus", most);
        var topology = domain.find("cpu", "topology");
        facts.put(
                "sockets",
                topology.flatMap(each -> each.attribute("sockets"))
                        .map(DomainFacts::number)
                        .orElse(most));
        for (String level : List.of("cores", "threads"))
            facts.put(
                    level,
                    topology.flatMap(each -> each.attribute(level))
                            .map(DomainFacts::number)
                            .orElse(1L));
        facts.put(
                "pinned_vcpus",
                domain.find("cputune")
                        .map(tune -> tune.children("vcpupin").size())
                        .orElse(0));
        facts.put(
                "iothreads",
                domain.child("iothreads").map(each -> number(each.text())).orElse(0L));
    }

    private static boolean isCdrom(XmlElement disk) {
        return disk.attribute("device").orElse("disk").equals("cdrom");
    }

    private static Map<String, Object> disk(XmlElement disk) {
        var fact = new LinkedHashMap<String, Object>();
        var driver = disk.child("driver");
        fact.put(
                "source",
                Stream.of("file", "dev", "name", "volume")
                        .flatMap(kind -> disk.child("source").flatMap(source -> source.attribute(kind)).stream())
                        .findFirst()
                        .orElse(""));
        fact.put("format", driver.flatMap(each -> each.attribute("type")).orElse(""));
        fact.put("cache", driver.flatMap(each -> each.attribute("cache")).orElse(""));
        fact.put(
                "bus",
                disk.child("target").flatMap(target -> target.attribute("bus")).orElse(""));
        fact.put("read_only", disk.child("readonly").isPresent());
        return fact;
    }

    private static Map<String, Object> card(XmlElement card) {
        var fact = new LinkedHashMap<String, Object>();
        fact.put("network", card.attribute("type").orElse(""));
        fact.put(
                "model",
                card.child("model").flatMap(model -> model.attribute("type")).orElse(""));
        fact.put(
                "mac",
                card.child("mac").flatMap(mac -> mac.attribute("address")).orElse(""));
        return fact;
    }

    private static long mib(XmlElement memory) {
        long count = number(memory.text());
        return switch (memory.attribute("unit").orElse("KiB")) {
            case "b", "bytes" -> count >> 20;
            case "k", "KiB" -> count >> 10;
            case "G", "GiB" -> count << 10;
            case "T", "TiB" -> count << 20;
            case "M", "MiB" -> count;
            case "KB" -> count * 1000 >> 20;
            case "MB" -> count * 1_000_000 >> 20;
            default -> count * 1_000_000_000 >> 20;
        };
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
