package ringside.core.guest.fair;

import java.util.List;

final class Execution implements Check {
    @Override
    public String title() {
        return "How instructions run";
    }

    @Override
    public String value(Subject subject) {
        return subject.isEmulated() ? "emulated (TCG)" : "by the processor";
    }

    @Override
    public List<String> bends() {
        return Benchmarks.CPU_AND_MEMORY;
    }

    @Override
    public String why() {
        return "Emulated instructions cost ten times and more: compare emulation with emulation, or name it beside each figure.";
    }
}
