package ringside.core.guest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One guest, whatever platform then runs it. A guest that no platform could run as it is described does not construct:
 * the {@link Refusal} names the field and what is allowed.
 */
public record Guest(
        @Key(says = "its name, up to 200 bytes, without /") String name,

        @Key(says = "its identity; each platform makes one up if not said")
        Optional<UUID> uuid,

        @Key(says = "linux, windows or other", or = "linux") GuestOs os,
        @Key(says = "processors") Cpu cpu,
        @Key(says = "memory") Memory memory,
        @Key(says = "the board and its firmware") Machine machine,
        @Key(says = "what it starts from") Boot boot,

        @Key(says = "disks, in the order in which the guest sees them")
        List<Disk> disks,

        @Key(says = "CD-ROM drives") List<CdRom> cdroms,
        @Key(says = "network cards") List<Nic> nics,

        @Key(says = "where its screen is seen: none, vnc or spice", or = "none")
        Display display,

        @Key(says = "the rest of its hardware") Devices devices,

        @Key(says = "NUMA nodes as the guest sees them; one with all if not said")
        List<NumaCell> numa,

        @Key(says = "host CPUs its threads may run on") Pinning pinning,

        @Key(says = "what becomes of it when its operating system ends")
        Lifecycle lifecycle,

        @Key(says = "the platforms it is for") Platforms platforms) {
    private static final int LONGEST_NAME = 200;

    /** Cards without an address get one made from the guest's name: afterwards all have theirs. */
    public Guest {
        name(name);
        disks = List.copyOf(disks);
        cdroms = List.copyOf(cdroms);
        numa = List.copyOf(numa);
        nics = addressed(name, nics);
        files(disks, cdroms);
        buses(machine, disks, cdroms);
        Refusal.distinct("nics", nics.stream().map(Nic::address).toList());
        ports(nics);
        boot(boot, disks, cdroms, nics);
        Refusal.unless(
                display instanceof Display.None || devices.video() != Devices.Video.NONE,
                "devices.video",
                "none; a display needs a video card: std, virtio, qxl or cirrus");
        Refusal.unless(
                pinning.vcpus().isEmpty() || pinning.vcpus().size() == cpu.most(),
                "pinning.vcpus",
                pinning.vcpus().size() + " entries; allowed is one for each of the " + cpu.most() + " vCPUs, or none");
        numa(numa, cpu, memory);
    }

    /** A guest with defaults, from which to go on with the {@code with} methods. */
    public static Guest named(String name) {
        return Fields.defaults(Guest.class, name);
    }

    private static void name(String name) {
        Refusal.text("name", name);
        Refusal.unless(!name.isBlank(), "name", "blank; allowed are up to " + LONGEST_NAME + " bytes of text");
        Refusal.unless(
                name.indexOf('/') < 0 && name.indexOf('\n') < 0 && name.indexOf('\t') < 0,
                "name",
                "\"" + Refusal.shown(name) + "\"; allowed is one line without /, for it names files on the host");
        Refusal.unless(
                name.equals(name.strip()), "name", "\"" + Refusal.shown(name) + "\" begins or ends with a blank");
        Refusal.unless(!name.equals(".") && !name.equals(".."), "name", "\"" + name + "\" is a folder on every host");
        Refusal.unless(
                !name.startsWith("-"),
                "name",
                "\"" + Refusal.shown(name) + "\" begins with -; commands would take it for an option");
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        Refusal.unless(
                length <= LONGEST_NAME,
                "name",
                length + " bytes; allowed are 1 to " + LONGEST_NAME + " bytes in UTF-8");
    }

    private static List<Nic> addressed(String name, List<Nic> nics) {
        var all = new ArrayList<Nic>();
        for (Nic nic : nics) all.add(nic.mac().isPresent() ? nic : nic.withMac(Mac.derived(name, all.size())));
        return List.copyOf(all);
    }

    private static void files(List<Disk> disks, List<CdRom> cdroms) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < disks.size(); i++)
            Refusal.unless(
                    seen.add(disks.get(i).path()),
                    "disks[" + i + "].path",
                    "\"" + Refusal.shown(disks.get(i).path()) + "\"; another disk has the same path");
        for (int i = 0; i < cdroms.size(); i++) {
            String path = cdroms.get(i).path().orElse("");
            Refusal.unless(
                    !seen.contains(path),
                    "cdroms[" + i + "].path",
                    "\"" + Refusal.shown(path) + "\"; a disk has the same path");
        }
    }

    private static void buses(Machine machine, List<Disk> disks, List<CdRom> cdroms) {
        boolean q35 = machine.type().isQ35();
        int ide = q35 ? 0 : cdroms.size();
        int sata = q35 ? cdroms.size() : 0;
        for (int i = 0; i < disks.size(); i++) {
            Disk.Bus bus = disks.get(i).bus();
            Refusal.unless(
                    bus != Disk.Bus.IDE || !q35,
                    "disks[" + i + "].bus",
                    "ide; machine type q35 has none: allowed are virtio, scsi, sata and nvme");
            if (bus == Disk.Bus.IDE) ide++;
            if (bus == Disk.Bus.SATA) sata++;
        }
        Refusal.unless(ide <= 4, "disks", ide + " disks and CD-ROMs on IDE; allowed are up to 4");
        Refusal.unless(sata <= 6, "disks", sata + " disks and CD-ROMs on SATA; allowed are up to 6");
        Refusal.unless(disks.size() <= 24, "disks", disks.size() + " disks; allowed are up to 24");
    }

    private static void ports(List<Nic> nics) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < nics.size(); i++)
            if (nics.get(i).network() instanceof Network.User(var forwards))
                for (Network.Forward one : forwards)
                    Refusal.unless(
                            seen.add(one.protocol() + " " + one.hostPort()),
                            "nics[" + i + "].network.forwards",
                            Words.of(one.protocol()) + " port " + one.hostPort() + " of the host is taken already");
        Refusal.unless(nics.size() <= 8, "nics", nics.size() + " cards; allowed are up to 8");
    }

    private static void boot(Boot boot, List<Disk> disks, List<CdRom> cdroms, List<Nic> nics) {
        for (Boot.Device device : boot.order()) {
            boolean there = switch (device) {
                case DISK -> !disks.isEmpty() || boot.order().equals(List.of(Boot.Device.DISK));
                case CDROM -> !cdroms.isEmpty();
                case NETWORK -> !nics.isEmpty();
            };
            Refusal.unless(there, "boot.order", () -> Words.of(device) + "; the guest has none");
        }
    }

    private static void numa(List<NumaCell> cells, Cpu cpu, Memory memory) {
        if (cells.isEmpty()) return;
        var vcpus = new ArrayList<Integer>();
        long mib = 0;
        for (NumaCell cell : cells) {
            vcpus.addAll(cell.vcpus().numbers());
            mib += cell.memory().mib();
        }
        Refusal.unless(
                vcpus.stream().sorted().toList().equals(CpuSet.upTo(cpu.most()).numbers()),
                "numa",
                "its nodes have the vCPUs " + vcpus + "; allowed is each of the " + cpu.most() + " vCPUs once");
        Refusal.unless(
                mib == memory.size().mib(),
                "numa",
                "its nodes have " + mib + " MiB; allowed is the guest's memory, "
                        + memory.size().mib() + " MiB, in sum");
        Refusal.unless(
                memory.maximum().isEmpty(), "memory.maximum", memory.most() + "; allowed without NUMA nodes only");
        Refusal.unless(
                memory.hostNodes().isEmpty(),
                "memory.host-nodes",
                "named here and in numa; with NUMA nodes allowed in those only");
    }

    public Guest withName(String other) {
        return Fields.with(this, "name", other);
    }

    public Guest withCpu(Cpu other) {
        return Fields.with(this, "cpu", other);
    }

    public Guest withMemory(Memory other) {
        return Fields.with(this, "memory", other);
    }

    public Guest withMachine(Machine other) {
        return Fields.with(this, "machine", other);
    }

    public Guest withBoot(Boot other) {
        return Fields.with(this, "boot", other);
    }

    public Guest withDisks(Disk... other) {
        return Fields.with(this, "disks", List.of(other));
    }

    public Guest withCdroms(CdRom... other) {
        return Fields.with(this, "cdroms", List.of(other));
    }

    public Guest withNics(Nic... other) {
        return Fields.with(this, "nics", List.of(other));
    }

    public Guest withDisplay(Display other) {
        return Fields.with(this, "display", other);
    }

    public Guest withDevices(Devices other) {
        return Fields.with(this, "devices", other);
    }

    public Guest withNuma(NumaCell... other) {
        return Fields.with(this, "numa", List.of(other));
    }

    public Guest withPinning(Pinning other) {
        return Fields.with(this, "pinning", other);
    }

    public Guest withLifecycle(Lifecycle other) {
        return Fields.with(this, "lifecycle", other);
    }

    public Guest withPlatforms(Platforms other) {
        return Fields.with(this, "platforms", other);
    }
}
