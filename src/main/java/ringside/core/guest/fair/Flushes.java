package ringside.core.guest.fair;

import java.util.List;
import java.util.stream.Collectors;
import ringside.core.guest.Disk;

final class Flushes implements Check {
    @Override
    public String title() {
        return "Guest's flushes";
    }

    @Override
    public String value(Subject subject) {
        return subject.guest().disks().stream()
                .map(disk -> flush(disk, subject))
                .collect(Collectors.joining(", "));
    }

    private static String flush(Disk disk, Subject subject) {
        if (subject.isVirtualBox() && disk.bus() != Disk.Bus.SATA && disk.bus() != Disk.Bus.IDE)
            return disk.cache().isDirect() ? "obeyed" : "not known";
        if (subject.isXen()) return "obeyed";
        return disk.cache() == Disk.Cache.UNSAFE ? "dropped" : "obeyed";
    }

    @Override
    public List<String> bends() {
        return Benchmarks.DISK;
    }

    @Override
    public String why() {
        return "A platform that drops flushes looks fast and loses data: databases gain most. VirtualBox drops them through the host's cache unless told.";
    }
}
