package ringside.core.bench.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ringside.adapter.local.LocalShell;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.bench.Subject;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;

/** Guests that are none: this machine again, under other names, which can be told to die or never to answer. */
final class FakeGuests implements Guests {
    private final Shell here = new LocalShell();

    /** What was done, in its order: {@code start NAME}, {@code remove NAME}. */
    final List<String> done = Collections.synchronizedList(new ArrayList<>());

    final Set<String> running = ConcurrentHashMap.newKeySet();

    /** Labels of those that never let anybody in. */
    final Set<String> silent = ConcurrentHashMap.newKeySet();

    /** A command with this word in it kills the guest it is run in, so often. */
    String deadly = "never";

    int deaths;

    /** Whether none can be ended. */
    volatile boolean immortal;

    Runnable beforeStart = () -> {};
    Runnable beforeRemoval = () -> {};

    @Override
    public Entered enter(String name, Subject subject, AccessQuestions questions, Progress progress) {
        beforeStart.run();
        if (!running.isEmpty()) throw new IllegalStateException(running + " is there already");
        String label = subject.configuration().label();
        done.add("start " + label);
        if (silent.contains(label))
            throw new RingsideException(label + " did not let us in by SSH within 180 s", "see its console");
        running.add(name);
        return new Entered(new Inside(name), "run " + label + " with care");
    }

    @Override
    public boolean remove(String name, Subject subject, AccessQuestions questions) {
        beforeRemoval.run();
        if (immortal) throw new RingsideException("a guest cannot be ended", "end it by hand");
        boolean there = running.remove(name);
        if (there) done.add("remove " + subject.configuration().label());
        return there;
    }

    List<String> starts() {
        return done.stream()
                .filter(one -> one.startsWith("start "))
                .map(one -> one.substring(6))
                .toList();
    }

    private final class Inside implements Shell {
        private final String guest;
        private volatile boolean open = true;

        Inside(String guest) {
            this.guest = guest;
        }

        @Override
        public Target target() {
            return Target.parse("ssh://guest");
        }

        @Override
        public String name() {
            return guest;
        }

        @Override
        public Answer run(Command command) {
            if (command.words().contains(deadly) && deaths > 0) {
                deaths--;
                open = false;
            }
            if (!open || !running.contains(guest)) {
                open = false;
                throw new RingsideException("The connection to " + guest + " was lost", "see whether it runs");
            }
            return here.run(command);
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
