package ringside.core.guest.fair;

import java.util.List;
import java.util.stream.Collectors;

final class Discards implements Check {
    @Override
    public String title() {
        return "Freed blocks";
    }

    @Override
    public String value(Subject subject) {
        return subject.guest().disks().stream()
                .map(disk -> disk.discard() ? "given back" : "kept")
                .collect(Collectors.joining(", "));
    }

    @Override
    public List<String> bends() {
        return Benchmarks.DISK;
    }

    @Override
    public String why() {
        return "Giving blocks back makes an image sparse again, so that later writes grow it.";
    }
}
