package ringside.core.guest.fair;

import java.util.List;

final class Layout implements Check {
    @Override
    public String title() {
        return "Sockets, cores and threads";
    }

    @Override
    public String value(Subject subject) {
        if (subject.isXen()) return "Xen's own";
        var layout = subject.guest().cpu().layout();
        if (subject.isVirtualBox() || layout.sockets() == 1 && layout.threads() == 1) return "one socket of cores";
        return layout.sockets() + " × " + layout.cores() + " × " + layout.threads();
    }

    @Override
    public List<String> bends() {
        return Benchmarks.CPU;
    }

    @Override
    public String why() {
        return "Schedulers place processes by it. Xen and VirtualBox fix it: use one socket without threads on the others.";
    }
}
