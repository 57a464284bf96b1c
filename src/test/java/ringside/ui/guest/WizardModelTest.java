package ringside.ui.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.core.guest.Devices;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Platforms;
import ringside.core.guest.Platforms.VirtualBoxRelease;
import ringside.core.guest.render.Target;
import ringside.ui.kit.Lines;

class WizardModelTest {
    private static final Guest GUEST = Guest.named("web")
            .withDisks(Disk.of("/srv/web.raw", Disk.Format.RAW))
            .withPlatforms(Platforms.of(GuestPlatform.KVM, GuestPlatform.LIBVIRT_KVM, GuestPlatform.VIRTUALBOX));

    private final WizardModel model = new WizardModel(GUEST);

    @Test
    void everyOutputFollowsWhatIsTyped() {
        model.type("cpu.vcpus", "6");

        Map<Output, Printout> printouts = model.state().printouts();
        assertEquals(
                List.of(
                        "Guest description (YAML)",
                        "QEMU command line · KVM",
                        "libvirt domain XML · libvirt (KVM)",
                        "virt-install command line · libvirt (KVM)",
                        "VBoxManage script · VirtualBox"),
                printouts.keySet().stream().map(Output::title).toList());
        assertTrue(
                printouts.values().stream().allMatch(printout -> printout.text().contains("6")));
    }

    @Test
    void nothingIllegalReachesTheGuest() {
        model.type("disks[0].path", "relative.raw");

        assertEquals(GUEST, model.state().guest());
        assertTrue(
                String.valueOf(model.state().problems().get("disks[0].path")).contains("allowed is an absolute path"));

        model.type("disks[0].path", "/srv/other.raw");
        assertEquals(Map.of(), model.state().problems());
        assertEquals("/srv/other.raw", model.state().guest().disks().getFirst().path());
    }

    @Test
    void aScreenBringsAVideoCardAlong() {
        model.type("display", "vnc");

        assertEquals(Map.of(), model.state().problems());
        assertEquals(Devices.Video.VIRTIO, model.state().guest().devices().video());
    }

    @Test
    void newDisksAndPortsAreLegalAtOnceAndCanBeTakenBack() {
        model.add("disks");
        model.add("nics");
        model.add("nics[0].network.forwards");
        model.add("nics[0].network.forwards");
        model.add("numa");

        assertEquals(Map.of(), model.state().problems());
        assertEquals("/srv/web-2.raw", model.state().guest().disks().get(1).path());
        model.undo();
        model.undo();
        model.undo();
        model.undo();
        model.undo();
        assertEquals(GUEST, model.state().guest());
        assertFalse(model.canUndo());
    }

    @Test
    void aPresetCanBeTakenBack() {
        model.type("memory.size", "3 GiB");
        Guest before = model.state().guest();

        model.replace(Guest.named("preset"));
        assertEquals("preset", model.state().guest().name());
        model.undo();

        assertEquals(before, model.state().guest());
    }

    @Test
    void releasesOfVirtualBoxAreOfferedBesideTheChosenOne() {
        var old = new Output.Configuration(Target.of(GuestPlatform.VIRTUALBOX), Optional.of(VirtualBoxRelease.V7_0));

        assertTrue(Output.offered(GUEST).contains(old));
        Printout printout = model.state().printout(old);
        assertEquals("web-7.0-vboxmanage.sh", printout.fileName());
        Printout newest =
                model.state().printout(new Output.Configuration(Target.of(GuestPlatform.VIRTUALBOX), Optional.empty()));
        assertFalse(Lines.notIn(newest.lines(), printout.lines()).isEmpty());
    }

    @Test
    void platformsThatShareALanguageHaveFilesOfTheirOwn() {
        model.type(PlatformsPiece.PATH, "kvm, qemu");

        assertEquals(
                List.of("web.yaml", "web-kvm-qemu.sh", "web-qemu-qemu.sh"),
                model.state().printouts().values().stream()
                        .map(Printout::fileName)
                        .toList());
    }

    @Test
    void aDraftKeepsWhatIsNotLegalToo() {
        model.type("cpu.vcpus", "0");
        model.stepProperty().set(Step.DISKS);

        Draft read = Draft.read(
                "x", model.draft(Instant.parse("2026-01-02T03:04:05Z")).json());
        var resumed = new WizardModel(read);

        assertEquals("0", resumed.state().form().text("cpu.vcpus"));
        assertEquals(model.state().problems(), resumed.state().problems());
        assertEquals(GUEST, resumed.state().guest());
        assertEquals(Step.DISKS, resumed.stepProperty().get());
        assertTrue(resumed.isUnsaved());
    }

    @Test
    void whatIsSavedIsNoDraft() {
        assertFalse(model.isUnsaved());
        model.type("name", "other");
        assertTrue(model.isUnsaved());

        model.saved(model.state().form(), Path.of("/tmp/other.yaml"));

        assertFalse(model.isUnsaved());
        assertNotEquals(Optional.empty(), model.fileProperty().get());
    }
}
