package ringside.core.guest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import ringside.core.guest.Boot;
import ringside.core.guest.CdRom;
import ringside.core.guest.Cpu;
import ringside.core.guest.CpuFeature;
import ringside.core.guest.CpuModel;
import ringside.core.guest.CpuSet;
import ringside.core.guest.Devices;
import ringside.core.guest.Disk;
import ringside.core.guest.Display;
import ringside.core.guest.Fields;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestOs;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Lifecycle;
import ringside.core.guest.Machine;
import ringside.core.guest.MachineType;
import ringside.core.guest.Memory;
import ringside.core.guest.Nic;
import ringside.core.guest.NumaCell;
import ringside.core.guest.PciAddress;
import ringside.core.guest.Pinning;
import ringside.core.guest.Platforms;
import ringside.core.guest.Refusal;
import ringside.core.guest.Serial;
import ringside.core.guest.Size;
import ringside.core.guest.Topology;

/** A guest while its parts are being found; what cannot be part of one goes to the list of what was not understood. */
final class GuestDraft {
    final List<NotUnderstood> notUnderstood = new ArrayList<>();

    String name = "guest";
    Optional<UUID> uuid = Optional.empty();
    GuestOs os = GuestOs.LINUX;

    int vcpus = 1;
    Optional<Integer> maximumVcpus = Optional.empty();
    Optional<Topology> topology = Optional.empty();
    CpuModel model = new CpuModel.Baseline();
    final List<CpuFeature> features = new ArrayList<>();
    Optional<Boolean> nested = Optional.empty();
    boolean hyperv;
    Optional<Integer> cap = Optional.empty();

    Size memory = Size.ofMib(128);
    Optional<Size> maximumMemory = Optional.empty();
    boolean hugePages;
    boolean balloon;
    boolean merge;
    Optional<CpuSet> hostNodes = Optional.empty();
    final List<NumaCell> numa = new ArrayList<>();

    MachineType type = MachineType.PC;
    Firmware firmware = new Firmware.Bios();
    boolean tpm;
    Machine.Clock clock = Machine.Clock.UTC;

    Optional<Boot.Kernel> kernel = Optional.empty();
    List<Boot.Device> order = List.of();
    final List<Disk> disks = new ArrayList<>();
    final List<CdRom> cdroms = new ArrayList<>();
    final List<Nic> nics = new ArrayList<>();

    Display display = new Display.None();
    Devices.Video video = Devices.Video.NONE;
    Serial serial = new Serial.None();
    boolean rng;
    boolean usb;
    boolean tablet;
    final List<PciAddress> pci = new ArrayList<>();

    final List<CpuSet> pins = new ArrayList<>();
    Optional<CpuSet> emulatorPin = Optional.empty();
    Optional<CpuSet> iothreadPin = Optional.empty();

    Lifecycle.Ending reboot = Lifecycle.Ending.RESTART;
    Lifecycle.Ending poweroff = Lifecycle.Ending.DESTROY;
    Lifecycle.Ending crash = Lifecycle.Ending.DESTROY;
    GuestPlatform platform = GuestPlatform.KVM;
    Platforms.XenType xen = Platforms.XenType.HVM;

    void miss(int line, String text, String reason) {
        notUnderstood.add(new NotUnderstood(line, text, reason));
    }

    /** Runs a step that builds a part; one that no guest can have is told, and left out. */
    void attempt(int line, String text, Runnable step) {
        try {
            step.run();
        } catch (Refusal refusal) {
            miss(line, text, String.valueOf(refusal.getMessage()));
        }
    }

    /** A part, or nothing if no guest can have it. */
    <T> Optional<T> attempt(int line, String text, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (Refusal refusal) {
            miss(line, text, String.valueOf(refusal.getMessage()));
            return Optional.empty();
        }
    }

    /** @throws Refusal if the parts, each possible, make no guest together */
    Reading reading() {
        if (maximumMemory.isPresent() && !balloon) {
            miss(
                    1,
                    "maximum memory " + maximumMemory.get(),
                    "a guest whose memory can grow needs a balloon, which it has not");
            maximumMemory = Optional.empty();
        }
        if (!(display instanceof Display.None) && video == Devices.Video.NONE) video = Devices.Video.STD;
        if (tablet) usb = true;
        var cpu = new Cpu(vcpus, maximumVcpus, topology, model, features, nested, hyperv, cap);
        var guest = new Guest(
                name,
                uuid,
                os,
                cpu,
                new Memory(
                        memory,
                        maximumMemory,
                        hugePages,
                        balloon,
                        merge,
                        numa.isEmpty() ? hostNodes : Optional.empty()),
                new Machine(type, firmware, tpm, clock),
                new Boot(kernel, order),
                disks,
                cdroms,
                nics,
                display,
                new Devices(video, serial, rng, usb, tablet, pci),
                numa,
                new Pinning(pins.size() == cpu.most() ? pins : List.of(), emulatorPin, iothreadPin),
                new Lifecycle(reboot, poweroff, crash),
                Fields.with(Platforms.of(platform), "libvirt-xen", xen));
        return new Reading(guest, notUnderstood);
    }
}
