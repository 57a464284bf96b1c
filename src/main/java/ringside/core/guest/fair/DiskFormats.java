package ringside.core.guest.fair;

import java.util.List;
import java.util.stream.Collectors;
import ringside.core.guest.Disk;
import ringside.core.guest.Words;

final class DiskFormats implements Check {
    @Override
    public String title() {
        return "Disk format";
    }

    @Override
    public String value(Subject subject) {
        return subject.guest().disks().stream()
                .map(disk -> format(disk, subject))
                .collect(Collectors.joining(", "));
    }

    private static String format(Disk disk, Subject subject) {
        if (disk.isBlockDevice()) return "block device";
        String room = disk.size().isEmpty() ? "as it is" : disk.preallocated() ? "preallocated" : "sparse";
        boolean vdi =
                subject.isVirtualBox() && (disk.format() == Disk.Format.RAW || disk.format() == Disk.Format.QCOW2);
        boolean qcow2 = subject.isXen() && (disk.format() == Disk.Format.VDI || disk.format() == Disk.Format.VMDK);
        return (vdi ? "vdi" : qcow2 ? "qcow2" : Words.of(disk.format())) + ", " + room;
    }

    @Override
    public List<String> bends() {
        return Benchmarks.DISK;
    }

    @Override
    public String why() {
        return "Image formats keep tables of their own, and sparse ones grow at the first write: raw, preallocated qcow2, a fixed VDI and a volume compare.";
    }
}
