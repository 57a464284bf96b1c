package ringside.adapter.linux;

import java.util.List;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** Guests whose memory the host cannot read: SEV of AMD, TDX of Intel, as KVM has them switched on. */
final class ConfidentialGuests implements Probe {
    private static final Question QUESTION = new Question("confidential", "kvm");
    private static final String[] SWITCHES = {
        "/sys/module/kvm_amd/parameters/sev",
        "/sys/module/kvm_amd/parameters/sev_es",
        "/sys/module/kvm_amd/parameters/sev_snp",
        "/sys/module/kvm_intel/parameters/tdx"
    };

    @Override
    public String id() {
        return "confidential-guests";
    }

    @Override
    public List<Question> questions() {
        return List.of(QUESTION);
    }

    @Override
    public List<Command> first() {
        return Sys.reading(SWITCHES);
    }

    @Override
    public Findings ask(Shell host) {
        Sys.Reading modules = new Sys(host).read(SWITCHES);
        String answer = modules.values().isEmpty() ? "no KVM module that is loaded knows SEV or TDX" : modules.shown();
        return new Findings(List.of(Finding.offeredIf(modules.anyOn(), QUESTION, modules.command(), answer)
                .restingOn(Question.KVM_RUNS_GUESTS)));
    }
}
