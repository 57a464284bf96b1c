package ringside.adapter.qemu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.FakeTools;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.feature.Probed.Verdict;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Unanswered;

class QemuProbesTest {
    private final LocalShell here = new LocalShell();

    @TempDir
    Path folder;

    private static Map<String, Verdict> verdicts(Findings findings) {
        return findings.findings().stream()
                .collect(Collectors.toMap(finding -> finding.question().feature(), Finding::verdict, (a, b) -> a));
    }

    @Test
    void theRealEmulatorTellsOfItself() {
        Lab.needs("qemu-system-x86_64");
        Findings findings = new TcgProbe().ask(here);
        assertEquals(new TcgProbe().questions().size(), findings.findings().size());
        assertTrue(
                Objects.requireNonNull(findings.facts().get("qemu")).matches("\\d+\\.\\d+\\.\\d+"),
                findings.facts()::toString);
        Map<String, Verdict> verdicts = verdicts(findings);
        assertEquals(Verdict.VERIFIED, verdicts.get("release"));
        for (String feature : List.of("live-migration", "post-copy", "virtio", "gpu-3d", "snapshots"))
            assertEquals(Verdict.OFFERED, verdicts.get(feature), feature);
    }

    @Test
    void ourGuestRunsToItsEndWhereGuestsRun() {
        Lab.needs("qemu-system-x86_64");
        TinyGuest.Run run = TinyGuest.run(here, Emulator.of(here), "tcg");
        assertEquals("our guest ran in real, protected and 64-bit mode to its end", run.answer());
        assertTrue(run.ended());
        assertEquals(Map.of("no-hw-virt", Verdict.VERIFIED), verdicts(new TranslatedGuest().ask(here)));
    }

    @Test
    void ourGuestIsEndedEvenIfNobodyWaitsForIt() throws Exception {
        var host = new FakeTools(folder).with("timeout", "echo \"$*\" > '" + folder + "/said'; shift 3; exec \"$@\"");
        TinyGuest.run(host, Emulator.of(here), "tcg");
        String said = Files.readString(folder.resolve("said"));
        assertTrue(said.startsWith("-s KILL 10 " + Emulator.of(here).program()), said);
    }

    @Test
    void ourGuestIsWhatItsSourceSays() throws Exception {
        Path as = Lab.needs("as");
        Path ld = Lab.needs("ld");
        Path source = Path.of("src/main/resources/ringside/probe/guest.s").toAbsolutePath();
        Path object = folder.resolve("guest.o");
        Path binary = folder.resolve("guest.bin");
        ok(as.toString(), source.toString(), "-o", object.toString());
        ok(ld.toString(), "-Ttext=0xf0000", "--oformat", "binary", "-o", binary.toString(), object.toString());
        assertArrayEquals(Files.readAllBytes(binary), Files.readAllBytes(source.resolveSibling("guest.bin")));
    }

    private static void ok(String... words) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder(words).inheritIO().start().waitFor());
    }

    @Test
    void kvmIsVerifiedOnlyWhereAGuestRan() {
        Lab.needs("qemu-system-x86_64");
        Findings findings;
        try {
            findings = new KvmProbe().ask(here);
        } catch (Unanswered closed) {
            assertTrue(closed.problem().startsWith("/dev/kvm may not be opened"), closed::problem);
            return;
        }
        Map<String, Verdict> verdicts = verdicts(findings);
        boolean runs = findings.facts().containsValue("runs guests");
        assertEquals(runs ? Verdict.VERIFIED : Verdict.NOT_HERE, verdicts.get("hvm-guests"));
        if (!runs) assertEquals(Verdict.NOT_HERE, verdicts.get("live-migration"));
    }

    @Test
    void aKvmThatMakesMachinesButRunsNoGuestIsFoundOut() throws IOException {
        if (!Files.exists(Path.of("/dev/kvm")) || !Files.isWritable(Path.of("/dev/kvm")))
            Lab.missing("no /dev/kvm to open");
        var host = new FakeTools(folder)
                .with(
                        "qemu-system-x86_64",
                        "case \"$*\" in *isa-debugcon*) printf r; exec sleep 60;; esac\n"
                                + "echo '{\"QMP\": {}}'; while read -r q; do case $q in"
                                + " *query-kvm*) echo '{\"return\": {\"enabled\": true, \"present\": true}}';;"
                                + " *) echo '{\"return\": {}}';; esac; done");
        Finding guests = new KvmProbe()
                .ask(host).findings().stream()
                        .filter(finding -> finding.question().feature().equals("hvm-guests"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Verdict.NOT_HERE, guests.verdict());
        assertEquals(
                "KVM runs no guest here: a virtual machine is made, but our guest began in real mode and never reached"
                        + " protected mode within 1.5 s",
                guests.answer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo 'qemu: could not open display' >&2; exit 1 | QEMU did not start with tcg: qemu: could not open display",
                "printf '\\033[31m{not json'; cat > /dev/null | is not the JSON its protocol asks for",
                "exec sleep 60 | QEMU gave no answer within 5 s",
                "exec yes '{\"return\": {}}' | QEMU printed more than 4194304 bytes and was stopped"
            })
    void anEmulatorThatAnswersBadlyIsSaid(String script, String problem) throws IOException {
        var host = new FakeTools(folder).with("qemu-system-x86_64", script).with("uname", "echo x86_64");
        var why = assertThrows(Unanswered.class, () -> new TcgProbe().ask(host));
        assertTrue(why.problem().contains(problem), why::problem);
    }

    @Test
    void aHostWithoutQemuIsToldHowToHaveIt() throws IOException {
        var host = new FakeTools(folder).with("uname", "echo riscv64");
        if (Files.exists(Path.of("/usr/bin/qemu-system-x86_64"))) {
            host.with("sh", "exit 127"); // finds nothing
        }
        var why = assertThrows(Unanswered.class, () -> new TcgProbe().ask(host));
        assertEquals("QEMU is not installed", why.problem());
    }

    @Test
    void emulatorsAreThoseAShellWouldFind() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("it's $(touch x); \"odd\" *"));
        var host = new FakeTools(odd).with("qemu-system-alpha", "").with("uname", "echo x86_64");
        Files.writeString(odd.resolve("qemu-system-notes"), "no program");
        Finding finding = new GuestArchitectures().ask(host).findings().getFirst();
        assertEquals(Verdict.OFFERED, finding.verdict());
        assertTrue(finding.answer().startsWith("emulators for alpha"), finding::answer);
        assertFalse(finding.answer().contains("notes"), finding::answer);
    }

    @Test
    void theRealImageToolListsItsFormats() {
        Lab.needs("qemu-img");
        Map<String, Verdict> verdicts = verdicts(new ImageFormats().ask(here));
        assertEquals(Verdict.OFFERED, verdicts.get("img-qcow2"));
        assertEquals(Verdict.OFFERED, verdicts.get("snap-offline"));
    }
}
