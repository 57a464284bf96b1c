package ringside.core.guest.fair;

import java.util.List;

final class PageBacking implements Check {
    @Override
    public String title() {
        return "Pages of the host";
    }

    @Override
    public String value(Subject subject) {
        if (subject.isXen()) return "Xen's own choice";
        var memory = subject.guest().memory();
        String pages = memory.hugePages() ? "huge pages" : "ordinary pages";
        return memory.merge() ? pages + ", equal ones merged" : pages;
    }

    @Override
    public List<String> bends() {
        return Benchmarks.MEMORY;
    }

    @Override
    public String why() {
        return "Huge pages spare page walks, merged pages cost them: set both alike, and name them where a platform decides itself.";
    }
}
