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
import ringside.Recorded;
import ringside.core.feature.Probed.Verdict;
import ringside.core.probe.Findings;
import ringside.core.probe.Unanswered;

class XenProbeTest {
    @TempDir
    Path folder;

    private static List<String> of(Findings findings, Verdict verdict) {
        return findings.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(finding ->
                        finding.question().feature() + " " + finding.question().platform())
                .sorted()
                .toList();
    }

    private FakeTools xl(String recorded, int exit, String output) throws IOException {
        return new FakeTools(folder)
                .with("xl", "cat <<'END' " + output + "\n" + Recorded.text("xen/" + recorded) + "END\nexit " + exit);
    }

    @Test
    void readsWhatTheHypervisorSaysThatItCanDo() throws IOException {
        Findings findings = new XenProbe().ask(xl("xl-info.txt", 0, ""));
        assertEquals(List.of("cli xen", "release xen"), of(findings, Verdict.VERIFIED));
        assertEquals(
                List.of(
                        "hvm-guests xen",
                        "hvm-guests xen-hvm",
                        "nested-paging xen",
                        "nested-paging xen-hvm",
                        "nested-paging xen-pvh",
                        "pv-guests xen",
                        "pv-guests xen-pv",
                        "pvh-guests xen",
                        "pvh-guests xen-pvh"),
                of(findings, Verdict.OFFERED));
        assertEquals(
                List.of("pci-passthrough xen", "pci-passthrough xen-hvm", "pci-passthrough xen-pv"),
                of(findings, Verdict.NOT_HERE));
        assertEquals("4.17.7", findings.facts().get("xen"));
    }

    @Test
    void devicesCanBePassedToTheGuestsThatAnIommuIsThereFor() {
        Findings findings =
                XenProbe.read(Recorded.text("xen/xl-info.txt").replace(": pv hvm", ": pv hvm hvm_directio"));
        assertEquals(List.of("pci-passthrough xen-pv"), of(findings, Verdict.NOT_HERE));
    }

    @Test
    void toolsWithoutXenUnderneathAreNoXen() throws IOException {
        Findings findings = new XenProbe().ask(xl("xl-info-without-xen.txt", 1, ">&2"));
        assertEquals(
                List.of("xen", "xen-pv", "xen-hvm", "xen-pvh", "libvirt-xen"),
                findings.absent().orElseThrow().platforms());
        assertTrue(findings.absent().orElseThrow().answer().startsWith("the host does not run under Xen: "));
    }

    @Test
    void aUserWhoMayNotAskIsToldSoWithTheCause() throws IOException {
        FakeTools host = xl("xl-info-not-root.txt", 1, ">&2");
        var why = assertThrows(Unanswered.class, () -> new XenProbe().ask(host));
        assertEquals("ask as a user who may", why.remedy());
        assertTrue(why.problem().contains("Permission denied: libxl: error"), why::problem);
    }

    @Test
    void aHostWithoutItsToolsIsToldHowToHaveThem() throws IOException {
        var why =
                assertThrows(Unanswered.class, () -> new XenProbe().ask(new FakeTools(folder).with("sh", "exit 127")));
        assertEquals("Xen's xl is not installed", why.problem());
    }

    @Test
    void whatIsNoXlInfoIsSaid() {
        assertThrows(Unanswered.class, () -> XenProbe.read("\u001b[31m???\n: :\n"));
    }
}
