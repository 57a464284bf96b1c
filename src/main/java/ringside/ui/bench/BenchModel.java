package ringside.ui.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.bench.run.Session;
import ringside.core.host.AccessQuestions;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;
import ringside.core.result.ResultSet;
import ringside.ui.access.Asking;
import ringside.ui.kit.Background;
import ringside.ui.kit.Task;
import ringside.ui.kit.Terminal;
import ringside.ui.kit.Texts;

/** What to measure and where, what the hosts have for it, and the measurement that goes on. */
final class BenchModel {
    /** What is known of the hosts before they are measured. */
    sealed interface Look {
        record Nothing() implements Look {}

        record Under(Task task) implements Look {}

        record Done(List<Bench.Readiness> hosts) implements Look {}

        record Failed(RingsideException trouble) implements Look {}
    }

    private record Offer(List<SavedHost> hosts, List<Plan> plans, List<Session.State> unfinished) {}

    private final Background background;
    private final Supplier<Bench> bench;
    private final Background.Latest reading;
    private final Background.Latest looking;
    private final Asking asking;
    private final ExperimentModel experiment;
    private final ObservableList<SavedHost> hosts = FXCollections.observableArrayList();
    private final ObservableList<Plan> plans = FXCollections.observableArrayList();
    private final ObservableList<Session.State> unfinished = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Set<Target>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Set.of(Target.LOCAL));
    private final ReadOnlyObjectWrapper<Set<Target>> targets =
            new ReadOnlyObjectWrapper<>(this, "targets", Set.of(Target.LOCAL));
    private final ObjectProperty<Optional<Plan>> plan = new SimpleObjectProperty<>(this, "plan", Optional.empty());
    private final StringProperty set = new SimpleStringProperty(this, "set", "");
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(this, "look", new Look.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Ongoing>> ongoing =
            new ReadOnlyObjectWrapper<>(this, "ongoing", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RingsideException>> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());
    private @Nullable String suggested; // the name that the set has unless a person gives it another
    private String planSource = ""; // what a terminal would be given for the plan

    BenchModel(Background background, Supplier<Bench> bench) {
        this.background = background;
        this.bench = bench;
        reading = background.latest();
        looking = background.latest();
        asking = new Asking(background);
        experiment = new ExperimentModel(background, bench);
        plan.subscribe(any -> changed());
        chosen.subscribe(any -> aim());
        experiment.changesProperty().subscribe(any -> aim());
        targets.subscribe(any -> changed());
    }

    ObservableList<SavedHost> hosts() {
        return hosts;
    }

    ObservableList<Plan> plans() {
        return plans;
    }

    /** Sessions that something cut short, the latest first. */
    ObservableList<Session.State> unfinished() {
        return unfinished;
    }

    ReadOnlyObjectProperty<Set<Target>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The hosts that would be gone to: those, or the one whose platforms are compared. */
    ReadOnlyObjectProperty<Set<Target>> targetsProperty() {
        return targets.getReadOnlyProperty();
    }

    private void aim() {
        targets.set(isExperiment() ? Set.of(experiment.hostProperty().get()) : chosen.get());
    }

    ObjectProperty<Optional<Plan>> planProperty() {
        return plan;
    }

    /** The result set that the samples go into. */
    StringProperty setProperty() {
        return set;
    }

    ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** The measurement in view: it goes on, or has ended and is not put away yet. */
    ReadOnlyObjectProperty<Optional<Ongoing>> ongoingProperty() {
        return ongoing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<RingsideException>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    Asking asking() {
        return asking;
    }

    /** The guests that are started on a host, where that is wanted instead of hosts as they are. */
    ExperimentModel experiment() {
        return experiment;
    }

    private boolean isExperiment() {
        return experiment.wantedProperty().get();
    }

    Supplier<Bench> bench() {
        return bench;
    }

    void refresh() {
        if (isMeasuring()) return; // the processor belongs to the benchmark
        reading.run(
                Texts.of("bench.reading-offers"),
                progress -> new Offer(
                        bench.get().hosts(), bench.get().plans(), bench.get().unfinished()),
                this::show,
                fault -> trouble.set(Optional.of(fault)));
    }

    private void show(Offer offer) {
        trouble.set(Optional.empty());
        hosts.setAll(offer.hosts());
        unfinished.setAll(offer.unfinished().reversed());
        var there = new LinkedHashSet<>(chosen.get());
        there.retainAll(offer.hosts().stream().map(SavedHost::target).toList());
        if (!there.equals(chosen.get())) chosen.set(there);
        if (offer.hosts().stream()
                .noneMatch(
                        saved -> saved.target().equals(experiment.hostProperty().get())))
            experiment.hostProperty().set(Target.LOCAL);
        if (plans.isEmpty()) {
            plans.setAll(offer.plans());
            offer.plans().stream().findFirst().ifPresent(this::choose);
        }
    }

    void choose(Target host, boolean wanted) {
        var now = new LinkedHashSet<>(chosen.get());
        if (wanted ? now.add(host) : now.remove(host)) chosen.set(now);
    }

    /** One that came with the program. */
    void choose(Plan one) {
        planSource = one.id();
        plan.set(Optional.of(one));
    }

    void open(Path file, Consumer<RingsideException> report) {
        background.run(
                Texts.of("bench.reading", file.getFileName()),
                progress -> bench.get().read(file),
                read -> {
                    if (!plans.contains(read)) plans.add(read);
                    planSource = file.toString();
                    plan.set(Optional.of(read));
                },
                report);
    }

    private void changed() {
        looking.cancel();
        asking.end();
        look.set(new Look.Nothing());
        String name = plan.get()
                .map(one -> one.id() + "-" + LocalDate.now(java.time.ZoneId.systemDefault()))
                .orElse("");
        if (set.get().isEmpty() || set.get().equals(suggested)) set.set(name);
        suggested = name;
        // Nobody has to be asked anything on the way to this machine
        if (targets.get().equals(Set.of(Target.LOCAL)) && plan.get().isPresent()) look();
    }

    /** Looks at the chosen hosts, one after the other. */
    void look() {
        Optional<Plan> wanted = plan.get();
        if (wanted.isEmpty() || targets.get().isEmpty()) return;
        AccessQuestions questions = asking.begin();
        List<Target> each = List.copyOf(targets.get());
        Task task = looking.run(
                Texts.of("bench.looking"),
                progress -> {
                    var found = new ArrayList<Bench.Readiness>();
                    for (Target target : each) found.add(bench.get().look(wanted.get(), target, questions, progress));
                    return found;
                },
                found -> looked(new Look.Done(List.copyOf(found))),
                fault -> looked(new Look.Failed(fault)));
        if (task.isRunning()) look.set(new Look.Under(task));
    }

    private void looked(Look now) {
        asking.end();
        look.set(now);
    }

    void cancelLook() {
        looking.cancel();
        looked(new Look.Nothing());
    }

    boolean isMeasuring() {
        return ongoing.get().filter(Ongoing::isGoing).isPresent();
    }

    /** Why it cannot be started; empty if it can. */
    Optional<String> objection() {
        if (plan.get().isEmpty()) return Optional.of(Texts.of("bench.no-plan"));
        if (!isExperiment() && chosen.get().isEmpty()) return Optional.of(Texts.of("bench.no-host"));
        if (isExperiment() && experiment.objection().isPresent()) return experiment.objection();
        if (!ResultSet.canBeNamed(set.get())) return Optional.of(Texts.of("bench.no-set", ResultSet.LONGEST_NAME));
        return Optional.empty();
    }

    /** Measures the chosen plan on the chosen hosts, or guests. */
    void start(Consumer<RingsideException> report) {
        if (objection().isPresent() || isMeasuring()) return;
        Plan wanted = plan.get().orElseThrow();
        boolean alone = chosen.get().size() == 1;
        List<Subject> subjects = isExperiment()
                ? experiment.subjects(wanted)
                : chosen.get().stream().map(target -> subject(target, alone)).toList();
        String name = set.get();
        looking.cancel();
        background.run(
                Texts.of("bench.preparing", wanted.title()),
                progress -> bench.get().begin(wanted, subjects, name),
                this::measure,
                report);
    }

    /** A host as it is, without a guest; named as {@code ringside bench run} names it. */
    private static Subject subject(Target target, boolean alone) {
        String machine = target.place();
        return Subject.host(alone ? "host" : "host on " + machine, target, machine);
    }

    /** Goes on with what was begun. */
    void measure(Session session) {
        if (isMeasuring()) return;
        ongoing.set(Optional.of(Ongoing.start(session, bench, asking, background, this::ended)));
    }

    private void ended() {
        asking.end();
        refresh();
    }

    /** Puts away a measurement that has ended. */
    void close() {
        if (isMeasuring()) return;
        ongoing.set(Optional.empty());
        refresh();
    }

    /** What a terminal would be told to look at the same; that takes one host at a time. */
    String lookCommand() {
        return plan.get().isEmpty() || targets.get().size() != 1
                ? ""
                : Terminal.ringside(
                        "bench",
                        "preflight",
                        "--plan",
                        planSource,
                        "--target",
                        targets.get().iterator().next().text());
    }

    /** What a terminal would be told to measure the same; empty where it cannot be said. */
    String command() {
        if (objection().isPresent()) return "";
        var words = new ArrayList<>(List.of(isExperiment() ? "experiment" : "bench", "run", "--plan", planSource));
        if (isExperiment()) words.addAll(experiment.words());
        else chosen.get().forEach(target -> words.addAll(List.of("--target", target.text())));
        words.addAll(List.of("--set", set.get()));
        return Terminal.ringside(words);
    }
}
