package ringside.adapter.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.Exclusive;
import ringside.FakeTools;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.feature.Probed.Verdict;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Unanswered;

@Exclusive
class LibvirtProbeTest {
    private static final LocalShell HERE = new LocalShell();
    private static Optional<Process> started = Optional.empty();

    @TempDir
    Path folder;

    /** The daemon of this machine, or one of the test's own. */
    private static void needsDaemon() throws IOException, InterruptedException {
        Lab.needs("virsh");
        if (answers()) return;
        Path program = Lab.needs("libvirtd");
        Lab.needsRoot();
        started = Optional.of(new ProcessBuilder(program.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
        for (int i = 0; i < 60 && !answers(); i++) Thread.sleep(500);
        assertTrue(answers(), "libvirtd does not answer");
    }

    private static boolean answers() {
        Answer answer = HERE.run(
                Command.of("virsh", "-r", "-c", "qemu:///system", "version").within(Duration.ofSeconds(20)));
        return answer.succeeded();
    }

    @AfterAll
    static void stop() {
        started.ifPresent(Process::destroy);
    }

    private static Verdict verdict(Findings findings, String feature, String platform) {
        return findings.findings().stream()
                .filter(finding -> finding.question().feature().equals(feature)
                        && finding.question().platform().equals(platform))
                .map(Finding::verdict)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRealDaemonAnswersTheSameThroughItsLibraryAndItsCommandLine() throws Exception {
        needsDaemon();
        Findings byLibrary;
        try (var library = LibvirtByLibrary.connect(new Patience(Duration.ofSeconds(5)), "qemu:///system")) {
            byLibrary = LibvirtProbe.ask(library);
        }
        Findings byVirsh;
        try (var virsh = LibvirtByVirsh.connect(HERE, "qemu:///system")) {
            byVirsh = LibvirtProbe.ask(virsh);
        }
        assertEquals(answers(byLibrary), answers(byVirsh));
        assertEquals(byLibrary.facts(), byVirsh.facts());
        assertEquals(Verdict.VERIFIED, verdict(byLibrary, "libvirt-driver", "qemu"));
        assertEquals(Verdict.OFFERED, verdict(byLibrary, "virtio", "libvirt-qemu"));
        assertEquals(new LibvirtProbe().questions().size(), byLibrary.findings().size());
    }

    private static List<String> answers(Findings findings) {
        return findings.findings().stream()
                .map(finding -> finding.question() + " " + finding.verdict() + " " + finding.answer())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    @Test
    void theLibraryAnswersByItselfWithItsTestDriver() {
        Lab.needs("virsh");
        try (var library = LibvirtByLibrary.connect(new Patience(Duration.ofSeconds(5)), "test:///default")) {
            assertTrue(library.version().matches("\\d+\\.\\d+\\.\\d+"), library::version);
            assertTrue(Xml.parse(library.capabilities()).has("/capabilities/guest"));
            var refused =
                    assertThrows(Unanswered.class, () -> library.domainCapabilities(new Libvirt.Guests("xen", "")));
            assertTrue(refused.problem().startsWith("libvirt refuses: "), refused::problem);
        }
    }

    @Test
    void aMissingLibraryIsOneClearLine() {
        for (LinkageError fault :
                List.of(new UnsatisfiedLinkError("virt"), new NoClassDefFoundError("org/libvirt/Connect"))) {
            var why = assertThrows(
                    Unanswered.class,
                    () -> new Patience(Duration.ofSeconds(1)).of("virsh version", () -> {
                        throw fault;
                    }));
            assertEquals("libvirt's library is not installed on this machine", why.problem());
        }
    }

    @Test
    void nativeCodeThatHangsIsLeftBehind() {
        var why = assertThrows(
                Unanswered.class,
                () -> new Patience(Duration.ofSeconds(1)).of("virsh version", () -> {
                    Thread.sleep(60_000);
                    return 1;
                }));
        assertEquals("libvirt's daemon gave no answer within 1 s", why.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<capabilities>",
                "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><capabilities>&x;</capabilities>",
                "<!DOCTYPE c [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><capabilities>&b;</capabilities>",
                "\u001b[2J<capabilities/>"
            })
    void aReplyThatIsNotTheXmlItShouldBeIsSaid(String reply) throws IOException {
        var host = new FakeTools(folder)
                .with(
                        "virsh",
                        "case \"$*\" in *version) echo 'Using library: libvirt 9.0.0';; *) cat <<'END'\n" + reply
                                + "\nEND\n;; esac");
        Unanswered why = new LibvirtProbe().ask(host).trouble().orElseThrow();
        assertTrue(why.problem().startsWith("libvirt's reply is not the XML it should be: "), why::problem);
        assertFalse(why.problem().contains("root:"));
    }

    @Test
    void aDaemonThatDoesNotAnswerIsSaidAfterFiveSecondsForEachConnection() throws IOException {
        var host = new FakeTools(folder).with("virsh", "exec sleep 60");
        long began = System.nanoTime();
        var why = assertThrows(Unanswered.class, () -> new LibvirtProbe().ask(host));
        assertEquals("virsh gave no answer within 5 s", why.problem());
        assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() <= 16);
    }

    @Test
    void theUsersOwnDaemonAnswersWhatTheSystemsKeepsToItself() throws IOException {
        var host = new FakeTools(folder).with("virsh", """
                case "$*" in
                *version) echo 'Using library: libvirt 9.0.0';;
                *system*domcapabilities*) echo 'error: operation forbidden: read only access' >&2; exit 1;;
                *session*domcapabilities*) echo "<domainCapabilities><devices><tpm supported='yes'>
                <enum name='backendModel'><value>emulator</value></enum></tpm></devices></domainCapabilities>";;
                *) echo "<capabilities><host><migration_features><live/></migration_features></host>
                <guest><arch name='x86_64'><domain type='qemu'/></arch></guest></capabilities>";;
                esac""");
        Findings findings = new LibvirtProbe().ask(host);
        assertEquals(Verdict.OFFERED, verdict(findings, "tpm", "libvirt-qemu"));
        assertEquals(Verdict.OFFERED, verdict(findings, "live-migration", "libvirt-qemu"));
        assertEquals(Optional.empty(), findings.trouble());
    }

    @Test
    void whereNoDaemonAnswersTheLibraryTellsItsVersionAndNoDaemonIsStarted() throws IOException {
        var host = new FakeTools(folder).with("virsh", """
                [ "$LIBVIRT_AUTOSTART" = 0 ] || exit 9
                case "$*" in
                *test:///default*version) echo 'Using library: libvirt 9.0.0';;
                *) echo 'error: failed to connect to the hypervisor' >&2
                   echo "error: Failed to connect socket to '/run/libvirt/libvirt-sock': No such file" >&2; exit 1;;
                esac""");
        Findings findings = new LibvirtProbe().ask(host);
        assertEquals(Verdict.VERIFIED, verdict(findings, "release", "libvirt"));
        assertEquals(Verdict.NOT_ASKED, verdict(findings, "tpm", "libvirt-qemu"));
        assertEquals("9.0.0", findings.facts().get("libvirt"));
        Unanswered why = findings.trouble().orElseThrow();
        assertTrue(why.problem().contains("/run/libvirt/libvirt-sock"), why::problem);
        assertTrue(
                why.problem()
                        .endsWith("; qemu:///session: no libvirt daemon of this user runs, and asking would start one"),
                why::problem);
    }

    @Test
    void whatNeedsFullAccessIsNotAskedAndTheRestStands() throws IOException {
        var host = new FakeTools(folder).with("virsh", """
                case "$*" in
                *session*) echo "error: Failed to connect socket to '/run/user/7/libvirt/libvirt-sock'" >&2; exit 1;;
                *version) echo 'Using library: libvirt 9.0.0';;
                *domcapabilities*) echo 'error: operation forbidden: read only access' >&2; exit 1;;
                *) echo "<capabilities><host><migration_features><live/></migration_features></host>
                <guest><arch name='x86_64'><domain type='qemu'/></arch></guest></capabilities>";;
                esac""");
        Findings findings = new LibvirtProbe().ask(host);
        assertEquals(Verdict.OFFERED, verdict(findings, "live-migration", "libvirt-qemu"));
        assertEquals(Verdict.NOT_ASKED, verdict(findings, "tpm", "libvirt-qemu"));
        assertTrue(
                findings.findings().stream()
                        .filter(finding -> finding.verdict() == Verdict.NOT_ASKED)
                        .allMatch(
                                finding -> finding.answer()
                                        .endsWith(
                                                "qemu:///session: no libvirt daemon of this user runs, and asking would start one")),
                "it says why the user's own was not asked");
        assertEquals(Verdict.NOT_HERE, verdict(findings, "tpm", "libvirt-kvm"));
        assertEquals(Verdict.NOT_HERE, verdict(findings, "libvirt-driver", "kvm"));
    }
}
