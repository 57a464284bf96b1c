package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.List;
import ringside.core.guest.Boot;
import ringside.core.guest.CpuModel;
import ringside.core.guest.Devices;
import ringside.core.guest.Display;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;
import ringside.core.guest.Lifecycle.Ending;
import ringside.core.guest.Machine;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Pinning;
import ringside.core.guest.Platforms.VirtualBoxRelease;
import ringside.core.guest.Serial;
import ringside.core.guest.Topology;
import ringside.core.guest.Words;
import ringside.core.guest.render.Rendering.Step;

/** A script of {@code VBoxManage} commands for VirtualBox 7.0, 7.1 or 7.2, whose spellings differ. */
final class VBoxManage {
    private static final int MOST_CPUS = 64;
    private static final long MOST_MIB = 2 << 20;

    private final Guest guest;
    private final Target target;
    private final VirtualBoxRelease release;
    private final boolean old;
    private final Gaps gaps = new Gaps();
    private final ShellText script = new ShellText();

    VBoxManage(Guest guest, Target target) {
        this.guest = guest;
        this.target = target;
        release = guest.platforms().virtualbox();
        old = release == VirtualBoxRelease.V7_0;
    }

    Rendering rendering() {
        var disks = new VBoxDisks(guest, script, gaps);
        var before = new ArrayList<Step>(disks.before());
        before.addAll(DiskSteps.seeds(guest));
        script.comment(guest.name() + " for VirtualBox " + release.word());
        script.steps("Before:", before);
        script.verbatim("set -eu");
        create();
        processor();
        machine();
        devices();
        boot();
        if (guest.nics().isEmpty()) script.comment("without this it would have one card on NAT");
        if (guest.nics().isEmpty()) modify("--nic1", "none");
        for (int i = 0; i < guest.nics().size(); i++) nic(i + 1, guest.nics().get(i));
        disks.write();
        nowhere();
        script.comment("Start: VBoxManage startvm NAME --type headless");
        return new Rendering(
                target, target.language().fileName(guest), script.toString(), script.commands(), before, gaps.all());
    }

    private void create() {
        String system = switch (guest.os()) {
            case LINUX -> "Linux_64";
            case WINDOWS -> "Windows11_64";
            case OTHER -> "Other_64";
        };
        var words = new ArrayList<>(List.of("VBoxManage", "createvm", "--name", guest.name()));
        if (!old) words.addAll(List.of("--platform-architecture", "x86"));
        words.addAll(List.of("--ostype", system));
        guest.uuid().ifPresent(uuid -> words.addAll(List.of("--uuid", uuid.toString())));
        words.add("--register");
        script.command(List.of(words));
    }

    private void processor() {
        int most = Math.min(guest.cpu().most(), MOST_CPUS);
        if (most < guest.cpu().most()) gaps.refused("cpu.vcpus", "VirtualBox has up to " + MOST_CPUS);
        long mib = guest.memory().size().mib();
        if (mib > MOST_MIB) gaps.refused("memory.size", "VirtualBox has up to 2 TiB");
        modify("--cpus", "" + most, "--memory", "" + Math.min(mib, MOST_MIB));
        if (guest.cpu().maximum().isPresent()) {
            modify("--cpu-hotplug", "on");
            script.comment("all are plugged in at first");
            for (int cpu = guest.cpu().vcpus(); cpu < most; cpu++) modify("--unplug-cpu", "" + cpu);
        }
        Topology layout = guest.cpu().layout();
        gaps.dropped(
                layout.sockets() > 1 || layout.threads() > 1,
                "cpu.topology",
                "VirtualBox has one socket of cores without threads");
        switch (guest.cpu().model()) {
            case CpuModel.Host host -> {}
            case CpuModel.Maximum maximum ->
                gaps.approximated("cpu.model", "the host's CPU: VirtualBox has no more than that");
            case CpuModel.Baseline baseline ->
                gaps.dropped("cpu.model", "VirtualBox has no such model: the guest sees the host's CPU");
            case CpuModel.Named named ->
                gaps.dropped("cpu.model", "VirtualBox has no such model: the guest sees the host's CPU");
        }
        guest.cpu()
                .features()
                .forEach(feature -> gaps.dropped("cpu.features", feature + ": VirtualBox has no names for features"));
        modify("--cpu-profile", "host", "--paravirt-provider", guest.cpu().hyperv() ? "hyperv" : "default");
        guest.cpu().nested().ifPresent(wanted -> modify(spelling("nested-hw-virt"), Qemu.onOff(wanted)));
        guest.cpu().cap().ifPresent(percent -> modify("--cpu-execution-cap", "" + percent));
        modify(spelling("large-pages"), Qemu.onOff(guest.memory().hugePages()));
        merging();
        gaps.dropped(guest.memory().maximum().isPresent(), "memory.maximum", "VirtualBox cannot add memory");
        gaps.approximated(
                guest.memory().balloon(),
                "memory.balloon",
                "VirtualBox's balloon needs its Guest Additions and takes a size while the guest runs");
    }

    /** Off is not written: it is the default, and 7.2 refuses the option whatever its value is. */
    private void merging() {
        if (!guest.memory().merge()) return;
        boolean refuses = release == VirtualBoxRelease.V7_2;
        gaps.dropped(refuses, "memory.merge", "VirtualBox 7.2 refuses it (page fusion; seen in 7.2.22)");
        if (!refuses) modify("--page-fusion", "on");
    }

    /** What is of x86 alone has this in its name from 7.1 on. */
    private String spelling(String option) {
        return (old ? "--" : "--x86-") + option;
    }

    private void machine() {
        Machine machine = guest.machine();
        boolean q35 = machine.type().isQ35();
        gaps.approximated(
                !machine.type().name().equals(machine.type().board()),
                "machine.type",
                "VirtualBox has one version of each board");
        boolean uefi = machine.firmware() instanceof Firmware.Uefi;
        modify("--chipset", q35 ? "ich9" : "piix3", "--firmware", uefi ? "efi" : "bios");
        modify(
                "--rtc-use-utc",
                Qemu.onOff(machine.clock() == Machine.Clock.UTC),
                "--tpm-type",
                machine.tpm() ? "2.0" : "none");
        if (machine.firmware() instanceof Firmware.Uefi own)
            gaps.dropped(own.code().isPresent(), "machine.firmware.code", "VirtualBox has its own UEFI");
        if (!machine.isSecure()) return;
        script.comment("Secure Boot: the variables first, then the keys");
        for (String step : List.of("inituefivarstore", "enrollmssignatures", "enrollorclpk"))
            script.command("VBoxManage", "modifynvram", guest.name(), step);
        if (!old) script.command("VBoxManage", "modifynvram", guest.name(), "secureboot", "--enable");
    }

    private void devices() {
        Devices.Video video = guest.devices().video();
        String card = switch (video) {
            case NONE -> "none";
            case STD, CIRRUS -> "vboxvga";
            case VIRTIO, QXL -> "vmsvga";
        };
        gaps.approximated(
                video == Devices.Video.CIRRUS || video == Devices.Video.QXL || video == Devices.Video.VIRTIO,
                "devices.video",
                "VirtualBox has no " + Words.of(video) + " card: " + card);
        // Without a card VirtualBox refuses any amount of its memory
        if (video == Devices.Video.NONE) modify("--graphicscontroller", card, "--audio-driver", "none");
        else modify("--graphicscontroller", card, "--vram", "16", "--audio-driver", "none");
        modify(
                "--usb-xhci",
                Qemu.onOff(guest.devices().usb()),
                "--mouse",
                guest.devices().tablet() ? "usbtablet" : "ps2");
        serial();
        switch (guest.display()) {
            case Display.None none -> modify("--vrde", "off");
            case Display.Vnc(String listen, int port) -> remote("VNC", listen, port);
            case Display.Spice(String listen, int port) -> remote("SPICE", listen, port);
        }
    }

    private void remote(String asked, String listen, int port) {
        gaps.approximated(
                "display",
                "VirtualBox has no " + asked
                        + " built in: its remote desktop, which is RDP with Oracle's extension pack");
        modify("--vrde", "on", "--vrde-address", listen, "--vrde-port", "" + port);
    }

    private void serial() {
        switch (guest.devices().serial()) {
            case Serial.None none -> modify("--uart1", "off");
            case Serial.Pty pty -> {
                gaps.approximated("devices.serial", "VirtualBox has no terminal for it: a socket");
                port("server", SocketPath.named("/tmp/", guest, ".serial"));
            }
            case Serial.Socket(String path) -> port("server", path);
            case Serial.File(String path) -> port("file", path);
        }
    }

    private void port(String mode, String path) {
        modify("--uart1", "0x3F8", "4", "--uart-mode1", mode, path);
    }

    private void boot() {
        gaps.dropped(
                guest.boot().kernel().isPresent(),
                "boot.kernel",
                "VirtualBox starts no kernel directly: the guest needs a boot loader on its disk");
        var words = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            words.add("--boot" + (i + 1));
            words.add(
                    i < guest.boot().order().size() ? word(guest.boot().order().get(i)) : "none");
        }
        modify(words.toArray(String[]::new));
    }

    private static String word(Boot.Device device) {
        return switch (device) {
            case DISK -> "disk";
            case CDROM -> "dvd";
            case NETWORK -> "net";
        };
    }

    private void nic(int number, Nic nic) {
        String field = "nics[" + (number - 1) + "].";
        var words = new ArrayList<String>();
        switch (nic.network()) {
            case Network.User user -> words.addAll(List.of("--nic" + number, "nat"));
            case Network.Nat(String network) -> {
                script.comment("the network is made once: VBoxManage natnetwork add --netname " + network
                        + " --network 10.0.2.0/24 --enable --dhcp on");
                words.addAll(List.of("--nic" + number, "natnetwork", "--nat-network" + number, network));
            }
            case Network.Bridge(String bridge) ->
                words.addAll(List.of("--nic" + number, "bridged", "--bridge-adapter" + number, bridge));
        }
        words.addAll(List.of("--nic-type" + number, model(nic.model(), field)));
        words.addAll(List.of("--mac-address" + number, nic.address().digits()));
        modify(words.toArray(String[]::new));
        gaps.dropped(nic.queues() > 1, field + "queues", "VirtualBox's cards have one queue");
        if (nic.network() instanceof Network.User(var forwards))
            for (Network.Forward one : forwards)
                modify(
                        "--nat-pf" + number,
                        "%s%s,%s,%s,%s,,%s"
                                .formatted(
                                        Words.of(one.protocol()),
                                        one.hostPort(),
                                        Words.of(one.protocol()),
                                        one.host(),
                                        one.hostPort(),
                                        one.guestPort()));
    }

    private String model(Nic.Model model, String field) {
        String own = switch (model) {
            case VIRTIO, VMXNET3 -> "virtio";
            case E1000 -> "82540EM";
            case E1000E -> release == VirtualBoxRelease.V7_2 ? "82583V" : "82545EM";
            case RTL8139 -> "Am79C973";
        };
        gaps.approximated(
                model != Nic.Model.VIRTIO && model != Nic.Model.E1000,
                field + "model",
                "VirtualBox has no " + Words.of(model) + ": " + own);
        return own;
    }

    private void nowhere() {
        gaps.dropped(guest.devices().rng(), "devices.rng", "VirtualBox has no such device: the guest gathers its own");
        gaps.dropped(!guest.devices().pci().isEmpty(), "devices.pci", "VirtualBox passes on no PCI devices since 6.1");
        gaps.dropped(!guest.numa().isEmpty(), "numa", "VirtualBox shows one NUMA node");
        gaps.dropped(guest.memory().hostNodes().isPresent(), "memory.host-nodes", "VirtualBox binds no memory");
        boolean pinned = !guest.pinning().equals(Pinning.NONE);
        gaps.dropped(pinned, "pinning", "VirtualBox pins nothing: taskset on the threads of VBoxHeadless would");
        gaps.dropped(guest.lifecycle().reboot() != Ending.RESTART, "lifecycle.reboot", "VirtualBox always restarts it");
        gaps.dropped(guest.lifecycle().poweroff() != Ending.DESTROY, "lifecycle.poweroff", "VirtualBox always ends it");
        gaps.dropped(
                guest.lifecycle().crash() != Ending.DESTROY, "lifecycle.crash", "VirtualBox does not notice a crash");
    }

    private void modify(String... options) {
        var words = new ArrayList<>(List.of("VBoxManage", "modifyvm", guest.name()));
        words.addAll(List.of(options));
        script.command(List.of(words));
    }
}
