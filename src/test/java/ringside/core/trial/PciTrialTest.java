package ringside.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.core.feature.Probed;
import ringside.core.trial.Trial.Outcome;

class PciTrialTest {
    private final List<String> log = new ArrayList<>();

    @Test
    void devicesInAGroupThatCanBeResetCouldBeGivenAndNoneIsTaken() {
        Outcome outcome = PciTrial.judged("""
                0000:00:01.0 0x060400 0x8086:0x1901 pcieport 1 -
                0000:01:00.0 0x030000 0x10de:0x1b80 nouveau 1 bus
                0000:01:00.1 0x040300 0x10de:0x10f0 snd_hda_intel 1 -
                0000:02:00.0 0x020000 0x8086:0x1533 igb 2 flr+bus
                """, log);
        assertEquals(
                new Outcome(
                        Probed.Verdict.OFFERED,
                        "2 of 4 PCI devices are in an IOMMU group and can be reset: 0000:01:00.0 (display),"
                                + " 0000:02:00.0 (network); none was taken"),
                outcome);
        assertEquals(
                List.of(
                        "0000:00:01.0 bridge 0x8086:0x1901: driver pcieport, IOMMU group 1 with 0000:01:00.0,"
                                + " 0000:01:00.1, no way to reset it alone",
                        "0000:01:00.0 display 0x10de:0x1b80: driver nouveau, IOMMU group 1 with 0000:01:00.1, reset by bus",
                        "0000:01:00.1 multimedia 0x10de:0x10f0: driver snd_hda_intel, IOMMU group 1 with 0000:01:00.0,"
                                + " no way to reset it alone",
                        "0000:02:00.0 network 0x8086:0x1533: driver igb, IOMMU group 2, reset by flr bus",
                        "here it ends: from now on a device would be taken from its driver"),
                log);
    }

    @Test
    void withoutAnIommuNoDeviceCanBeGiven() {
        Outcome outcome = PciTrial.judged("0000:00:03.0 0x020000 0x1af4:0x1041 virtio-pci - yes\n", log);
        assertEquals(Probed.Verdict.NOT_HERE, outcome.verdict());
        assertTrue(outcome.seen().contains("is in an IOMMU group"), outcome::seen);
        assertEquals(
                List.of("0000:00:03.0 network 0x1af4:0x1041: driver virtio-pci, in no IOMMU group, reset by yes"), log);
    }

    @Test
    void aHostWithoutDevicesSaysSo() {
        assertEquals("the host shows no PCI device", PciTrial.judged("", log).seen());
    }
}
