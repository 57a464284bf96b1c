package ringside.adapter.linux;

import java.util.List;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/**
 * A cell of KVM that a parameter of its kernel module answers, of whichever of the two is loaded.
 *
 * @param intel the parameter's name in kvm_intel
 * @param amd its name in kvm_amd
 * @param proves whether it is at work where the parameter is on; else it is only allowed
 */
record KvmParameter(String id, Question question, String intel, String amd, boolean proves) implements Probe {
    /** Second-level address translation by the processor: EPT of Intel, NPT of AMD. */
    static final Probe NESTED_PAGING =
            new KvmParameter("nested-paging", new Question("nested-paging", "kvm"), "ept", "npt", true);

    /** Whether a guest of KVM may itself run guests. */
    static final Probe NESTED_VIRTUALIZATION =
            new KvmParameter("nested-virtualization", new Question("nested-virt", "kvm"), "nested", "nested", false);

    @Override
    public List<Question> questions() {
        return List.of(question);
    }

    @Override
    public Findings ask(Shell host) {
        Sys.Reading modules = new Sys(host).read(files());
        String answer = modules.values().isEmpty() ? "neither kvm_intel nor kvm_amd is loaded" : modules.shown();
        Finding finding = proves
                ? Finding.of(modules.anyOn(), question, modules.command(), answer)
                : Finding.offeredIf(modules.anyOn(), question, modules.command(), answer);
        return new Findings(List.of(finding.restingOn(Question.KVM_RUNS_GUESTS)));
    }

    @Override
    public List<Command> first() {
        return Sys.reading(files());
    }

    private String[] files() {
        return new String[] {"/sys/module/kvm_intel/parameters/" + intel, "/sys/module/kvm_amd/parameters/" + amd};
    }
}
