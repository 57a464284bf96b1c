package ringside.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.core.bench.Subject;
import ringside.core.bench.run.Remembering;
import ringside.core.experiment.Experiment;

/** Exits with 0 once all that the plan asks for is measured. */
@Command(
        name = "run",
        description = {
            "Measures the configurations that 'experiment plan' shows, into one result set.",
            "Interrupted by Ctrl-C or anything else, it goes on by 'ringside experiment resume'."
        })
final class RunExperiment implements Callable<Integer> {
    private final Session session;

    @Mixin
    private ExperimentChoice choice = new ExperimentChoice();

    @Option(names = "--set", paramLabel = "NAME", description = "the result set; one that was measured gets more runs")
    private Optional<String> set = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "decides the order of the runs; else it is drawn")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--wait-ssh",
            paramLabel = "SECONDS",
            description = "how long a guest may take until it answers; 180 if not said, emulated hosts take longer")
    private Optional<Integer> wait = Optional.empty();

    @Option(names = "--json", description = "print each event as a line of JSON")
    private boolean json;

    RunExperiment(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Remembering questions = choice.questions();
        Experiment experiment = choice.experiment(() -> choice.offers(questions));
        experiment.unfair().forEach(finding -> finding.toString().lines().forEach(session::say));
        List<Subject> subjects = experiment.subjects(choice.image(), choice.host(), wait.map(Duration::ofSeconds));
        String name =
                set.orElseGet(() -> "experiment " + experiment.plan().id() + " " + RunBench.DAY.format(Instant.now()));
        var begun = session.workbench()
                .measuring()
                .begin(
                        experiment.plan(),
                        subjects,
                        name,
                        seed.map(OptionalLong::of).orElseGet(OptionalLong::empty));
        return new Watching(session, questions.attempt(), json, begun).measure();
    }
}
