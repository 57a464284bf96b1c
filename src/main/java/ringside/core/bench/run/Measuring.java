package ringside.core.bench.run;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ringside.core.RingsideException;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shells;
import ringside.core.host.Target;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;

/** Measures plans: begins sessions, goes on with them after anything, and knows how far each is. */
public final class Measuring {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Shells shells;
    private final ResultStore store;
    private final Path folder;
    private final List<Benchmark> suite;
    private final Ground ground;
    private final Guests guests;

    /**
     * @param folder where sessions are kept, a folder for each
     * @param suite every benchmark that plans may name
     * @param guests starts those that subjects are
     */
    public Measuring(Shells shells, ResultStore store, Path folder, List<Benchmark> suite, Guests guests) {
        this(shells, store, folder, suite, Ground.USUAL, guests);
    }

    Measuring(Shells shells, ResultStore store, Path folder, List<Benchmark> suite, Ground ground) {
        this(shells, store, folder, suite, ground, Guests.NONE);
    }

    Measuring(Shells shells, ResultStore store, Path folder, List<Benchmark> suite, Ground ground, Guests guests) {
        this.shells = shells;
        this.store = store;
        this.folder = folder;
        this.suite = List.copyOf(suite);
        this.ground = ground;
        this.guests = guests;
    }

    /**
     * A new session. Nothing is measured or stored yet.
     *
     * @param set the result set its samples go into; one that is there must have been measured, and gets further runs
     * @param seed of the order of its runs; drawn where none is given
     */
    public Session begin(Plan plan, List<Subject> subjects, String set, OptionalLong seed) {
        if (!ResultSet.canBeNamed(set))
            throw new RingsideException(
                    "\"" + set + "\" cannot be the name of a set", "choose one of up to 120 characters");
        store.find(set).ifPresent(there -> Ledger.refuseForeign(there.set()));
        for (Subject one : subjects)
            for (Subject other : subjects)
                if (one.target().equals(other.target()) && !one.machine().equals(other.machine()))
                    throw new RingsideException(
                            one.target() + " is said to be two machines, " + one.machine() + " and " + other.machine(),
                            "give it one name: of a machine one subject at a time is measured");
        new Preparing(plan, suite, new Compiling(this::here)); // refuses what is not known
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        byte[] distinct = new byte[4];
        RANDOM.nextBytes(distinct);
        String id = ID.format(now) + "-" + HexFormat.of().formatHex(distinct);
        return new Session(id, now, set, seed.orElseGet(() -> RANDOM.nextLong() >>> 12), plan, subjects);
    }

    private ringside.core.host.Shell here() {
        return shells.open(Target.LOCAL, AccessQuestions.NOBODY);
    }

    /** All there are, the oldest first. One whose files cannot be read is left out of it; {@link #session} says why. */
    public List<Session.State> sessions() {
        return SessionFolder.all(folder).stream()
                .flatMap(one -> States.of(one).stream())
                .toList();
    }

    /** @throws RingsideException if there is none of this id, or it cannot be read */
    public Session session(String id) {
        return SessionFolder.all(folder).stream()
                .filter(one -> one.path().getFileName().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new RingsideException(
                        "There is no session " + id, "'ringside bench sessions' lists those there are"))
                .session();
    }

    /** The latest one that is not finished. */
    public Optional<Session> unfinished() {
        return SessionFolder.all(folder).reversed().stream()
                .flatMap(one -> States.of(one).stream())
                .filter(state -> !state.finished())
                .map(Session.State::session)
                .findFirst();
    }

    /**
     * Measures what is missing of a session, from its beginning or from where it was interrupted. It comes back when
     * nothing is missing, when all is cancelled, or when no subject can be reached any more.
     *
     * @param questions what to ask a person on the way to hosts; on threads of this method's
     * @throws RingsideException if nobody can be reached, another Ringside measures the session or a machine of it, or the
     *     disk is full; what was measured is kept
     */
    public Event.Finished measure(
            Session session, AccessQuestions questions, Controls controls, Event.Listener listener) {
        var place = new SessionFolder(folder.resolve(session.id()));
        boolean fresh = !java.nio.file.Files.exists(place.journal());
        if (fresh) SessionFolder.create(folder, session);
        try (SessionFolder.Held held = place.hold().orElseThrow(() -> held(session))) {
            return new Measured(session, place, this, questions, controls, listener).run();
        } finally {
            if (fresh) place.removeIfEmpty();
        }
    }

    /**
     * Forgets a session that shall not go on; its result set stays.
     *
     * @return the guests that it had left behind, and that are gone now
     * @throws RingsideException if it is being measured, or a guest of it cannot be ended
     */
    public List<String> remove(Session session, AccessQuestions questions) {
        var place = new SessionFolder(folder.resolve(session.id()));
        var removed = new ArrayList<String>();
        try (SessionFolder.Held held = place.hold().orElseThrow(() -> held(session))) {
            for (int i = 0; i < session.subjects().size(); i++) {
                Subject subject = session.subjects().get(i);
                if (subject.guest().isPresent() && guests.remove(session.guest(i), subject, questions))
                    removed.add(session.guest(i));
            }
            place.remove();
        }
        return removed;
    }

    private static RingsideException held(Session session) {
        return new RingsideException(
                "The session " + session.id() + " is being measured already",
                "look for the other Ringside; when it has ended this can go on");
    }

    Shells shells() {
        return shells;
    }

    ResultStore store() {
        return store;
    }

    List<Benchmark> suite() {
        return suite;
    }

    Ground ground() {
        return ground;
    }

    Guests guests() {
        return guests;
    }
}
