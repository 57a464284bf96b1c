package ringside.adapter.linux;

import java.util.List;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** Whether a guest of KVM may itself run guests. */
final class NestedVirtualization implements Probe {
    private static final Question QUESTION = new Question("nested-virt", "kvm");

    @Override
    public String id() {
        return "nested-virtualization";
    }

    @Override
    public List<Question> questions() {
        return List.of(QUESTION);
    }

    @Override
    public Findings ask(Shell host) {
        Sys.Reading modules =
                new Sys(host).read("/sys/module/kvm_intel/parameters/nested", "/sys/module/kvm_amd/parameters/nested");
        String answer = modules.values().isEmpty() ? "neither kvm_intel nor kvm_amd is loaded" : modules.shown();
        return new Findings(List.of(Finding.of(modules.anyOn(), QUESTION, modules.command(), answer)));
    }
}
