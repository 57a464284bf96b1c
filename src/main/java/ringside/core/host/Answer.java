package ringside.core.host;

import java.time.Duration;

/**
 * What a command printed, and how it ended.
 *
 * @param exit its exit code; -1 where it was killed
 * @param out what it printed, as UTF-8, up to the command's bound
 * @param err what it printed on its error output
 */
public record Answer(Ending ending, int exit, String out, String err, Duration took) {
    /** As POSIX shells report a program that is not there. */
    public static final int NOT_FOUND = 127;

    /** As POSIX shells report a program that may not be run. */
    public static final int NOT_PERMITTED = 126;

    /** How it came to an end. */
    public enum Ending {
        /** By itself. */
        EXITED,
        /** Killed when its time was over. */
        TIMED_OUT,
        /** Killed because it printed more than it may. */
        TOO_LONG
    }

    public boolean succeeded() {
        return ending == Ending.EXITED && exit == 0;
    }

    /** The first line that says something, of its error output or else of its output. */
    public String complaint() {
        return (err + "\n" + out)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("it said nothing");
    }
}
