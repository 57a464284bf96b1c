package ringside.adapter.linux;

import java.util.List;
import java.util.stream.Collectors;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** The sizes of large pages the kernel can hand out, and how many are reserved now. */
final class HugePages implements Probe {
    private static final String FOLDER = "/sys/kernel/mm/hugepages";

    @Override
    public String id() {
        return "huge-pages";
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question("huge-pages", "kvm"), new Question("huge-pages", "qemu"));
    }

    @Override
    public Findings ask(Shell host) {
        var sys = new Sys(host);
        List<String> sizes = sys.list(FOLDER).stream()
                .filter(name -> name.startsWith("hugepages-"))
                .sorted()
                .toList();
        String answer = sizes.isEmpty()
                ? "the kernel offers no large pages"
                : sizes.stream()
                        .map(name -> name.substring("hugepages-".length()) + ": "
                                + sys.text(FOLDER + "/" + name + "/nr_hugepages")
                                        .orElse("?") + " reserved")
                        .collect(Collectors.joining(", "));
        String command = Sys.listing(FOLDER).line();
        return new Findings(questions().stream()
                .map(question -> Finding.of(!sizes.isEmpty(), question, command, answer))
                .toList());
    }
}
