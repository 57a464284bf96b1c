package ringside.core.guest.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.core.guest.CdRom;
import ringside.core.guest.Cpu;
import ringside.core.guest.Disk;
import ringside.core.guest.Fields;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Memory;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Size;
import ringside.core.guest.render.Gap.Kind;

/** What a guest can be and one platform has no room for is refused there, and nowhere else. */
class LimitsTest {
    private static final Guest PLAIN = Guest.named("web1");

    private static List<String> refused(Guest guest, GuestPlatform platform) {
        return Rendering.of(guest, Target.of(platform)).gaps().stream()
                .filter(gap -> gap.kind() == Kind.REFUSED)
                .map(Gap::toString)
                .toList();
    }

    @Test
    void vcpusBeyondWhatXenHasInHardware() {
        Guest guest = PLAIN.withCpu(Cpu.of(129));
        var said = List.of("cpu.vcpus: refused: Xen gives a HVM or PVH guest up to 128 vCPUs, a PV guest more");
        assertEquals(said, refused(guest, GuestPlatform.XEN_HVM));
        assertEquals(said, refused(guest, GuestPlatform.XEN_PVH));
        assertEquals(List.of(), refused(guest, GuestPlatform.XEN_PV));
        assertEquals(List.of(), refused(PLAIN.withCpu(Cpu.of(128)), GuestPlatform.XEN_HVM));
        assertEquals(List.of("cpu.vcpus: refused: VirtualBox has up to 64"), refused(guest, GuestPlatform.VIRTUALBOX));
    }

    @Test
    void memoryBeyondWhatVirtualBoxHas() {
        Guest guest = PLAIN.withMemory(Memory.of(Size.ofGib(2049)));
        assertEquals(
                List.of("memory.size: refused: VirtualBox has up to 2 TiB"), refused(guest, GuestPlatform.VIRTUALBOX));
        assertEquals(List.of(), refused(guest, GuestPlatform.KVM));
    }

    /** That QEMU takes 30 and not 31 is what ParityTest's software says. */
    @Test
    void devicesBeyondTheSlotsOfQemusBoard() {
        Guest full = PLAIN.withDisks(disks(22)).withNics(cards(7)); // and the random numbers
        assertEquals(List.of(), refused(full, GuestPlatform.KVM));
        Guest over = PLAIN.withDisks(disks(23)).withNics(cards(7));
        assertEquals(
                List.of("disks: refused: QEMU's board has room for 30 PCI devices, the guest has 31:"
                        + " several disks can share one controller, with bus scsi"),
                refused(over, GuestPlatform.KVM));
        assertEquals(List.of(), refused(over, GuestPlatform.LIBVIRT_KVM));
    }

    static Disk[] disks(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Disk.of("/srv/" + i + ".raw", Disk.Format.RAW))
                .toArray(Disk[]::new);
    }

    static Nic[] cards(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Nic.on(Network.User.PLAIN))
                .toArray(Nic[]::new);
    }

    @Test
    void socketsOfALongNamedGuestFitTheirAddress() {
        Guest guest = Guest.named("ü".repeat(100));
        guest = guest.withMachine(Fields.with(guest.machine(), "tpm", true));
        for (GuestPlatform platform : List.of(GuestPlatform.KVM, GuestPlatform.VIRTUALBOX))
            for (List<String> command : Rendering.of(guest, Target.of(platform)).commands())
                for (String word : command)
                    if (word.contains("socket") || word.endsWith(".serial"))
                        assertTrue(
                                word.substring(word.indexOf('/') + 1).getBytes(StandardCharsets.UTF_8).length < 107,
                                word);
    }

    @Test
    void theLargestGuestIsWrittenForEveryTarget() {
        Guest guest = PLAIN.withCpu(Cpu.of(255))
                .withDisks(disks(24))
                .withNics(cards(8))
                .withCdroms(IntStream.range(0, 6)
                        .mapToObj(i -> new CdRom(Optional.of("/srv/" + i + ".iso"), Optional.empty()))
                        .toArray(CdRom[]::new));
        for (Language language : Language.values())
            for (GuestPlatform platform : language.platforms())
                assertTrue(
                        Rendering.of(guest, new Target(language, platform))
                                .text()
                                .contains("/srv/23.raw"),
                        language + " for " + platform);
        assertTrue(refused(guest, GuestPlatform.XEN_HVM)
                .contains("cdroms[5]: refused: the emulated machine has four drives"));
        assertTrue(Rendering.of(guest, Target.of(GuestPlatform.XEN_PV)).text().contains("vdev=xvdad"));
    }
}
