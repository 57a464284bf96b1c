package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.Lab;
import ringside.adapter.libvirt.LibvirtValidator;
import ringside.adapter.local.LocalShell;
import ringside.adapter.qemu.QemuValidator;
import ringside.core.guest.Disk;
import ringside.core.guest.Display;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Guests;
import ringside.core.guest.Nic;
import ringside.core.guest.Words;
import ringside.core.guest.preset.Preset;
import ringside.core.guest.read.FileKind;
import ringside.core.guest.render.Gap;
import ringside.core.guest.render.Language;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;
import ringside.core.guest.validate.Tools;
import ringside.core.guest.validate.Validation;
import ringside.core.guest.validate.Validators;

/**
 * What is written for a guest, before the software it is written for: it takes it, and the machine that QEMU then has is
 * the one that was described, whether our command line or libvirt's made it.
 */
class ParityTest {
    private static final int GUESTS = 200;
    /** virt-install takes two seconds for each. */
    private static final int GUESTS_FOR_VIRT_INSTALL = 8;

    static Stream<Target> targets() {
        return Arrays.stream(Language.values())
                .flatMap(language -> language.platforms().stream().map(platform -> new Target(language, platform)));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void theSoftwareTakesWhatIsWrittenForAnyGuest(Target target) throws Exception {
        needs(target.language());
        int guests = target.language() == Language.VIRT_INSTALL ? GUESTS_FOR_VIRT_INSTALL : GUESTS;
        int lanes = Runtime.getRuntime().availableProcessors();
        var faults = new ArrayList<String>();
        try (var workers = Executors.newFixedThreadPool(lanes)) {
            var work = new ArrayList<Callable<List<String>>>();
            for (int lane = 0; lane < lanes; lane++) {
                int first = lane;
                work.add(() -> lane(target, first, lanes, guests));
            }
            for (var lane : workers.invokeAll(work)) faults.addAll(lane.get());
        }
        assertEquals(List.of(), faults);
    }

    private static void needs(Language language) {
        List<String> tools = switch (language) {
            case QEMU -> List.of("qemu-system-x86_64", "qemu-img");
            case LIBVIRT -> List.of("virsh", "virt-xml-validate", "xmllint", "qemu-system-x86_64", "qemu-img");
            case VIRT_INSTALL -> List.of("virt-install", "virsh", "virt-xml-validate", "xmllint", "qemu-img");
            case XL -> List.of("xl", "cc");
            case VBOXMANAGE -> List.of();
        };
        tools.forEach(Lab::needs);
    }

    @Test
    void theSoftwareTakesEveryPresetOnEveryPlatformItIsFor() {
        for (Language language : Language.values()) needs(language);
        var faults = new ArrayList<String>();
        try (var proof = new Proof()) {
            for (Preset preset : Preset.all())
                for (Target target : Target.chosen(preset.guest()))
                    proof.check("preset " + preset.id(), preset.guest(), target, faults);
        }
        assertEquals(List.of(), faults);
    }

    private static List<String> lane(Target target, int first, int step, int guests) {
        var faults = new ArrayList<String>();
        try (var proof = new Proof()) {
            for (int seed = first; seed < guests && faults.size() < 8; seed += step)
                proof.check("seed " + seed, seed % 2 == 0 ? Guests.plain(seed) : Guests.hostile(seed), target, faults);
        }
        return faults;
    }

    /** The software of one lane, kept for all its guests. */
    private static final class Proof implements AutoCloseable {
        private final Validators validators = Proofs.on(new LocalShell());
        private final LibvirtValidator libvirt = new LibvirtValidator(new Tools(new LocalShell()));
        private final QemuValidator qemu = new QemuValidator(new Tools(new LocalShell()));

        void check(String name, Guest guest, Target target, List<String> faults) {
            Rendering rendering = Rendering.of(guest, target);
            if (rendering.gaps().stream().anyMatch(gap -> gap.kind() == Gap.Kind.REFUSED)) return;
            Validation validation =
                    validators.of(FileKind.of(rendering.text())).orElseThrow().validate(rendering.text());
            if (validation.outcome() instanceof Validation.Outcome.CouldNotRun && isForXenHosts(target)) return;
            String place = target.language() + " for " + target.platform() + ", " + name + ": ";
            if (!validation.sound()) faults.add(place + validation.outcome() + "\n" + rendering.text());
            else addTexts(place, guest, target, validation.facts(), faults);
            if (!validation.sound()) return;
            if (target.language() == Language.QEMU)
                addDifferences(place, guest, guest.memory().size().mib(), validation, faults);
            else if (target.language() == Language.XL) addXenDifferences(place, guest, validation, faults);
            else if (isQemu(target)) {
                Validation theirs = qemu.validate(vector(rendering.text()));
                addDifferences(place, guest, guest.memory().most().mib(), theirs, faults);
            }
        }

        /** One at a time: libvirt opens network devices of the host, by names that two at once would both take. */
        private String vector(String text) {
            synchronized (Proof.class) {
                return libvirt.vector(text);
            }
        }

        @Override
        public void close() {
            validators.close();
            libvirt.close();
            qemu.close();
        }
    }

    /** Names, paths and kernel arguments arrive in the software letter for letter, whatever is in them. */
    private static void addTexts(
            String place, Guest guest, Target target, Map<String, Object> facts, List<String> faults) {
        var told = new LinkedHashMap<String, Object>();
        if (facts.containsKey("name")) told.put("name", guest.name());
        boolean tells = List.of(Language.QEMU, Language.LIBVIRT, Language.XL).contains(target.language());
        guest.boot().kernel().filter(kernel -> tells).ifPresent(kernel -> told.put("arguments", kernel.arguments()));
        if (facts.get("disks") instanceof List<?> list
                && !list.isEmpty()
                && list.getFirst() instanceof Map<?, ?> first
                && first.containsKey("source"))
            told.put(
                    "sources",
                    guest.disks().stream()
                            .map(disk -> source(disk, target))
                            .sorted()
                            .toList());
        var heard = new LinkedHashMap<String, Object>();
        told.keySet()
                .forEach(key ->
                        heard.put(key, key.equals("sources") ? sources(facts, guest) : String.valueOf(facts.get(key))));
        if (!told.equals(heard)) faults.add(place + "meant " + told + ", the software read " + heard);
    }

    /** Xen's guests have copies of what Xen cannot read; libvirt's on Xen too. */
    private static String source(Disk disk, Target target) {
        boolean xen = target.language() == Language.XL || target.platform() == GuestPlatform.LIBVIRT_XEN;
        boolean copied = xen && (disk.format() == Disk.Format.VDI || disk.format() == Disk.Format.VMDK);
        return disk.path() + (copied ? ".qcow2" : "");
    }

    /** Without those of CD-ROMs that a guest without drives has as disks. */
    private static List<String> sources(Map<String, Object> facts, Guest guest) {
        var cdroms =
                guest.cdroms().stream().flatMap(cdrom -> cdrom.path().stream()).toList();
        return ((List<?>) facts.getOrDefault("disks", List.of()))
                .stream()
                        .map(disk -> String.valueOf(((Map<?, ?>) disk).get("source")))
                        .filter(path -> !cdroms.contains(path))
                        .sorted()
                        .toList();
    }

    private static boolean isForXenHosts(Target target) {
        return target.language() == Language.VIRT_INSTALL && target.platform() == GuestPlatform.LIBVIRT_XEN;
    }

    private static boolean isQemu(Target target) {
        return target.language() == Language.LIBVIRT && target.platform() != GuestPlatform.LIBVIRT_XEN;
    }

    /** @param mib at the start: libvirt gives a guest all it can have, and the balloon takes some back */
    private static void addDifferences(
            String place, Guest guest, long mib, Validation validation, List<String> faults) {
        Map<String, Object> described = described(guest);
        described.put("memory_mib", mib);
        Map<String, Object> built = new LinkedHashMap<>();
        described
                .keySet()
                .forEach(key -> built.put(key, plain(key, validation.facts().get(key))));
        if (!described.equals(built))
            faults.add(place + "described " + described + ", QEMU has " + built + " " + validation.outcome());
    }

    /** xl has neither layout nor models; what it read is to be what was meant, whatever is in the texts. */
    private static void addXenDifferences(String place, Guest guest, Validation validation, List<String> faults) {
        List<Object> described = List.of(
                guest.name(),
                (long) guest.cpu().vcpus(),
                (long) guest.cpu().most(),
                guest.memory().size().mib());
        List<Object> read = Stream.of("name", "vcpus", "max_vcpus", "memory_mib")
                .map(key -> validation.facts().getOrDefault(key, "nothing"))
                .toList();
        if (!described.equals(read)) faults.add(place + "described " + described + ", xl read " + read);
    }

    private static Map<String, Object> described(Guest guest) {
        var machine = new LinkedHashMap<String, Object>();
        machine.put("name", guest.name());
        machine.put("vcpus", guest.cpu().vcpus());
        machine.put("max_vcpus", guest.cpu().most());
        machine.put("sockets", guest.cpu().layout().sockets());
        machine.put("cores", guest.cpu().layout().cores());
        machine.put("threads", guest.cpu().layout().threads());
        // sorted, for libvirt puts the disks of one bus together
        machine.put(
                "disks", guest.disks().stream().map(ParityTest::disk).sorted().toList());
        machine.put("cdroms", guest.cdroms().size());
        machine.put("nics", guest.nics().stream().map(ParityTest::card).toList());
        machine.put("firmware", guest.machine().firmware() instanceof Firmware.Uefi ? "uefi" : "bios");
        machine.put("vnc", guest.display() instanceof Display.Vnc);
        return machine;
    }

    private static String disk(Disk disk) {
        String format = disk.format() == Disk.Format.VHD ? "vpc" : Words.of(disk.format());
        return format + " " + Words.of(disk.cache()) + (disk.readOnly() ? " read-only" : "");
    }

    private static String card(Nic nic) {
        return Words.of(nic.model()) + " " + nic.address();
    }

    /** A fact in the words of {@link #described}. */
    private static Object plain(String key, @org.jspecify.annotations.Nullable Object fact) {
        if (!(fact instanceof List<?> list)) return String.valueOf(fact).isEmpty() || fact == null ? "nothing" : fact;
        Stream<String> words = list.stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> key.equals("disks")
                        ? each.get("format") + " " + each.get("cache")
                                + (Boolean.TRUE.equals(each.get("read_only")) ? " read-only" : "")
                        : each.get("model") + " " + each.get("mac"));
        return key.equals("disks") ? words.sorted().toList() : words.toList();
    }
}
