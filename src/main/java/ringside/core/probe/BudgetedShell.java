package ringside.core.probe;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;

/**
 * The host as one probe sees it: all its commands together may take so long, and what was asked in advance is not asked
 * again. The time a probe waits for its turn is not its own.
 */
final class BudgetedShell implements Shell {
    private static final Answer OVER = new Answer(Answer.Ending.TIMED_OUT, -1, "", "", Duration.ZERO);

    private final Shell host;
    private final Map<String, Answer> known;
    private Duration left;

    /** @param known answers by the lines of their commands */
    BudgetedShell(Shell host, Map<String, Answer> known, Duration budget) {
        this.host = host;
        this.known = known;
        this.left = budget;
    }

    @Override
    public Answer run(Command command) {
        @Nullable Answer asked = known.get(command.line());
        if (asked != null) return asked;
        Duration most = left();
        if (!most.isPositive()) return OVER;
        Answer answer =
                host.run(isUnlimited(command) || most.compareTo(command.limit()) < 0 ? command.within(most) : command);
        spend(answer.took());
        return answer;
    }

    /** One that names no limit of its own may take all that is left. */
    private static boolean isUnlimited(Command command) {
        return command.limit().equals(Command.USUAL_LIMIT);
    }

    @Override
    public Answer read(String path) {
        @Nullable Answer asked = known.get(Shell.reading(path).line());
        return asked == null ? host.read(path) : asked;
    }

    @Override
    public synchronized Duration left() {
        return left;
    }

    private synchronized void spend(Duration time) {
        left = left.minus(time);
    }

    @Override
    public Target target() {
        return host.target();
    }

    @Override
    public String name() {
        return host.name();
    }

    @Override
    public boolean isOpen() {
        return host.isOpen();
    }

    @Override
    public void close() {
        // It belongs to the whole round
    }
}
