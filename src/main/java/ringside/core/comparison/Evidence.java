package ringside.core.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.RingsideException;
import ringside.core.result.Better;
import ringside.core.result.Configuration;
import ringside.core.result.Origin;
import ringside.core.result.Parameters;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;
import ringside.core.stats.Bootstrap;
import ringside.core.stats.Comparison;
import ringside.core.stats.Contest;
import ringside.core.yaml.Document;

/** The chosen result sets, each configuration held against its set's reference. */
public record Evidence(List<Studied> sets, Comparison.Rule rule) {
    public Evidence {
        sets = List.copyOf(sets);
    }

    /** Of all sets, set by set. */
    public List<Cell> cells() {
        return sets.stream().flatMap(studied -> studied.cells().stream()).toList();
    }

    /** The set's part; a set that does not count has none. */
    public Optional<Studied> set(String name) {
        return sets.stream().filter(studied -> studied.name().equals(name)).findFirst();
    }

    /** Reads the sets that the need names, or all. @throws RingsideException if there is no such set or reference */
    public static Evidence read(ResultStore store, Need need) {
        return read(store, need, Bootstrap.USUAL);
    }

    /** Simulations of many comparisons draw fewer resamples. */
    public static Evidence read(ResultStore store, Need need, Bootstrap bootstrap) {
        Map<String, ResultStore.StoredSet> all = new TreeMap<>();
        store.sets().forEach(stored -> all.put(stored.set().name(), stored));
        for (String name : need.sets())
            if (!all.containsKey(name))
                throw new RingsideException(
                        "There is no set named \"" + Document.shown(name) + "\"",
                        "'ringside sets list' shows the sets there are");
        if (!need.sets().isEmpty()) all.keySet().retainAll(need.sets());
        var rule = new Comparison.Rule(need.difference(), Comparison.Rule.USUAL.level(), bootstrap);
        Map<String, Observations> observed = Observations.of(store, new TreeSet<>(all.keySet()));
        var sets = new ArrayList<Studied>();
        SortedSet<String> labels = new TreeSet<>();
        all.forEach((name, stored) -> {
            List<Configuration> configurations = store.configurations(name);
            configurations.forEach(configuration -> labels.add(configuration.label()));
            sets.add(study(stored, configurations, observed.getOrDefault(name, new Observations()), need, rule));
        });
        need.reference().filter(label -> !labels.contains(label)).ifPresent(label -> {
            throw new RingsideException(
                    "No chosen set has a configuration named \"" + Document.shown(label) + "\"",
                    labels.isEmpty()
                            ? "choose sets that were measured"
                            : "name one of " + Phrases.some(List.copyOf(labels), 8));
        });
        return new Evidence(sets, rule);
    }

    private static Studied study(
            ResultStore.StoredSet stored,
            List<Configuration> configurations,
            Observations observations,
            Need need,
            Comparison.Rule rule) {
        List<Configuration> references = references(configurations, observations, need);
        Map<Task, Map<Configuration, Repetitions>> measured = observations.measured();
        var pairs = new ArrayList<Pair>();
        for (var task : measured.entrySet()) {
            for (var one : task.getValue().entrySet()) {
                if (one.getValue().n() == 0 || one.getKey().equals(references.isEmpty() ? null : references.getFirst()))
                    continue;
                Optional<Pair> pair = pair(task.getKey(), one.getKey(), one.getValue(), references, measured);
                pair.ifPresent(pairs::add);
            }
        }
        return new Studied(
                stored,
                configurations.stream().sorted(Subjects.ORDER).toList(),
                references.stream().findFirst(),
                cells(stored.set().name(), pairs, rule),
                measured,
                Crossovers.of(measured, rule),
                unmatched(measured, pairs));
    }

    private static List<Studied.Unmatched> unmatched(
            Map<Task, Map<Configuration, Repetitions>> measured, List<Pair> pairs) {
        var matched = new HashSet<Studied.Unmatched>();
        for (Pair pair : pairs) {
            matched.add(new Studied.Unmatched(pair.task(), pair.own()));
            matched.add(new Studied.Unmatched(pair.same(), pair.other()));
        }
        return measured.entrySet().stream()
                .flatMap(task -> task.getValue().entrySet().stream()
                        .filter(one -> one.getValue().n() > 0)
                        .map(one -> new Studied.Unmatched(task.getKey(), one.getKey())))
                .filter(each -> !matched.contains(each))
                .toList();
    }

    /** The named one; else the hosts, of which the first that has a task counts; else the first that was measured. */
    private static List<Configuration> references(
            List<Configuration> configurations, Observations observations, Need need) {
        List<Configuration> named = configurations.stream()
                .filter(configuration ->
                        need.reference().filter(configuration.label()::equals).isPresent())
                .limit(1)
                .toList();
        if (!named.isEmpty()) return named;
        List<Configuration> hosts = configurations.stream()
                .filter(configuration -> configuration.platform().equals(Subjects.HOST))
                .toList();
        if (!hosts.isEmpty()) return hosts;
        return configurations.stream().filter(observations::has).limit(1).toList();
    }

    /** @param same the task of the reference, which differs where disks differ by nature */
    private record Pair(
            Task task, Task same, Configuration own, Configuration other, Repetitions values, Repetitions reference) {}

    private static Optional<Pair> pair(
            Task task,
            Configuration own,
            Repetitions values,
            List<Configuration> references,
            Map<Task, Map<Configuration, Repetitions>> measured) {
        return counterparts(task)
                .flatMap(same -> references.stream()
                        .filter(reference -> !reference.equals(own))
                        .flatMap(reference -> Stream.ofNullable(
                                        measured.getOrDefault(same, Map.of()).get(reference))
                                .filter(there -> there.n() > 0)
                                .map(there -> new Pair(task, same, own, reference, values, there))))
                .findFirst();
    }

    /** The same point; then, as disks differ by nature, the host's own disk, or one that is not stated. */
    private static Stream<Task> counterparts(Task task) {
        if (task.point().get("disk") == null) return Stream.of(task);
        Parameters bare = task.point().without("disk");
        return Stream.of(task.point(), bare.with("disk", "native"), bare)
                .map(point -> new Task(task.set(), task.benchmark(), task.metric(), point));
    }

    /** Whether its values were read in a publication, where one may stand for many runs. */
    static boolean isTranscribed(ResultSet set) {
        return set.origin() == Origin.PUBLISHED || set.origin() == Origin.DIGITISED;
    }

    /** What is read together is judged together: all points and configurations of one metric of a set. */
    private static List<Cell> cells(String set, List<Pair> pairs, Comparison.Rule rule) {
        Map<String, List<Pair>> families = pairs.stream()
                .collect(Collectors.groupingBy(pair -> pair.task().family(), LinkedHashMap::new, Collectors.toList()));
        List<List<Comparison>> judged = families.values().parallelStream()
                .map(family ->
                        Comparison.family(family.stream().map(Evidence::contest).toList(), rule))
                .toList();
        List<Comparison> comparisons = judged.stream().flatMap(List::stream).toList();
        var cells = new ArrayList<Cell>();
        for (Pair pair : families.values().stream().flatMap(List::stream).toList()) {
            Comparison comparison = comparisons.get(cells.size());
            Area area = Program.of(
                            pair.task().benchmark(),
                            pair.task().metric(),
                            pair.task().point())
                    .area();
            cells.add(new Cell(
                    set + "#" + (cells.size() + 1),
                    pair.task(),
                    area,
                    pair.own(),
                    pair.other(),
                    pair.values(),
                    pair.reference(),
                    comparison,
                    reason(pair, comparison)));
        }
        return cells;
    }

    private static Contest contest(Pair pair) {
        return contest(pair.values(), pair.reference(), pair.task());
    }

    static Contest contest(Repetitions values, Repetitions reference, Task task) {
        return new Contest(values.values(), reference.values(), task.metric().better() == Better.LOWER);
    }

    private static String reason(Pair pair, Comparison comparison) {
        if (comparison.interval().isPresent() || comparison.reason().isEmpty()) return comparison.reason();
        boolean summary = pair.values().isSummary() || pair.reference().isSummary();
        return summary && comparison.ratio() > 0 ? "published as a mean without its single runs" : comparison.reason();
    }
}
