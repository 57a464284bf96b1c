package ringside.core.hypervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import ringside.core.RingsideException;
import ringside.core.guest.Boot;
import ringside.core.guest.CdRom;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Serial;
import ringside.core.guest.Words;
import ringside.core.guest.render.Rendering.Step;
import ringside.core.image.GuestImage;

/**
 * A guest fitted to the place where it is to run: its console written into its folder, its first disk holding an image, a
 * way in by SSH.
 *
 * @param makings the image's disk, and the medium it boots from
 * @param port of the host that leads to the guest's SSH server, where a card on a user network has one
 */
public record Seating(Guest guest, List<Making> makings, Optional<Integer> port) {
    private static final int SSH = 22;

    /** The addresses of QEMU's own user network (its documentation, "Network emulation"), and of VirtualBox's NAT. */
    private static final String USER_NETWORK = "10.0.2.15/24,10.0.2.2";

    public Seating {
        makings = List.copyOf(makings);
    }

    /** What makes all of it where the hypervisor has no way of its own. */
    public List<Step> steps() {
        return makings.stream().map(Making::step).toList();
    }

    /** @param folder of the guest, on the host that runs it */
    public static Seating of(Guest guest, String folder) {
        return new Seating(console(guest, folder), List.of(), port(guest));
    }

    private static Guest console(Guest guest, String folder) {
        return guest.devices().serial() instanceof Serial.None
                ? guest
                : guest.withDevices(guest.devices().withSerial(new Serial.File(folder + "/console.log")));
    }

    private static Optional<Integer> port(Guest guest) {
        return guest.nics().stream()
                .map(Nic::network)
                .flatMap(network -> network instanceof Network.User(var forwards)
                        ? forwards.stream()
                        : Stream.<Network.Forward>empty())
                .filter(one -> one.guestPort() == SSH && one.protocol() == Network.Protocol.TCP)
                .map(Network.Forward::hostPort)
                .findFirst();
    }

    /** With a port of the host for SSH on its first card, if that is on a user network and has none. */
    public Seating reachable(int free) {
        if (port.isPresent() || guest.nics().isEmpty()) return this;
        Nic first = guest.nics().getFirst();
        if (!(first.network() instanceof Network.User(var forwards))) return this;
        var all = new ArrayList<>(forwards);
        all.add(Network.Forward.tcp(free, SSH));
        var nics = new ArrayList<>(guest.nics());
        nics.set(0, new Nic(new Network.User(all), first.model(), first.mac(), first.queues()));
        return new Seating(guest.withNics(nics.toArray(Nic[]::new)), makings, Optional.of(free));
    }

    /**
     * With a drive that holds what cloud-init is told, instead of any the guest has for that.
     *
     * @param texts the guest's folder, into which {@link Register#seed} writes
     * @param folder for the drive's image
     */
    public Seating seeded(String texts, String folder) {
        var cdroms = new ArrayList<>(
                guest.cdroms().stream().filter(cdrom -> cdrom.seed().isEmpty()).toList());
        var told = new CdRom.CloudInit(
                texts + "/" + CloudInit.USER_DATA, Optional.of(texts + "/" + CloudInit.META_DATA), Optional.empty());
        cdroms.add(new CdRom(Optional.of(folder + "/seed.iso"), Optional.of(told)));
        return new Seating(guest.withCdroms(cdroms.toArray(CdRom[]::new)), makings, port);
    }

    /**
     * With an image on its first disk, in the format that disk has, and the image's kernel started directly. A cloud-init
     * seed is left out: the image does not read it.
     *
     * @param folder where the disk is made, unless it is a block device
     * @param overwrite whether a block device that is there already may be written over
     */
    public Seating holding(GuestImage image, String folder, boolean overwrite) {
        Disk asked = guest.disks().isEmpty()
                ? Disk.of("/", Disk.Format.QCOW2)
                : guest.disks().getFirst();
        if (asked.isBlockDevice() && asked.size().isEmpty() && !overwrite)
            throw new RingsideException(
                    "The image would be written over the block device " + asked.path(),
                    "allow it by --overwrite, or give the disk a size so that it is made as a new volume");
        Disk disk = asked.isBlockDevice()
                ? asked
                : new Disk(
                        folder + "/disk." + Words.of(asked.format()),
                        asked.format(),
                        Optional.empty(),
                        false,
                        asked.bus(),
                        asked.cache(),
                        asked.io(),
                        asked.discard(),
                        asked.iothread(),
                        false,
                        asked.limit());
        var disks = new ArrayList<>(guest.disks());
        if (disks.isEmpty()) disks.add(disk);
        else disks.set(0, disk);
        var all = new ArrayList<>(makings);
        all.add(filled(image.disk().toString(), disk));
        Guest seated = guest.withDisks(disks.toArray(Disk[]::new))
                .withCdroms(guest.cdroms().stream()
                        .filter(cdrom -> cdrom.seed().isEmpty())
                        .toArray(CdRom[]::new))
                .withBoot(Boot.from(Boot.Device.DISK).withKernel(kernel(image, disk)));
        return new Seating(seated, all, port);
    }

    /**
     * With the image's kernel started from a medium in its drive, where the hypervisor starts none directly.
     *
     * @param folder where that is made
     * @param words of the kernel's that are others there, by their names
     */
    public Seating fromMedium(String folder, Map<String, String> words) {
        Boot.Kernel kernel = guest.boot().kernel().orElseThrow();
        String arguments = kernel.arguments();
        for (var word : words.entrySet())
            arguments = arguments.replaceFirst(
                    word.getKey() + "=\\S+", Matcher.quoteReplacement(word.getKey() + "=" + word.getValue()));
        String iso = folder + "/boot.iso";
        var cdroms = new ArrayList<>(guest.cdroms());
        cdroms.addFirst(CdRom.of(iso));
        var all = new ArrayList<>(makings);
        all.add(new Making.ByCommand(BootMedium.step(iso, new Boot.Kernel(kernel.path(), kernel.initrd(), arguments))));
        Guest booted = guest.withCdroms(cdroms.toArray(CdRom[]::new)).withBoot(Boot.from(Boot.Device.CDROM));
        return new Seating(booted, all, port);
    }

    private static Making filled(String from, Disk disk) {
        String to = disk.path();
        if (disk.isBlockDevice()) return disk("qemu-img", "convert", "-n", "-f", "raw", "-O", "raw", from, to);
        return switch (disk.format()) {
            case RAW -> disk("cp", "--no-preserve=mode", "--sparse=always", "--reflink=auto", from, to);
            case QCOW2 -> disk("qemu-img", "create", "-q", "-f", "qcow2", "-b", from, "-F", "raw", to);
            case VDI, VMDK, VHD -> new Making.Converted(from, disk.format(), to);
        };
    }

    private static Making disk(String... command) {
        return Making.ByCommand.of("the image's disk", List.of(command));
    }

    private Boot.Kernel kernel(GuestImage image, Disk disk) {
        String root = switch (disk.bus()) {
            case VIRTIO -> "/dev/vda";
            case SCSI, SATA, IDE -> "/dev/sda";
            case NVME -> "/dev/nvme0n1";
        };
        boolean user = !guest.nics().isEmpty() && guest.nics().getFirst().network() instanceof Network.User;
        String address = user ? USER_NETWORK : "dhcp";
        return new Boot.Kernel(
                image.kernel().toString(),
                Optional.of(image.initrd().toString()),
                "console=ttyS0 quiet mitigations=off root=" + root + " ringside.ip=" + address);
    }
}
