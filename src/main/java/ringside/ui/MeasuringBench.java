package ringside.ui;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import ringside.core.Progress;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.bench.plan.PlanFile;
import ringside.core.bench.plan.Plans;
import ringside.core.bench.preflight.Preflight;
import ringside.core.bench.run.Controls;
import ringside.core.bench.run.Event;
import ringside.core.bench.run.Remembering;
import ringside.core.bench.run.Session;
import ringside.core.experiment.Offer;
import ringside.core.figure.Plotting;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Command;
import ringside.core.host.SavedHost;
import ringside.core.host.SavedHosts;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.result.Origin;
import ringside.core.result.ResultStore.StoredSet;
import ringside.ui.bench.Bench;
import ringside.workbench.Workbench;

/** What the page of benchmarks measures with: the workbench's runner, its store and the saved hosts. */
final class MeasuringBench implements Bench {
    private final Workbench workbench;
    private final SavedHosts saved;

    MeasuringBench(Workbench workbench, SavedHosts saved) {
        this.workbench = workbench;
        this.saved = saved;
    }

    @Override
    public List<SavedHost> hosts() {
        return saved.all();
    }

    @Override
    public List<Plan> plans() {
        return Plans.bundled();
    }

    @Override
    public Plan read(Path file) {
        return PlanFile.read(file);
    }

    @Override
    public Readiness look(Plan plan, Target host, AccessQuestions questions, Progress progress) {
        progress.at(host.words(), Double.NaN);
        try (Shell shell = Workbench.shells().open(host, questions)) {
            return new Readiness(host, shell.name(), plan, Preflight.of(plan, shell));
        }
    }

    @Override
    public Experimental experimental(Target host, AccessQuestions person) {
        var questions = new Remembering(person);
        List<Offer> offers = Offer.of(Workbench.hypervisors(), host, questions);
        return new Experimental(offers, Workbench.images().all(), cores(host, questions));
    }

    private static int cores(Target host, Remembering questions) {
        if (host instanceof Target.Local) return Runtime.getRuntime().availableProcessors();
        try (Shell shell = Workbench.shells().open(host, questions.attempt())) {
            String said = shell.run(Command.of("nproc")).out().strip();
            return said.matches("[1-9]\\d{0,5}") ? Integer.parseInt(said) : 1;
        }
    }

    @Override
    public List<Session.State> unfinished() {
        return workbench.measuring().sessions().stream()
                .filter(state -> !state.finished())
                .toList();
    }

    @Override
    public Session begin(Plan plan, List<Subject> subjects, String set) {
        return workbench.measuring().begin(plan, subjects, set, OptionalLong.empty());
    }

    @Override
    public Event.Finished measure(
            Session session, AccessQuestions questions, Controls controls, Event.Listener listener) {
        return workbench.measuring().measure(session, questions, controls, listener);
    }

    @Override
    public Plotting plotting() {
        return workbench.plotting();
    }

    @Override
    public List<String> earlier(Set<String> benchmarks) {
        return workbench.store().sets().stream()
                .filter(stored -> stored.set().origin() == Origin.MEASURED)
                .filter(stored -> stored.benchmarks().stream().anyMatch(benchmarks::contains))
                .sorted(Comparator.comparing((StoredSet stored) -> stored.set().created())
                        .reversed())
                .map(stored -> stored.set().name())
                .toList();
    }
}
