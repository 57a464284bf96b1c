package ringside.adapter.qemu;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.core.guest.read.FileKind;
import ringside.core.guest.read.QemuCommand;
import ringside.core.guest.read.ShellScript;
import ringside.core.guest.read.SyntaxFault;
import ringside.core.guest.validate.Findings;
import ringside.core.guest.validate.Scratch;
import ringside.core.guest.validate.Tools;
import ringside.core.guest.validate.Validation;
import ringside.core.guest.validate.Validator;
import ringside.core.host.Answer;

/** QEMU itself builds the machine of a command line, paused and with emulation, and tells over QMP what it has built. */
public final class QemuValidator implements Validator {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern OWN_NAME = Pattern.compile("^(?:\\S*/)?qemu-system-\\w+: ");
    /** Emulation lacks some features of a named model and says so for each; the interface modules are not installed. */
    private static final Pattern NOISE = Pattern.compile("doesn't support requested feature|module ui-|has no peer");

    private final Tools tools;
    private final String program;
    private final DeviceOptions options;

    public QemuValidator(Tools tools) {
        this(tools, "qemu-system-x86_64");
    }

    QemuValidator(Tools tools, String program) {
        this.tools = tools;
        this.program = program;
        this.options = new DeviceOptions(tools, program);
    }

    @Override
    public boolean takes(FileKind kind) {
        return kind == FileKind.QEMU;
    }

    @Override
    public String name() {
        return "QEMU";
    }

    @Override
    public Validation validate(String text) {
        var findings = new Findings();
        try {
            Optional<List<String>> vector = vector(text, findings);
            if (vector.isEmpty()) return findings.by(name());
            return validate(vector.get(), findings);
        } catch (SyntaxFault fault) {
            findings.problem("line " + fault.line() + ": " + fault.what());
            return findings.by(name());
        }
    }

    /** The one QEMU command of a script, without the program; commands that prepare for it are named and left alone. */
    private static Optional<List<String>> vector(String text, Findings findings) throws SyntaxFault {
        List<String> found = null;
        for (ShellScript.Command command : QemuCommand.commands(text)) {
            boolean qemu = QemuCommand.isQemu(command);
            if (!qemu) findings.note("line " + command.line() + ": " + command.program() + " is not run");
            else if (found != null) findings.problem("line " + command.line() + ": a second QEMU command");
            else found = command.texts().subList(1, command.words().size());
        }
        if (found == null) findings.problem("no command starts qemu-system-x86_64");
        return Optional.ofNullable(found);
    }

    private Validation validate(List<String> arguments, Findings findings) {
        if (!tools.has(program) || !tools.has("qemu-img"))
            return findings.couldNotRun(
                    name(),
                    program + " and qemu-img are not both installed here",
                    "install qemu-system-x86 and qemu-utils");
        try (Scratch scratch = Scratch.create()) {
            var standIns = new StandIns(scratch, findings, new QemuImage(tools));
            var command = new ArrayList<String>(List.of(program));
            command.addAll(new PausedVector(findings, standIns, options, options.options()).of(arguments));
            command.addAll(List.of("-S", "-display", "none", "-qmp", "stdio"));
            return judge(tools.ask(command, MachineQuestions.script(), LIMIT), scratch, findings);
        }
    }

    private Validation judge(Answer answer, Scratch scratch, Findings findings) {
        Optional<Map<String, Object>> machine = MachineQuestions.machine(answer.out());
        machine.ifPresent(findings::facts);
        answer.err()
                .lines()
                .filter(line -> !line.isBlank() && !NOISE.matcher(line).find())
                .forEach(line -> {
                    String said = OWN_NAME.matcher(line).replaceFirst("").replace(scratch.folder() + "/", "");
                    if (machine.isEmpty()) findings.problem(said);
                    else findings.note("QEMU: " + said);
                });
        if (machine.isEmpty() && !findings.faulty())
            return findings.couldNotRun(
                    name(),
                    "QEMU gave no answer within " + LIMIT.toSeconds() + " s",
                    "run " + program + " by hand to see whether it works here");
        return findings.by(
                name() + machine.map(facts -> " " + facts.get("version")).orElse(""));
    }

    @Override
    public void close() {
        // every QEMU ended with its check
    }
}
