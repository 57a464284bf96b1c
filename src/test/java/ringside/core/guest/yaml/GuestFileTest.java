package ringside.core.guest.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.core.RingsideException;
import ringside.core.guest.Boot;
import ringside.core.guest.CpuModel;
import ringside.core.guest.Disk;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;
import ringside.core.guest.Guests;
import ringside.core.guest.Network;
import ringside.core.guest.Size;
import ringside.core.guest.Topology;

class GuestFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenReadsAsTheSameGuest() {
        for (long seed = 0; seed < 500; seed++) {
            Guest guest = seed % 2 == 0 ? Guests.plain(seed) : Guests.hostile(seed);
            String text = GuestFile.write(guest);
            assertEquals(guest, GuestFile.read("guest " + seed, text), text);
            assertEquals(text, GuestFile.write(GuestFile.read("guest " + seed, text)));
        }
    }

    @Test
    void aNameIsEnough() {
        Guest guest = GuestFile.read("short", "name: web1\n");
        assertEquals(Guest.named("web1"), guest);
        assertEquals(2, guest.cpu().vcpus());
        assertEquals(new Topology(1, 2, 1), guest.cpu().layout());
        assertEquals(Size.ofGib(2), guest.memory().size());
        assertEquals(new CpuModel.Host(), guest.cpu().model());
        assertEquals(Firmware.Uefi.PLAIN, guest.machine().firmware());
        assertEquals(List.of(Boot.Device.DISK), guest.boot().order());
    }

    @Test
    void shortFormsMeanTheSame() {
        Guest guest = GuestFile.read("short", """
            name: web1
            machine: {firmware: bios, type: pc}
            disks:
              - path: /srv/web1.qcow2
                format: qcow2
                bus: ide
            nics: [{network: user}, {network: {kind: bridge}}]
            """);
        assertEquals(Disk.Bus.IDE, guest.disks().getFirst().bus());
        assertEquals(Network.User.PLAIN, guest.nics().getFirst().network());
        assertEquals(new Network.Bridge("br0"), guest.nics().getLast().network());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        name: a;cpu: {vcpus: 0}                     | 2 | cpu.vcpus: 0 vCPUs; allowed are 1 to 255 vCPUs
        name: a;cpu:;  vcpus: 4;  topology:;    cores: 3 | 4 | cpu.topology: 1 sockets × 3 cores × 1 threads are 3 vCPUs; allowed are layouts of all 4 vCPUs
        name: a;memory: {size: 16 MiB}              | 2 | memory.size: 16 MiB; allowed are 64 MiB to 12 TiB
        name: a;memory: {size: 2048}                | 2 | memory.size: "2048"; allowed is a size with its unit: 512 MiB, 2 GiB
        name: a;memory: {sise: 2 GiB}               | 2 | unknown key memory.sise; allowed are size, maximum, huge-pages, balloon, merge, host-nodes
        name: a;name: b                             | 2 | the key name stands on line 1 already
        os: linux                                   | 1 | name is missing: its name, up to 200 bytes, without /
        name: a;os: beos                            | 2 | os: "beos"; allowed are linux, windows, other
        name: a;disks:;- path: /a;- path: b         | 4 | disks[1].path: "b"; allowed is an absolute path, /srv/guest.raw
        name: a;disks:;- path: /a;- path: /b;  bus: ide | 5 | disks[1].bus: ide; machine type q35 has none: allowed are virtio, scsi, sata and nvme
        name: a;disks:;- path: /a;  cache: writeback;  io: native | 5 | disks[0].io: native needs cache none or directsync, not writeback
        name: a;disks: /a                           | 2 | disks: not a list; allowed is a list, [ ] or lines that begin with -
        name: a;nics: [{network: token-ring}]       | 2 | nics[0].network: "token-ring"; allowed are user, nat, bridge
        name: a;nics: [{network: {kind: user, x: 1}}] | 2 | unknown key nics[0].network.x; allowed are kind, forwards
        name: a;machine: {type: pc, firmware: {kind: uefi, secure-boot: true}} | 2 | machine.type: pc; Secure Boot is allowed on q35 only
        name: !!java.net.URL a                      | 1 | a tag; tags are not used here
        name: a/b                                   | 1 | name: "a/b"; allowed is one line without /, for it names files on the host
        ringside-guest: 2;name: a                   | 1 | ringside-guest: 2; this version of Ringside reads 1
        [a]                                         | 1 | not a guest: it begins with "ringside-guest: 1"
        name: *a                                    | 1 | an alias for what does not stand above it
        name: a;--- ;name: b                        | 2 | a second document
        """)
    void aMistakeIsRefusedByItsLine(String lines, int line, String reason) {
        RingsideException refused =
                assertThrows(RingsideException.class, () -> GuestFile.read("web1.yaml", lines.replace(';', '\n')));
        assertEquals("web1.yaml, line " + line + ": " + reason, refused.problem());
    }

    @Test
    void brokenYamlIsRefusedByItsLine() {
        RingsideException refused =
                assertThrows(RingsideException.class, () -> GuestFile.read("web1.yaml", "name: a\ncpu: {vcpus: 2\n"));
        assertTrue(refused.problem().startsWith("web1.yaml, line 3: not YAML: "), refused.problem());
    }

    @Test
    void hostileFilesNeitherGrowNorLoop() {
        String laughs = "name: a\nl0: &l0 [x]\n";
        for (int level = 1; level < 40; level++)
            laughs += "l%d: &l%d [%s]\n"
                    .formatted(level, level, ("*l" + (level - 1) + ",").repeat(9) + "*l" + (level - 1));
        for (String hostile : List.of(
                laughs,
                "a: &a [*a]",
                "[".repeat(500_000),
                "{a: ".repeat(200_000),
                "- ".repeat(300_000),
                "? ".repeat(300_000)))
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertThrows(RingsideException.class, () -> GuestFile.read("hostile", hostile)));
    }

    @Test
    void aFileOverOneMebibyteIsRefused() throws IOException {
        Path file = folder.resolve("long.yaml");
        Files.writeString(file, "name: a\n#" + "x".repeat(1 << 20));
        assertThrows(RingsideException.class, () -> GuestFile.read(file));
        Files.writeString(file, "name: a\n#" + "x".repeat((1 << 20) - 20));
        assertEquals("a", GuestFile.read(file).name());
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, new byte[] {'n', 'a', 'm', 'e', ':', ' ', (byte) 0xe4});
        assertTrue(assertThrows(RingsideException.class, () -> GuestFile.read(file))
                .problem()
                .endsWith("is not UTF-8 text"));
    }
}
