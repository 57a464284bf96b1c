package ringside.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.bench.plan.Plans;
import ringside.core.bench.run.Remembering;
import ringside.core.host.Target;
import ringside.core.result.Configuration;

/** Exits with 0 once all that the plan asks for is measured. */
@Command(
        name = "run",
        description = {
            "Measures a plan here or on other hosts, into a result set.",
            "Interrupted by Ctrl-C or anything else, it goes on by 'ringside bench resume'."
        })
final class RunBench implements Callable<Integer> {
    static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm").withZone(ZoneOffset.UTC);

    private final Session session;

    @Option(names = "--plan", paramLabel = "FILE|ID", description = "what to measure, and how well (${DEFAULT-VALUE})")
    private String plan = Plans.USUAL;

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description = "local (as it is), or ssh://user@host[:port]; may be given several times")
    private List<String> targets = List.of("local");

    @Option(
            names = "--same-machine",
            description = "the targets are guests of one machine: measure one at a time, in random order")
    private boolean sameMachine;

    @Option(names = "--set", paramLabel = "NAME", description = "the result set; one that was measured gets more runs")
    private Optional<String> set = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "decides the order of the runs; else it is drawn")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--platform", paramLabel = "ID", description = "what the targets are (${DEFAULT-VALUE})")
    private String platform = "host";

    @Option(names = "--label", paramLabel = "TEXT", description = "tells this configuration from others of the set")
    private Optional<String> label = Optional.empty();

    @Mixin
    private AcceptedKey key = new AcceptedKey();

    @Option(names = "--json", description = "print each event as a line of JSON")
    private boolean json;

    RunBench(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Plan chosen = Plans.named(plan);
        var subjects = new ArrayList<Subject>();
        for (String target : targets) subjects.add(subject(Target.parse(target)));
        String name = set.orElseGet(() -> chosen.id() + " " + DAY.format(Instant.now()));
        var begun = session.workbench()
                .measuring()
                .begin(chosen, subjects, name, seed.map(OptionalLong::of).orElseGet(OptionalLong::empty));
        var questions = new Remembering(key.questions());
        new Forewarning(chosen, questions)
                .of(subjects.stream().map(Subject::target).distinct().toList())
                .forEach(session::say);
        return new Watching(session, questions.attempt(), json, begun).measure();
    }

    private Subject subject(Target target) {
        String host = target.place();
        String told = label.orElse(platform);
        String distinct = targets.size() == 1 ? told : told + " on " + host;
        String machine = sameMachine ? "the machine" : host;
        return platform.equals("host")
                ? Subject.host(distinct, target, machine)
                : new Subject(Configuration.of(platform, distinct), target, machine);
    }
}
