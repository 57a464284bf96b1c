package ringside.core.guest.render;

import java.util.Locale;
import ringside.core.guest.CpuModel;
import ringside.core.guest.Disk;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestOs;
import ringside.core.guest.Nic;
import ringside.core.guest.Platforms.XenType;
import ringside.core.guest.Words;

/** What Xen has no word for, whoever writes its configuration. */
final class XenGaps {
    private static final int MOST_HARDWARE_CPUS = 128; // HVM_MAX_VCPUS in Xen's public headers

    private final Guest guest;
    private final XenType type;
    private final boolean hvm;
    private final Gaps gaps;

    XenGaps(Guest guest, XenType type, Gaps gaps) {
        this.guest = guest;
        this.type = type;
        hvm = type == XenType.HVM;
        this.gaps = gaps;
    }

    void tell() {
        system();
        processor();
        memory();
        machine();
        for (int i = 0; i < guest.disks().size(); i++) disk(guest.disks().get(i), "disks[" + i + "].");
        for (int i = 0; i < guest.nics().size(); i++) nic(guest.nics().get(i), "nics[" + i + "].");
        gaps.dropped(guest.devices().rng(), "devices.rng", "Xen has no such device: the guest gathers its own");
        gaps.dropped(
                guest.pinning().emulator().isPresent(),
                "pinning.emulator",
                "dom0's own programs are not pinned by a guest");
        gaps.dropped(
                guest.pinning().iothreads().isPresent(), "pinning.iothreads", "Xen has no threads for single disks");
    }

    private void system() {
        if (guest.os() == GuestOs.WINDOWS && !hvm) gaps.refused("os", "Windows runs on Xen HVM only");
        else
            gaps.dropped(
                    guest.os() != GuestOs.LINUX, "os", "Xen asks for no operating system: every setting is its own");
    }

    private void processor() {
        if (type != XenType.PV && guest.cpu().most() > MOST_HARDWARE_CPUS)
            gaps.refused(
                    "cpu.vcpus",
                    "Xen gives a HVM or PVH guest up to " + MOST_HARDWARE_CPUS + " vCPUs, a PV guest more");
        gaps.dropped("cpu.topology", "Xen lays out the vCPUs by itself: " + layout() + " cannot be asked for");
        switch (guest.cpu().model()) {
            case CpuModel.Host host -> {}
            case CpuModel.Maximum maximum ->
                gaps.approximated("cpu.model", "Xen has no models: the guest sees the host's CPU");
            case CpuModel.Baseline baseline ->
                gaps.dropped("cpu.model", "Xen has no models: the guest sees the host's CPU");
            case CpuModel.Named named -> gaps.dropped("cpu.model", "Xen has no models: the guest sees the host's CPU");
        }
        gaps.dropped(guest.cpu().nested().isPresent() && !hvm, "cpu.nested", "on Xen for HVM guests only");
        gaps.dropped(guest.cpu().hyperv() && !hvm, "cpu.hyperv", "on Xen for HVM guests only");
    }

    private String layout() {
        var layout = guest.cpu().layout();
        return layout.sockets() + " × " + layout.cores() + " × " + layout.threads();
    }

    private void memory() {
        gaps.dropped(guest.memory().hugePages(), "memory.huge-pages", "Xen uses large pages by itself where it can");
        gaps.dropped(guest.memory().merge(), "memory.merge", "Xen merges no pages");
        gaps.approximated(
                !guest.memory().balloon(),
                "memory.balloon",
                "Xen guests always have one; it stays still while nobody changes the guest's memory");
    }

    private void machine() {
        gaps.dropped(
                "machine.type",
                hvm
                        ? "the machine of a HVM guest is always like pc (i440FX), not a choice"
                        : "a " + Words.of(type).toUpperCase(Locale.ROOT) + " guest has no emulated board");
        gaps.dropped(guest.machine().isSecure(), "machine.firmware.secure-boot", "Xen has no Secure Boot for guests");
        gaps.dropped(guest.machine().tpm(), "machine.tpm", "Xen needs a domain of its own for it, a vTPM domain");
        if (guest.machine().firmware() instanceof Firmware.Uefi uefi)
            gaps.dropped(
                    uefi.code().isPresent(),
                    "machine.firmware.code",
                    "Xen has OVMF built in its own way: its own is used");
        if (hvm) return;
        String starts = guest.boot().kernel().isPresent()
                ? "it starts the kernel directly"
                : "pygrub reads the guest's boot loader configuration on the host";
        gaps.dropped("machine.firmware", "a guest without emulated board has none: " + starts);
        gaps.dropped(!guest.boot().order().isEmpty(), "boot.order", "without firmware there is no order: " + starts);
    }

    private void disk(Disk disk, String field) {
        if (disk.cache() != Disk.Cache.NONE || !disk.isBlockDevice())
            gaps.dropped(
                    field + "cache",
                    disk.isBlockDevice()
                            ? "Xen goes past the host's cache for block devices"
                            : "Xen has no cache modes: image files are opened past the host's cache for its paravirtual"
                                    + " disk, with writeback for emulated ones");
        gaps.dropped(disk.io() != Disk.Io.THREADS, field + "io", "Xen has no choice of it");
        gaps.dropped(disk.iothread(), field + "iothread", "Xen has no threads for single disks");
        gaps.dropped(disk.limit().isPresent(), field + "limit", "Xen limits no disks");
    }

    private void nic(Nic nic, String field) {
        boolean emulated = hvm && nic.model() != Nic.Model.VIRTIO;
        gaps.approximated(
                !emulated,
                field + "model",
                "Xen's own paravirtual card instead of " + Words.of(nic.model())
                        + (nic.model() == Nic.Model.VIRTIO
                                ? ", which is of the same kind"
                                : ", which is emulated hardware"));
        gaps.dropped(nic.queues() > 1, field + "queues", "dom0 decides how many queues a card has");
    }
}
