package ringside.core.guest.fair;

import java.util.List;

final class Numa implements Check {
    @Override
    public String title() {
        return "NUMA nodes";
    }

    @Override
    public String value(Subject subject) {
        var guest = subject.guest();
        if (!guest.numa().isEmpty())
            return subject.lacks("numa") ? "as it comes" : guest.numa().size() + " nodes";
        var nodes = guest.memory().hostNodes();
        return nodes.isPresent() && !subject.lacks("memory.host-nodes") ? "bound to " + nodes.get() : "as it comes";
    }

    @Override
    public List<String> bends() {
        return Benchmarks.MEMORY;
    }

    @Override
    public String why() {
        return "Memory of another node is slower: bind the guest to one, or show the guest the nodes it has.";
    }
}
