package ringside.core.guest.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.core.RingsideException;
import ringside.core.guest.Disk;
import ringside.core.guest.Display;
import ringside.core.guest.Guest;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Size;
import ringside.core.guest.Topology;

class ReadersTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/guest/validate");
    private static final String SIGNS = "<>'\"\\,=[]{}$`\n\0é9-";

    private static Reading read(String text) {
        return Readers.read("it", text, "/srv");
    }

    @Test
    void readsOldFormsOfAQemuCommandLine() {
        Reading reading = read("""
            # an old one
            kvm -m 1G -smp 2 -hda /srv/a.qcow2 -cdrom /srv/b.iso -boot d \\
              -net nic,model=e1000,macaddr=52:54:00:00:00:01 -net user,hostfwd=tcp::2222-:22 \\
              -vnc :3 -enable-kvm -localtime -usbdevice tablet -soundhw hda
            """);
        Guest guest = reading.guest();
        assertEquals(Size.ofGib(1), guest.memory().size());
        assertEquals(new Topology(1, 2, 1), guest.cpu().layout());
        assertEquals(
                Disk.of("/srv/a.qcow2", Disk.Format.QCOW2)
                        .withCache(Disk.Cache.WRITEBACK)
                        .withBus(Disk.Bus.IDE),
                guest.disks().getFirst());
        assertEquals("/srv/b.iso", guest.cdroms().getFirst().path().orElseThrow());
        Nic nic = guest.nics().getFirst();
        assertEquals(Nic.Model.E1000, nic.model());
        assertEquals(
                new Network.User(List.of(new Network.Forward(Network.Protocol.TCP, "0.0.0.0", 2222, 22))),
                nic.network());
        assertEquals(new Display.Vnc("0.0.0.0", 5903), guest.display());
        assertTrue(guest.devices().tablet());
        assertEquals(
                List.of("-hda /srv/a.qcow2", "-soundhw hda"),
                reading.notUnderstood().stream().map(NotUnderstood::text).toList());
    }

    @Test
    void readsACommandLineWithAnArgumentOnEachLine() {
        Guest guest = read("/usr/bin/qemu-system-x86_64\n-name\nguest=a b,,c\n-m\n512\n-nodefaults\n")
                .guest();
        assertEquals("a b,c", guest.name());
        assertEquals(Size.ofMib(512), guest.memory().size());
        assertEquals(List.of(), guest.nics());
    }

    @Test
    void namesWhatADomainHasThatNoGuestHas() {
        Reading reading = read("""
            <domain type='kvm'>
              <name>x</name>
              <memory>1048576</memory>
              <vcpu>2</vcpu>
              <os><type machine='q35'>hvm</type></os>
              <devices>
                <filesystem type='mount'><source dir='/'/></filesystem>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='raw' queues='4'/>
                  <source file='/srv/x.raw'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
              </devices>
            </domain>
            """);
        assertEquals(new Topology(2, 1, 1), reading.guest().cpu().layout());
        assertEquals(
                List.of("line 7: <filesystem type=\"mount\">", "line 9: <driver queues=\"4\">"),
                reading.notUnderstood().stream()
                        .map(each -> "line " + each.line() + ": " + each.text())
                        .toList());
    }

    @Test
    void readsTheSpellingsOfAllAgesOfXl() {
        Reading reading = read("""
            name='old'; builder='hvm'
            memory=256
            disk=['phy:/dev/vg0/a,hda,w', 'tap:qcow2:/srv/b,c.qcow2,xvdb,r', '/srv/i.iso,,hdc,cdrom',
                  'format=raw, vdev=xvdd, access=rw, target=/srv/a,b.raw']
            vif=['', 'type=ioemu,mac=00:16:3e:00:00:01,bridge=br1,rate=10Mb/s']
            """);
        Guest guest = reading.guest();
        assertEquals(
                List.of("/dev/vg0/a", "/srv/a,b.raw"),
                guest.disks().stream()
                        .map(Disk::path)
                        .filter(path -> !path.contains("/srv/b"))
                        .toList());
        assertEquals("/srv/i.iso", guest.cdroms().getFirst().path().orElseThrow());
        assertEquals(new Network.Bridge("br1"), guest.nics().get(1).network());
        assertTrue(reading.notUnderstood().stream().anyMatch(each -> each.text().equals("rate=10Mb/s")));
    }

    @Test
    void readsAVirtualBoxMachine() throws IOException {
        Guest guest = Readers.read("web.vbox", Files.readString(EXAMPLES.resolveSibling("web.vbox")), "/vms/web")
                .guest();
        assertEquals("web", guest.name());
        assertEquals(4, guest.cpu().vcpus());
        assertEquals(Size.ofGib(2), guest.memory().size());
        assertTrue(guest.machine().type().isQ35());
        assertEquals("/vms/web/web.vdi", guest.disks().getFirst().path());
        assertEquals(Disk.Bus.SATA, guest.disks().getFirst().bus());
        assertEquals("08:00:27:12:34:56", guest.nics().getFirst().address().text());
        assertEquals(
                new Network.User(List.of(Network.Forward.tcp(2222, 22))),
                guest.nics().getFirst().network());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE domain [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><domain"
                        + " type='kvm'><name>&x;</name></domain>",
                "<!DOCTYPE domain SYSTEM \"http://127.0.0.1:1/x.dtd\"><domain/>",
                "<domain type='kvm'><name>&x;</name></domain>",
                "<domain>",
                "name=\"a",
                "name=[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]",
                "qemu-system-x86_64 -name 'a",
                "qemu-system-x86_64 -name $(id)",
                "qemu-system-x86_64 -m 512 | tee /tmp/x",
            })
    void refusesByLineWhatBreaksTheSyntax(String text) {
        RingsideException refusal = assertThrows(RingsideException.class, () -> read(text));
        assertTrue(refusal.problem().startsWith("it, line 1: "), refusal::problem);
    }

    @Test
    void refusesFilesThatAreTooLargeOrNoText(@TempDir Path folder) throws IOException {
        Path large = Files.write(folder.resolve("large"), new byte[Readers.LARGEST + 1]);
        assertTrue(assertThrows(RingsideException.class, () -> Readers.read(large))
                .problem()
                .contains("1 MiB"));
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertTrue(assertThrows(RingsideException.class, () -> Readers.read(binary))
                .problem()
                .contains("UTF-8"));
    }

    @Test
    void aFloodOfNestedOrManyElementsIsRefused() {
        assertThrows(RingsideException.class, () -> read("<domain>" + "<a>".repeat(100_000)));
        assertThrows(RingsideException.class, () -> read("<domain>" + "<a/>".repeat(200_000) + "</domain>"));
    }

    /** Every example, and each of them with random damage: a reading, or a refusal in words. */
    @TestFactory
    Stream<DynamicTest> damagedFilesAreReadOrRefusedInWords() throws IOException {
        return Files.walk(EXAMPLES.getParent())
                .filter(Files::isRegularFile)
                .sorted()
                .map(file ->
                        DynamicTest.dynamicTest(file.getFileName().toString(), () -> damage(Files.readString(file))));
    }

    private static void damage(String text) {
        var random = new Random(text.hashCode());
        for (int i = 0; i < 300; i++) {
            var damaged = new StringBuilder(text);
            for (int cuts = random.nextInt(4); cuts >= 0 && !damaged.isEmpty(); cuts--) damage(damaged, random);
            try {
                read(damaged.toString());
            } catch (RingsideException words) {
                assertTrue(!words.problem().isBlank() && !words.remedy().isBlank());
            } catch (RuntimeException | StackOverflowError fault) {
                fail("on:\n" + damaged, fault);
            }
        }
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(40)));
            case 2 -> text.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
            default -> text.insert(at, random.nextInt());
        }
    }

    @Test
    void configurationsOfGuestsAreToldFromOutputsOfBenchmarks(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/guest/validate"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertTrue(Readers.isGuest(file), file::toString);
        }
        assertTrue(Readers.isGuest(Files.writeString(folder.resolve("guest"), "ringside-guest: 1\nname: a\n")));
        for (String other : List.of(
                "Version: 3\nauthor: somebody\n",
                "seed = 3\nx = \"y\"\n",
                "a, b\n1, 2\n",
                "memory = 3 GB/s\n",
                "<svg/>")) assertFalse(Readers.isGuest(Files.writeString(folder.resolve("other"), other)), other);
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, 0, 1});
        assertFalse(Readers.isGuest(bytes));
    }
}
