package ringside.adapter.xen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.FakeTools;
import ringside.core.feature.Probed.Verdict;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Unanswered;

class HypervisorTest {
    /** The form of Xen 4.17 with a processor that has AMD-V and no IOMMU. */
    private static final String INFO = """
            host                   : dom0
            release                : 6.1.0-41-amd64
            machine                : x86_64
            nr_cpus                : 2
            hw_caps                : 178bfbfd:80802001:20100800:00000001
            virt_caps              : pv hvm hap shadow
            total_memory           : 3071
            free_memory            : 1955
            xen_major              : 4
            xen_minor              : 17
            xen_extra              : .5
            xen_version            : 4.17.5
            xen_caps               : xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64
            xen_commandline        : placeholder dom0_mem=1024M,max:1024M
            """;

    @TempDir
    Path folder;

    private static List<String> lines(Findings findings) {
        return findings.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.VERIFIED)
                .map(finding ->
                        finding.question().feature() + " " + finding.question().platform())
                .toList();
    }

    @Test
    void readsWhatTheHypervisorCanDo() throws IOException {
        Findings findings = new Hypervisor().ask(new FakeTools(folder).with("xl", "cat <<'END'\n" + INFO + "END"));
        assertEquals(
                List.of("pci-passthrough xen", "pci-passthrough xen-pv", "pci-passthrough xen-hvm"), lines(findings));
        assertEquals(new Hypervisor().questions().size(), findings.findings().size());
        assertEquals("4.17.5", findings.facts().get("xen"));
    }

    @Test
    void toolsWithoutXenUnderneathAreNoXen() throws IOException {
        var host = new FakeTools(folder)
                .with("xl", "echo \"ERROR:  Can't find hypervisor information in sysfs!\" >&2; exit 1");
        assertTrue(new Hypervisor()
                .ask(host).findings().stream().map(Finding::verdict).allMatch(Verdict.NOT_HERE::equals));
    }

    @Test
    void aUserWhoMayNotAskIsToldSo() throws IOException {
        var host = new FakeTools(folder)
                .with(
                        "xl",
                        "echo 'xencall: error: Could not obtain handle on privileged command interface: Permission denied' >&2; exit 1");
        assertEquals(
                "ask as a user who may",
                assertThrows(Unanswered.class, () -> new Hypervisor().ask(host)).remedy());
    }

    @Test
    void whatIsNoXlInfoIsSaid() {
        assertThrows(Unanswered.class, () -> Hypervisor.read("\u001b[31m???\n: :\n"));
    }
}
