package ringside.ui.guest;

import java.util.List;
import ringside.core.guest.Cpu;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Memory;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Platforms;
import ringside.core.guest.Size;

/** The guests one can begin with. */
final class Starts {
    private static final String GROUP = "Begin with";

    private Starts() {}

    static List<Start> all() {
        return List.of(
                new Start(
                        GROUP,
                        "One guest on five platforms",
                        "A Linux guest for KVM, libvirt, Xen, VirtualBox and emulated QEMU, with the same settings on each.",
                        guest(
                                "guest",
                                2,
                                Platforms.of(
                                        GuestPlatform.KVM,
                                        GuestPlatform.LIBVIRT_KVM,
                                        GuestPlatform.XEN_HVM,
                                        GuestPlatform.VIRTUALBOX,
                                        GuestPlatform.QEMU))),
                new Start(
                        GROUP,
                        "Small lab guest",
                        "One vCPU, 1 GiB and a small disk on KVM, by libvirt or without: enough to try something.",
                        guest("lab", 1, Platforms.of(GuestPlatform.LIBVIRT_KVM, GuestPlatform.KVM))
                                .withMemory(Memory.of(Size.ofGib(1)))));
    }

    private static Guest guest(String name, int vcpus, Platforms platforms) {
        return Guest.named(name)
                .withCpu(Cpu.of(vcpus))
                .withDisks(Disk.of("/var/lib/libvirt/images/" + name + ".raw", Disk.Format.RAW)
                        .withSize(Size.ofGib(10)))
                .withNics(Nic.on(new Network.User(List.of(Network.Forward.tcp(2222, 22)))))
                .withPlatforms(platforms);
    }
}
