package ringside.core.guest.fair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.core.guest.Boot;
import ringside.core.guest.Cpu;
import ringside.core.guest.CpuModel;
import ringside.core.guest.CpuSet;
import ringside.core.guest.Devices;
import ringside.core.guest.Disk;
import ringside.core.guest.Display;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Guests;
import ringside.core.guest.Memory;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Pinning;
import ringside.core.guest.Size;
import ringside.core.guest.Topology;

class FairnessTest {
    private static final Disk DISK = Disk.of("/srv/a.raw", Disk.Format.RAW);
    private static final Nic CARD = Nic.on(new Network.Bridge("br0"));
    private static final Guest PLAIN = Guest.named("plain").withDisks(DISK).withNics(CARD);

    static Stream<Arguments> differences() {
        return Stream.of(
                Arguments.of("vCPUs", PLAIN.withCpu(Cpu.of(2).withTopology(new Topology(1, 4, 1))), "hpl"),
                Arguments.of(
                        "Sockets, cores and threads",
                        PLAIN.withCpu(Cpu.of(2).withTopology(new Topology(2, 1, 1))),
                        "lmbench-ctx"),
                Arguments.of("CPU model", PLAIN.withCpu(Cpu.of(2).withModel(new CpuModel.Baseline())), "hpl"),
                Arguments.of("Memory", PLAIN.withMemory(Memory.of(Size.ofGib(4))), "iozone"),
                Arguments.of(
                        "Pages of the host",
                        PLAIN.withMemory(Memory.of(Size.ofGib(2)).withHugePages(true)),
                        "lmbench-mem"),
                Arguments.of(
                        "Kernel",
                        PLAIN.withBoot(PLAIN.boot().withKernel(new Boot.Kernel("/boot/k", Optional.empty(), ""))),
                        "hpl"),
                Arguments.of(
                        "Firmware", PLAIN.withMachine(PLAIN.machine().withFirmware(new Firmware.Bios())), "lmbench"),
                Arguments.of(
                        "Disk format", PLAIN.withDisks(DISK.withPath("/srv/a.qcow2", Disk.Format.QCOW2)), "iozone"),
                Arguments.of("Kind of disk", PLAIN.withDisks(DISK.withBus(Disk.Bus.SATA)), "fio"),
                Arguments.of("Host's page cache", PLAIN.withDisks(DISK.withCache(Disk.Cache.WRITEBACK)), "iozone"),
                Arguments.of("Kind of network card", PLAIN.withNics(CARD.withModel(Nic.Model.E1000)), "lmbench"),
                Arguments.of("Way to the network", PLAIN.withNics(Nic.on(Network.User.PLAIN)), "lmbench"),
                Arguments.of(
                        "Pinning",
                        PLAIN.withPinning(new Pinning(
                                List.of(CpuSet.of("2"), CpuSet.of("3")), Optional.empty(), Optional.empty())),
                        "hpl"));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void oneDifferenceIsOneFindingThatNamesTheBenchmarksItBends(String title, Guest other, String bent) {
        List<Finding> findings = Fairness.findings(List.of(on("one", PLAIN), on("two", other)));
        assertEquals(List.of(title), findings.stream().map(Finding::title).toList());
        assertEquals(
                List.of(List.of("one"), List.of("two")),
                List.copyOf(findings.getFirst().values().values()));
        assertTrue(findings.getFirst().bends().contains(bent), findings::toString);
    }

    /** libvirt is asked, because it can pin; QEMU's command line cannot. */
    private static Subject on(String label, Guest guest) {
        Subject subject = Subject.of(guest, GuestPlatform.LIBVIRT_KVM);
        return new Subject(label, guest, GuestPlatform.LIBVIRT_KVM, subject.gaps());
    }

    @Test
    void droppedFlushesAndWatchedScreensAreNamed() {
        Guest unsafe = PLAIN.withDisks(DISK.withCache(Disk.Cache.UNSAFE))
                .withDevices(PLAIN.devices().withVideo(Devices.Video.STD))
                .withDisplay(Display.Vnc.LOCAL);
        List<String> titles = Fairness.findings(List.of(on("one", PLAIN), on("two", unsafe))).stream()
                .map(Finding::title)
                .toList();
        assertEquals(List.of("Host's page cache", "Guest's flushes", "Display"), titles);
    }

    @Test
    void qemuAndLibvirtWithKvmAreOneMachine() {
        assertEquals(
                List.of(),
                Fairness.findings(
                        List.of(Subject.of(PLAIN, GuestPlatform.KVM), Subject.of(PLAIN, GuestPlatform.LIBVIRT_KVM))));
    }

    @Test
    void whatXenLaysOutByItselfIsNotCalledEqual() {
        Map<String, List<String>> values = Fairness.findings(
                        List.of(Subject.of(PLAIN, GuestPlatform.KVM), Subject.of(PLAIN, GuestPlatform.XEN_HVM)))
                .getFirst()
                .values();
        assertEquals(
                Map.of("one socket of cores", List.of("plain on kvm"), "Xen's own", List.of("plain on xen-hvm")),
                values);
    }

    @Test
    void everyFindingHasTwoSidesAndSaysWhatItBends() {
        for (long seed = 0; seed < 40; seed++)
            for (Finding finding : Fairness.findings(Subject.of(List.of(Guests.plain(seed), Guests.plain(seed + 1))))) {
                assertTrue(finding.values().size() > 1 && !finding.why().isBlank(), finding::toString);
                assertFalse(finding.bends().isEmpty(), finding::toString);
            }
    }
}
