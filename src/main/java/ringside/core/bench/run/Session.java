package ringside.core.bench.run;

import java.time.Instant;
import java.util.List;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;

/**
 * A plan that was started on some subjects, as it is kept from its start to its end, however often it is interrupted.
 *
 * @param id names its folder; sorts by time
 * @param set the result set that its samples go into
 * @param seed decides the order of its runs
 */
public record Session(String id, Instant created, String set, long seed, Plan plan, List<Subject> subjects) {
    public Session {
        subjects = List.copyOf(subjects);
        if (!id.matches("[A-Za-z0-9-]{1,64}")) throw new IllegalArgumentException("not the id of a session: " + id);
        if (subjects.isEmpty()) throw new IllegalArgumentException("a session measures somebody");
        long labels = subjects.stream()
                .map(subject -> subject.configuration().platform() + "\n"
                        + subject.configuration().label())
                .distinct()
                .count();
        if (labels < subjects.size())
            throw new IllegalArgumentException("two subjects have the same platform and label");
    }

    /** What a subject is called, for people. */
    public String label(int subject) {
        return subjects.get(subject).configuration().label();
    }

    /** What the guest is called that is started for a subject: no other session has it, and folders have short names. */
    String guest(int subject) {
        return "bench-" + id.replaceFirst("^.*-", "") + "-" + subject;
    }

    /**
     * How far a session is.
     *
     * @param runs that are done and count
     * @param missing runs that are still to be made at least; 0 if it is finished
     * @param troubles what has to be done about it, or what a reader should know
     */
    public record State(Session session, boolean finished, int runs, int missing, List<String> troubles) {
        public State {
            troubles = List.copyOf(troubles);
        }
    }
}
