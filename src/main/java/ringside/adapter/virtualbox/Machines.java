package ringside.adapter.virtualbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.hypervisor.DomainState;

/**
 * The machines of one user, by {@code VBoxManage}. It prints warnings on its output before what it was asked for, and refuses
 * for a moment what a machine that is just ending will allow.
 */
final class Machines {
    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration BUSY = Duration.ofMillis(400);
    private static final int TRIES = 25;
    private static final Pattern LISTED = Pattern.compile("(?m)^\"(.*)\" \\{[0-9a-f-]{36}}\\s*$");
    private static final Pattern STATE = Pattern.compile("(?m)^VMState=\"(\\w+)\"\\s*$");
    private static final Pattern SNAPSHOT = Pattern.compile("(?m)^SnapshotName[-\\d]*=\"(.*)\"\\s*$");
    private static final Pattern ADDRESS = Pattern.compile("(?m)^Value: ((?:\\d{1,3}\\.){3}\\d{1,3})\\s*$");
    private static final Pattern NO_DRIVER = Pattern.compile("WARNING: .*(vboxdrv|/dev/vboxdrv).*");

    private final Shell host;

    Machines(Shell host) {
        this.host = host;
    }

    /** Why no machine can start there; empty if one can. */
    Optional<String> hindrance() {
        Answer answer = run("--version");
        if (answer.exit() == Answer.NOT_FOUND) return Optional.of("VBoxManage is not installed on " + host.name());
        return answer.out()
                .lines()
                .filter(line -> NO_DRIVER.matcher(line).matches())
                .findFirst()
                .map(line -> "its kernel driver is missing (" + line.strip() + ")");
    }

    Answer run(String... words) {
        return run(USUAL, words);
    }

    private Answer run(Duration limit, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addFirst("VBoxManage");
        return host.run(Command.of(all).within(limit));
    }

    String ask(String... words) {
        return within(USUAL, words);
    }

    String within(Duration limit, String... words) {
        return told(run(limit, words), limit, words);
    }

    /** Again and again while the machine is still busy with its end. */
    String patiently(String... words) {
        for (int tries = 1; ; tries++) {
            Answer answer = run(words);
            boolean busy = answer.err().contains("is not ready")
                    || answer.err().contains("locked")
                    || answer.err().contains("is already locked");
            if (answer.succeeded() || !busy || tries == TRIES) return told(answer, USUAL, words);
            Progress.pause(BUSY);
        }
    }

    private String told(Answer answer, Duration limit, String... words) {
        if (answer.succeeded()) return answer.out();
        if (answer.exit() == Answer.NOT_FOUND)
            throw new RingsideException("VBoxManage is not installed on " + host.name(), "install VirtualBox there");
        String line = Command.of(List.of(words)).line();
        if (answer.ending() != Answer.Ending.EXITED)
            throw new RingsideException(
                    "VBoxManage gave no answer within " + limit.toSeconds() + " s on " + host.name() + ": " + line,
                    "do it by hand there and see what it waits for");
        String said = answer.err()
                .lines()
                .filter(each -> each.startsWith("VBoxManage: error: "))
                .map(each -> each.substring("VBoxManage: error: ".length()))
                .findFirst()
                .orElseGet(answer::complaint);
        throw new RingsideException(
                "VirtualBox refuses 'VBoxManage " + line + "' on " + host.name() + ": " + said,
                "do it by hand there and see what it says");
    }

    /** @param which {@code vms} or {@code runningvms} */
    Set<String> names(String which) {
        var names = new LinkedHashSet<String>();
        Matcher listed = LISTED.matcher(ask("list", which));
        while (listed.find()) names.add(listed.group(1));
        return names;
    }

    DomainState state(String name) {
        Matcher state = STATE.matcher(patiently("showvminfo", name, "--machinereadable"));
        return switch (state.find() ? state.group(1) : "") {
            case "running", "livesnapshotting" -> DomainState.RUNNING;
            case "paused" -> DomainState.PAUSED;
            case "poweroff" -> DomainState.OFF;
            case "saved", "aborted-saved" -> DomainState.SAVED;
            case "aborted", "gurumeditation", "stuck" -> DomainState.CRASHED;
            case "stopping", "saving", "poweringoff" -> DomainState.STOPPING;
            case "starting", "restoring" -> DomainState.STARTING;
            default -> DomainState.UNKNOWN;
        };
    }

    List<String> snapshots(String name) {
        Answer answer = run("snapshot", name, "list", "--machinereadable");
        if (answer.out().contains("does not have any snapshots")) return List.of();
        return SNAPSHOT.matcher(told(answer, USUAL, "snapshot", name, "list"))
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    /** As VirtualBox's additions in the guest tell it. */
    Optional<String> address(String name) {
        Matcher value = ADDRESS.matcher(run("guestproperty", "get", name, "/VirtualBox/GuestInfo/Net/0/V4/IP")
                .out());
        return value.find() ? Optional.of(value.group(1)) : Optional.empty();
    }
}
