package ringside.adapter.qemu;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.hypervisor.Register.Found;
import ringside.core.hypervisor.SavedMemory;

/** A guest's memory written to a file, by the way QEMU migrates it, and read again. */
final class Saving {
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Bytes per second. QEMU spares the network unless told that there is none. */
    static final long FULL_SPEED = 1L << 40;

    private final Shell host;
    private final Monitor monitor;
    private final Found guest;
    private final SavedMemory memory;

    Saving(Shell host, Monitor monitor, Found guest) {
        this.host = host;
        this.monitor = monitor;
        this.guest = guest;
        this.memory = new SavedMemory(host, guest.name(), guest.folder());
    }

    String incoming() {
        return "exec:cat < " + Command.quoted(memory.file());
    }

    /** If it fails, takes longer or is cancelled, the guest goes on. */
    void save(Duration limit) {
        monitor.ask("stop");
        try {
            monitor.ask("migrate-set-parameters", Map.of("max-bandwidth", FULL_SPEED), Monitor.USUAL);
            monitor.ask("migrate", Map.of("uri", "exec:cat > " + Command.quoted(memory.half())), Monitor.USUAL);
            await("query-migrate", "completed", limit);
            memory.whole();
        } catch (RuntimeException failed) {
            goOn(failed);
            throw failed;
        }
        monitor.ask("quit");
        long pid = guest.pid().orElseThrow();
        if (!host.run(Command.of("sh", "-c", QemuHypervisor.AWAIT, "sh", "" + pid, "40"))
                .succeeded())
            throw new RingsideException(
                    "The QEMU of guest \"" + guest.name() + "\" (process " + pid
                            + ") does not end, though its memory is saved",
                    "end it by hand, and restore the guest");
    }

    private void goOn(RuntimeException failed) {
        boolean cancelled = Thread.interrupted();
        try {
            monitor.ask("migrate_cancel");
            monitor.ask("cont");
            memory.undo();
        } catch (RingsideException silent) {
            failed.addSuppressed(silent);
        } finally {
            if (cancelled) Thread.currentThread().interrupt();
        }
    }

    void restored(Duration limit) {
        await("query-status", "running", limit);
        memory.forget();
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
            boolean late = System.nanoTime() > end;
            if (status.equals("failed") || late)
                throw new RingsideException(
                        "The memory of guest \"" + guest.name() + "\" was not "
                                + (wanted.equals("running") ? "read" : "written")
                                + (late ? " within " + limit.toSeconds() + " s" : "") + ": "
                                + Optional.ofNullable(reply.get("error-desc")).orElse(status),
                        "see that the disk of " + guest.folder() + " has room");
            Progress.pause(LOOK);
        }
    }
}
