package ringside.adapter.qemu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** What QEMU by itself, translating a guest's instructions, says that it has. */
final class TcgProbe implements Probe {
    private static final String PLATFORM = "qemu";
    private static final Question PROCESSORS = new Question("max-vcpus", PLATFORM);

    @Override
    public String id() {
        return "qemu-tcg";
    }

    @Override
    public List<Question> questions() {
        var questions = new ArrayList<>(EmulatorQuestions.of(PLATFORM));
        questions.add(PROCESSORS);
        return questions;
    }

    @Override
    public List<Command> first() {
        return List.of(Emulator.FIND);
    }

    @Override
    public Findings ask(Shell host) {
        Qmp qmp = Qmp.ask(host, Emulator.of(host), "tcg");
        var findings = new ArrayList<>(EmulatorQuestions.answers(qmp, PLATFORM));
        EmulatorQuestions.processors(qmp, PROCESSORS).ifPresent(findings::add);
        return new Findings(findings, Map.of("qemu", qmp.version()));
    }
}
