package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Exclusive;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.Progress;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.preset.Preset;
import ringside.core.hypervisor.Groundwork;
import ringside.core.hypervisor.Seating;
import ringside.core.image.GuestImage;

/**
 * An image of ours started from the medium that VirtualBox starts it from: by firmware and boot loader, from a disk on
 * virtio-scsi, without a screen. QEMU stands in for VirtualBox, which runs no guests where there is no hardware for it.
 */
@Exclusive
class BootMediumLabTest {
    private static final long PATIENCE_MS = 180_000;

    @TempDir
    Path folder;

    @Test
    void theSystemComesUpWithItsDiskAndItsNetwork() throws Exception {
        GuestImage image = LabImage.needed();
        Lab.needs("xorrisofs");
        if (!Files.exists(Path.of("/usr/lib/ISOLINUX/isolinux.bin"))) Lab.missing("isolinux is not installed");
        Guest preset = Preset.of("experiment").guest();
        Disk first = preset.disks().getFirst();
        Guest guest = preset.withDisks(first.withPath(first.path(), Disk.Format.VDI));
        Seating seating = Seating.of(guest, folder.toString())
                .holding(image, folder.toString(), false)
                .fromMedium(folder.toString(), Map.of("root", "/dev/sda", "ringside.ip", "dhcp"));
        new Groundwork(new LocalShell(), seating.guest()).lay(seating.steps(), Progress.SILENT);
        Path console = folder.resolve("console");
        Process qemu = new ProcessBuilder(List.of(
                        "qemu-system-x86_64",
                        "-nodefaults",
                        "-display",
                        "none",
                        "-M",
                        "pc",
                        "-m",
                        "512",
                        "-cdrom",
                        folder + "/boot.iso",
                        "-boot",
                        "d",
                        "-device",
                        "virtio-scsi-pci",
                        "-drive",
                        "if=none,id=disk,format=vdi,file=" + folder + "/disk.vdi",
                        "-device",
                        "scsi-hd,drive=disk",
                        "-nic",
                        "user,model=virtio-net-pci",
                        "-serial",
                        "file:" + console))
                .inheritIO()
                .start();
        try {
            String said = "";
            long end = System.currentTimeMillis() + PATIENCE_MS;
            while (!said.contains("RINGSIDE-READY") && System.currentTimeMillis() < end && qemu.isAlive()) {
                Thread.sleep(500);
                said = Files.exists(console) ? Files.readString(console) : "";
            }
            assertTrue(said.contains("RINGSIDE-READY"), said);
            assertTrue(said.contains("lease of 10.0.2.15 obtained"), said);
        } finally {
            qemu.destroyForcibly().waitFor();
        }
    }
}
