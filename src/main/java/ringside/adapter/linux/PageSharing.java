package ringside.adapter.linux;

import java.util.List;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** Kernel samepage merging: it must be in the kernel, and switched on. */
final class PageSharing implements Probe {
    private static final String RUN = "/sys/kernel/mm/ksm/run";
    private static final String SHARING = "/sys/kernel/mm/ksm/pages_sharing";

    @Override
    public String id() {
        return "page-sharing";
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question("page-sharing", "kvm"), new Question("page-sharing", "qemu"));
    }

    @Override
    public Findings ask(Shell host) {
        Sys.Reading ksm = new Sys(host).read(RUN, SHARING);
        boolean on = !ksm.values().isEmpty() && ksm.values().getFirst().text().equals("1");
        String answer = ksm.values().isEmpty()
                ? "the kernel has no KSM"
                : ksm.shown() + (on ? "" : ": KSM is there and switched off");
        return new Findings(questions().stream()
                .map(question -> Finding.of(on, question, ksm.command(), answer))
                .toList());
    }
}
