package ringside.core.guest.fair;

import java.util.List;
import ringside.core.guest.Pinning;

final class Pins implements Check {
    @Override
    public String title() {
        return "Pinning";
    }

    @Override
    public String value(Subject subject) {
        if (subject.guest().pinning().equals(Pinning.NONE)) return "not pinned";
        return subject.lacks("pinning.vcpus") ? "not pinned by the configuration" : "pinned";
    }

    @Override
    public List<String> bends() {
        return Benchmarks.CPU_AND_MEMORY;
    }

    @Override
    public String why() {
        return "A pinned guest keeps its caches, a wandering one does not. QEMU and VirtualBox are pinned by taskset after the start; else name the run unpinned.";
    }
}
