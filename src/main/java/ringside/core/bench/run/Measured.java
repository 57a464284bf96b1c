package ringside.core.bench.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;

/** One start of a session, from the opening of its journal to the last event. */
final class Measured {
    /** OpenSSH's servers begin to refuse the eleventh that is not let in yet; a jump host stands before many. */
    private static final int AT_ONCE = 8;

    private final Session session;
    private final SessionFolder folder;
    private final Measuring measuring;
    private final Remembering questions;
    private final Controls controls;
    private final Event.Listener listener;
    private final AtomicReference<@Nullable RuntimeException> fault = new AtomicReference<>();
    private final AtomicReference<Event.@Nullable Finished> finished = new AtomicReference<>();

    Measured(
            Session session,
            SessionFolder folder,
            Measuring measuring,
            AccessQuestions questions,
            Controls controls,
            Event.Listener listener) {
        this.session = session;
        this.folder = folder;
        this.measuring = measuring;
        this.questions = new Remembering(questions);
        this.controls = controls;
        this.listener = listener;
    }

    Event.Finished run() {
        Journal.Content before = Journal.read(folder.journal());
        var ledger = new Ledger(measuring.store(), session, folder);
        var teller = new Teller(this::heard, controls::cancel);
        // All is told while the journal is open: a note that comes late is written there
        try (Journal journal = Journal.open(folder.journal(), before);
                Teller ignored = teller) {
            teller.tell(
                    new Event.Started(Instant.now(), session, !before.entries().isEmpty()));
            var going = new Going(session, folder, journal, before.entries(), ledger, teller);
            controls.listen(listener(going));
            try {
                go(going);
            } finally {
                controls.end();
            }
            RuntimeException known = fault.get();
            if (known != null) throw known;
            going.finished(controls.isCancelled());
        } catch (IOException e) {
            throw Journal.full(folder.journal(), e);
        } finally {
            teller.close();
        }
        teller.check();
        Event.Finished last = finished.get();
        if (last == null) throw new IllegalStateException("a session that does not end");
        return last;
    }

    private static Controls.Listener listener(Going going) {
        return new Controls.Listener() {
            @Override
            public void paused(boolean now) {
                going.tell(now ? new Event.Paused(Instant.now()) : new Event.Resumed(Instant.now()));
            }

            @Override
            public void noted(String text) {
                going.noted(text);
            }
        };
    }

    private void heard(Event event) {
        if (event instanceof Event.Finished last) finished.set(last);
        listener.happened(event);
    }

    private void go(Going going) {
        var preparing = new Preparing(
                session.plan(),
                measuring.suite(),
                new Compiling(() -> measuring.shells().open(Target.LOCAL, AccessQuestions.NOBODY)));
        var starting = new Starting(going, preparing);
        try (var holds = new Holds()) {
            Map<String, List<Way>> machines = machines(holds);
            try {
                together(machines.values(), starting::reach, true);
                if (isStopped()) return;
                Map<Integer, Way> open = starting.expand();
                together(machines.values(), ways -> loop(going, preparing, ways, open), true);
            } finally {
                together(machines.values(), ways -> ways.forEach(way -> leave(going, way)), false);
            }
        }
    }

    private boolean isStopped() {
        return controls.isCancelled() || fault.get() != null;
    }

    private Map<String, List<Way>> machines(Holds holds) {
        var machines = new LinkedHashMap<String, List<Way>>();
        var doors = new Semaphore(AT_ONCE);
        for (int i = 0; i < session.subjects().size(); i++)
            machines.computeIfAbsent(session.subjects().get(i).machine(), machine -> new ArrayList<>())
                    .add(new Way(i, session, measuring, questions, holds, doors));
        return machines;
    }

    private void loop(Going going, Preparing preparing, List<Way> ways, Map<Integer, Way> open)
            throws InterruptedException {
        var own = new LinkedHashMap<Integer, Way>();
        for (Way way : ways) if (open.containsKey(way.subject())) own.put(way.subject(), way);
        if (!own.isEmpty()) new MachineLoop(going, own, preparing, controls, measuring.ground()).run();
    }

    /** Leaves nothing there: what is needed again is made again. */
    private static void leave(Going going, Way way) {
        boolean inside = way.isInside();
        try (way) {
            if (!way.isTemporary()) way.remove();
        } catch (RingsideException lost) {
            // A folder is found and removed when the session goes on; a guest has to be removed by a person
            if (inside)
                going.tell(new Event.SubjectLost(
                        Instant.now(), way.subject(), lost.problem(), lost.remedy(), Optional.empty()));
            return;
        } catch (Progress.Cancelled cut) {
            return;
        }
        if (inside) going.tell(new Event.GuestRemoved(Instant.now(), way.subject()));
    }

    private interface Work {
        void on(List<Way> ways) throws InterruptedException;
    }

    /** For each machine on a thread of its own; comes back when all have ended. The first fault stops the others. */
    private void together(Iterable<List<Way>> machines, Work work, boolean cancellable) {
        var threads = new ArrayList<Thread>();
        for (List<Way> ways : machines)
            threads.add(Thread.ofVirtual()
                    .name("machine " + ways.getFirst().target().machine())
                    .start(() -> alone(ways, work, cancellable)));
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    controls.cancel();
                }
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void alone(List<Way> ways, Work work, boolean cancellable) {
        if (cancellable) controls.enter();
        try {
            work.on(ways);
        } catch (InterruptedException | Progress.Cancelled cancelled) {
            // By a person, or because of a fault elsewhere
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            fault.compareAndSet(null, Teller.fault(e));
            controls.cancel();
        } finally {
            controls.leave();
        }
    }
}
