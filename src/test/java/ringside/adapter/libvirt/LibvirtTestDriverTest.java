package ringside.adapter.libvirt;

import java.time.Duration;
import java.util.Optional;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.HypervisorContract;
import ringside.core.hypervisor.Register;

/** libvirt's driver for tests, which runs nothing and needs no daemon. */
class LibvirtTestDriverTest extends HypervisorContract {
    @Override
    protected Hypervisor open() {
        Lab.needs("virsh");
        Lab.needs("qemu-img");
        var shell = new LocalShell();
        return new LibvirtHypervisor(
                shell,
                "test:///default",
                Register.in(shell, folder.resolve("guests").toString()),
                hypervisorMachine());
    }

    @Override
    protected GuestPlatform platform() {
        return GuestPlatform.LIBVIRT_QEMU;
    }

    /** It starts whatever it is given. */
    @Override
    protected Optional<Guest> impossible() {
        return Optional.empty();
    }

    @Override
    protected Optional<Duration> powersOff() {
        return Optional.of(Duration.ofSeconds(5));
    }
}
