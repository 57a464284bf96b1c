package ringside.core.hypervisor;

import ringside.core.RingsideException;
import ringside.core.guest.Disk;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;

/** What all of QEMU's snapshots inside of images have in common, whoever asks for them. */
public final class Snapshots {
    private Snapshots() {}

    /** A name that begins with a digit would be taken for a place in a list. */
    public static void check(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9._-]{0,63}"))
            throw new RingsideException(
                    "\"" + name.replaceAll("\\p{Cntrl}", "?") + "\" is no name for a snapshot",
                    "begin with a letter, and go on with letters, digits, . _ and -");
    }

    /** Why none can be kept of a guest; empty if they can. */
    public static String hindrance(Guest guest) {
        if (guest.machine().firmware() instanceof Firmware.Uefi)
            return "QEMU keeps no snapshot of UEFI's variables, which are in a raw file";
        if (guest.disks().isEmpty()) return "it has no disk that could keep one";
        return guest.disks().stream()
                .filter(disk -> disk.format() != Disk.Format.QCOW2 && !disk.readOnly())
                .findFirst()
                .map(disk -> "its disk " + disk.path() + " is not qcow2, which alone keeps snapshots")
                .orElse("");
    }
}
