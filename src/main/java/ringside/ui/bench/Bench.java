package ringside.ui.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ringside.core.Progress;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.bench.run.Controls;
import ringside.core.bench.run.Event;
import ringside.core.bench.run.Session;
import ringside.core.figure.Plotting;
import ringside.core.host.AccessQuestions;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;

/** What the page measures with. Every method may be slow: on worker threads only. */
public interface Bench {
    /** Those that were saved, this machine first. */
    List<SavedHost> hosts();

    /** Those that come with the program, the shortest first. */
    List<Plan> plans();

    Plan read(Path file);

    /**
     * Looks at a host before it is measured; nothing is changed there.
     *
     * @throws ringside.core.RingsideException if it cannot be reached
     */
    Readiness look(Plan plan, Target host, AccessQuestions questions, Progress progress);

    /** Sessions that something cut short, the oldest first. */
    List<Session.State> unfinished();

    /** A new session; nothing is measured yet. @throws ringside.core.RingsideException if the set cannot take it */
    Session begin(Plan plan, List<Subject> subjects, String set);

    /** Measures until nothing is missing, all is cancelled, or nobody can be reached any more. */
    Event.Finished measure(
            Session session, AccessQuestions questions, Controls controls, Event.Listener listener);

    Plotting plotting();

    /** The sets measured here earlier that have one of these benchmarks, the latest first. */
    List<String> earlier(Set<String> benchmarks);

    /**
     * What a host has and lacks for a plan.
     *
     * @param benchmarks of the plan, in its order
     * @param remarks on the machine: what would bend the results
     * @param duration of the plan there, where it can be told
     */
    record Readiness(
            Target target, String name, List<Tool> benchmarks, List<Remark> remarks, Optional<Duration> duration) {
        public Readiness {
            benchmarks = List.copyOf(benchmarks);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * A benchmark on a host.
     *
     * @param lacking what is not there, for people; empty if it can be measured
     * @param remedy how to get it
     * @param command that gets it; empty where there is none
     */
    record Tool(String title, String summary, String lacking, String remedy, String command) {
        public boolean isReady() {
            return lacking.isEmpty();
        }
    }

    /**
     * Something about the machine.
     *
     * @param bends what it can do to which results; empty for what is as it should be
     * @param command that mends it; may be empty
     */
    record Remark(String text, String bends, String remedy, String command) {}
}
