package ringside.adapter.virtualbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.core.probe.Findings;
import ringside.core.probe.Unanswered;

/** Parsers against output in the form of VirtualBox 7: its warnings come on standard output, before what is read. */
class VirtualBoxProbesTest {
    private static final String NO_DRIVER = """
            WARNING: The character device /dev/vboxdrv does not exist.
            \t Please install the virtualbox-dkms package and the appropriate
            \t headers, most likely linux-headers-amd64.

            \t You will not be able to start VMs until this problem is fixed.
            """;

    private static final String HOST = """
            Host Information:

            Host time: 2026-11-22T10:00:00.000000000Z
            Processor online count: 2
            Processor count: 2
            Processor supports HW virtualization: yes
            Processor supports PAE: yes
            Processor supports long mode: yes
            Processor supports nested paging: yes
            Processor supports unrestricted guest: no
            Processor supports nested HW virtualization: no
            Memory size: 3072 MByte
            """;

    private static List<String> lines(Findings findings) {
        return findings.findings().stream()
                .map(finding ->
                        finding.question().feature() + " " + finding.verdict().word() + ": " + finding.answer())
                .toList();
    }

    @Test
    void tellsVersionAndProcessor() {
        assertEquals(
                List.of(
                        "release verified: VirtualBox 7.2.22_Debianr171530",
                        "cli verified: VBoxManage answers",
                        "hvm-guests verified: Processor supports HW virtualization: yes",
                        "nested-paging verified: Processor supports nested paging: yes",
                        "nested-virt not-here: Processor supports nested HW virtualization: no"),
                lines(VirtualBoxHost.read("7.2.22_Debianr171530\n", HOST)));
    }

    @Test
    void withoutItsDriverItStartsNoGuest() {
        List<String> lines = lines(VirtualBoxHost.read(NO_DRIVER + "7.2.22_Debianr171530\n", NO_DRIVER + HOST));
        assertEquals("release verified: VirtualBox 7.2.22_Debianr171530", lines.getFirst());
        assertEquals(
                "hvm-guests not-here: it starts no guest: WARNING: The character device /dev/vboxdrv does not exist.",
                lines.get(2));
    }

    @Test
    void tellsLimitsFormatsAndPacks() {
        assertEquals(
                List.of("max-vcpus not-here: Maximum guest CPU count: 64"),
                lines(VirtualBoxLimits.read(
                        "Minimum guest CPU count:         1\nMaximum guest CPU count:         64\n")));
        assertEquals(
                List.of(
                        "img-raw verified: back ends: QCOW, RAW, VDI, VHD, VMDK",
                        "img-qcow2 verified: back ends: QCOW, RAW, VDI, VHD, VMDK",
                        "img-foreign verified: back ends: QCOW, RAW, VDI, VHD, VMDK"),
                lines(VirtualBoxFormats.read("""
                        Supported hard disk backends:

                        Backend 0: id='VMDK' description='VMDK' capabilities=0x17f extensions='vmdk (HardDisk)' properties=()
                        Backend 1: id='VDI' description='VDI' capabilities=0x277 extensions='vdi (HardDisk)' properties=()
                        Backend 2: id='VHD' description='VHD' capabilities=0x277 extensions='vhd (HardDisk)' properties=()
                        Backend 3: id='QCOW' description='QCOW' capabilities=0x177 extensions='qcow,qcow2' properties=()
                        Backend 4: id='RAW' description='RAW' capabilities=0x137 extensions='iso' properties=()
                        """)));
        assertEquals(
                List.of("licence verified: no extension pack is installed"),
                lines(ExtensionPacks.read("Extension Packs: 0\n")));
        assertEquals(
                List.of("licence not-here: installed: Oracle VirtualBox Extension Pack"),
                lines(ExtensionPacks.read("Extension Packs: 1\nPack no. 0:   Oracle VirtualBox Extension Pack\n")));
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
