package ringside.core.probe;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/**
 * Several cheap commands given to a host as one, since far away each costs a way there and back. On either output a mark
 * that nobody can guess stands behind what each of them printed; on the first one its exit code follows.
 */
final class Batch {
    /** Nothing in it waits for anything; only a host that is very slow takes longer than a moment. */
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private final String mark =
            "ringside-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
    private final Map<String, Command> commands = new LinkedHashMap<>();

    private Batch(Collection<Command> all) {
        all.forEach(command -> commands.put(command.line(), command));
    }

    /**
     * The answers by the lines of their commands. A command that did not come to its end in time is not among them: it can
     * be given once more by itself.
     */
    static Map<String, Answer> ask(Shell host, Collection<Command> all) {
        if (all.isEmpty()) return Map.of();
        var batch = new Batch(all);
        return batch.read(host.run(batch.whole()));
    }

    private Command whole() {
        String script = commands.keySet().stream()
                .map(line -> "(" + line + ") < /dev/null; e=$?; echo; echo \"" + mark + " $e\"; echo >&2; echo " + mark
                        + " >&2\n")
                .collect(Collectors.joining());
        return Command.of("sh", "-c", script).within(LIMIT);
    }

    private Map<String, Answer> read(Answer all) {
        String[] out = all.out().split("\n" + mark + " ", -1);
        String[] err = all.err().split("\n" + mark + "\n", -1);
        var read = new LinkedHashMap<String, Answer>();
        String text = out[0];
        int at = 0;
        for (String line : commands.keySet()) {
            if (at + 1 >= out.length || at + 1 >= err.length) break;
            String[] behind = out[at + 1].split("\n", 2); // its exit code, and what the next one printed
            if (behind.length < 2 || !behind[0].matches("\\d{1,3}")) break;
            int exit = Integer.parseInt(behind[0]);
            read.put(line, new Answer(Answer.Ending.EXITED, exit, text, err[at], all.took()));
            text = behind[1];
            at++;
        }
        return read;
    }
}
