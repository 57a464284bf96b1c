package ringside.core.guest.fair;

import java.util.List;

final class DiskLimit implements Check {
    @Override
    public String title() {
        return "Disk limits";
    }

    @Override
    public String value(Subject subject) {
        boolean limited =
                subject.guest().disks().stream().anyMatch(disk -> disk.limit().isPresent());
        return limited && !subject.isXen() ? "limited" : "unlimited";
    }

    @Override
    public List<String> bends() {
        return Benchmarks.DISK;
    }

    @Override
    public String why() {
        return "A limited disk measures its limit.";
    }
}
