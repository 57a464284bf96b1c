package ringside.core.guest.fair;

import java.util.List;

final class KernelStart implements Check {
    @Override
    public String title() {
        return "Kernel";
    }

    @Override
    public String value(Subject subject) {
        var kernel = subject.guest().boot().kernel();
        if (kernel.isEmpty() || subject.lacks("boot.kernel")) return "the one on its disk";
        return kernel.get().path() + " " + kernel.get().arguments();
    }

    @Override
    public List<String> bends() {
        return Benchmarks.ALL;
    }

    @Override
    public String why() {
        return "Another kernel, or other arguments, is another system under test: use one kernel, or install the same in every disk.";
    }
}
