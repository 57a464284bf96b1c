package ringside.core.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.hypervisor.DomainState;
import ringside.core.hypervisor.Hypervisor;

/** A guest that a trial is made with, and the log of what is done. Used by one thread. */
public final class Scene implements AutoCloseable {
    /** An emulated guest on a busy machine. */
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    private final Hypervisor hypervisor;
    private final String guest;
    private final Supplier<Shell> door;
    private final List<String> log = new ArrayList<>();
    private @Nullable Shell inside;

    /** @param door the way into the guest, opened anew each time */
    Scene(Hypervisor hypervisor, String guest, Supplier<Shell> door) {
        this.hypervisor = hypervisor;
        this.guest = guest;
        this.door = door;
    }

    /** What a trial does to the guest from outside. */
    @FunctionalInterface
    interface Act {
        void on(Hypervisor hypervisor, String guest);
    }

    /** Does it, and logs how long it took. */
    Duration does(String what, Act act) {
        long began = System.nanoTime();
        try {
            act.on(hypervisor, guest);
        } catch (RingsideException refused) {
            log.add(what + ": " + refused.problem());
            throw refused;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        log.add("%s: %s".formatted(what, words(took)));
        return took;
    }

    static String words(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    DomainState state() {
        DomainState state = hypervisor.domain(guest).state();
        log.add("the guest is " + state.word());
        return state;
    }

    /** Runs a script in the guest. @return what it printed, without the last line end */
    String inside(String script, String... arguments) {
        var words = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        words.addAll(List.of(arguments));
        Answer answer = shell().run(Command.of(words).within(ANSWERING));
        String said = answer.out().strip();
        log.add("in the guest: " + script.strip().lines().findFirst().orElse("") + arguments(arguments) + " → "
                + (answer.succeeded() ? said : answer.complaint()));
        if (!answer.succeeded())
            throw new RingsideException("The guest refused: " + answer.complaint(), "see the log of the trial");
        return said;
    }

    private static String arguments(String... arguments) {
        return arguments.length == 0 ? "" : " (" + String.join(", ", arguments) + ")";
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

    String log() {
        return String.join("\n", log);
    }

    @Override
    public void close() {
        leave();
    }
}
