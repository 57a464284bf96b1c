package ringside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.archive.Bundled;
import ringside.core.json.Json;
import ringside.core.result.ResultStore;

/**
 * The command line held against golden files: each lists commands, one after another on one store without the bundled
 * sets, with what they print and their exit codes. {@code -Dgolden=write} writes them anew.
 */
class CommandLineTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String PROMPT = "$ ringside";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private final String store = "jdbc:h2:mem:" + UUID.randomUUID();

    @TempDir
    Path folder;

    private record Ran(int exit, String out, String err) {}

    @BeforeEach
    void prepare() throws IOException {
        try (ResultStore opened = JdbcStore.open(store)) {
            for (String name : Bundled.names()) opened.remember("bundled/" + name, "given");
        }
        try (Stream<Path> inputs = Files.list(GOLDEN.resolve("input"))) {
            for (Path input : inputs.toList()) Files.copy(input, folder.resolve(input.getFileName()));
        }
    }

    static List<String> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN.resolve("cli"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void printsWhatTheGoldenFileSays(String scenario) throws IOException {
        Path file = GOLDEN.resolve("cli").resolve(scenario);
        String golden = Files.readString(file);
        var now = new StringBuilder();
        for (String line :
                golden.lines().filter(text -> text.startsWith(PROMPT)).toList()) {
            Ran ran = run(words(line.substring(PROMPT.length())));
            now.append(line).append('\n');
            now.append(block("stdout", ran.out())).append(block("stderr", ran.err()));
            now.append("exit ").append(ran.exit()).append("\n\n");
            assertConduct(line, ran);
        }
        if ("write".equals(System.getProperty("golden"))) Files.writeString(file, now);
        else assertEquals(golden, now.toString());
    }

    /** Scripts read it, wherever the person lives who runs them. */
    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "fa-IR", "tr-TR"})
    void printsTheSameInEveryCountry(String country) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(country));
        try {
            for (String scenario :
                    List.of("samples.txt", "guest.txt", "features.txt", "sets.txt", "archive.txt", "plan.txt"))
                againstGolden(scenario);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Each on a store of its own, for one would see what another imported. */
    private void againstGolden(String scenario) throws IOException {
        var fresh = new CommandLineTest();
        fresh.folder = Files.createDirectory(folder.resolve("of-" + scenario));
        fresh.prepare();
        fresh.printsWhatTheGoldenFileSays(scenario);
    }

    /** Whatever a command does, it keeps to the exit codes, one line of trouble, and no stack trace. */
    private static void assertConduct(String line, Ran ran) {
        assertFalse(ran.err().contains("\tat "), line);
        assertFalse(ran.err().contains("a fault it did not expect"), line);
        switch (ran.exit()) {
            case 0 -> assertFalse(ran.err().contains("ringside: "), line);
            case 1 -> {
                int files = line.contains("$ ringside import") ? line.split("DIR/", -1).length - 1 : 1;
                assertEquals(files, ran.err().lines().count(), line);
                assertTrue(ran.err().lines().allMatch(text -> text.startsWith("ringside: ")), line);
            }
            case 2 -> assertTrue(ran.err().startsWith("ringside: ") && ran.out().isEmpty(), line);
            default -> throw new AssertionError(line + " ended with " + ran.exit());
        }
        if (line.contains("--json") && ran.exit() < 2 && !ran.out().isEmpty())
            assertTrue(
                    ran.out().startsWith("[")
                            ? !Json.list(ran.out()).contains("")
                            : !Json.object(ran.out()).isEmpty(),
                    line);
    }

    private static String block(String name, String text) {
        if (text.isEmpty()) return "";
        return "--- " + name + "\n" + text + (text.endsWith("\n") ? "" : "\n(no line end)\n");
    }

    private List<String> words(String line) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(line);
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            words.add(word.replace("DIR", folder.toString()));
        }
        return words;
    }

    private Ran run(List<String> words) {
        return run(words.toArray(String[]::new));
    }

    private Ran run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var arguments = new ArrayList<>(List.of("--store", store));
        arguments.addAll(List.of(words));
        int exit = RingsideCommand.run(
                arguments.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                location -> {
                    throw new AssertionError("the window was opened on " + location);
                });
        return new Ran(exit, plain(out), plain(err));
    }

    /** Without what differs from run to run: the temporary folder and the time of an import. */
    private String plain(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8)
                .replace(folder.toString(), "DIR")
                .replace("\r\n", "\n");
        return TIME.matcher(text)
                .replaceAll(time ->
                        Instant.parse(time.group()).isAfter(Instant.now().minus(1, ChronoUnit.HOURS))
                                ? "NOW"
                                : time.group());
    }

    @Test
    void withoutACommandTheWindowOpensOnTheNamedStore() {
        var opened = new ArrayList<Opening>();
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertEquals(0, RingsideCommand.run(new String[] {"--store", "here"}, nowhere, nowhere, opened::add));
        assertEquals(0, RingsideCommand.run(new String[0], nowhere, nowhere, opened::add));
        assertEquals(List.of(new Opening("here", List.of()), new Opening("", List.of())), opened);
    }

    @Test
    void theWindowOpensWithTheFilesThatADesktopNames() throws IOException {
        var opened = new ArrayList<Opening>();
        var err = new ByteArrayOutputStream();
        var said = new PrintStream(err, true, StandardCharsets.UTF_8);
        Path file = Files.writeString(folder.resolve("-- two words.ringside"), "whatever");

        assertEquals(0, RingsideCommand.run(new String[] {"open", file.toString()}, said, said, opened::add));
        assertEquals(1, RingsideCommand.run(new String[] {"open", file + "x"}, said, said, opened::add));

        assertEquals(List.of(new Opening("", List.of(file.toAbsolutePath()))), opened);
        assertEquals(
                "ringside: There is no file " + file + "x to be read: check its name and its rights.\n",
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void detailsOfAFaultAreShownOnRequestAlone() {
        assertFalse(run("sets", "show", "nobody").err().contains("\tat "));
        Ran asked = run("--debug", "sets", "show", "nobody");
        assertTrue(asked.err().contains("\tat ringside."), asked::err);
        assertEquals(1, asked.exit());
    }

    @Test
    void aStoreIsNotCopiedToItself() throws IOException {
        Path here = folder.resolve("here");
        for (String same : List.of(
                here.toString(),
                here + ".mv.db",
                "jdbc:h2:file:" + here,
                folder.resolve("x/../here").toString())) {
            var err = new ByteArrayOutputStream();
            int exit = RingsideCommand.run(
                    new String[] {"--store", here.toString(), "sets", "push", "host", "--to", same},
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    location -> {});
            assertEquals(1, exit);
            assertTrue(err.toString(StandardCharsets.UTF_8).contains("are the same"), err::toString);
        }
    }

    @Test
    void aStoreThatCannotBeOpenedIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("foreign.mv.db"), "not a store\n".repeat(1000));
        var err = new ByteArrayOutputStream();
        int exit = RingsideCommand.run(
                new String[] {"--store", file.toString(), "sets", "list"},
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                location -> {});
        assertEquals(1, exit);
        assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count(), err::toString);
    }

    @Test
    void namesFromFilesAndArgumentsDoNotReachTheTerminalAsCommands() throws IOException {
        Ran wrong = run("import", folder.resolve("two.csv").toString(), "--set", "a\u001B[31m");
        assertEquals(2, wrong.exit());
        assertFalse(wrong.err().contains("\u001B"), wrong::err);
        String header = "set,platform,configuration,benchmark,metric,unit,better,value\n";
        Path file = Files.writeString(folder.resolve("x.csv"), header + "x,k\u001B[2Jvm,c,hpl,m,u,higher,1\n");
        Ran refused = run("import", file.toString());
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("x.csv, line 2: it holds the control character U+001B"), refused::err);
        Path named = Files.writeString(folder.resolve("a\u001B[2Jb.csv"), header + "x,kvm,c,hpl,m,u,higher,1\n");
        Ran taken = run("import", named.toString());
        assertEquals(0, taken.exit(), taken::err);
        assertFalse((taken.out() + taken.err()).contains("\u001B"), () -> taken.out() + taken.err());
    }

    @Test
    void figuresListHasTheKeysThatScriptsRelyOn() {
        run("import", folder.resolve("two.csv").toString());
        List<Object> figures = Json.list(run("figures", "list", "--json").out());
        assertTrue(figures.size() >= 35);
        assertEquals(
                Map.ofEntries(
                        Map.entry("id", "5.1"),
                        Map.entry("title", "HPL with 1 CPU core"),
                        Map.entry("kind", "bars"),
                        Map.entry("group", "CPU"),
                        Map.entry("x", Map.of("label", "Configuration", "unit", "", "scale", "category")),
                        Map.entry(
                                "y",
                                Map.of(
                                        "label",
                                        "Performance",
                                        "unit",
                                        "Gflop/s",
                                        "scale",
                                        "linear",
                                        "better",
                                        "higher")),
                        Map.entry("samples", 4),
                        Map.entry("note", ((Map<?, ?>) figures.getFirst()).get("note"))),
                figures.getFirst());
        List<String> table = run("figures", "list").out().lines().toList();
        assertEquals(figures.size() + 1, table.size());
        assertTrue(table.get(1).matches("5\\.1 +bars +4 +HPL with 1 CPU core"), table.get(1));
    }

    @Test
    void everyKindOfFileIsWhatItsNameSays() throws IOException {
        run("import", folder.resolve("two.csv").toString());
        for (String format : List.of("png", "svg", "pdf", "csv")) {
            Ran ran = run(
                    "figures",
                    "export",
                    "--figure",
                    "5.1",
                    "--format",
                    format,
                    "--out",
                    folder.resolve("out").toString());
            assertEquals(new Ran(0, "", "wrote 1 figure to DIR/out\n"), ran);
        }
        byte[] png = Files.readAllBytes(folder.resolve("out/5.1.png"));
        assertEquals("PNG", new String(png, 1, 3, StandardCharsets.ISO_8859_1));
        assertEquals(1600 << 16 | 1000, (word(png, 16) << 16) | word(png, 20), "width and height in the header");
        assertTrue(Files.readString(folder.resolve("out/5.1.svg")).contains("<svg"));
        assertTrue(Files.readString(folder.resolve("out/5.1.pdf"), StandardCharsets.ISO_8859_1)
                .startsWith("%PDF-"));
        assertTrue(Files.readString(folder.resolve("out/5.1.csv")).startsWith("figure,series,set,"));
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }

    @Test
    void aTableInAPackedFileIsReadByItsMappingAndPicturesAndEmptyFilesBesideItAreNamed() throws IOException {
        Path zip = folder.resolve("lab.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("graph.png"));
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
            out.putNextEntry(new ZipEntry("nothing.txt"));
            out.putNextEntry(new ZipEntry("table.csv"));
            out.write("Platform;Time (s)\nkvm;1,5\n".getBytes(StandardCharsets.UTF_8));
        }
        Ran ran = run("import", zip.toString(), "--mapping", "guess", "--set", "mapped");
        assertEquals(0, ran.exit(), ran::err);
        assertEquals("DIR/lab.zip/table.csv: table, 1 samples of 1 runs, set mapped\n", ran.out());
        assertEquals("""
                  note: guessed of table.csv: "Time (s)" is a result, less is better; "Platform" is the platform
                  left out, a picture: DIR/lab.zip/graph.png
                  left out, empty: DIR/lab.zip/nothing.txt
                3 files: 1 imported with 1 samples, 0 with nothing new, 0 refused, 2 left out
                """, ran.err());
    }

    @Test
    void aPlatformThatMayBeSeveralIsAskedForInOneLineAndCanBeStated() throws IOException {
        Path file = Files.writeString(folder.resolve("composite.xml"), """
                <PhoronixTestSuite>
                  <System><Identifier>n=1</Identifier><Software>System Layer: KVM + Docker</Software></System>
                  <System><Identifier>two</Identifier><Software>System Layer: KVM</Software></System>
                  <Result><Identifier>pts/x-1</Identifier><Title>X</Title><Scale>s</Scale><Proportion>LIB</Proportion>
                    <Data><Entry><Identifier>n=1</Identifier><Value>1</Value></Entry>
                    <Entry><Identifier>two</Identifier><Value>2</Value></Entry></Data></Result>
                </PhoronixTestSuite>
                """);
        Ran asked = run("import", file.toString());
        assertEquals(1, asked.exit());
        assertEquals(
                "ringside: composite.xml leaves open on which platform its systems ran: n=1 (\"KVM + Docker\"):"
                        + " docker or kvm: state it with --platform n=1=docker of one system, or with --platform ID of"
                        + " all.\n",
                asked.err());
        Ran taken = run("import", file.toString(), "--set", "one", "--platform", "n=1=docker");
        assertEquals(0, taken.exit(), taken::err);
        assertEquals("", taken.err());
        assertEquals(List.of("docker", "kvm"), platforms("one"));
        Ran all = run("import", file.toString(), "--set", "all", "--platform", "libvirt-kvm");
        assertEquals("  note: of two the file says kvm; it was taken for libvirt-kvm, as stated\n", all.err());
        assertEquals(List.of("libvirt-kvm"), platforms("all"));
    }

    private List<String> platforms(String set) {
        return Json.list(run("samples", "--set", set, "--json").out()).stream()
                .map(sample -> String.valueOf(((Map<?, ?>) sample).get("platform")))
                .distinct()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kvm libvirt-kvm", "=kvm", "guest="})
    void platformsThatCannotBeMeantAreWrongUsage(String stated) {
        var words = new ArrayList<>(List.of("import", folder.resolve("two.csv").toString()));
        for (String one : stated.split(" ")) words.addAll(List.of("--platform", one));
        assertEquals(2, run(words).exit());
    }

    @Test
    void runsWithoutAnyNumberStandAsFailedWhateverToolTheyCameFrom() throws IOException {
        Files.writeString(folder.resolve("h.json"), """
                {"results": [{"command": "a", "mean": null, "stddev": null, "user": null, "system": null, "times": [null, null]},
                  {"command": "b", "mean": 1.5, "stddev": null, "user": 0, "system": 0, "times": [1.5, null]}]}
                """);
        Files.writeString(folder.resolve("t.csv"), "Platform,Time (s)\nkvm,\nhost,n/a\nhost,2\n");
        Files.writeString(folder.resolve("p.json"), """
                {"test": "iperf", "metric": "Throughput", "unit": "Mbits/sec", "value": NaN, "sample_uri": "1", "run_uri": "a"}
                {"test": "iperf", "metric": "Throughput", "unit": "Mbits/sec", "value": 3.5, "sample_uri": "2", "run_uri": "b"}
                """);
        Files.writeString(folder.resolve("own.csv"), """
                set,platform,configuration,benchmark,metric,unit,better,value,failure,repetition,parameters
                own,kvm,k,hpl,performance,Gflop/s,higher,,no memory,1,
                own,host,h,hpl,performance,Gflop/s,higher,2,,1,
                """);
        run("import", folder.resolve("h.json").toString(), "--set", "h", "--platform", "kvm");
        run("import", folder.resolve("t.csv").toString(), "--mapping", "guess", "--set", "t");
        run("import", folder.resolve("p.json").toString(), "--set", "p");
        run("import", folder.resolve("own.csv").toString());
        try (ResultStore opened = JdbcStore.open(store)) {
            assertEquals(List.of("completed", "failed: printed as null"), endings(opened, "h"));
            assertEquals(List.of("completed", "failed: the field is empty"), endings(opened, "t"));
            assertEquals(List.of("completed", "failed: the line has no number"), endings(opened, "p"));
            assertEquals(List.of("completed", "failed: no memory"), endings(opened, "own"));
        }
        for (String set : List.of("h", "t", "p", "own"))
            assertEquals(0, run("sets", "verify", set).exit(), set);
    }

    private static List<String> endings(ResultStore opened, String set) {
        return opened.runs(set).stream()
                .map(one -> one.outcome().word()
                        + (one.outcome().reason().isEmpty()
                                ? ""
                                : ": " + one.outcome().reason()))
                .sorted()
                .toList();
    }

    @Test
    void aFolderThatIsImportedAgainHoldsNothingNewAndIsNoFailure() throws IOException {
        Path lab = Files.createDirectory(folder.resolve("lab"));
        Files.copy(folder.resolve("two.csv"), lab.resolve("two.csv"));
        Files.copy(folder.resolve("ctx.txt"), lab.resolve("ctx.txt"));
        assertEquals(0, run("import", lab.toString()).exit());
        Ran again = run("import", lab.toString());
        assertEquals(0, again.exit(), again::err);
        assertEquals(
                2,
                again.out().lines().filter(line -> line.contains("nothing new")).count(),
                again::out);
    }

    @Test
    void whatSamplesPrintsImportsAsTheSameSamples() throws IOException {
        run("import", folder.resolve("two.csv").toString());
        String printed = run("samples", "--csv").out();
        Path copy = Files.writeString(folder.resolve("copy.csv"), printed);
        run("sets", "delete", "alpha");
        run("sets", "delete", "beta");
        assertEquals(0, run("import", copy.toString()).exit());
        assertEquals(printed, run("samples").out());
    }
}
