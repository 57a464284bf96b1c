package ringside.core.guest.fair;

import java.util.List;
import java.util.stream.Collectors;
import ringside.core.guest.Disk;

final class CacheMode implements Check {
    @Override
    public String title() {
        return "Host's page cache";
    }

    @Override
    public String value(Subject subject) {
        return subject.guest().disks().stream()
                .map(disk -> cache(disk, subject))
                .collect(Collectors.joining(", "));
    }

    private static String cache(Disk disk, Subject subject) {
        boolean emulated = disk.bus() == Disk.Bus.SATA || disk.bus() == Disk.Bus.IDE;
        boolean past = subject.isXen()
                ? disk.isBlockDevice() || !emulated
                : disk.cache().isDirect();
        return past ? "past it" : "through it";
    }

    @Override
    public List<String> bends() {
        return Benchmarks.DISK;
    }

    @Override
    public String why() {
        return "With the host's cache a file that fits into memory is not read from the disk at all: cache none compares.";
    }
}
