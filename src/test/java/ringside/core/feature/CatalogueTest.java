package ringside.core.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.core.json.Node;

/** The program's own catalogue: a cell that cannot be trusted fails here. */
class CatalogueTest {
    private static final FeatureMatrix MATRIX = Catalogue.bundled().matrix();
    private static final List<String> PLATFORMS =
            MATRIX.columns().stream().map(Column::id).toList();

    @Test
    void everyCellThatSaysSomethingNamesASourceThatOpens() {
        eachCell((place, cell) -> {
            if (cell.support() != Support.UNKNOWN) assertFalse(cell.sources().isEmpty(), place);
            Stream.concat(cell.sources().stream(), cell.conflict().stream().map(Contradiction::source))
                    .forEach(source -> {
                        assertFalse(source.title().isBlank(), place);
                        assertTrue(source.link().startsWith("https://"), place + source.link());
                        assertFalse(source.path().isBlank(), place + " names no file of " + source.repoOrUrl());
                        if (!source.ref().isEmpty())
                            assertTrue(source.link().endsWith(source.ref() + "/" + source.path()), source.link());
                    });
        });
    }

    @Test
    void aNoteFitsItsPlaceAndAPartlySaysWhatIsMissing() {
        eachCell((place, cell) -> {
            assertTrue(cell.note().length() <= CatalogueFile.NOTE, place);
            assertFalse(cell.note().isBlank(), place);
            assertEquals(cell.note().strip(), cell.note(), place);
        });
        for (Feature feature : MATRIX.features())
            assertTrue(feature.description().length() <= 140, feature.id());
    }

    @Test
    void aCellThatRestsOnAnAbsenceIsMarkedAsWeaker() {
        eachCell((place, cell) -> {
            if (cell.note().startsWith("Absent")) assertEquals(Evidence.ABSENT_FROM_LIST, cell.evidence(), place);
            if (cell.evidence() == Evidence.ABSENT_FROM_LIST) assertEquals(Support.NO, cell.support(), place);
        });
    }

    @Test
    void whatIsNotKnownRestsOnNoFinding() {
        eachCell((place, cell) -> assertEquals(
                cell.support() == Support.UNKNOWN, cell.evidence().word().equals("none"), place));
    }

    @Test
    void aPlatformThatWasNotThereIsNoDifferenceAndNoChange() {
        assertFalse(MATRIX.existed("xen-pvh", Era.SPRING_2013));
        assertTrue(MATRIX.existed("xen-pvh", Era.NOW));
        for (Feature feature : MATRIX.features()) {
            assertFalse(MATRIX.differs(feature.id(), List.of("xen", "xen-pvh"), Era.SPRING_2013), feature.id());
            assertFalse(MATRIX.changed(feature.id(), "xen-pvh"), feature.id());
        }
    }

    @Test
    void whatIsNotKnownIsNoDifference() {
        assertEquals(Support.UNKNOWN, MATRIX.cell("cloud-init", "xen", Era.NOW).support());
        assertFalse(MATRIX.differs("cloud-init", List.of("xen", "kvm"), Era.NOW));
    }

    @Test
    void aGuestTypeIsNotSaidToHaveWhatOnlyAnotherOneHas() {
        assertEquals(
                Support.YES, MATRIX.cell("max-vcpus", "xen-pv", Era.SPRING_2013).support());
        assertEquals(
                Support.NO, MATRIX.cell("max-vcpus", "xen-hvm", Era.SPRING_2013).support());
        assertEquals(
                Support.NO,
                MATRIX.cell("page-sharing", "xen-pv", Era.SPRING_2013).support());
    }

    @Test
    void noColumnHasAHole() throws IOException {
        for (String file : List.of("qemu", "kvm", "xen", "libvirt", "virtualbox")) {
            Map<String, Node> columns = fields(fields(read(file)).get("cells"));
            Node whole = columns.values().iterator().next();
            for (Feature feature : MATRIX.features()) {
                assertTrue(fields(whole).containsKey(feature.id()), file + " lacks " + feature.id());
                assertEquals(
                        Set.of("now", "2013"),
                        fields(fields(whole).get(feature.id())).keySet(),
                        file + " / " + feature.id());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"qemu", "kvm", "xen", "libvirt", "virtualbox"})
    void theCellsOfAColumnAreSorted(String file) throws IOException {
        fields(fields(read(file)).get("cells")).values().forEach(column -> {
            var ids = new ArrayList<>(fields(column).keySet());
            assertEquals(ids.stream().sorted().toList(), ids);
        });
    }

    @Test
    void theEditionsAreSortedAndEachIsUsed() throws IOException {
        var ids =
                new ArrayList<>(fields(fields(read("editions")).get("editions")).keySet());
        assertEquals(ids.stream().sorted().toList(), ids);
        var texts = new StringBuilder();
        for (String file : List.of("platforms", "qemu", "kvm", "xen", "libvirt", "virtualbox"))
            texts.append(text(file));
        for (String id : ids) assertTrue(texts.indexOf("\"" + id + ":") >= 0, "no cell rests on " + id);
    }

    @Test
    void whatTheStudyComparedComesFirst() {
        FeatureMatrix.Section first =
                MATRIX.sections(Filter.all(PLATFORMS, Era.SPRING_2013)).getFirst();
        assertEquals(FeatureMatrix.BASIC, first.title());
        assertEquals(
                List.of("live-migration", "snapshots", "pci-passthrough"),
                first.features().stream().map(Feature::id).toList());
    }

    @Test
    void aGroupStandsTogether() {
        var seen = new LinkedHashSet<String>();
        String last = "";
        for (Feature feature :
                MATRIX.features().stream().filter(row -> !row.basic()).toList()) {
            if (!feature.group().equals(last)) assertTrue(seen.add(feature.group()), feature.group());
            last = feature.group();
        }
        assertEquals(
                List.of(
                        "Architecture",
                        "CPU and memory",
                        "Storage",
                        "Devices",
                        "Mobility",
                        "Management",
                        "Hosts and guests",
                        "Governance"),
                List.copyOf(seen));
    }

    @Test
    void theStudysPlatformsAndItsFeaturesAreAllThere() {
        assertEquals(60, MATRIX.features().size());
        assertEquals(
                List.of(
                        "qemu",
                        "kvm",
                        "xen",
                        "xen-pv",
                        "xen-hvm",
                        "xen-pvh",
                        "libvirt",
                        "libvirt-qemu",
                        "libvirt-kvm",
                        "libvirt-xen",
                        "libvirt-virtualbox",
                        "virtualbox"),
                PLATFORMS);
    }

    @Test
    void aVariantSaysSoWhereItRepeatsItsProduct() {
        eachCell((place, cell) -> {
            if (!cell.inherited()) return;
            assertNotEquals(List.of(), cell.sources(), place);
            assertTrue(
                    List.of("Xen", "libvirt", "QEMU (TCG)", "KVM", "VirtualBox").contains(cell.statedFor()), place);
        });
        Cell licence = MATRIX.cell("licence", "xen-pv", Era.NOW);
        assertEquals("Xen", licence.statedFor());
        assertEquals(MATRIX.cell("licence", "xen", Era.NOW).sources(), licence.sources());
        assertEquals("KVM", MATRIX.cell("guest-os", "libvirt-kvm", Era.NOW).statedFor());
    }

    @Test
    void theGuestTypesOfXenAreToldApartWhereTheSourcesDo() {
        assertEquals(List.of("yes", "yes", "no"), supports("pci-passthrough", Era.NOW, "xen-pv", "xen-hvm", "xen-pvh"));
        assertEquals(List.of("yes", "no", "no"), supports("no-hw-virt", Era.NOW, "xen-pv", "xen-hvm", "xen-pvh"));
        assertEquals(
                "Experimental", MATRIX.cell("nested-virt", "xen-hvm", Era.NOW).grade());
        for (Feature feature : MATRIX.features())
            assertEquals(
                    Support.NOT_APPLICABLE,
                    MATRIX.cell(feature.id(), "xen-pvh", Era.SPRING_2013).support(),
                    "there were no PVH guests in 2013, whatever " + feature.id() + " says");
    }

    @Test
    void theDriversOfLibvirtAreToldApart() {
        String[] drivers = {"libvirt-qemu", "libvirt-kvm", "libvirt-xen", "libvirt-virtualbox"};
        assertEquals(List.of("yes", "yes", "yes", "no"), supports("live-migration", Era.NOW, drivers));
        assertEquals(List.of("yes", "yes", "partial", "no"), supports("live-migration", Era.SPRING_2013, drivers));
        assertEquals(List.of("yes", "yes", "no", "partial"), supports("snapshots", Era.NOW, drivers));
        assertEquals(
                "libvirt 1.2.6",
                MATRIX.cell("live-migration", "libvirt-xen", Era.NOW).since());
    }

    private static List<String> supports(String feature, Era era, String... platforms) {
        return Stream.of(platforms)
                .map(platform -> MATRIX.cell(feature, platform, era).support().word())
                .toList();
    }

    @Test
    void sourcesThatContradictEachOtherAreBothShown() {
        for (String place : List.of(
                "pci-passthrough virtualbox",
                "no-hw-virt virtualbox",
                "libvirt-driver virtualbox",
                "pci-passthrough xen",
                "pci-passthrough xen-hvm")) {
            String[] ids = place.split(" ");
            List<Contradiction> conflict = MATRIX.cell(ids[0], ids[1], Era.NOW).conflict();
            assertEquals(
                    2,
                    conflict.stream()
                            .map(other -> other.source().link())
                            .distinct()
                            .count(),
                    place);
        }
    }

    @Test
    void whereSourcesContradictEachOtherAllOfThemAreNamed() {
        var alone = new ArrayList<String>();
        eachCell((place, cell) -> {
            long sources = cell.conflict().stream()
                    .map(other -> other.source().link())
                    .distinct()
                    .count();
            if (sources == 1) alone.add(place);
        });
        assertEquals(List.of(), alone);
    }

    @Test
    void whatNeedsAReleaseThatIsNotTheColumnsOwnIsThereInPart() {
        eachCell((place, cell) -> {
            if (cell.note().contains("only with VirtualBox 7.0")) assertEquals(Support.PARTIAL, cell.support(), place);
        });
    }

    @Test
    void aFlagIsAsOldAsTheHeaderSays() {
        for (String platform : List.of("libvirt-qemu", "libvirt-kvm"))
            assertEquals(
                    "libvirt 0.9.5",
                    MATRIX.cell("snap-disk-only", platform, Era.NOW).since());
    }

    private interface EachCell {
        void look(String place, Cell cell);
    }

    private static void eachCell(EachCell each) {
        for (Feature feature : MATRIX.features())
            for (String platform : PLATFORMS)
                for (Era era : Era.values())
                    each.look(
                            platform + " / " + feature.id() + " / " + era.word(),
                            MATRIX.cell(feature.id(), platform, era));
    }

    private static Map<String, Node> fields(@Nullable Node node) {
        return ((Node.Fields) Objects.requireNonNull(node)).values();
    }

    private static Node read(String file) throws IOException {
        return Node.parse(text(file));
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                CatalogueTest.class.getResourceAsStream("/ringside/feature/" + file + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
