package ringside.core.hypervisor;

import java.time.Instant;
import java.util.Optional;

/**
 * For whom a guest was started: a person, until that person removes it, or a session of Ringside's that removes it at its
 * own end, and leaves it behind if it never comes to that.
 *
 * @param machine where that session runs; empty for a person's guest
 * @param began when that process began, because process numbers are used again
 */
public record Owner(String machine, long pid, Instant began) {
    public static final Owner PERSON = new Owner("", 0, Instant.EPOCH);

    /** Process times are known to a hundredth of a second. */
    private static final long SAME_MILLIS = 50;

    /** @param machine the name of this machine */
    public static Owner thisSession(String machine) {
        ProcessHandle own = ProcessHandle.current();
        return new Owner(machine, own.pid(), own.info().startInstant().orElse(Instant.EPOCH));
    }

    public boolean isPerson() {
        return machine.isEmpty();
    }

    /** Why nobody will remove it any more; empty while somebody may. */
    public Optional<String> gone(String here) {
        if (isPerson() || !machine.equals(here)) return Optional.empty();
        boolean lives = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .filter(since -> Math.abs(since.toEpochMilli() - began.toEpochMilli()) < SAME_MILLIS)
                .isPresent();
        return lives ? Optional.empty() : Optional.of("the session that started it (process " + pid + ") has ended");
    }
}
