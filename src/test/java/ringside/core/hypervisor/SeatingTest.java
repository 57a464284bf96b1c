package ringside.core.hypervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.core.RingsideException;
import ringside.core.guest.Boot;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Serial;
import ringside.core.guest.Size;
import ringside.core.guest.preset.Preset;
import ringside.core.image.GuestImage;

class SeatingTest {
    private static final GuestImage IMAGE = new GuestImage(
            "lab", Path.of("/cache/lab"), "bookworm", List.of(), "", "ssh-ed25519 AAAA", "", Instant.EPOCH, 1);

    private static Guest on(Disk disk) {
        return Guest.named("g").withDisks(disk).withNics(Nic.on(Network.User.PLAIN));
    }

    private static Seating seated(Disk disk) {
        return Seating.of(on(disk), "/data/g").reachable(2200).holding(IMAGE, "/data/g", false);
    }

    @Test
    void anImageIsAnOverlayACopyOrConvertedAsTheDiskAsks() {
        assertEquals(
                List.of(
                        "qemu-img",
                        "create",
                        "-q",
                        "-f",
                        "qcow2",
                        "-b",
                        "/cache/lab/root.img",
                        "-F",
                        "raw",
                        "/data/g/disk.qcow2"),
                seated(Disk.of("/x", Disk.Format.QCOW2)).steps().getFirst().command());
        assertEquals(
                List.of(
                        "cp",
                        "--no-preserve=mode",
                        "--sparse=always",
                        "--reflink=auto",
                        "/cache/lab/root.img",
                        "/data/g/disk.raw"),
                seated(Disk.of("/x", Disk.Format.RAW)).steps().getFirst().command());
        assertEquals(
                List.of("qemu-img", "convert", "-f", "raw", "-O", "vdi", "/cache/lab/root.img", "/data/g/disk.vdi"),
                seated(Disk.of("/x", Disk.Format.VDI)).steps().getFirst().command());
    }

    @Test
    void aBlockDeviceIsWrittenOverOnlyWhenThatIsSaid() {
        Disk device = Disk.of("/dev/vg0/old", Disk.Format.RAW);
        var refusal = assertThrows(RingsideException.class, () -> seated(device));
        assertTrue(refusal.remedy().contains("--overwrite"), refusal::remedy);
        var allowed = Seating.of(on(device), "/data/g").holding(IMAGE, "/data/g", true);
        assertEquals("/dev/vg0/old", allowed.steps().getFirst().command().getLast());
        assertEquals("/dev/vg0/old", allowed.guest().disks().getFirst().path());
        assertEquals(1, seated(device.withSize(Size.ofMib(2048))).steps().size());
    }

    @Test
    void theImagesKernelFindsItsDiskOnTheBusTheDiskIsOn() {
        assertTrue(arguments(Disk.Bus.VIRTIO).contains("root=/dev/vda ringside.ip=10.0.2.15/24,10.0.2.2"));
        assertTrue(arguments(Disk.Bus.SCSI).contains("root=/dev/sda "));
        assertTrue(arguments(Disk.Bus.NVME).contains("root=/dev/nvme0n1 "));
    }

    private static String arguments(Disk.Bus bus) {
        Boot.Kernel kernel = seated(Disk.of("/x", Disk.Format.RAW).withBus(bus))
                .guest()
                .boot()
                .kernel()
                .orElseThrow();
        assertEquals("/cache/lab/vmlinuz", kernel.path());
        return kernel.arguments();
    }

    @Test
    void aPortThatIsForwardedAlreadyIsKept() {
        Guest lab = Preset.of("lab").guest();
        Seating seating = Seating.of(lab, "/data/lab").reachable(9);
        assertEquals(Optional.of(2222), seating.port());
        assertEquals(lab.nics(), seating.guest().nics());
        assertEquals(
                Optional.of(9),
                Seating.of(on(Disk.of("/x", Disk.Format.RAW)), "/d")
                        .reachable(9)
                        .port());
        assertEquals(
                Optional.empty(),
                Seating.of(Guest.named("g"), "/d").reachable(9).port());
    }

    @Test
    void aSeedThatTheImageDoesNotReadIsLeftOut() {
        Seating seating = Seating.of(Preset.of("lab").guest(), "/data/lab").holding(IMAGE, "/data/lab", false);
        assertEquals(List.of(), seating.guest().cdroms());
    }

    @Test
    void theConsoleIsWrittenIntoTheGuestsFolderUnlessItHasNone() {
        assertEquals(
                new Serial.File("/data/g/console.log"),
                Seating.of(Guest.named("g"), "/data/g").guest().devices().serial());
        Guest silent = Guest.named("g").withDevices(Guest.named("g").devices().withSerial(new Serial.None()));
        assertEquals(silent, Seating.of(silent, "/data/g").guest());
    }
}
