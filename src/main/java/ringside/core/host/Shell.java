package ringside.core.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import ringside.core.RingsideException;

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

    /** Hears what a command prints while it runs, on threads of the shell's, which must not be kept waiting. */
    @FunctionalInterface
    interface Output {
        Output UNHEARD = (error, bytes) -> {};

        /** @param error whether it was printed on the error output */
        void printed(boolean error, byte[] bytes);
    }

    /** What {@link #run(Command)} does, and tells what the command prints as it comes. */
    default Answer run(Command command, Output output) {
        Answer answer = run(command);
        if (!answer.out().isEmpty()) output.printed(false, answer.out().getBytes(StandardCharsets.UTF_8));
        if (!answer.err().isEmpty()) output.printed(true, answer.err().getBytes(StandardCharsets.UTF_8));
        return answer;
    }

    /**
     * Writes a file, in the place of one that is there.
     *
     * @throws RingsideException if it cannot be written
     */
    default void put(String path, byte[] content, boolean executable) {
        String script = "umask 077; cat > \"$1\" && chmod " + (executable ? "700" : "600") + " \"$1\"";
        Answer answer = run(
                Command.of("/bin/sh", "-c", script, "sh", path).reading(content).within(FILE));
        if (!answer.succeeded()) throw notWritten(path, answer.complaint());
    }

    default RingsideException notWritten(String path, String why) {
        return new RingsideException(
                "The file " + path + " could not be written on " + name() + " (" + why + ")",
                "check that its disk has room and that you may write there");
    }

    /**
     * The bytes of a file.
     *
     * @param most bytes it may have
     * @throws RingsideException if it is not there, cannot be read or is larger
     */
    default byte[] fetch(String path, int most) {
        var bytes = new ByteArrayOutputStream();
        Answer answer = run(Command.of("cat", path).within(FILE).atMost(most), (error, more) -> {
            if (!error) bytes.writeBytes(more);
        });
        if (answer.succeeded()) return bytes.toByteArray();
        String why = answer.ending() == Answer.Ending.EXITED ? answer.complaint() : "it is too large or too slow";
        throw new RingsideException(
                "The file " + path + " could not be read on " + name() + " (" + why + ")",
                "look whether it is there, and who may read it");
    }

    /** Moving a file may take this long. */
    Duration FILE = Duration.ofMinutes(2);

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
