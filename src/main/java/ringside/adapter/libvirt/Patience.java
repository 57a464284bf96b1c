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
 * Waits for a call into native code, but not for ever: no interrupt reaches it, so that one that hangs is left behind
 * with its thread.
 */
final class Patience {
    private Patience() {}

    static <T> T of(Duration limit, String command, Callable<T> call) {
        var task = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name("libvirt").start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException hung) {
            throw new Unanswered(
                    command,
                    "libvirt's daemon gave no answer within " + limit.toSeconds() + " s",
                    "look at libvirtd there; it may have to be started again");
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unanswered why) throw why;
            if (e.getCause() instanceof LinkageError) throw noLibrary(command);
            throw RingsideException.from(e.getCause() == null ? e : e.getCause());
        }
    }

    /** However the loading of native code fails, to a person it is this. */
    private static Unanswered noLibrary(String command) {
        return new Unanswered(
                command,
                "libvirt's library is not installed on this machine",
                "install libvirt0 on Debian, libvirt-libs on Fedora");
    }
}
