package ringside.ui.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ringside.core.Progress;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.bench.plan.Estimate;
import ringside.core.bench.preflight.Preflight;
import ringside.core.bench.run.Controls;
import ringside.core.bench.run.Event;
import ringside.core.bench.run.Session;
import ringside.core.experiment.Offer;
import ringside.core.figure.Plotting;
import ringside.core.host.AccessQuestions;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;
import ringside.core.image.GuestImage;

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

    /**
     * What experiments can be made of on a host; every platform is tried.
     *
     * @throws ringside.core.RingsideException if it cannot be reached
     */
    Experimental experimental(Target host, AccessQuestions questions);

    /**
     * @param images of this machine, of which another host gets a copy
     * @param cores of the host
     */
    record Experimental(List<Offer> offers, List<GuestImage> images, int cores) {
        public Experimental {
            offers = List.copyOf(offers);
            images = List.copyOf(images);
        }
    }

    /** Sessions that something cut short, the oldest first. */
    List<Session.State> unfinished();

    /** A new session; nothing is measured yet. @throws ringside.core.RingsideException if the set cannot take it */
    Session begin(Plan plan, List<Subject> subjects, String set);

    /** Measures until nothing is missing, all is cancelled, or nobody can be reached any more. */
    Event.Finished measure(Session session, AccessQuestions questions, Controls controls, Event.Listener listener);

    Plotting plotting();

    /** The sets measured here earlier that have one of these benchmarks, the latest first. */
    List<String> earlier(Set<String> benchmarks);

    /**
     * A host held against a plan.
     *
     * @param name the host's, for people
     */
    record Readiness(Target target, String name, Plan plan, Preflight preflight) {
        /** Of the plan there, with what is there; empty if nothing of it can be measured. */
        public Optional<Duration> duration() {
            List<Measurement> measurable = preflight.measurable();
            return measurable.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Estimate(plan.repetitions(), measurable).left());
        }

        /** Whether some of a benchmark can be measured there. */
        public boolean measures(Benchmark benchmark) {
            return preflight.measurable().stream()
                    .anyMatch(measurement -> measurement.benchmark().equals(benchmark.id()));
        }
    }
}
