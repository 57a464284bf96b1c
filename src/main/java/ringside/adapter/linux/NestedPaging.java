package ringside.adapter.linux;

import java.util.List;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** Second-level address translation by the processor, as KVM uses it: EPT of Intel, NPT of AMD. */
final class NestedPaging implements Probe {
    private static final Question QUESTION = new Question("nested-paging", "kvm");

    @Override
    public String id() {
        return "nested-paging";
    }

    @Override
    public List<Question> questions() {
        return List.of(QUESTION);
    }

    @Override
    public Findings ask(Shell host) {
        Sys.Reading modules =
                new Sys(host).read("/sys/module/kvm_intel/parameters/ept", "/sys/module/kvm_amd/parameters/npt");
        String answer = modules.values().isEmpty() ? "neither kvm_intel nor kvm_amd is loaded" : modules.shown();
        return new Findings(List.of(Finding.of(modules.anyOn(), QUESTION, modules.command(), answer)));
    }
}
