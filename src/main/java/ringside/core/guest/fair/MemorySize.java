package ringside.core.guest.fair;

import java.util.List;

final class MemorySize implements Check {
    @Override
    public String title() {
        return "Memory";
    }

    @Override
    public String value(Subject subject) {
        var memory = subject.guest().memory();
        return memory.maximum().isEmpty() || subject.lacks("memory.maximum")
                ? memory.size().toString()
                : memory.size() + ", up to " + memory.most();
    }

    @Override
    public List<String> bends() {
        return Benchmarks.MEMORY_AND_DISK;
    }

    @Override
    public String why() {
        return "Less memory means a smaller page cache in the guest, and another problem size for HPL.";
    }
}
