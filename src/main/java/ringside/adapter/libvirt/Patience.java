package ringside.adapter.libvirt;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.probe.Unanswered;

/**
 * Waits for calls into native code, but not for ever: no interrupt reaches them, so that one that hangs is left behind
 * with its thread. All calls share one end.
 */
final class Patience {
    /** What a person can do about a daemon that is not there. */
    static final String START_IT = "start its daemon (systemctl start libvirtd), and be in the group libvirt";

    private final Duration limit;
    private final long end;

    Patience(Duration limit) {
        this.limit = limit;
        end = System.nanoTime() + limit.toNanos();
    }

    <T> T of(String command, Callable<T> call) {
        try {
            return begun(call).get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        } catch (TimeoutException | ExecutionException e) {
            throw failure(command, e);
        }
    }

    /** To its end or ours: an interrupt is kept for later. */
    <T> T toTheEnd(String command, Callable<T> call) {
        FutureTask<T> task = begun(call);
        boolean interrupted = false;
        try {
            while (true)
                try {
                    return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (TimeoutException | ExecutionException e) {
                    throw failure(command, e);
                }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private static <T> FutureTask<T> begun(Callable<T> call) {
        var task = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name("libvirt").start(task);
        return task;
    }

    private RuntimeException failure(String command, Exception e) {
        if (e instanceof TimeoutException)
            return new Unanswered(
                    command,
                    "libvirt's daemon gave no answer within " + Math.round(limit.toMillis() / 1000.0) + " s",
                    "look at libvirtd there; it may have to be started again");
        if (e.getCause() instanceof Unanswered why) return why;
        if (e.getCause() instanceof LinkageError) return noLibrary(command);
        return RingsideException.from(e.getCause() == null ? e : e.getCause());
    }

    /** However the loading of native code fails, to a person it is this. */
    private static Unanswered noLibrary(String command) {
        return new Unanswered(
                command,
                "libvirt's library is not installed on this machine",
                "install libvirt0 on Debian, libvirt-libs on Fedora, libvirt by Homebrew on macOS; where there is none, use"
                        + " a hypervisor of the host itself, such as qemu");
    }
}
