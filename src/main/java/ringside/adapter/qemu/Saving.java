package ringside.adapter.qemu;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.hypervisor.Register.Found;

/** A guest's memory written to a file, by the way QEMU migrates it, and read again. */
final class Saving {
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Bytes per second. QEMU spares the network unless told that there is none. */
    private static final long FULL_SPEED = 1L << 40;

    private final Shell host;
    private final Monitor monitor;
    private final Found guest;

    Saving(Shell host, Monitor monitor, Found guest) {
        this.host = host;
        this.monitor = monitor;
        this.guest = guest;
    }

    private static String file(Found guest) {
        return guest.folder() + "/memory";
    }

    static String incoming(Found guest) {
        return "exec:cat < " + Command.quoted(file(guest));
    }

    /** The file has its name only when it is whole. */
    void save(Duration limit) {
        String half = file(guest) + ".part";
        monitor.ask("stop");
        monitor.ask("migrate-set-parameters", Map.of("max-bandwidth", FULL_SPEED), Monitor.USUAL);
        try {
            monitor.ask("migrate", Map.of("uri", "exec:cat > " + Command.quoted(half)), Monitor.USUAL);
            await("query-migrate", "completed", limit);
        } catch (RuntimeException failed) {
            monitor.ask("cont");
            throw failed;
        }
        host.run(Command.of("mv", half, file(guest)));
        monitor.ask("quit");
        long pid = guest.pid().orElseThrow();
        host.run(Command.of("sh", "-c", QemuHypervisor.AWAIT, "sh", "" + pid, "40"));
    }

    void restored(Duration limit) {
        await("query-status", "running", limit);
        host.run(Command.of("rm", "-f", file(guest)));
    }

    private void await(String question, String wanted, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Map<?, ?> reply = monitor.ask(question) instanceof Map<?, ?> map ? map : Map.of();
            String status = String.valueOf(reply.get("status"));
            if (status.equals(wanted)) return;
            // A guest that was stopped when it was saved comes back so
            if (question.equals("query-status") && status.equals("paused")) {
                monitor.ask("cont");
                continue;
            }
            if (status.equals("failed") || System.nanoTime() > end)
                throw new RingsideException(
                        "The memory of guest \"" + guest.name() + "\" was not "
                                + (wanted.equals("running") ? "read" : "written") + ": "
                                + Optional.ofNullable(reply.get("error-desc")).orElse(status),
                        "see that the disk of " + guest.folder() + " has room");
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
    }
}
