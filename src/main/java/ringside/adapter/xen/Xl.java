package ringside.adapter.xen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.hypervisor.DomainState;

/** {@code xl} on one host. Where Xen's daemons do not run it waits for ever, so that every call is bounded. */
final class Xl {
    private static final Duration USUAL = Duration.ofSeconds(20);

    /** Name (which may hold blanks), id, MiB, vCPUs, state, seconds. */
    private static final Pattern ROW =
            Pattern.compile("(.*\\S)\\s+\\d+\\s+\\d+\\s+\\d+\\s+([-rbpscd]{6})\\s+[\\d.]+\\s*");

    private final Shell host;

    Xl(Shell host) {
        this.host = host;
    }

    /** Why no guest can start there; empty if one can. */
    Optional<String> hindrance() {
        Answer answer = host.run(Command.of("xl", "info").within(USUAL));
        if (answer.succeeded()) return Optional.empty();
        if (answer.exit() == Answer.NOT_FOUND) return Optional.of("Xen's xl is not installed on " + host.name());
        return Optional.of(
                answer.ending() == Answer.Ending.EXITED
                        ? "xl says: " + words(answer)
                        : "xl gives no answer there: its daemons may not run (service xen start)");
    }

    String ask(String... words) {
        return within(USUAL, words);
    }

    /** @throws RingsideException if it fails, or does not end in time */
    String within(Duration limit, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addFirst("xl");
        Command command = Command.of(all).within(limit);
        Answer answer = host.run(command);
        if (answer.succeeded()) return answer.out();
        if (answer.exit() == Answer.NOT_FOUND)
            throw new RingsideException(
                    "Xen's xl is not installed on " + host.name(), "boot the host under Xen, with its tools");
        if (answer.ending() != Answer.Ending.EXITED)
            throw new RingsideException(
                    "xl gave no answer within " + limit.toSeconds() + " s on " + host.name() + ": " + command.line(),
                    "see that Xen's daemons run there (service xen start)");
        throw new RingsideException(
                "xl refuses '" + command.line() + "' on " + host.name() + ": " + words(answer),
                "do it by hand there and see what it says");
    }

    /** The last of its errors is the outcome; the first is the cause, and names it best. */
    private static String words(Answer answer) {
        return (answer.err() + "\n" + answer.out())
                .lines()
                .filter(line -> line.contains("error:"))
                .map(line -> line.replaceFirst("^.*?error: (\\S+\\.c:\\d+:\\w+: )?", "")
                        .strip())
                .findFirst()
                .orElseGet(answer::complaint);
    }

    /** State by name, the host's own domain too. */
    Map<String, DomainState> list() {
        var list = new LinkedHashMap<String, DomainState>();
        ask("list").lines().skip(1).forEach(line -> {
            Matcher row = ROW.matcher(line);
            if (row.matches()) list.put(row.group(1).strip(), state(row.group(2)));
        });
        return list;
    }

    /** One that neither runs nor is blocked waits for a processor. */
    private static DomainState state(String flags) {
        if (flags.indexOf('d') >= 0) return DomainState.STOPPING;
        if (flags.indexOf('c') >= 0) return DomainState.CRASHED;
        if (flags.indexOf('s') >= 0) return DomainState.STOPPING;
        return flags.indexOf('p') >= 0 ? DomainState.PAUSED : DomainState.RUNNING;
    }
}
