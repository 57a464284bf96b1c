package ringside.adapter.virtualbox;

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
import ringside.core.Progress;
import ringside.core.host.AccessQuestions;
import ringside.core.probe.Findings;
import ringside.core.probe.ProbeReport;
import ringside.core.probe.Probing;
import ringside.core.probe.Unanswered;

/** What reads VBoxManage, against what a real one printed; its warnings come on standard output, before the rest. */
class VirtualBoxProbesTest {
    @TempDir
    Path folder;

    private static String recorded(String name) {
        return Recorded.text("virtualbox/" + name + ".txt");
    }

    /** As it would be with the driver loaded, on a processor with everything but nested virtualization. */
    private static String hostWithDriver() {
        String all = recorded("list-hostinfo");
        return all.substring(all.indexOf("Host Information"))
                .replaceAll("(HW virtualization|nested paging): no", "$1: yes")
                .replace("nested HW virtualization: yes", "nested HW virtualization: no");
    }

    private static List<String> lines(Findings findings) {
        return findings.findings().stream()
                .map(finding ->
                        finding.question().feature() + " " + finding.verdict().word() + ": " + finding.answer())
                .toList();
    }

    @Test
    void aVirtualBoxWithoutItsDriverStartsNoGuestWhateverTheProcessorCan() {
        String none = ": it starts no guest: WARNING: The character device /dev/vboxdrv does not exist.";
        assertEquals(
                List.of(
                        "release verified: VirtualBox 7.2.22_Debianr175245",
                        "cli verified: VBoxManage answers",
                        "hvm-guests not-here" + none,
                        "nested-paging not-here" + none,
                        "nested-virt not-here" + none),
                lines(VirtualBoxHost.read(recorded("version"), recorded("list-hostinfo"))));
    }

    @Test
    void whatItSaysOfTheProcessorIsAnOfferAndNoProof() {
        assertEquals(
                List.of(
                        "hvm-guests offered: Processor supports HW virtualization: yes",
                        "nested-paging offered: Processor supports nested paging: yes",
                        "nested-virt not-here: Processor supports nested HW virtualization: no"),
                lines(VirtualBoxHost.read(recorded("version"), hostWithDriver()))
                        .subList(2, 5));
    }

    @Test
    void tellsLimitsAndPacks() {
        assertEquals(
                List.of("max-vcpus not-here: Maximum guest CPU count: 64"),
                lines(VirtualBoxLimits.read(recorded("list-systemproperties"))));
        assertEquals(List.of("licence offered: installed: VNC"), lines(ExtensionPacks.read(recorded("list-extpacks"))));
        assertEquals(
                List.of("licence offered: no extension pack is installed"),
                lines(ExtensionPacks.read("Extension Packs: 0\n")));
        assertEquals(
                List.of("licence not-here: installed: Oracle VirtualBox Extension Pack"),
                lines(ExtensionPacks.read("Extension Packs: 1\nPack no. 0:   Oracle VirtualBox Extension Pack\n")));
    }

    @Test
    void aBackEndForFloppiesIsNoneForHardDisks() {
        String all = ": back ends for hard disks: Parallels, QCOW, QED, VDI, VHD, VHDX, VMDK";
        assertEquals(
                List.of("img-raw not-here" + all, "img-qcow2 offered" + all, "img-foreign offered" + all),
                lines(VirtualBoxFormats.read(recorded("list-hddbackends"))));
    }

    /** Asked as a whole, with all its questions. */
    @Test
    void aVBoxManageThatHangsIsGivenUpAfterFiveSeconds() throws IOException {
        var host = new FakeTools(folder).with("VBoxManage", "exec sleep 60");
        ProbeReport report = new Probing((target, questions) -> host, VirtualBoxProbes.all(), List::of)
                .probe(host.target(), AccessQuestions.NOBODY, Progress.SILENT, Probing.Listener.SILENT);
        assertTrue(report.took().toMillis() < 7900, () -> report.took().toString());
        assertEquals(
                List.of("VirtualBox's VBoxManage gave no answer within 5 s"),
                report.troubles().stream()
                        .map(ProbeReport.Trouble::problem)
                        .distinct()
                        .toList());
    }

    @Test
    void oneThatIsSlowTwiceHasFiveSecondsForBoth() throws IOException {
        var host = new FakeTools(folder).with("VBoxManage", "sleep 3; echo 7.2.22r1");
        ProbeReport report = new Probing((target, questions) -> host, List.of(new VirtualBoxHost()), List::of)
                .probe(host.target(), AccessQuestions.NOBODY, Progress.SILENT, Probing.Listener.SILENT);
        assertTrue(report.took().toMillis() < 7900, () -> report.took().toString());
        assertEquals(1, report.troubles().size());
    }

    @Test
    void whatIsNoneOfThisIsSaid() {
        assertThrows(Unanswered.class, () -> VirtualBoxHost.read("\u001b[0m", "{"));
        assertThrows(Unanswered.class, () -> VirtualBoxFormats.read("nothing"));
        assertEquals(
                List.of("max-vcpus not-asked: it names no Maximum guest CPU count"),
                lines(VirtualBoxLimits.read("Maximum guest CPU count: many\n")));
    }
}
