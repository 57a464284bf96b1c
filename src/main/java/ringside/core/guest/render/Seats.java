package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import ringside.core.guest.Boot;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;

/** Where each disk and CD-ROM of a guest sits on its bus, and its turn at boot: the same for QEMU and libvirt. */
final class Seats {
    private final List<Integer> disks = new ArrayList<>();
    private final List<Integer> cdroms = new ArrayList<>();
    private final List<Integer> iothreads = new ArrayList<>();
    private final Map<String, Integer> turns = new HashMap<>();
    private int sata;
    private int ide;
    private int controllers;
    private int threads;

    Seats(Guest guest) {
        boolean shared = guest.disks().stream().anyMatch(disk -> disk.bus() == Disk.Bus.SCSI && !disk.iothread());
        controllers = shared ? 1 : 0;
        for (Disk disk : guest.disks()) {
            iothreads.add(disk.iothread() ? ++threads : 0);
            disks.add(
                    switch (disk.bus()) {
                        case SATA -> sata++;
                        case IDE -> ide++;
                        // A thread serves a controller, not a disk: such a disk has one of its own
                        case SCSI -> disk.iothread() ? controllers++ : 0;
                        case VIRTIO, NVME -> 0;
                    });
        }
        for (int i = 0; i < guest.cdroms().size(); i++)
            cdroms.add(guest.machine().type().isQ35() ? sata++ : ide++);
        int turn = 1;
        for (Boot.Device device : guest.boot().order())
            for (int i = 0; i < count(guest, device); i++) turns.put(device + " " + i, turn++);
    }

    private static int count(Guest guest, Boot.Device device) {
        return switch (device) {
            case DISK -> guest.disks().size();
            case CDROM -> guest.cdroms().size();
            case NETWORK -> guest.nics().size();
        };
    }

    /** Port on SATA, 0 to 3 on IDE, controller on SCSI. */
    int disk(int index) {
        return disks.get(index);
    }

    int cdrom(int index) {
        return cdroms.get(index);
    }

    /** The disk's own thread, from 1; 0 for none. */
    int iothread(int disk) {
        return iothreads.get(disk);
    }

    int iothreads() {
        return threads;
    }

    int scsiControllers() {
        return controllers;
    }

    OptionalInt turn(Boot.Device device, int index) {
        Integer turn = turns.get(device + " " + index);
        return turn == null ? OptionalInt.empty() : OptionalInt.of(turn);
    }
}
