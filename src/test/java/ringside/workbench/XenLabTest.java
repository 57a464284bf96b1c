package ringside.workbench;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import ringside.Lab;
import ringside.adapter.ssh.SshHosts;
import ringside.adapter.xen.XlHypervisor;
import ringside.core.guest.Boot;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Memory;
import ringside.core.guest.Size;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.HypervisorContract;
import ringside.core.hypervisor.Register;

/**
 * A real Xen, where there is one: {@code -Dringside.lab.xen=FILE} names an OpenSSH configuration that reaches its dom0 by the
 * name {@code dom0}, in which {@code /lab/vmlinuz} and {@code /lab/initrd.gz} start a guest.
 */
class XenLabTest extends HypervisorContract {
    private final String place = "/var/tmp/contract-" + UUID.randomUUID();

    @Override
    protected Hypervisor open() {
        String configuration = System.getProperty("ringside.lab.xen", "");
        // The slow lab, by hand: an emulated Xen host is no part of the lab that CI requires
        assumeFalse(configuration.isEmpty(), "no Xen host is named by ringside.lab.xen");
        var shell = new SshHosts(Optional.of(Path.of(configuration)))
                .open((Target.Ssh) Target.parse("ssh://dom0"), AccessQuestions.NOBODY);
        return new XlHypervisor(shell, Register.in(shell, place + "/guests"), hypervisorMachine());
    }

    @Override
    protected GuestPlatform platform() {
        return GuestPlatform.XEN_PV;
    }

    @Override
    protected Path disks() {
        Lab.needs("sh");
        return Path.of("/var/tmp");
    }

    @Override
    protected Guest guest() throws java.io.IOException {
        Guest guest = super.guest();
        var kernel =
                new Boot.Kernel("/lab/vmlinuz", Optional.of("/lab/initrd.gz"), "console=hvc0 quiet root=/dev/nothing");
        return guest.withMemory(Memory.of(Size.ofMib(192)))
                .withBoot(guest.boot().withKernel(kernel));
    }

    @Override
    protected Optional<Guest> impossible() throws java.io.IOException {
        return Optional.of(
                guest().withBoot(guest().boot().withKernel(new Boot.Kernel("/lab/none", Optional.empty(), ""))));
    }

    /** A paravirtual Linux does so by itself, even without a root file system. */
    @Override
    protected Optional<Duration> powersOff() {
        return Optional.of(Duration.ofMinutes(2));
    }
}
