package ringside.core.guest.fair;

import java.util.List;

final class CpuTime implements Check {
    @Override
    public String title() {
        return "CPU time";
    }

    @Override
    public String value(Subject subject) {
        var cap = subject.guest().cpu().cap();
        if (cap.isEmpty() || subject.lacks("cpu.cap")) return "unlimited";
        return "up to " + cap.get() + " % of a host CPU for each vCPU";
    }

    @Override
    public List<String> bends() {
        return Benchmarks.CPU_AND_MEMORY;
    }

    @Override
    public String why() {
        return "A capped guest waits: remove the cap before measuring.";
    }
}
