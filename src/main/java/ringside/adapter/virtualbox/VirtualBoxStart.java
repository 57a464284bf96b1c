package ringside.adapter.virtualbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Serial;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Rendering.Step;
import ringside.core.guest.render.Target;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.hypervisor.Address;
import ringside.core.hypervisor.Entry;
import ringside.core.hypervisor.Groundwork;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Making;
import ringside.core.hypervisor.Register;
import ringside.core.hypervisor.Seating;

/** From a description to a machine that VirtualBox runs, or to nothing at all. */
final class VirtualBoxStart {
    static final String CONSOLE = "console";

    /** In an entry: images that VirtualBox is to forget with the machine. */
    static final String DISKS = "disks";

    static final String DVDS = "dvds";

    /** What our image's kernel is told elsewhere: VirtualBox has no virtio-blk, and forwards ports to whom it gave an address. */
    private static final Map<String, String> WORDS = Map.of("root", "/dev/sda", "ringside.ip", "dhcp");

    /** Where renderings keep what belongs to one guest; here that is the guest's own folder. */
    private static final String STATE = "/var/lib/ringside/";

    private final Shell host;
    private final Machines machines;
    private final Register register;
    private final String here;

    VirtualBoxStart(Shell host, Machines machines, Register register, String here) {
        this.host = host;
        this.machines = machines;
        this.register = register;
        this.here = here;
    }

    void start(Launch asked, Progress progress) {
        Launch launch = asked.on(host, progress);
        String name = launch.guest().name();
        String folder = register.folder(name);
        Seating seating = seated(launch, folder);
        Guest guest = seating.guest();
        Rendering rendering = Rendering.of(guest, Target.of(GuestPlatform.VIRTUALBOX));
        List<List<String>> commands = commands(rendering, guest, folder);
        Entry entry = entry(launch, seating, commands);
        register.create(entry, GuestFile.write(guest));
        var groundwork = new Groundwork(host, guest);
        try {
            launch.seed().ifPresent(seed -> register.seed(entry, seed));
            groundwork.lay(steps(rendering.before(), guest, folder), progress);
            groundwork.lay(seating.makings().stream().map(VirtualBoxStart::step).toList(), progress);
            progress.at("VirtualBox makes the machine", Double.NaN);
            for (List<String> command : commands) {
                Progress.checkCancelled();
                machines.ask(command.subList(1, command.size()).toArray(String[]::new));
            }
            progress.at("VirtualBox starts it", Double.NaN);
            machines.ask("startvm", name, "--type", "headless");
            register.put(name, "started", "");
        } catch (RuntimeException failed) {
            undo(guest, groundwork, folder);
            throw failed;
        }
    }

    private static Seating seated(Launch launch, String folder) {
        Guest guest = launch.image().isPresent() ? onItsOwn(launch.guest()) : launch.guest();
        Seating seating = Seating.of(guest, folder);
        if (launch.image().isPresent() || launch.login().isPresent())
            seating = seating.reachable(ThreadLocalRandom.current().nextInt(20_000, 32_000));
        if (launch.seed().isPresent()) seating = seating.seeded(folder, folder);
        return launch.image().isPresent()
                ? seating.holding(launch.image().get(), folder, launch.overwrite())
                        .fromMedium(folder, WORDS)
                : seating;
    }

    /** With an image of a format of VirtualBox's first: others it would copy. */
    private static Guest onItsOwn(Guest guest) {
        var disks = new ArrayList<>(guest.disks());
        if (disks.isEmpty()) disks.add(Disk.of("/", Disk.Format.VDI));
        Disk first = disks.getFirst();
        if (!first.isBlockDevice())
            disks.set(0, first.withPath(first.path(), first.format().onVirtualBox()));
        return guest.withDisks(disks.toArray(Disk[]::new));
    }

    /** A host of VirtualBox's need not have QEMU's program. */
    private static Step step(Making making) {
        return switch (making) {
            case Making.Converted disk ->
                disk.by(List.of(
                        "VBoxManage",
                        "convertfromraw",
                        disk.from(),
                        disk.to(),
                        "--format",
                        disk.format().name()));
            case Making.ByCommand other -> other.step();
        };
    }

    private Entry entry(Launch launch, Seating seating, List<List<String>> commands) {
        Guest guest = seating.guest();
        Map<String, Object> own = new HashMap<>();
        own.put(CONSOLE, guest.devices().serial() instanceof Serial.None ? "" : "console.log");
        own.put(DISKS, disks(guest));
        own.put(DVDS, dvds(guest));
        return Entry.of(
                launch,
                guest.name(),
                here,
                seating.port().map(port -> new Address("127.0.0.1", port)),
                commands.stream().map(command -> Command.of(command).line()).collect(Collectors.joining("\n")),
                own);
    }

    private static List<String> disks(Guest guest) {
        return guest.disks().stream().map(Disk::path).toList();
    }

    private static List<String> dvds(Guest guest) {
        return guest.cdroms().stream().flatMap(cdrom -> cdrom.path().stream()).toList();
    }

    /** All that VirtualBox writes of the machine goes into the guest's folder. */
    private static List<List<String>> commands(Rendering rendering, Guest guest, String folder) {
        var commands = new ArrayList<List<String>>();
        for (List<String> command : rendering.commands()) {
            var words = new ArrayList<>(
                    command.stream().map(word -> own(word, guest, folder)).toList());
            if (words.get(1).equals("createvm")) words.addAll(List.of("--basefolder", folder));
            commands.add(List.copyOf(words));
        }
        return commands;
    }

    private static List<Step> steps(List<Step> steps, Guest guest, String folder) {
        return steps.stream()
                .map(step -> new Step(
                        step.why(),
                        step.command().stream()
                                .map(word -> own(word, guest, folder))
                                .toList()))
                .toList();
    }

    private static String own(String word, Guest guest, String folder) {
        return word.replace(STATE + guest.name() + "-", folder + "/");
    }

    /** Whatever it was that ended the start, nothing of it stays; if VirtualBox is silent the folder does, to be seen. */
    private void undo(Guest guest, Groundwork groundwork, String folder) {
        boolean cancelled = Thread.interrupted();
        try {
            if (machines.names("runningvms").contains(guest.name()))
                machines.run("controlvm", guest.name(), "poweroff");
            if (machines.names("vms").contains(guest.name())) machines.patiently("unregistervm", guest.name());
            disks(guest).forEach(disk -> machines.run("closemedium", "disk", disk));
            dvds(guest).forEach(dvd -> machines.run("closemedium", "dvd", dvd));
            groundwork.undo();
            register.remove(folder);
        } catch (RingsideException silent) {
            // The first failure is the one to tell
        } finally {
            if (cancelled) Thread.currentThread().interrupt();
        }
    }
}
