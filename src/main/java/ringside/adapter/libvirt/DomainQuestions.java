package ringside.adapter.libvirt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What libvirt says of guests, feature by feature: the place in its documents that decides each. */
final class DomainQuestions {
    /** More than this is what the matrix asks for. */
    private static final int CLAIMED = 255;

    /**
     * One row.
     *
     * @param ofHost whether the host's capabilities decide, else those of guests of the domain type
     * @param proves whether the answer shows what the host has; else it shows what libvirt would let a guest ask for
     */
    record Row(String feature, boolean ofHost, boolean proves, Function<Xml, Decision> decide) {}

    record Decision(boolean holds, String answer) {}

    static final List<Row> ROWS = List.of(
            new Row("max-vcpus", true, false, DomainQuestions::processors),
            new Row("huge-pages", true, true, DomainQuestions::hugePages),
            new Row("numa-pinning", true, false, DomainQuestions::cells),
            new Row("live-migration", true, false, DomainQuestions::migration),
            listed("secure-boot", "firmware with secure", "os/loader/enum[@name='secure']", "yes"),
            listed("pci-passthrough", "PCI back ends", "devices/hostdev/enum[@name='pciBackend']", "vfio"),
            listed("usb", "host devices", "devices/hostdev/enum[@name='subsysType']", "usb"),
            listed("virtio", "disk buses", "devices/disk/enum[@name='bus']", "virtio"),
            listed("vhost-vdpa", "sources of memory", "memoryBacking/enum[@name='sourceType']", "memfd"),
            listed("gpu-3d", "displays", "devices/graphics/enum[@name='type']", "egl-headless"),
            new Row("tpm", false, false, DomainQuestions::tpm),
            supported("dirty-bitmaps", "backup", "features/backup/@supported"),
            supported("confidential", "sev", "features/sev/@supported"));

    private DomainQuestions() {}

    /** @param label what is listed there, for people */
    private static Row listed(String feature, String label, String place, String value) {
        return new Row(feature, false, false, xml -> {
            List<String> values = xml.all("/domainCapabilities/" + place + "/value");
            return new Decision(
                    values.contains(value), label + ": " + (values.isEmpty() ? "none" : String.join(", ", values)));
        });
    }

    private static Row supported(String feature, String label, String place) {
        return new Row(feature, false, false, xml -> {
            List<String> values = xml.all("/domainCapabilities/" + place);
            return new Decision(
                    values.contains("yes"),
                    label + " supported: " + (values.isEmpty() ? "not said" : values.getFirst()));
        });
    }

    private static Decision processors(Xml host) {
        int most = host.all("/capabilities/guest/arch/machine/@maxCpus").stream()
                .filter(text -> text.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return new Decision(most > CLAIMED, "the machine that takes most takes " + most);
    }

    /** A size that the processor knows is no page: only what is reserved can be given to a guest. */
    private static Decision hugePages(Xml host) {
        List<String> sizes = host.all("/capabilities/host/cpu/pages/@size").stream()
                .filter(size -> size.matches("\\d{4,9}")) // of 1000 KiB or more
                .toList();
        var reserved = new LinkedHashMap<String, Long>();
        for (String size : sizes)
            reserved.put(
                    size,
                    host.all("/capabilities/host/topology/cells/cell/pages[@size='" + size + "']").stream()
                            .filter(count -> count.matches("\\d{1,15}"))
                            .mapToLong(Long::parseLong)
                            .sum());
        return new Decision(
                reserved.values().stream().anyMatch(count -> count > 0),
                reserved.isEmpty()
                        ? "the host has no large pages"
                        : reserved.entrySet().stream()
                                .map(size -> size.getKey() + " KiB: " + size.getValue() + " reserved")
                                .collect(Collectors.joining(", ")));
    }

    private static Decision cells(Xml host) {
        int cells = host.all("/capabilities/host/topology/cells/cell").size();
        return new Decision(
                cells > 0, "the host's topology has " + cells + (cells == 1 ? " NUMA cell" : " NUMA cells"));
    }

    private static Decision migration(Xml host) {
        boolean live = host.has("/capabilities/host/migration_features/live");
        return new Decision(live, live ? "migration_features has live" : "migration_features does not have live");
    }

    private static Decision tpm(Xml guests) {
        List<String> backends = guests.all("/domainCapabilities/devices/tpm/enum[@name='backendModel']/value");
        boolean supported =
                guests.all("/domainCapabilities/devices/tpm/@supported").contains("yes");
        return new Decision(
                supported && !backends.isEmpty(),
                backends.isEmpty() ? "it knows no TPM back end" : "back ends: " + String.join(", ", backends));
    }

    static Stream<String> features() {
        return ROWS.stream().map(Row::feature);
    }
}
