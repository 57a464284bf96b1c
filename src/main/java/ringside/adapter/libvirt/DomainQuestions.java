package ringside.adapter.libvirt;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What libvirt says of guests, feature by feature: the place in its documents that decides each. */
final class DomainQuestions {
    /** More than this is what the matrix asks for. */
    private static final int CLAIMED = 255;

    /**
     * One row.
     *
     * @param ofHost whether the host's capabilities decide, else those of guests of the domain type
     */
    record Row(String feature, boolean ofHost, Function<Xml, Decision> decide) {}

    record Decision(boolean holds, String answer) {}

    static final List<Row> ROWS = List.of(
            new Row("max-vcpus", true, DomainQuestions::processors),
            new Row("huge-pages", true, DomainQuestions::hugePages),
            new Row("numa-pinning", true, DomainQuestions::cells),
            new Row("live-migration", true, DomainQuestions::migration),
            listed("secure-boot", "/domainCapabilities/os/loader/enum[@name='secure']/value", "yes"),
            listed("pci-passthrough", "/domainCapabilities/devices/hostdev/enum[@name='pciBackend']/value", "vfio"),
            listed("usb", "/domainCapabilities/devices/hostdev/enum[@name='subsysType']/value", "usb"),
            listed("virtio", "/domainCapabilities/devices/disk/enum[@name='bus']/value", "virtio"),
            listed("vhost-vdpa", "/domainCapabilities/memoryBacking/enum[@name='sourceType']/value", "memfd"),
            listed("gpu-3d", "/domainCapabilities/devices/graphics/enum[@name='type']/value", "egl-headless"),
            new Row("tpm", false, DomainQuestions::tpm),
            supported("dirty-bitmaps", "/domainCapabilities/features/backup/@supported"),
            supported("confidential", "/domainCapabilities/features/sev/@supported"));

    private DomainQuestions() {}

    private static Row listed(String feature, String path, String value) {
        return new Row(feature, false, xml -> {
            List<String> values = xml.all(path);
            return new Decision(values.contains(value), path + " is " + (values.isEmpty() ? "empty" : values));
        });
    }

    private static Row supported(String feature, String path) {
        return new Row(feature, false, xml -> {
            List<String> values = xml.all(path);
            return new Decision(
                    values.contains("yes"), path + " is " + (values.isEmpty() ? "not there" : values.getFirst()));
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

    private static Decision hugePages(Xml host) {
        List<String> sizes = host.all("/capabilities/host/cpu/pages/@size");
        boolean large = sizes.stream().anyMatch(size -> size.matches("\\d{4,}"));
        return new Decision(large, "page sizes in KiB: " + String.join(", ", sizes));
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
