package ringside.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GuestTest {
    private static final Guest PLAIN = Guest.named("web1");
    private static final Disk DISK = Disk.of("/srv/web1.raw", Disk.Format.RAW);

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused("name: blank; allowed are up to 200 bytes of text", () -> Guest.named(" ")),
                refused("name: 402 bytes; allowed are 1 to 200 bytes in UTF-8", () -> Guest.named("ü".repeat(201))),
                refused(
                        "name: \"a?b\" holds control characters, marks that turn the direction of writing, or broken"
                                + " Unicode; allowed is text",
                        () -> Guest.named("a\0b")),
                refused(
                        "name: \"a?hs.b\" holds control characters, marks that turn the direction of writing, or broken"
                                + " Unicode; allowed is text",
                        () -> Guest.named("a\u202ehs.b")),
                refused("name: \"..\" is a folder on every host", () -> Guest.named("..")),
                refused("vcpus: 256 vCPUs; allowed are 1 to 255 vCPUs", () -> Cpu.of(256)),
                refused(
                        "path: 108 bytes; allowed for a socket are up to 107 bytes",
                        () -> new Serial.Socket("/run/" + "x".repeat(103))),
                refused("\"0 GiB\"; allowed is a size above 0: 512 MiB, 2 GiB", () -> Size.of("0 GiB")),
                refused(
                        "cores: 0 cores in each socket; allowed are 1 to 255 cores in each socket",
                        () -> new Topology(1, 0, 1)),
                refused("size: 32 MiB; allowed are 64 MiB to 12 TiB", () -> Memory.of(Size.ofMib(32))),
                refused(
                        "io: native needs cache none or directsync, not unsafe",
                        () -> DISK.withIo(Disk.Io.NATIVE).withCache(Disk.Cache.UNSAFE)),
                refused("format: qcow2; a block device is raw", () -> Disk.of("/dev/vg0/web1", Disk.Format.QCOW2)),
                refused(
                        "disks[1].path: \"/srv/web1.raw\"; another disk has the same path",
                        () -> PLAIN.withDisks(DISK, DISK)),
                refused(
                        "devices.video: none; a display needs a video card: std, virtio, qxl or cirrus",
                        () -> PLAIN.withDisplay(Display.Vnc.LOCAL)),
                refused(
                        "pinning.vcpus: 1 entries; allowed is one for each of the 2 vCPUs, or none",
                        () -> PLAIN.withPinning(
                                new Pinning(List.of(CpuSet.single(1)), Optional.empty(), Optional.empty()))),
                refused(
                        "numa: its nodes have 1024 MiB; allowed is the guest's memory, 2048 MiB, in sum",
                        () -> PLAIN.withNuma(new NumaCell(CpuSet.of("0-1"), Size.ofGib(1), Optional.empty()))),
                refused(
                        "numa: its nodes have the vCPUs [0]; allowed is each of the 2 vCPUs once",
                        () -> PLAIN.withNuma(new NumaCell(CpuSet.of("0"), Size.ofGib(2), Optional.empty()))),
                refused("boot.order: cdrom; the guest has none", () -> PLAIN.withBoot(Boot.from(Boot.Device.CDROM))),
                refused(
                        "nics: 52:54:00:00:00:01 stands there twice",
                        () -> PLAIN.withNics(card("52:54:00:00:00:01"), card("52:54:00:00:00:01"))),
                refused(
                        "01:00:5e:00:00:01 is a multicast address; allowed are those with an even first byte:"
                                + " 52:54:00:12:34:56",
                        () -> Mac.of("01:00:5e:00:00:01")),
                refused("host-port: 70000; allowed are 1 to 65535", () -> Network.Forward.tcp(70000, 22)));
    }

    private static Arguments refused(String message, Executable attempt) {
        return Arguments.of(message, attempt);
    }

    private static Nic card(String mac) {
        return Nic.on(Network.User.PLAIN).withMac(Mac.of(mac));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatCannotBeDoesNotConstruct(String message, Executable attempt) {
        assertEquals(message, assertThrows(Refusal.class, attempt).getMessage());
    }

    @Test
    void everyCardHasAnAddressOfItsOwn() {
        Nic card = Nic.on(Network.User.PLAIN);
        Guest guest = PLAIN.withNics(card, card);
        assertNotEquals(guest.nics().get(0).address(), guest.nics().get(1).address());
        assertNotEquals(
                guest.nics().get(0).address(),
                Guest.named("web2").withNics(card).nics().getFirst().address());
        assertEquals(guest, PLAIN.withNics(card, card), "and always the same");
    }

    @Test
    void everySettingHasItsPath() {
        Map<String, String> flat = Fields.flat(PLAIN.withDisks(DISK).withNics(Nic.on(new Network.Bridge("br0"))));
        assertEquals("web1", flat.get("name"));
        assertEquals("2", flat.get("cpu.topology.cores"));
        assertEquals("none", flat.get("disks[0].cache"));
        assertEquals("bridge", flat.get("nics[0].network"));
        assertEquals("br0", flat.get("nics[0].network.bridge"));
        assertEquals("libvirt-kvm", flat.get("platforms.chosen[1]"));
    }

    @Test
    void cpuSetsAreWrittenAsRanges() {
        assertEquals("0-2,5,7-8", CpuSet.of("8,7,5,0-2").toString());
        assertEquals(List.of(0, 1, 2), CpuSet.upTo(3).numbers());
    }
}
