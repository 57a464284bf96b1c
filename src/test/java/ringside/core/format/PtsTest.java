package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.figure.Figure;
import ringside.core.figure.Figures;
import ringside.core.result.Configuration;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;

class PtsTest {
    private static final Captured LAB = Captured.of("pts/lab.xml");

    private final ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final Importing importing = new Importing(new Formats(List.copyOf(Captured.readers())), store);

    @AfterEach
    void close() {
        store.close();
    }

    private static String file(String... parts) {
        return "<?xml version=\"1.0\"?>\n<PhoronixTestSuite>\n" + String.join("", parts) + "</PhoronixTestSuite>\n";
    }

    private static String system(String name, String layer) {
        return "<System><Identifier>%s</Identifier><Hardware>Processor: Some CPU, 3.0 (4 Cores), Memory: 2 x 4GB, DDR4</Hardware>\n"
                        .formatted(name)
                + "<Software>OS: Linux 1%s</Software></System>\n"
                        .formatted(layer.isEmpty() ? "" : ", System Layer: " + layer);
    }

    private static String result(String identifier, String texts, String... entries) {
        return "<Result><Identifier>%s</Identifier><Title>Title</Title>%s\n<Data>%s</Data></Result>\n"
                .formatted(identifier, texts, String.join("\n", entries));
    }

    private static String entry(String system, String value, String raw) {
        return "<Entry><Identifier>%s</Identifier><Value>%s</Value><RawString>%s</RawString></Entry>"
                .formatted(system, value, raw);
    }

    private static List<String> rows(String... parts) {
        return Captured.rows(read(parts));
    }

    private static Reading read(String... parts) {
        return Captured.text("pts", file(parts)).read();
    }

    private Outcome take(String text, Request request) {
        return importing.read(
                Content.of("composite.xml", text.getBytes(StandardCharsets.UTF_8)), request, Progress.SILENT);
    }

    private static final String BARS =
            "<Arguments>-x</Arguments><Scale>MB/s</Scale><Proportion>HIB</Proportion><DisplayFormat>BAR_GRAPH</DisplayFormat>";

    @Test
    void theSuitesOwnFileGivesRepetitionsSensorsAndFailures() {
        Reading lab = LAB.read();
        assertEquals(
                List.of(
                        "local/ringside-1.0.0 30",
                        "local/ringside-1.0.0 220",
                        "local/fails-1.0.0 1 The test quit with a non-zero exit status.",
                        "hpl 15",
                        "pts/hpl-1.0.0 " + sensors(lab)),
                Captured.endings(lab));
        assertEquals(
                "33 Shell loop Seconds app_version=1;arguments=20000;description=Rounds: A &"
                        + " few;reported=0.120600;time_s=0.28 #1 0.063428",
                Captured.rows(lab).getFirst());
        assertEquals(
                "hpl performance Gflop/s cores=2;profile=pts/hpl-1.0.0;reported=9.918",
                lab.runs().get(3).samples().stream()
                        .map(sample -> "hpl " + sample.metric().name() + " "
                                + sample.metric().unit() + " "
                                + sample.parameters().without("time_s"))
                        .distinct()
                        .findFirst()
                        .orElseThrow());
    }

    private static int sensors(Reading lab) {
        return lab.runs().getLast().samples().size();
    }

    @Test
    void noSensorIsWithoutTheTestItWatched() {
        assertEquals(
                List.of("HPL Linpack", "Rounds: A & few", "Rounds: Many"),
                Captured.samples(LAB.read()).stream()
                        .filter(sample -> sample.metric().name().endsWith("Monitor"))
                        .map(sample -> String.valueOf(sample.parameters().get("parent")))
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void aSensorStaysWithTheTestItWatched() {
        assertTrue(LAB.read().runs().get(1).samples().stream()
                .allMatch(sample ->
                        String.valueOf(sample.parameters().get("parent")).startsWith("Rounds: ")));
        assertEquals(
                List.of("3 CPU Monitor % arguments=CPU -x;description=CPU Monitor;index=1;parent=Test: A #1 1.0"),
                rows(
                                result("pts/a-1.0.0", BARS + "<Description>Test: A</Description>", entry("s", "1", "")),
                                result(
                                        "",
                                        "<Arguments>CPU -x</Arguments><Description>CPU"
                                                + " Monitor</Description><Scale>%</Scale>"
                                                + "<Proportion>LIB</Proportion><DisplayFormat>LINE_GRAPH</DisplayFormat>",
                                        entry("s", "1,2", "")))
                        .stream()
                        .filter(row -> row.contains("index=1"))
                        .map(row -> row.replaceFirst("^\\d+", "3"))
                        .toList());
    }

    @Test
    void rawValuesAreRepetitionsAndTheValueIsKeptAsReported() {
        assertEquals(
                List.of(
                        "6 Title MB/s arguments=-x;reported=2.0 #1 1.0",
                        "6 Title MB/s arguments=-x;reported=2.0 #2 3.0"),
                rows(system("s", "KVM"), result("pts/a-1.0.0", BARS, entry("s", "2.0", "1:3"))));
    }

    @Test
    void whatFailedStaysVisible() {
        String error = "<Entry><Identifier>s</Identifier><Value></Value><RawString></RawString>"
                + "<JSON>{\"error\":\"it quit\"}</JSON></Entry>";
        Reading reading = read(result("pts/a-1.0.0", BARS, error, entry("t", "", ""), entry("u", "nan", "")));
        assertEquals(
                List.of("it quit", "the file has no value and no reason", "printed as nan"),
                Captured.samples(reading).stream()
                        .map(sample -> sample.value().toString().replaceAll("^Missing\\[reason=|\\]$", ""))
                        .toList());
        assertEquals(
                new Run.Outcome.Failed("it quit"), reading.runs().getFirst().outcome());
    }

    @Test
    void doubledNamesAndDoubledResultsLoseNothing() {
        String twice = result("pts/a-1.0.0", BARS, entry("s", "1", ""), entry("s", "2", ""));
        Reading reading = read(system("s", "KVM"), system("s", "Docker"), twice, twice);
        assertEquals(
                List.of(
                        "s #1 1.0 null",
                        "s (2) #1 2.0 null",
                        "s #2 1.0 2 result 2 of the same test on the same system",
                        "s (2) #2 2.0 2 result 2 of the same test on the same system"),
                reading.runs().stream()
                        .flatMap(run -> run.samples().stream()
                                .map(sample -> (run.host().orElseThrow() + " #"
                                                + sample.repetition() + " "
                                                + ((ringside.core.result.Value.Measured) sample.value()).number() + " "
                                                + sample.parameters().get("result_number") + " " + run.note())
                                        .strip()))
                        .toList());
        assertTrue(
                reading.warnings()
                        .contains("the file holds the result Title of s more than once; what follows the first is"
                                + " numbered by the parameter result_number"),
                reading.warnings()::toString);
    }

    @Test
    void linesAreNumberedBecauseTheirXIsNotInTheFile() {
        Reading reading = read(result(
                "pts/a-1.0.0",
                "<Scale>C</Scale><Proportion>LIB</Proportion><DisplayFormat>FILLED_LINE_GRAPH</DisplayFormat>",
                entry("s", "40,41.5", "40,41.5")));
        assertEquals(
                List.of("index=1", "index=2"),
                Captured.samples(reading).stream()
                        .map(sample -> sample.parameters().toString())
                        .toList());
        assertEquals(
                "a series whose x was not stored: index counts its values",
                reading.runs().getFirst().note());
    }

    @Test
    void verdictsAreOneOrZeroAndPicturesAreLeftOut() {
        String display = "<DisplayFormat>%s</DisplayFormat>";
        Reading reading = read(
                result("pts/a-1", display.formatted("PASS_FAIL"), entry("s", "PASS", ""), entry("t", "FAIL", "")),
                result("pts/b-1", display.formatted("IMAGE_COMPARISON"), entry("s", "aGVsbG8=", "")));
        assertEquals(
                List.of(1.0, 0.0),
                Captured.samples(reading).stream()
                        .map(sample -> ((ringside.core.result.Value.Measured) sample.value()).number())
                        .toList());
        assertEquals(List.of("7 Title is a picture, not a number"), Captured.skipped(reading));
    }

    @Test
    void markupIsTakenOffAndUnknownElementsAreTolerated() {
        assertEquals(
                List.of("4 Title x description=a bold one #1 1.0"),
                rows(
                        "<New><Deep>1</Deep></New>",
                        result(
                                "pts/a-1",
                                "<Description>a &lt;b class='x'&gt;bold&lt;/b&gt;"
                                        + " one</Description><Scale>x</Scale><Proportion>HIB</Proportion><Odd/>",
                                "<Else>1</Else>" + entry("s", "1", ""))));
    }

    @Test
    void systemsBecomeConfigurationsWithTheirFacts() {
        Outcome outcome = take(
                file(
                        system("guest", "KVM"),
                        system("bare", ""),
                        result("pts/a-1", BARS, entry("guest", "1", ""), entry("bare", "2", ""))),
                Request.AUTOMATIC);
        assertEquals(
                List.of("of bare the file names no hypervisor, so it was taken for host;"
                        + " if that is wrong, state it with --platform"),
                outcome.warnings());
        assertEquals(
                List.of("kvm guest", "host bare"),
                store.configurations("composite").stream()
                        .map(one -> one.platform() + " " + one.label())
                        .toList());
        Map<String, String> facts =
                store.configurations("composite").getFirst().environment().facts();
        assertEquals("Some CPU, 3.0 (4 Cores)", facts.get("cpu"));
        assertEquals("2 x 4GB, DDR4", facts.get("memory"));
    }

    private static Request on(String platform, String... systems) {
        var single = new java.util.TreeMap<String, String>();
        for (int i = 0; i < systems.length; i += 2) single.put(systems[i], systems[i + 1]);
        return new Request(
                Optional.empty(),
                Optional.empty(),
                Optional.of(platform).filter(text -> !text.isEmpty()),
                single,
                Optional.empty(),
                Parameters.NONE);
    }

    private List<String> platforms() {
        return store.configurations("composite").stream()
                .map(one -> one.platform() + " " + one.label())
                .toList();
    }

    private static String guestAndHost(String layer) {
        return file(
                system("guest", layer),
                system("bare", ""),
                result("pts/a-1", BARS, entry("guest", "1", ""), entry("bare", "2", "")));
    }

    @Test
    void theStatedPlatformCountsMoreThanWhatTheSuiteSawFromInside() {
        Outcome outcome = take(guestAndHost("KVM"), on("libvirt-kvm"));
        assertEquals(List.of("libvirt-kvm guest", "libvirt-kvm bare"), platforms());
        assertEquals(
                List.of("of guest the file says kvm; it was taken for libvirt-kvm, as stated"), outcome.warnings());
    }

    @Test
    void thePlatformOfOneSystemCanBeStatedAlone() {
        Outcome outcome = take(guestAndHost("KVM"), on("", "bare", "xen-pv", "nobody", "kvm"));
        assertEquals(List.of("kvm guest", "xen-pv bare"), platforms());
        assertEquals(List.of("the file has no system named nobody, so nothing was changed there"), outcome.warnings());
    }

    @Test
    void aContainerInAVirtualMachineIsAskedForByNamingTheChoices() {
        RingsideException asked =
                assertThrows(RingsideException.class, () -> take(guestAndHost("KVM + Docker"), Request.AUTOMATIC));
        assertEquals(
                "composite.xml leaves open on which platform its systems ran: guest (\"KVM + Docker\"): docker or kvm",
                asked.problem());
        assertEquals(
                "state it with --platform guest=docker of one system, or with --platform ID of all", asked.remedy());
        assertEquals(List.of(), store.sets());
        Outcome outcome = take(guestAndHost("KVM + Docker"), on("", "guest", "kvm"));
        assertEquals(List.of("kvm guest", "host bare"), platforms());
        assertEquals(
                List.of(
                        "of bare the file names no hypervisor, so it was taken for host; if that is wrong, state it with"
                                + " --platform"),
                outcome.warnings());
    }

    @ParameterizedTest
    @CsvSource({
        "KVM,kvm",
        "KVM QEMU,kvm",
        "QEMU 2.5,qemu",
        "Xen HVM domU 4.1.1,xen-hvm",
        "VirtualBox 6.1,virtualbox",
        "Oracle,virtualbox",
        "docker,docker",
        "VMware,vmware",
        "Microsoft Hyper-V Server,hyper-v",
        "Parallels Virtualization,parallels"
    })
    void theSystemLayerNamesThePlatform(String layer, String platform) {
        assertEquals(new Whereabouts.Seen(platform), PtsSystem.where(layer));
    }

    @ParameterizedTest
    @CsvSource({
        "Xen 4.11 Hypervisor,xen-pv xen-hvm xen-pvh",
        "KVM + Docker,docker kvm",
        "QEMU + KVM + LXC,lxc kvm",
        "Xen HVM domU 4.2 + Docker,docker xen-hvm",
        "Oracle VirtualBox + Docker,docker virtualbox"
    })
    void whereTheSystemLayerMayMeanSeveralPlatformsThoseAreTheChoices(String layer, String choices) {
        assertEquals(new Whereabouts.Unclear(layer, List.of(choices.split(" "))), PtsSystem.where(layer));
    }

    @Test
    void profilesOfKnownBenchmarksStandInTheStudysFigures() {
        String iozone = "<Arguments>-e -o -r 4k -s 512M -i0 -i1 #READ</Arguments>"
                + "<Description>Record Size: 4Kb - File Size: 512MB - Disk Test: Read Performance</Description>"
                + "<Scale>MB/s</Scale><Proportion>HIB</Proportion><DisplayFormat>BAR_GRAPH</DisplayFormat>";
        take(
                file(
                        system("s", "KVM"),
                        result(
                                "pts/hpl-1.0.0",
                                "<Scale>GFLOPS</Scale><Proportion>HIB</Proportion>",
                                entry("s", "9", "")),
                        result("pts/iozone-1.9.6", iozone, entry("s", "2", "1:3")),
                        result(
                                "pts/cachebench-1.2.0",
                                BARS + "<Description>Test: Read</Description>",
                                entry("s", "5", ""))),
                Request.AUTOMATIC);
        assertEquals(1, count("5.3"));
        assertEquals(2, count("iozone-read"));
        assertEquals(1, count("5.12"));
    }

    private long count(String id) {
        Figure figure = Figures.bundled().byId(id).orElseThrow();
        return store.count(figure.selection(java.util.Set.of()));
    }

    @Test
    void aFileThatBreaksOffIsRefusedWithTheLineAndNothingOfItIsStored() {
        String whole = LAB.asText();
        RingsideException refused =
                assertThrows(RingsideException.class, () -> take(whole.substring(0, 9_000), Request.AUTOMATIC));
        assertTrue(refused.problem().startsWith("composite.xml, line "), refused::problem);
        assertEquals(List.of(), store.sets());
    }

    @ParameterizedTest
    @CsvSource({"\\xff,the byte 0xFF", "\\0,the control character U+0000", "\\x9b,the byte 0x9B"})
    void aNameWithBytesThatAreNoTextIsRefused(String byteInName, String said) {
        char odd = (char) Integer.parseInt(byteInName.replaceAll("\\\\x?", ""), 16);
        String text = file(system("b" + odd + "re", "KVM"), result("pts/a-1", BARS, entry("b" + odd + "re", "1", "")));
        RingsideException refused = assertThrows(
                RingsideException.class,
                () -> importing.read(
                        Content.of("composite.xml", text.getBytes(StandardCharsets.ISO_8859_1)),
                        Request.AUTOMATIC,
                        Progress.SILENT));
        assertTrue(refused.problem().startsWith("composite.xml, line 3: it holds " + said), refused::problem);
        assertEquals(List.of(), store.sets());
    }

    @Test
    void whatNoHonestFileHoldsIsRefused() {
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                + "<PhoronixTestSuite><Result><Title>&b;</Title></Result></PhoronixTestSuite>";
        String outside = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                + "<PhoronixTestSuite><Result><Title>&a;</Title></Result></PhoronixTestSuite>";
        String deep = "<PhoronixTestSuite><Result>" + "<a>".repeat(100_000);
        for (String hostile : List.of(entity, outside, deep))
            assertTimeout(
                    Duration.ofSeconds(5),
                    () -> assertThrows(RingsideException.class, () -> take(hostile, Request.AUTOMATIC)));
        assertEquals(List.of(), store.sets());
    }

    @ParameterizedTest
    @CsvSource({"<a b=\"", "<!-- ", "<Title>", "<?x "})
    void aGigabyteWithoutAnEndIsRefusedInBoundedMemory(String begin) {
        String start = "<PhoronixTestSuite><Result>" + begin;
        var endless = new Endless(start);
        assertTimeout(Duration.ofSeconds(20), () -> refusedOrLeft(Content.of("huge.xml", () -> endless)));
        assertTrue(endless.at < 40 << 20, () -> "read " + endless.at + " bytes");
    }

    private static void refusedOrLeft(Content content) throws IOException {
        try {
            assertEquals(List.of(), Captured.read(new Pts(), content).runs());
        } catch (RingsideException refused) {
            assertTrue(refused.problem().contains("refused"), refused::problem);
        } catch (Unsound broken) {
            assertTrue(broken.what().startsWith("the XML is broken"), broken::what);
        }
    }

    /** A beginning, and then a gigabyte of the letter a. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private long at;

        Endless(String start) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() throws IOException {
            if (at > 1L << 30) return -1;
            return at < start.length ? start[(int) at++] : count('a');
        }

        private int count(int letter) {
            at++;
            return letter;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            if (at < start.length) return super.read(buffer, from, 1);
            if (at > 1L << 30) return -1;
            java.util.Arrays.fill(buffer, from, from + length, (byte) 'a');
            at += length;
            return length;
        }
    }

    @Test
    void theSameFileTwiceIsKnownByItsContent() {
        take(LAB.asText(), Request.AUTOMATIC);
        assertThrows(RingsideException.class, () -> take(LAB.asText(), Request.AUTOMATIC));
        assertEquals(
                List.of(),
                new Verifying(store, new Formats(List.copyOf(Captured.readers())))
                        .verify("lab")
                        .faults());
    }

    @Test
    void whatTheFileLeavesOpenIsSaidInTheSummary() {
        String widgets = "<Scale>Widgets</Scale><DisplayFormat>SCATTER_PLOT</DisplayFormat>";
        Outcome outcome = take(
                file(
                        system("a", "KVM + Docker"),
                        system("b", "Xen 4.11 Hypervisor"),
                        result("pts/a-1", widgets, entry("a", "1,2,3", ""), entry("b", "nan", ""))),
                on("", "a", "docker", "b", "xen"));
        assertEquals(
                List.of(
                        "of Title the file does not say whether more or less is better: nothing tells it, so more was"
                                + " taken for better",
                        "of lines such as Title the file has no x: the parameter index counts their values"),
                outcome.warnings());
        assertEquals(4, outcome.samples());
        assertEquals(
                List.of("completed", "failed"),
                store.runs("composite").stream()
                        .map(run -> run.outcome().word())
                        .toList());
    }

    @Test
    void aResultIsNamedAndTitledAsTheSuiteHasIt() {
        Outcome outcome = take(LAB.asText(), Request.AUTOMATIC);
        assertEquals(List.of("lab"), outcome.sets());
        ringside.core.result.ResultSet set = store.sets().getFirst().set();
        assertEquals("lab (Phoronix Test Suite from composite.xml)", set.title());
        assertEquals("docker testing on Debian 12 via the Phoronix Test Suite.", set.notes());
    }

    @Test
    void anotherMachineOfTheSameNameIsToldApartInOneSet() {
        var request =
                new Request(Optional.of("mine"), Optional.empty(), Optional.empty(), Optional.empty(), Parameters.NONE);
        String result = result("pts/a-1", BARS, entry("s", "1", ""));
        take(file(system("s", "KVM"), result), request);
        take(file(system("s", "KVM"), "<Added/>", result), request);
        take(file(system("s", "KVM").replace("Some CPU", "Other CPU"), result), request);
        assertEquals(
                List.of("s", "s (2)"),
                store.configurations("mine").stream().map(Configuration::label).toList());
        assertEquals(3, store.sets().getFirst().samples());
    }
}
