package ringside.adapter.qemu;

import java.util.List;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** A guest of our own whose instructions QEMU translates: it needs nothing of the processor. */
final class TranslatedGuest implements Probe {
    private static final Question QUESTION = new Question("no-hw-virt", "qemu");

    @Override
    public String id() {
        return "qemu-guest";
    }

    @Override
    public List<Question> questions() {
        return List.of(QUESTION);
    }

    @Override
    public List<Command> first() {
        return List.of(Emulator.FIND);
    }

    @Override
    public Findings ask(Shell host) {
        Emulator emulator = Emulator.of(host);
        if (!emulator.isX86())
            return new Findings(List.of(
                    Finding.notAsked(QUESTION, emulator.program(), "whether a guest runs is tried on x86 only")));
        TinyGuest.Run run = TinyGuest.run(host, emulator, "tcg");
        return new Findings(List.of(Finding.of(run.ended(), QUESTION, run.command(), run.answer())));
    }
}
