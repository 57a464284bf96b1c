package ringside.core.bench.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;

/**
 * Keeps hosts to ourselves while they are measured: a file is locked there by a process that ends when we do, or when the
 * connection does.
 */
final class Holds implements AutoCloseable {
    /** One that lets go at this moment is waited for. */
    private static final int TRIES = 10;

    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int PATIENCE_SECONDS = 20;

    private final Map<Target, Thread> holders = new HashMap<>();

    /**
     * Takes hold of a host, unless this session has it already.
     *
     * @return false if nothing can be locked there
     * @throws RingsideException if another has it
     */
    synchronized boolean take(Shell shell, String lock, String mark) {
        if (has(shell.target())) return true;
        for (int i = 0; i < TRIES; i++) {
            String word = tried(shell, lock, mark);
            if (word.equals("held")) return true;
            if (!word.equals("taken")) return false;
            Progress.pause(BETWEEN);
        }
        throw new RingsideException(
                shell.name() + " is being measured by another Ringside",
                "wait until that one has ended: two at a time would measure each other");
    }

    synchronized boolean has(Target target) {
        Thread holder = holders.get(target);
        return holder != null && holder.isAlive();
    }

    private String tried(Shell shell, String lock, String mark) {
        var said = new CompletableFuture<String>();
        Command command = Scripts.hold(lock, mark);
        Thread holder = Thread.ofVirtual().name("hold " + shell.name()).start(() -> hold(shell, command, said));
        try {
            String word = said.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (word.equals("held")) holders.put(shell.target(), holder);
            return word;
        } catch (InterruptedException cancelled) {
            holder.interrupt();
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        } catch (ExecutionException e) {
            throw RingsideException.from(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException silent) {
            holder.interrupt();
            return "unguarded";
        }
    }

    private static void hold(Shell shell, Command command, CompletableFuture<String> said) {
        try {
            Answer answer = shell.run(command, (error, bytes) -> {
                if (!error) said.complete(new String(bytes, StandardCharsets.US_ASCII).strip());
            });
            said.complete(answer.out().strip());
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError lost) {
            said.completeExceptionally(lost);
        }
    }

    @Override
    public synchronized void close() {
        holders.values().forEach(Thread::interrupt);
        for (Thread holder : holders.values()) {
            try {
                holder.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
