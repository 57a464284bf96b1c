package ringside.core.probe;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/**
 * A program of a host that answers questions.
 *
 * @param name for people, and what is not there when it is missing
 * @param remedy how a host comes to have it
 */
public record Tool(String name, String remedy) {
    /** Finds a program without starting it: exit code 0 and its place, or {@link Answer#NOT_FOUND}. */
    public static Command finding(String program) {
        return Command.of("sh", "-c", "command -v \"$1\" || exit 127", "sh", program);
    }

    private static final String DENIED = "permission denied";

    /** Runs one of its commands. @throws Unanswered unless it ends by itself with exit code 0 */
    public String ask(Shell host, Command command) {
        return output(command, run(host, command));
    }

    /** What a command printed. @throws Unanswered unless it ended with exit code 0 */
    public String output(Command command, Answer answer) {
        if (answer.succeeded()) return answer.out();
        throw new Unanswered(command.line(), complaint(answer), remedy(answer));
    }

    /** Runs one of its commands, which may well fail. @throws Unanswered if it is missing or does not end by itself */
    public Answer run(Shell host, Command command) {
        Answer answer = host.run(command);
        return switch (answer.ending()) {
            case TIMED_OUT ->
                throw new Unanswered(
                        command.line(),
                        name + " gave no answer within " + seconds(command.limit()),
                        "run the command by hand there and see what it waits for");
            case TOO_LONG ->
                throw new Unanswered(
                        command.line(),
                        name + " printed more than " + command.most() + " bytes and was stopped",
                        "run the command by hand there and see what it prints");
            case EXITED -> {
                if (answer.exit() == Answer.NOT_FOUND)
                    throw new Unanswered(command.line(), name + " is not installed", remedy);
                yield answer;
            }
        };
    }

    private String complaint(Answer answer) {
        return name + (answer.exit() == Answer.NOT_PERMITTED ? " may not be run: " : " failed: ") + said(answer);
    }

    /** The first two lines of its error output: many tools name the failure in the first and its cause in the second. */
    private static String said(Answer answer) {
        String lines = answer.err()
                .lines()
                .map(line -> line.strip().replaceFirst("^error: +", ""))
                .filter(line -> !line.isEmpty())
                .limit(2)
                .collect(Collectors.joining(": "));
        return lines.isEmpty() ? answer.complaint() : lines;
    }

    private String remedy(Answer answer) {
        boolean denied = answer.exit() == Answer.NOT_PERMITTED
                || answer.complaint().toLowerCase(Locale.ROOT).contains(DENIED);
        return denied ? "ask as a user who may" : "run the command by hand there";
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? time.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
