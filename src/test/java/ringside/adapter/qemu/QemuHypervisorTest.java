package ringside.adapter.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.FakeTools;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.Disk;
import ringside.core.guest.Firmware;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Size;
import ringside.core.host.Command;
import ringside.core.hypervisor.CloudInit;
import ringside.core.hypervisor.DomainState;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.HypervisorContract;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Login;
import ringside.core.hypervisor.Migration;
import ringside.core.hypervisor.Operation;
import ringside.core.hypervisor.Register;

/** QEMU on this machine, emulating. */
class QemuHypervisorTest extends HypervisorContract {
    @Override
    protected Hypervisor open() {
        Lab.needs("qemu-system-x86_64");
        Lab.needs("qemu-img");
        var shell = new LocalShell();
        return new QemuHypervisor(
                shell, platform(), Register.in(shell, folder.resolve("guests").toString()), hypervisorMachine());
    }

    @Override
    protected GuestPlatform platform() {
        return GuestPlatform.QEMU;
    }

    @Test
    void aVmmThatWasKilledIsSaidToHaveCrashedAndStartsOnceMore() throws Exception {
        try (Hypervisor qemu = open()) {
            String name = guest().name();
            qemu.start(Launch.of(guest(), platform()), Progress.SILENT);
            long pid = Long.parseLong(
                    Files.readString(folder.resolve("guests/" + name + "/pid")).strip());
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            for (int i = 0; i < 100 && qemu.domain(name).state() == DomainState.RUNNING; i++) Thread.sleep(20);
            assertEquals(DomainState.CRASHED, qemu.domain(name).state());
            qemu.start(name);
            assertEquals(DomainState.RUNNING, qemu.domain(name).state());
        }
    }

    @Test
    void aFolderThatAStartLeftWhenItWasKilledIsBrokenAndCanBeRemoved() throws Exception {
        try (Hypervisor qemu = open()) {
            Path half = Files.createDirectories(folder.resolve("guests/half"));
            Files.writeString(half.resolve("domain.json"), "{\"ringside-guest-entry\":1,\"na");
            assertEquals(DomainState.BROKEN, qemu.domain("half").state());
            assertTrue(qemu.domain("half").leftover().isPresent());
            assertThrows(RingsideException.class, () -> qemu.start("half"));
            qemu.destroy("half");
            assertTrue(qemu.find("half").isEmpty());
            assertTrue(Files.notExists(half));
        }
    }

    @Test
    void aRawDiskKeepsNoSnapshotAndSaysSo() throws Exception {
        try (Hypervisor qemu = open()) {
            var guest = guest();
            Disk raw =
                    guest.disks().getFirst().withPath(folder.resolve("disk.raw").toString(), Disk.Format.RAW);
            var domain = qemu.start(Launch.of(guest.withDisks(raw), platform()), Progress.SILENT);
            assertTrue(domain.can(Operation.SNAPSHOT).why().endsWith("is not qcow2, which alone keeps snapshots"));
            var refusal = assertThrows(RingsideException.class, () -> qemu.snapshot(guest.name(), "one"));
            assertTrue(refusal.problem().contains("qcow2"), refusal::problem);
        }
    }

    @Test
    void aGuestWithUefiHasItsOwnVariablesAndKeepsNoSnapshot() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd")), "ovmf is not installed");
        try (Hypervisor qemu = open()) {
            var guest = guest().withMachine(guest().machine().withFirmware(Firmware.Uefi.PLAIN));
            var domain = qemu.start(Launch.of(guest, platform()), Progress.SILENT);
            assertTrue(Files.exists(folder.resolve("guests/" + guest.name() + "/VARS.fd")));
            assertTrue(domain.can(Operation.SNAPSHOT).why().contains("UEFI"));
        }
    }

    @Test
    void aGuestOnAUserNetworkGetsAPortForSsh() throws Exception {
        try (Hypervisor qemu = open()) {
            var guest = guest().withNics(Nic.on(Network.User.PLAIN));
            var login = new Login("root", Optional.empty(), Optional.empty());
            var domain = qemu.start(Launch.of(guest, platform()).with(login), Progress.SILENT);
            assertEquals("127.0.0.1", domain.address().orElseThrow().host());
            assertEquals(domain.address(), qemu.address(guest.name()));
        }
    }

    private Optional<Long> pid(String name) {
        return Register.in(new LocalShell(), folder.resolve("guests").toString())
                .find(name)
                .flatMap(Register.Found::pid);
    }

    /** One that has ended and that nobody asks after is there still, as a zombie. */
    private static boolean runs(long pid) throws IOException {
        Path stat = Path.of("/proc/" + pid + "/stat");
        return Files.exists(stat) && !Files.readString(stat).contains(") Z ");
    }

    @Test
    void aGuestGoesOnInAnotherQemuUnderItsOldAddress() throws Exception {
        try (Hypervisor qemu = open()) {
            var guest = guest().withNics(Nic.on(Network.User.PLAIN));
            String name = guest.name();
            var login = new Login("root", Optional.empty(), Optional.empty());
            var domain = qemu.start(Launch.of(guest, platform()).with(login), Progress.SILENT);
            long first = pid(name).orElseThrow();
            Migration moved = qemu.migrate(name, "");
            assertTrue(moved.whole().compareTo(moved.downtime()) >= 0 && moved.bytes() > 0, moved::toString);
            long second = pid(name).orElseThrow();
            assertFalse(runs(first));
            assertTrue(second != first && runs(second));
            assertEquals(domain, qemu.domain(name));
            int port = domain.address().orElseThrow().port();
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            qemu.migrate(name, "");
            qemu.pause(name);
            qemu.migrate(name, "");
            assertEquals(DomainState.PAUSED, qemu.domain(name).state());
            qemu.resume(name);
            assertEquals(DomainState.RUNNING, qemu.domain(name).state());
        }
    }

    @Test
    void aMoveThatFailsLeavesTheGuestWhereItWas() throws Exception {
        try (Hypervisor qemu = open()) {
            String name = guest().name();
            qemu.start(Launch.of(guest(), platform()), Progress.SILENT);
            long first = pid(name).orElseThrow();
            Path way = Files.createDirectory(folder.resolve("guests/" + name + "/incoming"));
            assertThrows(RingsideException.class, () -> qemu.migrate(name, ""));
            assertEquals(Optional.of(first), pid(name));
            assertEquals(DomainState.RUNNING, qemu.domain(name).state());
            Files.delete(way);
            qemu.migrate(name, "");
            assertFalse(runs(first));
        }
    }

    @Test
    void aMoveThatWasCutOffIsListedAndRemovedWithBothItsQemus() throws Exception {
        try (Hypervisor qemu = open()) {
            String name = guest().name();
            qemu.start(Launch.of(guest(), platform()), Progress.SILENT);
            long first = pid(name).orElseThrow();
            Path own = folder.resolve("guests/" + name);
            Files.move(own.resolve("pid"), own.resolve("pid.before"));
            Files.move(own.resolve("qmp"), own.resolve("qmp.before"));
            assertEquals(DomainState.RUNNING, qemu.domain(name).state());
            var words = new ArrayList<>(
                    Register.in(new LocalShell(), folder.resolve("guests").toString())
                            .find(name)
                            .flatMap(Register.Found::entry)
                            .orElseThrow()
                            .list("argv"));
            words.addAll(List.of("-incoming", "unix:" + own.resolve("incoming")));
            assertTrue(new LocalShell().run(Command.of(words)).succeeded());
            long second = pid(name).orElseThrow();
            assertEquals(DomainState.RUNNING, qemu.domain(name).state());
            assertThrows(RingsideException.class, () -> qemu.migrate(name, ""));
            assertTrue(qemu.domain(name).leftover().isEmpty());
            Files.setLastModifiedTime(
                    own.resolve("pid.before"), FileTime.from(Instant.now().minusSeconds(600)));
            assertEquals(
                    Optional.of("it was being moved to another VMM, and that was never ended"),
                    qemu.domain(name).leftover());
            qemu.destroy(name);
            assertFalse(runs(first) || runs(second));
            assertTrue(Files.notExists(own));
        }
    }

    @Test
    void whatWasPluggedInComesAlongAndEndsAtTheMaximum() throws Exception {
        try (Hypervisor qemu = open()) {
            var guest = guest();
            String name = guest.name();
            var larger = guest.withCpu(guest.cpu().withMaximum(2))
                    .withMemory(guest.memory()
                            .withMaximum(Size.ofMib(guest.memory().size().mib() + 128)));
            qemu.start(Launch.of(larger, platform()), Progress.SILENT);
            qemu.plugCpu(name);
            qemu.plugMemory(name, Size.ofMib(128));
            var full = assertThrows(RingsideException.class, () -> qemu.plugCpu(name));
            assertTrue(full.problem().contains("it has all"), full::problem);
            assertThrows(RingsideException.class, () -> qemu.plugMemory(name, Size.ofMib(128)));
            qemu.migrate(name, "");
            qemu.save(name);
            qemu.restore(name);
            assertEquals(DomainState.RUNNING, qemu.domain(name).state());
        }
    }

    @Test
    void cloudInitIsToldOfTheUserAndItsKey() throws Exception {
        Lab.needs("xorrisofs");
        Lab.needs("xorriso");
        try (Hypervisor qemu = open()) {
            String name = guest().name();
            var seed = new CloudInit("tester", "ssh-ed25519 AAAAC3Nza me@here\n");
            qemu.start(Launch.of(guest(), platform()).with(seed), Progress.SILENT);
            Path out = folder.resolve("seed");
            var shell = new LocalShell();
            String iso = folder.resolve("guests/" + name + "/seed.iso").toString();
            var extracted =
                    shell.run(Command.of("xorriso", "-osirrox", "on", "-indev", iso, "-extract", "/", out.toString()));
            assertTrue(extracted.succeeded(), extracted::err);
            assertTrue(extracted.err().contains("Volume id    : 'cidata'"), extracted::err);
            String told = Files.readString(out.resolve("user-data"));
            assertTrue(told.startsWith("#cloud-config\n"), told);
            assertTrue(told.contains("- name: tester\n"), told);
            assertTrue(told.contains("[\"ssh-ed25519 AAAAC3Nza me@here\"]"), told);
            assertTrue(Files.readString(out.resolve("meta-data")).contains("local-hostname: " + name + "\n"));
        }
    }

    @Test
    void whatIsNoKeyOrUserIsNotWrittenIntoASeed() {
        assertThrows(RingsideException.class, () -> new CloudInit("root\nruncmd: [x]", "ssh-ed25519 AAAA"));
        assertThrows(RingsideException.class, () -> new CloudInit("me", "ssh-ed25519 AAAA\"]\nruncmd: [x]"));
        assertThrows(RingsideException.class, () -> new CloudInit("me", "-----BEGIN OPENSSH PRIVATE KEY-----"));
    }

    @Test
    void aVmmThatHangsIsListedAndRemovedAllTheSame() throws Exception {
        try (Hypervisor qemu = open()) {
            String name = guest().name();
            qemu.start(Launch.of(guest(), platform()), Progress.SILENT);
            String pid =
                    Files.readString(folder.resolve("guests/" + name + "/pid")).strip();
            assertTrue(new LocalShell().run(Command.of("kill", "-STOP", pid)).succeeded());
            assertEquals(DomainState.UNKNOWN, qemu.domain(name).state());
            var silent = assertThrows(RingsideException.class, () -> qemu.pause(name));
            assertTrue(silent.problem().contains("does not answer"), silent::problem);
            qemu.destroy(name);
            assertTrue(qemu.find(name).isEmpty());
        }
    }

    @Test
    void whatWasSavedIsForgottenWhenTheDisksGoBackToASnapshot() throws Exception {
        try (Hypervisor qemu = open()) {
            String name = guest().name();
            qemu.start(Launch.of(guest(), platform()), Progress.SILENT);
            qemu.snapshot(name, "before");
            qemu.save(name);
            assertThrows(RingsideException.class, () -> qemu.revert(name, "never"));
            assertEquals(DomainState.SAVED, qemu.domain(name).state());
            qemu.revert(name, "before");
            assertEquals(DomainState.RUNNING, qemu.domain(name).state());
            assertTrue(Files.notExists(folder.resolve("guests/" + name + "/memory")));
        }
    }

    @Test
    void aGuestWhoseSavingIsCancelledGoesOn() throws Exception {
        try (Hypervisor qemu = open()) {
            String name = guest().name();
            qemu.start(Launch.of(guest(), platform()), Progress.SILENT);
            // Nobody reads from it, so that the saving does not come to its end
            Path half = folder.resolve("guests/" + name + "/memory.part");
            assertTrue(
                    new LocalShell().run(Command.of("mkfifo", half.toString())).succeeded());
            var saving = Thread.ofPlatform().start(() -> assertThrows(Progress.Cancelled.class, () -> qemu.save(name)));
            for (int i = 0; i < 500 && qemu.domain(name).state() == DomainState.RUNNING; i++) Thread.sleep(10);
            Thread.sleep(300);
            saving.interrupt();
            saving.join(20_000);
            assertFalse(saving.isAlive());
            assertEquals(DomainState.RUNNING, qemu.domain(name).state());
            assertTrue(Files.notExists(half));
        }
    }

    @Test
    void aGuestWhoseMemoryCannotBeKeptGoesOn() throws Exception {
        try (Hypervisor qemu = open()) {
            String name = guest().name();
            qemu.start(Launch.of(guest(), platform()), Progress.SILENT);
            Path folder = this.folder.resolve("guests/" + name);
            Files.createDirectory(folder.resolve("memory"));
            var refusal = assertThrows(RingsideException.class, () -> qemu.save(name));
            assertTrue(refusal.problem().contains("cannot be kept"), refusal::problem);
            assertEquals(DomainState.RUNNING, qemu.domain(name).state());
            assertTrue(Files.notExists(folder.resolve("memory.part")));
        }
    }

    @Test
    void aStartThatFailsSaysWhyEvenIfItCannotBeTakenBack(@TempDir Path tools) throws Exception {
        var host = new FakeTools(tools)
                .with("qemu-system-x86_64", "echo 'qemu-system-x86_64: no such machine' >&2; exit 1")
                .with("rm", "echo 'rm: no' >&2; exit 1");
        try (Hypervisor qemu = new QemuHypervisor(
                host, platform(), Register.in(host, folder.resolve("far").toString()), hypervisorMachine())) {
            var refusal = assertThrows(
                    RingsideException.class, () -> qemu.start(Launch.of(guest(), platform()), Progress.SILENT));
            assertTrue(refusal.problem().endsWith("no such machine"), refusal::problem);
            assertEquals(DomainState.STARTING, qemu.domain(guest().name()).state(), "it is to be seen");
        }
    }
}
