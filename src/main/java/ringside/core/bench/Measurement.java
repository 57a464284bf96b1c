package ringside.core.bench;

import java.time.Duration;
import java.util.List;
import ringside.core.result.Parameters;

/**
 * One command, to be repeated. It gives a sample, or several where its tool measures several points at once.
 *
 * @param benchmark id of the benchmark
 * @param point what tells it from the benchmark's other measurements; the same for every host and session
 * @param given parameters that the output does not print; they join its samples
 * @param files written into the empty directory that the command is started in
 * @param command argument vector, before {@link Plan.Affinity} puts its words in front; relative paths are in that
 *     directory
 * @param cores how many it uses
 * @param output where the result is printed
 * @param expected how long one call takes, roughly; the runner learns from the first ones
 * @param limit when it is given up
 */
public record Measurement(
        String benchmark,
        Parameters point,
        Parameters given,
        List<InputFile> files,
        List<String> command,
        Cores cores,
        Output output,
        Duration expected,
        Duration limit) {
    public Measurement {
        files = List.copyOf(files);
        command = List.copyOf(command);
        if (command.isEmpty()) throw new IllegalArgumentException("a measurement needs its command");
    }

    /** The name that a plan's journal and its runs know it by. */
    public String id() {
        return point.equals(Parameters.NONE) ? benchmark : benchmark + "/" + point;
    }

    /**
     * Cores that a measurement uses.
     *
     * @param confined whether it uses only these if the operating system is told so, as the processes of {@code lat_ctx}
     *     do; a tool that starts one process a core keeps to its number by itself
     */
    public record Cores(int count, boolean confined) {
        public Cores {
            if (count < 1) throw new IllegalArgumentException("a measurement uses cores, not " + count);
        }

        /** As many as the tool starts processes. */
        public static Cores started(int count) {
            return new Cores(count, false);
        }

        /** As many as it is let. */
        public static Cores confined(int count) {
            return new Cores(count, true);
        }
    }

    /** A file that the tool reads. */
    public record InputFile(String name, String text) {}

    /** Where a tool prints its result. */
    public sealed interface Output {
        record Standard() implements Output {}

        record Errors() implements Output {}

        /** A file that it leaves in its directory. */
        record File(String name) implements Output {}
    }
}
