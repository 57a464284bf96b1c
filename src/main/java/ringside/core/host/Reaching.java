package ringside.core.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ringside.core.RingsideException;
import ringside.core.host.Passed.Part;

/** Tests the way to a host, part by part, so that one sees which part is broken. Nothing is changed there. */
public final class Reaching {
    private static final Command QUESTION = Command.of("uname", "-srm");

    private final Shells shells;

    public Reaching(Shells shells) {
        this.shells = shells;
    }

    /**
     * How far one has come.
     *
     * @param failed empty if the whole way is open
     */
    public record Outcome(Target target, List<Passed> passed, Optional<Failed> failed) {
        public Outcome {
            passed = List.copyOf(passed);
        }
    }

    /** The part that is broken, and how to mend it. */
    public record Failed(Part part, RingsideException trouble) {}

    /**
     * Goes there. Slow; cancelled by interrupting its thread.
     *
     * @param listener told of each part at once, on a thread of the connection's
     */
    public Outcome test(Target target, AccessQuestions questions, Consumer<Passed> listener) {
        var way = new Way(questions, listener);
        try (Shell shell = shells.open(target, way)) {
            way.opened = true;
            way.passed(new Passed(Part.COMMANDS, shell.name(), system(shell)));
            return new Outcome(target, way.passed(), Optional.empty());
        } catch (RingsideException trouble) {
            return new Outcome(target, way.passed(), Optional.of(new Failed(way.next(target), trouble)));
        }
    }

    private static String system(Shell shell) {
        Answer answer = shell.run(QUESTION);
        if (answer.succeeded()) return answer.out().strip();
        throw new RingsideException(
                "%s runs no commands (%s)".formatted(shell.name(), answer.complaint()),
                "it has to be a Unix system with a login shell; try ssh to it by hand");
    }

    /** Passes questions on, and remembers what lies behind. */
    private static final class Way implements AccessQuestions {
        private final AccessQuestions questions;
        private final Consumer<Passed> listener;
        private final List<Passed> passed = new ArrayList<>();
        private boolean opened;

        Way(AccessQuestions questions, Consumer<Passed> listener) {
            this.questions = questions;
            this.listener = listener;
        }

        @Override
        public boolean trusts(HostKey unknown) {
            return questions.trusts(unknown);
        }

        @Override
        public Optional<String> secret(Secret wanted) {
            return questions.secret(wanted);
        }

        @Override
        public synchronized void passed(Passed part) {
            passed.add(part);
            listener.accept(part);
        }

        synchronized List<Passed> passed() {
            return List.copyOf(passed);
        }

        synchronized Part next(Target target) {
            if (opened || target.equals(Target.LOCAL)) return Part.COMMANDS;
            // Behind the login of a host in between comes the name of the next
            return passed.isEmpty() || passed.getLast().part() == Part.LOGIN
                    ? Part.NAME
                    : passed.getLast().part().next();
        }
    }
}
