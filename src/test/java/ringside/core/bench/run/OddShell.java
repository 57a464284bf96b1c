package ringside.core.bench.run;

import java.util.function.BiFunction;
import ringside.adapter.local.LocalShell;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;

/** This machine, whose answers are not always what they were. One that is lost while it answers stays so, and may not know. */
final class OddShell implements Shell {
    private final Shell here = new LocalShell();
    private final BiFunction<Command, Answer, Answer> answers;
    private final boolean knows;
    private volatile boolean open = true;

    /** @param answers what is heard in the place of an answer; what it throws is the loss of the connection */
    OddShell(BiFunction<Command, Answer, Answer> answers) {
        this(answers, true);
    }

    /** @param knows whether it is told at once that it is lost, not only when it is closed */
    OddShell(BiFunction<Command, Answer, Answer> answers, boolean knows) {
        this.answers = answers;
        this.knows = knows;
    }

    @Override
    public Target target() {
        return here.target();
    }

    @Override
    public String name() {
        return here.name();
    }

    @Override
    public Answer run(Command command) {
        return run(command, Output.UNHEARD);
    }

    @Override
    public Answer run(Command command, Output output) {
        if (!open) throw new RingsideException("The connection is lost", "open it again");
        Answer answer = here.run(command, output);
        try {
            return answers.apply(command, answer);
        } catch (RingsideException lost) {
            open = !knows;
            throw lost;
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
