package ringside.core.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people put into their folder of features: it may add, it may be wrong, and it never does harm. */
class UserFilesTest {
    private static final Path EXAMPLE = Path.of("src/test/resources/golden/input/example.json");
    private static final FeatureMatrix BUNDLED = Catalogue.bundled().matrix();

    @TempDir
    Path folder;

    private Catalogue load() {
        return Catalogue.load(List.of(folder));
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> faults() {
        return load().faults().stream().map(Fault::text).toList();
    }

    @Test
    void aFileAddsAPlatformAFeatureAndCells() throws IOException {
        Files.copy(EXAMPLE, folder.resolve("example.json"));
        Catalogue catalogue = load();
        assertEquals(List.of(), catalogue.faults());
        FeatureMatrix matrix = catalogue.matrix();
        assertEquals(BUNDLED.columns().size() + 1, matrix.columns().size());
        assertEquals("Example VMM", matrix.column("example").orElseThrow().name());
        Cell cell = matrix.cell("boot-time", "example", Era.NOW);
        assertEquals(Support.YES, cell.support());
        assertEquals(
                "Example VMM manual: boot.md, section Timing",
                cell.sources().getFirst().title());
        assertEquals(
                "https://github.com/example/vmm/blob/v3.1/docs/boot.md",
                cell.sources().getFirst().link());
        assertEquals(Cell.NONE, matrix.cell("boot-time", "kvm", Era.NOW), "nothing is filled in by analogy");
        assertEquals(Cell.NONE, matrix.cell("usb", "example", Era.NOW));
        assertEquals("KVM", matrix.cell("licence", "example", Era.NOW).statedFor());
    }

    @Test
    void theNewFeatureStandsInItsGroup() throws IOException {
        Files.copy(EXAMPLE, folder.resolve("example.json"));
        FeatureMatrix matrix = load().matrix();
        List<String> titles = matrix.sections(Filter.all(List.of("example"), Era.NOW)).stream()
                .map(FeatureMatrix.Section::title)
                .toList();
        assertEquals(titles.stream().distinct().toList(), titles);
        List<String> all = BUNDLED.sections(Filter.all(List.of("kvm"), Era.NOW)).stream()
                .map(FeatureMatrix.Section::title)
                .toList();
        assertEquals(all, titles);
        var some = new Filter(List.of("example"), Set.of("boot-time", "licence"), "", Era.NOW, false, false);
        assertEquals(
                List.of("boot-time", "licence"),
                load().matrix().rows(some).stream().map(Feature::id).toList());
        assertTrue(matrix.sections(Filter.all(List.of("example"), Era.NOW)).stream()
                .filter(section -> section.title().equals("Architecture"))
                .findFirst()
                .orElseThrow()
                .features()
                .contains(matrix.feature("boot-time").orElseThrow()));
    }

    @Test
    void aBadFileIsLeftOutWholeAndTheOthersCount() throws IOException {
        Files.copy(EXAMPLE, folder.resolve("example.json"));
        Files.copy(EXAMPLE.resolveSibling("broken.json"), folder.resolve("broken.json"));
        Catalogue catalogue = load();
        assertEquals(
                List.of(
                        "broken.json, line 5, kvm / live-migration / now: the catalogue has a finding here already",
                        "broken.json, line 7, kvm / teleport: there is no feature of this id; add it under 'features'"),
                catalogue.faults().stream().map(Fault::text).toList());
        assertEquals(
                BUNDLED.cell("live-migration", "kvm", Era.NOW),
                catalogue.matrix().cell("live-migration", "kvm", Era.NOW));
        assertTrue(catalogue.matrix().column("example").isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '~',
            value = {
                "{                                                                      § line 1: not JSON",
                "[]                                                                     § line 1: an object {…} belongs here",
                "{'cell': {}}                                                           § line 1: 'cell' means nothing here; known are about, cells, editions, features, platforms",
                "{'cells': {'moon': {}}}                                                § line 1, moon: there is no platform of this id",
                "{'cells': {'kvm': {'trim': 7}}}                                        § line 1, kvm / trim: an object {…} belongs here",
                "{'cells': {'kvm': {'trim': {'then': null}}}}                           § 'then' means nothing here; known are 2013, now",
                "{'platforms': [{'id': 'A B', 'name': 'x'}]}                            § an id is 1 to 40 lower-case letters",
                "{'platforms': [{'id': 'kvm', 'name': 'x'}]}                            § platforms / kvm: there is such a platform already",
                "{'platforms': [{'id': 'p'}]}                                           § platforms / p: 'name' is missing",
                "{'platforms': [{'id': 'p', 'name': 'x', 'part_of': 'q'}]}              § there is no platform 'q' to be part of",
                "{'features': [{'id': 'trim', 'group': 'x', 'name': 'x', 'description': 'x'}]} § features / trim: there is such a feature already",
                "{'features': [{'id': 'f', 'group': 'g', 'name': 'n', 'description': 'd', 'basic': 'yes'}]} § true or false belongs here",
                "{'editions': {'e': {'title': 't', 'repo_or_url': 'javascript:alert(1)'}}} § is not an address that begins with https:// or http://",
                "{'editions': {'e': {'title': 't', 'repo_or_url': 'file:///etc/passwd'}}}  § is not an address that begins with https:// or http://",
                "{'editions': {'xen-4.2.1': {'title': 't', 'repo_or_url': 'https://a.org'}}} § there is such an edition already",
            })
    void aFaultSaysWhereItIsAndWhatBelongsThere(String text, String expected) throws IOException {
        put("mine.json", text.replace('\'', '"'));
        String fault = faults().getFirst();
        assertTrue(fault.startsWith("mine.json, line 1"), fault);
        assertTrue(fault.contains(expected), fault);
        assertEquals(BUNDLED.features(), load().matrix().features());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '~',
            value = {
                "'support': 'maybe', 'source': 'xen-4.2.1:README'                       § 'maybe' is none of yes, partial, no, n/a, unknown",
                "'support': 'yes'                                                       § 'source' is missing; only an unknown cell may go without",
                "'note': 'x'                                                            § 'support' is missing",
                "'support': 'yes', 'source': 'nowhere:README'                           § there is no edition 'nowhere'",
                "'support': 'yes', 'source': {'title': 'x'}                             § 'repo_or_url' is missing",
                "'support': 'yes', 'source': {'title': 'x', 'repo_or_url': 'ftp://a/b'} § is not an address",
                "'support': 'no', 'source': 'xen-4.2.1:README', 'evidence': 'weak'      § 'evidence' is 'stated' or 'absent'",
                "'support': 'no', 'source': 'xen-4.2.1:README', 'conflict': [{'says': 'x'}] § conflict: 'source' is missing",
                "'support': 'no', 'source': 'xen-4.2.1:README', 'note': 5               § 'note' has to be a text",
                "'support': 'no', 'source': 'xen-4.2.1:README', 'note': 'a\\nb'         § 'note' holds a line break or another control character",
                "'support': 'no', 'source': 'xen-4.2.1:README', 'note': 'a\\u202eb'     § 'note' holds a line break or another control character",
            })
    void aFaultInACellNamesTheCell(String cell, String expected) throws IOException {
        put(
                "mine.json",
                ("{'platforms': [{'id': 'p', 'name': 'P'}],\n'cells': {'p': {'trim':\n{'now': {" + cell + "}}}}}")
                        .replace('\'', '"'));
        assertTrue(
                faults().stream()
                        .anyMatch(fault ->
                                fault.startsWith("mine.json, line 3, p / trim / now") && fault.contains(expected)),
                () -> faults().toString());
    }

    @Test
    void aNoteThatIsTooLongIsRefused() throws IOException {
        put(
                "mine.json",
                "{\"cells\": {\"xen\": {\"cloud-init\": {\"now\": {\"support\": \"unknown\", \"note\": \""
                        + "x".repeat(121) + "\"}}}}}");
        assertEquals(
                List.of("mine.json, line 1, xen / cloud-init / now: 'note' has 121 characters; at most 120 fit"),
                faults());
    }

    @Test
    void whatIsNamedTwiceIsRefused() throws IOException {
        put("mine.json", "{\"cells\": {},\n \"cells\": {}}");
        assertEquals(List.of("mine.json, line 2: 'cells' stands here twice"), faults());
        put("mine.json", "{\"cells\": {\"kvm\": {\"trim\": {\n\"now\": null,\n\"now\": null}}}}");
        assertEquals(List.of("mine.json, line 3, kvm / trim: 'now' stands here twice"), faults());
        put("mine.json", "{\"cells\": {\"kvm\": {\"trim\": {\"now\": {\n\"note\": \"a\", \"note\": \"b\"}}}}}");
        assertEquals(List.of("mine.json, line 2, kvm / trim / now: 'note' stands here twice"), faults());
        put("mine.json", "{\"cells\": {\"kvm\": {\"trim\": {\"now\": {\n\"note\": nul}}}}}");
        assertTrue(faults().getFirst().startsWith("mine.json, line 2, kvm / trim / now: not JSON"), faults()::toString);
    }

    @Test
    void anUnknownCellMayBeFilled() throws IOException {
        assertEquals(Support.UNKNOWN, BUNDLED.cell("cloud-init", "xen", Era.NOW).support());
        put(
                "mine.json",
                "{\"cells\": {\"xen\": {\"cloud-init\": {\"now\": {\"support\": \"no\","
                        + " \"source\": \"xen-4.22.0:README\"}}}}}");
        assertEquals(List.of(), faults());
        assertEquals(
                Support.NO, load().matrix().cell("cloud-init", "xen", Era.NOW).support());
    }

    @Test
    void platformsThatSayTheSameAsEachOtherAreRefused() throws IOException {
        put(
                "mine.json",
                "{\"platforms\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\"}],\n"
                        + " \"cells\": {\"a\": {\"trim\": {\"now\": \"b\"}},\n \"b\": {\"trim\": {\"now\": \"a\"}}}}");
        assertEquals(
                List.of("mine.json, line 2, a / trim / now: it says the same as b / trim / now, which says the same as"
                        + " this one; one of them has to say something itself"),
                faults());
    }

    @Test
    void aRingMayLeadThroughAProductAndItsVariantOrThroughTwoFiles() throws IOException {
        put(
                "a.json",
                "{'platforms': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B', 'part_of': 'a'}, {'id': 'c', 'name': 'C'}],"
                                .replace('\'', '"')
                        + "\"cells\": {\"c\": {\"cloud-init\": {\"now\": \"xen\"}}}}");
        put("b.json", "{\"cells\": {\"a\": {\"trim\": {\"now\": \"b\"}}}}");
        put("c.json", "{\"cells\": {\"xen\": {\"cloud-init\": {\"now\": \"c\"}}}}");
        put("d.json", "{\"cells\": {\"a\": {\"usb\": {\"now\": \"a\"}}}}");
        assertEquals(
                List.of(
                        "b.json, line 1, a / trim / now: it says the same as b / trim / now, which says the same as this"
                                + " one; one of them has to say something itself",
                        "c.json, line 1, xen / cloud-init / now: it says the same as c / cloud-init / now, which says the"
                                + " same as this one; one of them has to say something itself",
                        "d.json, line 1, a / usb / now: it says the same as itself; it has to say something itself"),
                faults());
    }

    private static String cells(String platform, String feature) {
        return "{\"cells\": {\"" + platform + "\": {\"" + feature
                + "\": {\"now\": {\"support\": \"yes\", \"source\": {\"title\": \"t\","
                + " \"repo_or_url\": \"https://example.org\"}}}}}";
    }

    private static String feature(String id) {
        return ", \"features\": [{\"id\": \"" + id + "\", \"group\": \"g\", \"name\": \"n\","
                + " \"description\": \"d\"}]}";
    }

    private static String platform(String id) {
        return ", \"platforms\": [{\"id\": \"" + id + "\", \"name\": \"" + id + "\"}]}";
    }

    @Test
    void filesMayReferToEachOtherWhateverTheyAreCalled() throws IOException {
        put("a.json", cells("bhyve", "zfs-clone") + feature("boot-time"));
        put("b.json", cells("bhyve", "boot-time") + platform("proxmox"));
        put("z.json", cells("proxmox", "trim") + platform("bhyve").replace("]}", "]") + feature("zfs-clone"));
        Catalogue catalogue = load();
        assertEquals(List.of(), catalogue.faults());
        assertEquals(Set.of("bhyve", "proxmox"), Set.copyOf(catalogue.own()));
        assertEquals(
                Support.YES,
                catalogue.matrix().cell("boot-time", "bhyve", Era.NOW).support());
    }

    @Test
    void whatRefersToAFileThatIsLeftOutIsLeftOutTooAndNothingElse() throws IOException {
        put("a.json", cells("bhyve", "trim") + "}");
        put("b.json", cells("kvm", "trim") + platform("bhyve")); // there is a finding already
        put("c.json", cells("bhyve", "usb") + platform("bhyve"));
        put("d.json", cells("moon", "usb") + "}");
        Catalogue catalogue = load();
        assertEquals(
                List.of(
                        "b.json, line 1, platforms / bhyve: there is such a platform already",
                        "b.json, line 1, kvm / trim / now: the catalogue has a finding here already",
                        "d.json, line 1, moon: there is no platform of this id; add it under 'platforms'"),
                catalogue.faults().stream().map(Fault::text).toList());
        assertEquals(
                Support.YES, catalogue.matrix().cell("usb", "bhyve", Era.NOW).support(), "c.json has it after all");
        assertEquals(
                Support.YES, catalogue.matrix().cell("trim", "bhyve", Era.NOW).support(), "and a.json says it of it");
    }

    @Test
    void aFilesNameMayEndInCapitals() throws IOException {
        put("UP.JSON", cells("bhyve", "trim") + platform("bhyve"));
        assertTrue(load().matrix().column("bhyve").isPresent());
    }

    @Test
    void aByteOrderMarkDoesNoHarm() throws IOException {
        put("mine.json", "\ufeff" + Files.readString(EXAMPLE));
        assertEquals(List.of(), faults());
        assertTrue(load().matrix().column("example").isPresent());
    }

    @Test
    void aFileThatIsNamedTwiceIsReadOnce() throws IOException {
        Files.copy(EXAMPLE, folder.resolve("example.json"));
        Catalogue catalogue = Catalogue.load(List.of(folder, folder.resolve("example.json")));
        assertEquals(List.of(), catalogue.faults());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '~',
            value = {
                "{'now': 7}                                                    § an object {…} belongs here",
                "{'now': {'support': 7}}                                       § 'support' has to be a text",
                "{'now': {'support': ''}}                                      § 'support' is empty",
                "{'now': {'support': 'no', 'source': 7}}                       § a text edition:path or an object {…} belongs here",
                "{'now': {'support': 'no', 'source': 'xen-4.2.1:README', 'evidence': 7}} § 'evidence' has to be a text",
                "{'now': {'support': 'unknown', 'evidence': 'stated'}}         § 'evidence' does not belong to a cell that is unknown",
                "{'now': {'support': 'no', 'source': 'xen-4.2.1:README', 'conflict': [7]}} § an object {…} belongs here",
                "7                                                             § an object {…} belongs here",
            })
    void oneFaultIsReportedOnce(String cell, String problem) throws IOException {
        put("mine.json", ("{'cells': {'xen': {'cloud-init': " + cell + "}}}").replace('\'', '"'));
        List<String> faults = faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.getFirst().endsWith(problem), faults::toString);
    }

    @Test
    void oneMissingIdIsOneFault() throws IOException {
        put("mine.json", "{\"platforms\": [{\"name\": \"x\"}]}");
        assertEquals(List.of("mine.json, line 1, platforms: 'id' is missing"), faults());
    }

    @Test
    void theFolderNeedNotBeThere() {
        assertEquals(
                List.of(), Catalogue.load(List.of(folder.resolve("nowhere"))).faults());
    }

    @Test
    void whatIsNoOrdinarySmallTextFileIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("folder.json"));
        Files.createSymbolicLink(folder.resolve("gone.json"), folder.resolve("not there"));
        Files.createSymbolicLink(folder.resolve("endless.json"), Path.of("/dev/zero"));
        Files.write(folder.resolve("latin.json"), "{\"about\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        put("large.json", " ".repeat(Catalogue.LARGEST + 1));
        put("empty.json", "");
        put("deep.json", "[".repeat(50_000));
        put("notes.txt", "not meant");
        put(".hidden.json", "not meant");
        assertEquals(
                List.of(
                        "deep.json, line 1: not JSON",
                        "empty.json, line 1: the file is empty",
                        "endless.json: it is no ordinary file",
                        "folder.json: it is no ordinary file",
                        "gone.json: it is no ordinary file",
                        "large.json: it is larger than 1 MiB",
                        "latin.json: it is not UTF-8 text"),
                faults().stream()
                        .map(fault -> fault.replaceAll("not JSON: .*", "not JSON"))
                        .toList());
    }

    @Test
    void aThousandFaultsAreNotAThousandLines() throws IOException {
        var text = new StringBuilder("{\"cells\": {\"kvm\": {\"x\": {}");
        for (int i = 0; i < 1000; i++) text.append(", \"x").append(i).append("\": {}");
        put("mine.json", text + "}}}");
        assertEquals(21, faults().size());
        assertEquals("mine.json: 981 more faults", faults().getLast());
    }

    @Test
    void whateverAFileHoldsItIsReadOrRefused() throws IOException {
        String good = Files.readString(EXAMPLE);
        var random = new Random(20130315);
        String letters = "{}[]\":,0n-\\u\u0000\n e'/%é\u2028";
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder(good);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, letters.charAt(random.nextInt(letters.length())));
                    default -> text.delete(at, Math.min(text.length(), at + random.nextInt(200)));
                }
            }
            var file = new CatalogueFile("mine.json", new Nobody());
            List<Fault> faults = assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> {
                        file.declare(text.toString());
                        return file.fill();
                    },
                    text::toString);
            for (Fault fault : faults) {
                assertFalse(fault.text().chars().anyMatch(Character::isISOControl), fault::text);
                assertTrue(fault.text().length() < 400, fault::text);
            }
        }
    }

    /** A catalogue that knows what the example builds on. */
    private static final class Nobody implements CatalogueFile.Known {
        @Override
        public boolean hasFeature(String id) {
            return BUNDLED.feature(id).isPresent();
        }

        @Override
        public boolean hasColumn(String id) {
            return BUNDLED.column(id).isPresent();
        }

        @Override
        public FeatureMatrix.@Nullable Written written(FeatureMatrix.Place place) {
            return null;
        }

        @Override
        public String partOf(String column) {
            return "";
        }

        @Override
        public Map<String, Edition> editions() {
            return Map.of();
        }

        @Override
        public boolean hasFinding(FeatureMatrix.Place place) {
            return false;
        }
    }
}
