package ringside.adapter.qemu;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;
import ringside.core.probe.Unanswered;

/**
 * Whether KVM is really usable, step by step: the device is there, it may be opened, QEMU makes a virtual machine with
 * it, and a guest runs. Only then does what QEMU says of itself hold for KVM too.
 */
final class KvmProbe implements Probe {
    private static final String PLATFORM = "kvm";
    private static final Question GUESTS = Question.KVM_RUNS_GUESTS;

    /** libvirt runs its guests by the same KVM: where that runs none, libvirt does not either, whatever it offers. */
    private static final Question LIBVIRT = new Question("hvm-guests", "libvirt-kvm");

    /** How far KVM comes on a host, as its facts say it, where guests run or nothing else is known. */
    static final Set<String> RUNNING = Set.of("runs guests", "a virtual machine is made");

    private static final Command THERE = Command.of("ls", "-l", "/dev/kvm");
    private static final Command OPENED = Command.of("sh", "-c", ": <> /dev/kvm");

    @Override
    public String id() {
        return "kvm";
    }

    @Override
    public List<Question> questions() {
        var questions = new ArrayList<>(EmulatorQuestions.of(PLATFORM));
        questions.add(GUESTS);
        questions.add(ManyProcessors.QUESTION);
        questions.add(LIBVIRT);
        return questions;
    }

    @Override
    public List<Command> first() {
        return List.of(THERE, OPENED, Emulator.FIND);
    }

    @Override
    public Findings ask(Shell host) {
        if (!host.run(THERE).succeeded()) return nothing(THERE.line(), "there is no /dev/kvm", "not there");
        Answer opened = host.run(OPENED);
        if (!opened.succeeded()) throw closed(opened);
        Emulator emulator = Emulator.of(host);
        return emulator.isX86() ? tried(host, emulator) : untried(host, emulator);
    }

    private static Unanswered closed(Answer opened) {
        return new Unanswered(
                OPENED.line(),
                "/dev/kvm may not be opened: " + opened.complaint(),
                "let the user be one of the group that owns /dev/kvm, usually kvm");
    }

    private Findings tried(Shell host, Emulator emulator) {
        TinyGuest.Run run = TinyGuest.run(host, emulator, "kvm");
        if (!run.ended())
            return run.began()
                    ? nothing(
                            run.command(),
                            "a virtual machine is made, but " + run.answer(),
                            "a virtual machine is made, but no guest runs")
                    : nothing(run.command(), run.answer(), "no guest runs");
        var findings = new ArrayList<>(EmulatorQuestions.answers(Qmp.ask(host, emulator, "kvm"), PLATFORM));
        findings.add(Finding.verified(GUESTS, run.command(), run.answer()));
        findings.add(ManyProcessors.ask(host, emulator));
        findings.add(
                Finding.notAsked(LIBVIRT, run.command(), "KVM runs guests here; none was started through libvirt"));
        return new Findings(findings, Map.of("kvm", "runs guests"));
    }

    /** Our guest is for x86 alone. */
    private Findings untried(Shell host, Emulator emulator) {
        Qmp qmp;
        try {
            qmp = Qmp.ask(host, emulator, "kvm");
        } catch (Unanswered refused) {
            if (!refused.problem().toLowerCase(Locale.ROOT).contains("kvm")) throw refused;
            return nothing(refused.command(), refused.problem(), "no virtual machine can be made");
        }
        var findings = new ArrayList<>(EmulatorQuestions.answers(qmp, PLATFORM));
        findings.add(Finding.offered(
                GUESTS,
                qmp.command(),
                "QEMU makes a virtual machine with KVM; whether a guest runs in it is tried on x86 only"));
        return new Findings(findings, Map.of("kvm", "a virtual machine is made"));
    }

    /** @param level how far it came, as a fact of the host */
    private Findings nothing(String command, String answer, String level) {
        return new Findings(
                questions().stream()
                        .map(question -> Finding.notHere(question, command, "KVM runs no guest here: " + answer))
                        .toList(),
                Map.of("kvm", level));
    }
}
