package ringside.adapter.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringside.Exclusive;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.Command;
import ringside.core.hypervisor.DomainState;
import ringside.core.hypervisor.Entry;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.HypervisorContract;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Migration;
import ringside.core.hypervisor.Register;

/** libvirt's own daemon on this machine, emulating. */
@Exclusive
class LibvirtHypervisorTest extends HypervisorContract {
    private static Daemons daemons;

    @BeforeAll
    static void begin() throws Exception {
        Lab.needs("qemu-system-x86_64");
        Lab.needs("qemu-img");
        Lab.needsRoot();
        daemons = Daemons.running();
    }

    @AfterAll
    static void end() {
        if (daemons != null) daemons.close();
    }

    @Override
    protected Hypervisor open() {
        var shell = new LocalShell();
        return new LibvirtHypervisor(
                shell,
                "qemu:///system",
                Register.in(shell, folder.resolve("guests").toString()),
                hypervisorMachine());
    }

    @Override
    protected GuestPlatform platform() {
        return GuestPlatform.LIBVIRT_QEMU;
    }

    /** Where libvirt's QEMU, another user, may search. */
    @Override
    protected Path disks() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    @Test
    void aDomainOfSomebodyElseIsListedAndLeftAlone() throws Exception {
        String name = guest().name() + "-foreign";
        Path xml = Files.writeString(
                folder.resolve("foreign.xml"),
                "<domain type='qemu'><name>" + name
                        + "</name><memory unit='MiB'>16</memory><os><type>hvm</type></os></domain>");
        var shell = new LocalShell();
        assertTrue(shell.run(Command.of("virsh", "-c", "qemu:///system", "define", xml.toString()))
                .succeeded());
        try (Hypervisor libvirt = open()) {
            assertFalse(libvirt.domain(name).ours());
            var refusal = assertThrows(RingsideException.class, () -> libvirt.destroy(name));
            assertTrue(refusal.problem().contains("did not start it"), refusal::problem);
            var taken = assertThrows(
                    RingsideException.class,
                    () -> libvirt.start(Launch.of(guest().withName(name), platform()), Progress.SILENT));
            assertTrue(taken.problem().contains("already"), taken::problem);
            assertFalse(libvirt.domain(name).ours());
        } finally {
            shell.run(Command.of("virsh", "-c", "qemu:///system", "undefine", name));
        }
    }

    @Test
    void aGuestIsNotMovedToTheDaemonThatHasItAndGoesOn() throws Exception {
        try (Hypervisor libvirt = open()) {
            String name = guest().name();
            libvirt.start(Launch.of(guest(), platform()), Progress.SILENT);
            var refusal = assertThrows(RingsideException.class, () -> libvirt.migrate(name, ""));
            assertTrue(refusal.problem().contains("same host"), refusal::problem);
            assertEquals(DomainState.RUNNING, libvirt.domain(name).state());
        }
    }

    @Test
    void aGuestGoesOnUnderAnotherDaemonOfTheHost() throws Exception {
        var shell = new LocalShell();
        var register = Register.in(shell, folder.resolve("guests").toString());
        String name = guest().name();
        try (SecondDaemon second = SecondDaemon.in(disks().resolve("second"));
                Hypervisor libvirt = open();
                Hypervisor other = new LibvirtHypervisor(shell, second.uri(), register, hypervisorMachine())) {
            libvirt.start(Launch.of(guest(), platform()), Progress.SILENT);
            Migration moved = libvirt.migrate(name, second.uri());
            assertTrue(moved.whole().compareTo(moved.downtime()) > 0 && moved.bytes() > 0, moved::toString);
            assertTrue(libvirt.find(name).isEmpty());
            assertEquals(DomainState.RUNNING, other.domain(name).state());
            other.pause(name);
            // As if whoever moved it had been killed before it was written down
            register.keep(register.find(name)
                    .flatMap(Register.Found::entry)
                    .orElseThrow()
                    .with(Entry.CONNECTION, "qemu:///system")
                    .with(Moving.DESTINATION, second.uri()));
            assertEquals(DomainState.BROKEN, libvirt.domain(name).state());
            libvirt.destroy(name);
            assertEquals(List.of(), register.all());
            assertTrue(other.find(name).isEmpty());
        }
    }

    @Test
    void aGuestIsNotMovedToAnotherHost() throws Exception {
        try (Hypervisor libvirt = open()) {
            libvirt.start(Launch.of(guest(), platform()), Progress.SILENT);
            var refusal = assertThrows(
                    RingsideException.class, () -> libvirt.migrate(guest().name(), "qemu+ssh://far/system"));
            assertTrue(refusal.problem().contains("stays on the host"), refusal::problem);
        }
    }

    @Test
    void changesAreToldAsTheyCome() throws Exception {
        try (Hypervisor libvirt = open()) {
            var told = new CountDownLatch(1);
            String name = guest().name();
            try (var watch = libvirt.watch(changed -> {
                        if (changed.equals(name)) told.countDown();
                    })
                    .orElseThrow()) {
                libvirt.start(Launch.of(guest(), platform()), Progress.SILENT);
                assertTrue(told.await(10, TimeUnit.SECONDS), () -> "no event of " + watch);
            }
        }
    }

    @Test
    void whatLibvirtsOwnFilesOfAGuestWereGoesWithIt() throws Exception {
        try (Hypervisor libvirt = open()) {
            libvirt.start(Launch.of(guest(), platform()), Progress.SILENT);
            Path room = Path.of("/var/lib/libvirt/images/ringside-" + guest().name());
            assertTrue(Files.isDirectory(room));
            libvirt.destroy(guest().name());
            assertTrue(Files.notExists(room));
            assertEquals(
                    List.of(),
                    Register.in(new LocalShell(), folder.resolve("guests").toString())
                            .all());
        }
    }

    @Test
    void aConnectionThatDoesNotExistIsOneClearMessage() {
        var shell = new LocalShell();
        var refusal = assertThrows(
                RingsideException.class,
                () -> new LibvirtHypervisor(
                        shell,
                        "qemu:///system?socket=" + folder + "/none",
                        Register.in(shell, folder.toString()),
                        hypervisorMachine()));
        assertTrue(refusal.problem().startsWith("libvirt at qemu:///system?socket="), refusal::problem);
        assertTrue(refusal.remedy().contains("systemctl start libvirtd"), refusal::remedy);
    }

    @Test
    void aDaemonThatDiesCostsOneMessageAndIsFoundAgainWithItsGuests() throws Exception {
        assumeTrue(daemons.areOurs(), "the daemon of this machine is not the test's to end");
        try (Hypervisor libvirt = open()) {
            libvirt.start(Launch.of(guest(), platform()), Progress.SILENT);
            daemons.kill();
            var gone = assertThrows(RingsideException.class, libvirt::domains);
            assertTrue(gone.problem().startsWith("libvirt at qemu:///system cannot be reached"), gone::problem);
            daemons.startAgain();
            assertEquals(DomainState.RUNNING, libvirt.domain(guest().name()).state());
        }
    }

    @Test
    void aDaemonThatHangsCostsTenSecondsAndOneMessage() throws Exception {
        Path socket = folder.resolve("hangs");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            var shell = new LocalShell();
            long began = System.nanoTime();
            var silent = assertThrows(
                    RingsideException.class,
                    () -> new LibvirtHypervisor(
                            shell,
                            "qemu:///system?socket=" + socket,
                            Register.in(shell, folder.toString()),
                            hypervisorMachine()));
            assertTrue(silent.problem().endsWith("libvirt's daemon gave no answer within 10 s"), silent::problem);
            assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 15);
        }
    }
}
