package ringside.adapter.qemu;

import java.util.List;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;
import ringside.core.probe.Tool;

/** Firmware for guests that enforces Secure Boot, as the descriptions installed beside QEMU name it. */
final class SecureBoot implements Probe {
    private static final String FOLDER = "/usr/share/qemu/firmware";
    private static final Command FIND = Command.of("grep", "-rl", "\"secure-boot\"", FOLDER);
    private static final Tool TOOL = new Tool("grep", "install grep there");

    @Override
    public String id() {
        return "qemu-firmware";
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question("secure-boot", "qemu"), new Question("secure-boot", "kvm"));
    }

    @Override
    public List<Command> first() {
        return List.of(FIND);
    }

    @Override
    public Findings ask(Shell host) {
        Answer found = TOOL.run(host, FIND);
        List<String> files = found.out()
                .lines()
                .filter(line -> line.startsWith(FOLDER))
                .map(line -> line.substring(line.lastIndexOf('/') + 1))
                .sorted()
                .toList();
        String answer = files.isEmpty()
                ? "no description of a firmware with Secure Boot is installed"
                : "firmware with Secure Boot: " + String.join(", ", files);
        Finding qemu = Finding.offeredIf(!files.isEmpty(), questions().getFirst(), FIND.line(), answer);
        return new Findings(List.of(
                qemu.restingOn(Question.QEMU_ANSWERS),
                new Finding(questions().getLast(), qemu.verdict(), qemu.command(), answer)
                        .restingOn(Question.KVM_RUNS_GUESTS)));
    }
}
