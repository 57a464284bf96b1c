package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Exclusive;
import ringside.Lab;
import ringside.adapter.libvirt.Daemons;
import ringside.core.Progress;
import ringside.core.guest.Cpu;
import ringside.core.guest.CpuModel;
import ringside.core.guest.Disk;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.MachineType;
import ringside.core.guest.Memory;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Size;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.DomainState;
import ringside.core.hypervisor.Driver;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors.Place;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Owner;
import ringside.core.image.GuestImage;

/**
 * A real guest, from the distribution's packages to its removal: built once for the machine, emulated by QEMU and by
 * libvirt, entered by SSH, a benchmark run in it. The image stays in the user's cache for the next time.
 */
@Exclusive
class GuestLabTest {
    private static final Duration BOOT = Duration.ofMinutes(3);

    /** A measurement of a fraction of a second, whatever the machine: LMBench would calibrate and repeat for minutes. */
    private static final Command SYSCALL = Command.of(
                    "sh",
                    "-c",
                    "ENOUGH=5000 TIMING_O=0 LOOP_O=0.0001 /usr/lib/lmbench/bin/*/lat_syscall -N 1 null 2>&1")
            .within(Duration.ofSeconds(60));

    private static final Pattern MICROSECONDS = Pattern.compile("Simple syscall: ([0-9.]+) microseconds");

    @TempDir
    static Path data;

    private static GuestImage image;

    @BeforeAll
    static void build() {
        image = LabImage.needed();
    }

    static Guest guest(String name, Disk.Format format) {
        return Guest.named(name)
                .withCpu(Cpu.of(1).withModel(new CpuModel.Baseline()))
                .withMemory(Memory.of(Size.ofMib(512)))
                .withMachine(
                        Guest.named(name).machine().withType(MachineType.PC).withFirmware(new Firmware.Bios()))
                .withDisks(Disk.of("/srv/" + name, format).withCache(Disk.Cache.WRITEBACK))
                .withNics(Nic.on(Network.User.PLAIN));
    }

    private static double syscall(Shell guest) {
        Answer answer = guest.run(SYSCALL);
        Matcher printed = MICROSECONDS.matcher(answer.out());
        assertTrue(printed.find(), () -> answer.out() + answer.err());
        return Double.parseDouble(printed.group(1));
    }

    @Test
    void aGuestUnderQemuIsEnteredMeasuredTakenBackStoppedAndRemoved() {
        var drivers = new Drivers(Hosts.shells(), data);
        try (Hypervisor qemu = drivers.open(Place.here(Driver.QEMU), AccessQuestions.NOBODY)) {
            var launch = Launch.of(guest("lab-qemu", Disk.Format.QCOW2), GuestPlatform.QEMU)
                    .with(image)
                    .with(Owner.thisSession(drivers.here()));
            try {
                qemu.start(launch, Progress.SILENT);
                try (Shell inside =
                        drivers.enter(qemu, "lab-qemu", Target.LOCAL, AccessQuestions.NOBODY, BOOT, Progress.SILENT)) {
                    assertTrue(syscall(inside) > 0);
                    // Xen's button is no button: the kernel of a paravirtual guest runs this program
                    assertTrue(inside.run(Command.of("test", "-x", "/sbin/poweroff"))
                            .succeeded());
                    qemu.snapshot("lab-qemu", "before");
                    assertTrue(inside.run(Command.of("touch", "/root/after")).succeeded());
                }
                qemu.revert("lab-qemu", "before");
                try (Shell inside =
                        drivers.enter(qemu, "lab-qemu", Target.LOCAL, AccessQuestions.NOBODY, BOOT, Progress.SILENT)) {
                    assertFalse(
                            inside.run(Command.of("test", "-e", "/root/after")).succeeded());
                }
                assertTrue(qemu.console("lab-qemu").contains("RINGSIDE-READY"));
                assertTrue(qemu.stop("lab-qemu", Duration.ofSeconds(60)), "it did not power off");
                assertEquals(DomainState.OFF, qemu.domain("lab-qemu").state());
            } finally {
                if (qemu.find("lab-qemu").isPresent()) qemu.destroy("lab-qemu");
            }
        }
        assertTrue(Files.notExists(data.resolve("guests/lab-qemu")));
    }

    /** The same guest under libvirt, whose QEMU is another user that cannot look into ours' folders. */
    @org.junit.jupiter.api.Nested
    class UnderLibvirt {
        private static Daemons daemons;

        @BeforeAll
        static void begin() throws Exception {
            Lab.needsRoot();
            daemons = Daemons.running();
        }

        @AfterAll
        static void end() {
            if (daemons != null) daemons.close();
        }

        @Test
        void itIsEnteredMeasuredSavedStoppedAndRemoved() {
            var drivers = new Drivers(Hosts.shells(), data);
            try (Hypervisor libvirt = drivers.open(Place.here(Driver.LIBVIRT), AccessQuestions.NOBODY)) {
                var launch = Launch.of(guest("lab-libvirt", Disk.Format.RAW), GuestPlatform.LIBVIRT_QEMU)
                        .with(image)
                        .with(Owner.thisSession(drivers.here()));
                try {
                    libvirt.start(launch, Progress.SILENT);
                    try (Shell inside = drivers.enter(
                            libvirt, "lab-libvirt", Target.LOCAL, AccessQuestions.NOBODY, BOOT, Progress.SILENT)) {
                        assertTrue(syscall(inside) > 0);
                    }
                    libvirt.save("lab-libvirt");
                    assertEquals(
                            DomainState.SAVED, libvirt.domain("lab-libvirt").state());
                    libvirt.restore("lab-libvirt");
                    drivers.enter(libvirt, "lab-libvirt", Target.LOCAL, AccessQuestions.NOBODY, BOOT, Progress.SILENT)
                            .close();
                    assertTrue(libvirt.console("lab-libvirt").contains("RINGSIDE-READY"));
                    assertTrue(libvirt.stop("lab-libvirt", Duration.ofSeconds(60)), "it did not power off");
                } finally {
                    if (libvirt.find("lab-libvirt").isPresent()) libvirt.destroy("lab-libvirt");
                }
            }
            assertTrue(Files.notExists(data.resolve("guests/lab-libvirt")));
            assertTrue(Files.notExists(Path.of("/var/lib/libvirt/images/ringside-lab-libvirt")));
        }
    }
}
