package ringside.adapter.linux;

import java.util.List;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** Kernel samepage merging: it must be in the kernel, and switched on; only pages that are merged prove it. */
final class PageSharing implements Probe {
    private static final Question KVM = new Question("page-sharing", "kvm");
    private static final Question QEMU = new Question("page-sharing", "qemu");
    private static final String RUN = "/sys/kernel/mm/ksm/run";
    private static final String SHARING = "/sys/kernel/mm/ksm/pages_sharing";

    @Override
    public String id() {
        return "page-sharing";
    }

    @Override
    public List<Question> questions() {
        return List.of(KVM, QEMU);
    }

    @Override
    public List<Command> first() {
        return Sys.reading(RUN, SHARING);
    }

    @Override
    public Findings ask(Shell host) {
        Sys.Reading ksm = new Sys(host).read(RUN, SHARING);
        boolean on = !ksm.values().isEmpty() && ksm.values().getFirst().text().equals("1");
        boolean merged = on && ksm.values().getLast().text().matches("0*[1-9]\\d*");
        String answer = ksm.values().isEmpty()
                ? "the kernel has no KSM"
                : ksm.shown() + (on ? "" : ": KSM is there and switched off");
        Finding qemu = merged
                ? Finding.verified(QEMU, ksm.command(), answer)
                : Finding.offeredIf(on, QEMU, ksm.command(), answer);
        return new Findings(List.of(
                qemu.restingOn(Question.QEMU_ANSWERS),
                new Finding(KVM, qemu.verdict(), qemu.command(), answer).restingOn(Question.KVM_RUNS_GUESTS)));
    }
}
