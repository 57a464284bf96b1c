package ringside.core.host;

import java.time.Duration;

/**
 * Runs commands on one host. May be used by many threads at once. Every method is slow and is cancelled by interrupting
 * its thread: the command is killed, and {@link ringside.core.Progress.Cancelled} thrown.
 */
public interface Shell extends AutoCloseable {
    Target target();

    /** The name the host goes by: its own for this machine, the one it is reached by for others. */
    String name();

    /**
     * Runs a command to its end or its bounds. Its language is C, and the directories of system tools are searched too.
     * A program that is not there ends with {@link Answer#NOT_FOUND}.
     *
     * @throws ringside.core.RingsideException if the host cannot be reached any more
     */
    Answer run(Command command);

    /** Reads a text file: exit 0 and its text, or another code and the reason, as {@code cat} would. */
    default Answer read(String path) {
        return run(reading(path));
    }

    /** What {@link #read} does, as a person would. */
    static Command reading(String path) {
        return Command.of("cat", path);
    }

    /** The time there is for whatever is asked by another way than a command of this shell. */
    default Duration left() {
        return Command.USUAL_LIMIT;
    }

    /** True while commands can still be run. */
    boolean isOpen();

    @Override
    void close();
}
