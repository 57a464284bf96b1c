package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import ringside.adapter.local.LocalShell;
import ringside.adapter.virtualbox.VBoxManageValidator;
import ringside.core.guest.Boot;
import ringside.core.guest.CdRom;
import ringside.core.guest.Disk;
import ringside.core.guest.Fields;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Guests;
import ringside.core.guest.Platforms;
import ringside.core.guest.Platforms.VirtualBoxRelease;
import ringside.core.guest.Platforms.XenType;
import ringside.core.guest.Size;
import ringside.core.guest.preset.Preset;
import ringside.core.guest.read.Readers;
import ringside.core.guest.read.Reading;
import ringside.core.guest.render.Gap;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;
import ringside.core.guest.validate.Tools;
import ringside.core.guest.validate.Validation;
import ringside.core.host.Answer;

/**
 * The scripts before VirtualBox 7.2 itself, as {@code .ci/virtualbox} brings it. No distribution has VirtualBox in its main
 * part, and it is 170 MB to fetch: these tests are skipped where it is not, also where the rest of the lab is required.
 */
class VirtualBoxTest {
    private static final int GUESTS = 200;
    private static final int ROUND_TRIPS = 12;

    /**
     * No setting of the machine: how its files come to be, and which platforms it is for. The system is asked only for
     * its family; what flushes do is beside the machine.
     */
    private static final Pattern BESIDE = Pattern.compile(
            "uuid|disks\\[\\d+]\\.(size|preallocated)|cdroms\\[\\d+]\\.seed.*|platforms\\..*|machine\\.firmware\\.(code|variables)");

    private final Tools tools = new Tools(new LocalShell());

    @TempDir(factory = OnDisk.class)
    Path folder;

    /** Where VirtualBox in its own root sees the same files. */
    static final class OnDisk implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory(Path.of("/var/tmp"), "ringside-virtualbox");
        }
    }

    @BeforeEach
    void needsVirtualBox() {
        assumeTrue(Files.isDirectory(Path.of("/var/tmp")), "no /var/tmp");
        assumeTrue(tools.has("VBoxManage"), "VBoxManage is not installed: .ci/virtualbox brings it and runs this test");
    }

    private static Guest on72(Guest guest) {
        return guest.withPlatforms(
                new Platforms(List.of(GuestPlatform.VIRTUALBOX), XenType.HVM, VirtualBoxRelease.V7_2));
    }

    private static Rendering script(Guest guest) {
        return Rendering.of(guest, Target.of(GuestPlatform.VIRTUALBOX));
    }

    @Test
    void takesEveryPreset() {
        var faults = new ArrayList<String>();
        try (var validator = new VBoxManageValidator(tools)) {
            for (Preset preset : Preset.all()) judge(preset.id(), validator, on72(preset.guest()), faults);
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void takesAnyGuest() {
        int guests = Integer.getInteger("ringside.guests", GUESTS);
        var faults = new ArrayList<String>();
        try (var validator = new VBoxManageValidator(tools)) {
            for (long seed = 0; seed < guests && faults.size() < 8; seed++)
                judge(
                        "seed " + seed,
                        validator,
                        on72(seed % 2 == 0 ? Guests.plain(seed) : Guests.hostile(seed)),
                        faults);
        }
        assertEquals(List.of(), faults);
    }

    private static void judge(String name, VBoxManageValidator validator, Guest guest, List<String> faults) {
        Rendering rendering = script(guest);
        if (rendering.gaps().stream().anyMatch(gap -> gap.kind() == Gap.Kind.REFUSED)) return;
        Validation validation = validator.validate(rendering.text());
        if (!validation.sound()) faults.add(name + ": " + validation.outcome() + "\n" + rendering.text());
        else if (!validation.by().startsWith("VirtualBox 7.2")) faults.add(name + ": only asked " + validation.by());
    }

    /** The script makes the machine, VirtualBox writes its file, and that read back is the guest but for the gaps. */
    @Test
    void aMachineThatAScriptMadeIsReadBackAsTheSameGuest() throws IOException {
        var differences = new LinkedHashSet<String>();
        for (long seed = 0; seed < ROUND_TRIPS; seed++) {
            Path home = Files.createDirectory(folder.resolve("home" + seed));
            Guest guest = on72(small(Guests.plain(seed), home));
            Rendering rendering = script(guest);
            if (rendering.gaps().stream().anyMatch(gap -> gap.kind() == Gap.Kind.REFUSED)) continue;
            Path file = made(home, rendering, guest);
            differences.addAll(differences("seed " + seed, guest, rendering, Readers.read(file)));
        }
        assertEquals(Set.of(), differences);
    }

    /** With small disks that are made by the script itself, in a folder of the test. */
    private static Guest small(Guest guest, Path home) throws IOException {
        // Sorted as their controllers are made: which disk comes first is known within a controller only
        List<Disk.Bus> order = List.of(Disk.Bus.VIRTIO, Disk.Bus.SCSI, Disk.Bus.SATA, Disk.Bus.IDE, Disk.Bus.NVME);
        var disks = new ArrayList<Disk>();
        for (Disk disk : guest.disks().stream()
                .sorted(Comparator.comparingInt(each -> order.indexOf(each.bus()) == 0 ? 1 : order.indexOf(each.bus())))
                .toList()) {
            if (disk.isBlockDevice()) continue;
            String path = home + "/" + disks.size() + "." + Fields.text(Disk.Format.VDI);
            disks.add(Fields.with(
                    Fields.with(
                            Fields.with(Fields.with(disk, "path", path), "size", Optional.of(Size.ofMib(16))),
                            "preallocated",
                            false),
                    "format",
                    Disk.Format.VDI));
        }
        var cdroms = new ArrayList<CdRom>();
        for (CdRom cdrom : guest.cdroms()) {
            if (cdrom.path().isEmpty()) cdroms.add(cdrom);
            else
                cdroms.add(new CdRom(
                        Optional.of(Files.write(home.resolve("cd" + cdroms.size() + ".iso"), new byte[1 << 20])
                                .toString()),
                        Optional.empty()));
        }
        Guest bare = guest.withBoot(Boot.from()).withDisks().withCdroms();
        return bare.withDisks(disks.toArray(Disk[]::new)).withCdroms(cdroms.toArray(CdRom[]::new));
    }

    private Path made(Path home, Rendering rendering, Guest guest) {
        String socket =
                "ringside-" + home.getFileName() + "-" + ProcessHandle.current().pid();
        run(home, socket, List.of("VBoxManage", "setproperty", "machinefolder", home + "/machines"));
        for (List<String> command : rendering.commands())
            if (command.size() > 1 && !command.get(1).equals("startvm")) run(home, socket, command);
        return home.resolve("machines").resolve(guest.name()).resolve(guest.name() + ".vbox");
    }

    private void run(Path home, String socket, List<String> command) {
        var words = new ArrayList<>(List.of("env", "VBOX_USER_HOME=" + home, "VBOX_IPC_SOCKETID=" + socket));
        words.addAll(command);
        Answer answer = tools.ask(words);
        assertTrue(answer.succeeded(), () -> command + ": " + answer.complaint());
    }

    private static List<String> differences(String name, Guest guest, Rendering rendering, Reading reading) {
        Map<String, String> before = Fields.flat(guest);
        Map<String, String> after = Fields.flat(reading.guest());
        var fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        var differences = new ArrayList<String>();
        for (String field : fields) {
            boolean off = field.equals("cpu.nested") && "false".equals(before.get(field)); // the default is not written
            boolean same = String.valueOf(before.get(field)).equals(String.valueOf(after.get(field)))
                    || off && !after.containsKey(field);
            boolean told = rendering.gaps().stream().anyMatch(gap -> gap.concerns(field));
            if (!same && !told && !BESIDE.matcher(field).matches())
                differences.add(name + " " + field + ": " + before.get(field) + " became " + after.get(field));
        }
        return differences;
    }
}
