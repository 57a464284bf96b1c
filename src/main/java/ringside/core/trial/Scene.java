package ringside.core.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.hypervisor.DomainState;
import ringside.core.hypervisor.Hypervisor;

/** A guest that trials are made with, and the log of what is done in the one under way. Used by one thread. */
final class Scene implements AutoCloseable {
    /** An emulated guest on a busy machine. */
    private static final Duration ANSWERING = Duration.ofMinutes(3);

    private final Supplier<Hypervisor> hypervisor;
    private final String guest;
    private final Supplier<Shell> door;
    private final Optional<String> destination;
    private final List<String> log = new ArrayList<>();
    private @Nullable Shell inside;

    /**
     * @param hypervisor the one that has the guest now
     * @param door the way into the guest, opened anew each time
     * @param destination what takes the guest over; empty where that would have to be named and was not
     */
    Scene(Supplier<Hypervisor> hypervisor, String guest, Supplier<Shell> door, Optional<String> destination) {
        this.destination = destination;
        this.hypervisor = hypervisor;
        this.guest = guest;
        this.door = door;
    }

    /** What a trial does to the guest from outside. */
    @FunctionalInterface
    interface Act<T> {
        T on(Hypervisor hypervisor, String guest);
    }

    /** What came of an act, and how long it took. */
    record Done<T>(T result, Duration took) {
        @Override
        public String toString() {
            return words(took);
        }
    }

    void begin(String first) {
        log.clear();
        log.add(first);
    }

    /** Does it, and logs how long it took. */
    <T> Done<T> does(String what, Act<T> act) {
        long began = System.nanoTime();
        T result;
        try {
            result = act.on(hypervisor.get(), guest);
        } catch (RingsideException refused) {
            log.add(what + ": " + refused.problem());
            throw refused;
        }
        var done = new Done<>(result, Duration.ofNanos(System.nanoTime() - began));
        log.add("%s: %s".formatted(what, done));
        return done;
    }

    Optional<String> destination() {
        return destination;
    }

    static String words(Duration time) {
        return time.toMillis() < 1000
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** A number that the guest printed; -1 if it is none. */
    static long number(String text) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
    }

    DomainState state() {
        DomainState state = hypervisor.get().domain(guest).state();
        log.add("the guest is " + state.word());
        return state;
    }

    /**
     * Runs a script in the guest.
     *
     * @param what it does, for the log
     * @return what it printed, without the last line end
     */
    String inside(String what, String script, String... arguments) {
        String said = quietly(script, arguments);
        log.add("in the guest, " + what + (said.isEmpty() ? "" : ": " + said));
        return said;
    }

    /** The same, without a word in the log. */
    String quietly(String script, String... arguments) {
        var words = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        words.addAll(List.of(arguments));
        Answer answer = shell().run(Command.of(words).within(ANSWERING));
        if (answer.succeeded()) return answer.out().strip();
        String why = answer.ending() == Answer.Ending.EXITED
                ? "The guest refused: " + answer.complaint()
                : "The guest gave no answer within " + ANSWERING.toSeconds() + " s";
        throw new RingsideException(why, "see the log of the trial");
    }

    private Shell shell() {
        Shell known = inside;
        if (known == null || !known.isOpen()) inside = known = door.get();
        return known;
    }

    /** The way into the guest is gone: its memory is another than the one that knew of it. */
    void leave() {
        Shell known = inside;
        inside = null;
        if (known != null) known.close();
    }

    /** @throws RingsideException saying what does not hold, if it does not */
    void expect(boolean holds, String what) {
        log.add((holds ? "holds: " : "does not hold: ") + what);
        if (!holds) throw new RingsideException("It does not hold that " + what, "see the log of the trial");
    }

    void note(String text) {
        log.add(text);
    }

    List<String> log() {
        return List.copyOf(log);
    }

    @Override
    public void close() {
        leave();
    }
}
