package ringside.adapter.qemu;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.hypervisor.Entry;
import ringside.core.hypervisor.Migration;
import ringside.core.hypervisor.Register.Found;

/**
 * A guest that goes on in another QEMU on its host: the first hands its memory over while it runs, and then the disks. The
 * files of the first stand aside meanwhile, so that the second can have the names by which the guest is known.
 */
final class Moving {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int PORT_TRIES = 200;

    /** Moved within the folder, files go on to be what a process holds. The time says since when. */
    private static final String ASIDE = "cd \"$1\" && touch pid && mv -T pid pid.before && mv -T qmp qmp.before";

    private static final String BACK =
            "cd \"$1\" && mv -fT qmp.before qmp && mv -fT pid.before pid && { rm -f incoming; :; }";
    private static final String SETTLED = "cd \"$1\" && rm -f pid.before qmp.before incoming";

    /** Asked to end it would take away the files of its names, which are the other's by now. */
    private static final String KILL = QemuHypervisor.GONE
            + "kill -9 \"$1\" 2>/dev/null; n=0; until gone \"$1\" || [ $n -ge 100 ]; do sleep 0.05; n=$((n + 1)); done;"
            + " gone \"$1\"";

    private final Shell host;
    private final Found guest;
    private final Monitor before;
    private final Monitor after;

    Moving(Shell host, Found guest) {
        this.host = host;
        this.guest = guest;
        before = new Monitor(host, guest.name(), guest.folder() + "/qmp.before");
        after = new Monitor(host, guest.name(), guest.folder() + "/qmp");
    }

    /** If it fails, takes longer or is cancelled, the guest goes on where it was. */
    Migration move(Duration limit) {
        Entry entry = guest.entry().orElseThrow();
        long first = guest.pid().orElseThrow();
        if (guest.before().isPresent())
            throw new RingsideException(
                    "Guest \"" + guest.name() + "\" is being moved already, or that was cut off",
                    "see whether it goes on; 'ringside guest destroy' ends both of its QEMUs");
        run(ASIDE);
        Migration moved;
        try {
            QemuStart.run(host, guest.name(), guest.folder(), waiting(entry.list(QemuStart.ARGV)));
            moved = handOver(limit);
        } catch (RuntimeException failed) {
            goOn(failed);
            throw failed;
        }
        end(first);
        run(SETTLED);
        forwards(entry.list(QemuStart.ARGV)).forEach(this::forward);
        return moved;
    }

    private String incoming() {
        return "unix:" + guest.folder() + "/incoming";
    }

    /** The same without the ports of the host, which the first still holds. */
    private List<String> waiting(List<String> argv) {
        var words = new ArrayList<String>();
        for (String word : argv) words.add(word.startsWith("user,") ? word.replaceAll(",hostfwd=[^,]*", "") : word);
        words.addAll(List.of("-incoming", incoming()));
        return words;
    }

    /** The monitor's commands for them. */
    private static List<String> forwards(List<String> argv) {
        var commands = new ArrayList<String>();
        for (String word : argv) {
            if (!word.startsWith("user,")) continue;
            String card = word.replaceFirst("^.*,id=([^,]*).*$", "$1");
            for (String option : word.split(","))
                if (option.startsWith("hostfwd="))
                    commands.add("hostfwd_add " + card + " " + option.substring("hostfwd=".length()));
        }
        return commands;
    }

    /** A process that has ended may have threads that end a moment later, and hold the port until then. */
    private void forward(String command) {
        String complaint = after.human(command, Monitor.USUAL).strip();
        for (int tries = 0; tries < PORT_TRIES && !complaint.isEmpty(); tries++) {
            Progress.pause(LOOK);
            complaint = after.human(command, Monitor.USUAL).strip();
        }
        if (!complaint.isEmpty())
            throw new RingsideException(
                    "Guest \"" + guest.name() + "\" was moved, but a port of the host leads to it no more: "
                            + complaint,
                    "stop and start it, or move it once more");
    }

    private Migration handOver(Duration limit) {
        before.ask("migrate-set-parameters", Map.of("max-bandwidth", Saving.FULL_SPEED), Monitor.USUAL);
        before.ask("migrate", Map.of("uri", incoming()), Monitor.USUAL);
        long end = System.nanoTime() + limit.toNanos();
        Map<?, ?> told = await(before, "query-migrate", List.of("completed"), end);
        await(after, "query-status", List.of("running", "paused"), end);
        long bytes = told.get("ram") instanceof Map<?, ?> memory ? number(memory, "transferred") : 0;
        return new Migration(
                Duration.ofMillis(number(told, "total-time")), Duration.ofMillis(number(told, "downtime")), bytes);
    }

    private Map<?, ?> await(Monitor monitor, String question, List<String> wanted, long end) {
        while (true) {
            Map<?, ?> reply = monitor.ask(question) instanceof Map<?, ?> map ? map : Map.of();
            String status = String.valueOf(reply.get("status"));
            if (wanted.contains(status)) return reply;
            boolean late = System.nanoTime() > end;
            if (status.equals("failed") || status.equals("cancelled") || late)
                throw new RingsideException(
                        "Guest \"" + guest.name() + "\" was not moved" + (late ? " in time" : "") + ": "
                                + Optional.ofNullable(reply.get("error-desc")).orElse(status),
                        "it goes on where it was; see what 'ringside guest console' shows of it");
            Progress.pause(LOOK);
        }
    }

    private static long number(Map<?, ?> reply, String key) {
        return reply.get(key) instanceof Number number ? number.longValue() : 0;
    }

    /** The second is ended before the first has the disks again. */
    private void goOn(RuntimeException failed) {
        boolean cancelled = Thread.interrupted();
        try {
            before.ask("migrate_cancel");
            Answer second = host.run(Command.of("cat", "--", guest.folder() + "/pid"));
            String pid = second.out().strip();
            if (second.succeeded() && pid.matches("\\d{1,10}")) end(Long.parseLong(pid));
            run(BACK);
            if (after.ask("query-status") instanceof Map<?, ?> map && "postmigrate".equals(map.get("status")))
                after.ask("cont");
        } catch (RingsideException silent) {
            failed.addSuppressed(silent);
        } finally {
            if (cancelled) Thread.currentThread().interrupt();
        }
    }

    private void end(long pid) {
        if (!host.run(Command.of("sh", "-c", KILL, "sh", "" + pid)).succeeded())
            throw new RingsideException(
                    "A QEMU that guest \"" + guest.name() + "\" has left (process " + pid + " on " + host.name()
                            + ") does not end",
                    "end it by hand as the user who started it");
    }

    private void run(String script) {
        Answer answer = host.run(Command.of("sh", "-c", script, "sh", guest.folder()));
        if (!answer.succeeded())
            throw new RingsideException(
                    "The files of guest \"" + guest.name() + "\" cannot be moved in " + guest.folder() + ": "
                            + answer.complaint(),
                    "see that they belong to this user");
    }
}
