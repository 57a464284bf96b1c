package ringside.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.core.bench.Subject;
import ringside.core.experiment.Experiment;
import ringside.core.experiment.Offer;
import ringside.core.guest.fair.Finding;
import ringside.core.json.Json;

@Command(
        name = "plan",
        description = {
            "What an experiment would compare on a host, and what makes it unfair. Nothing is measured.",
            "Every platform is tried; those that cannot be part of it say why."
        })
final class PlanExperiment implements Callable<Integer> {
    private final Session session;

    @Mixin
    private ExperimentChoice choice = new ExperimentChoice();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    PlanExperiment(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Offer> offers = choice.offers(choice.questions());
        Experiment experiment = choice.experiment(() -> offers);
        List<Subject> subjects = experiment.subjects(choice.image(), choice.host());
        if (json) session.out().println(Json.pretty(map(offers, experiment, subjects)));
        else print(offers, experiment, subjects);
        return 0;
    }

    private void print(List<Offer> offers, Experiment experiment, List<Subject> subjects) {
        var table = new TextTable("CONFIGURATION", "PLATFORM", "VCPUS", "DISK", "MEASURED WITH");
        for (Subject subject : subjects)
            table.row(
                    subject.configuration().label(),
                    subject.configuration().platform(),
                    subject.configuration().settings().getOrDefault("vcpus", "-"),
                    subject.configuration().settings().getOrDefault("disk", "-"),
                    String.join(", ", benchmarks(experiment, subject)));
        session.out().print(table);
        for (Finding finding : experiment.unfair()) session.out().println("unfair: " + finding);
        for (Offer offer : offers)
            offer.hindrance()
                    .ifPresent(
                            why -> session.say("not here: " + offer.platform().id() + ": " + why));
        Duration host = estimate(experiment);
        session.say("At the pace of the host it is at most " + ShowPlan.words(host.multipliedBy(subjects.size()))
                + "; an emulated guest takes several times its share.");
    }

    private Duration estimate(Experiment experiment) {
        return ShowPlan.estimate(experiment.plan());
    }

    private static List<String> benchmarks(Experiment experiment, Subject subject) {
        return experiment.plan().stages().stream()
                .map(stage -> stage.benchmark())
                .distinct()
                .filter(subject::isMeasuredBy)
                .toList();
    }

    private Map<String, Object> map(List<Offer> offers, Experiment experiment, List<Subject> subjects) {
        var map = new LinkedHashMap<String, Object>();
        map.put("plan", experiment.plan().id());
        map.put("host", choice.host().text());
        var configurations = new ArrayList<Map<String, Object>>();
        for (Subject subject : subjects) {
            var one = new LinkedHashMap<String, Object>();
            one.put("label", subject.configuration().label());
            one.put("platform", subject.configuration().platform());
            one.put("settings", subject.configuration().settings());
            one.put("benchmarks", benchmarks(experiment, subject));
            configurations.add(one);
        }
        map.put("configurations", configurations);
        map.put("unfair", experiment.unfair().stream().map(PlanExperiment::map).toList());
        var not = new LinkedHashMap<String, Object>();
        offers.forEach(offer ->
                offer.hindrance().ifPresent(why -> not.put(offer.platform().id(), why)));
        map.put("not_here", not);
        map.put("host_s", estimate(experiment).toMillis() / 1000.0);
        return map;
    }

    private static Map<String, Object> map(Finding finding) {
        var map = new LinkedHashMap<String, Object>();
        map.put("title", finding.title());
        map.put("values", finding.values());
        map.put("bends", finding.bends());
        map.put("why", finding.why());
        return map;
    }
}
