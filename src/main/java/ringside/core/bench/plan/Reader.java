package ringside.core.bench.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Knob;
import ringside.core.bench.Plan;
import ringside.core.bench.Plan.Affinity;
import ringside.core.bench.Plan.Repetitions;
import ringside.core.bench.Plan.Stage;
import ringside.core.bench.Settings;
import ringside.core.bench.suite.Suite;
import ringside.core.yaml.Document;
import ringside.core.yaml.Tree;
import ringside.core.yaml.Unreadable;

/** A document as a plan. */
final class Reader {
    /** The file's first key: what it is, and in which version. */
    static final String FORMAT = "ringside-plan";

    static final int VERSION = 1;
    private static final List<String> KEYS = List.of(
            FORMAT,
            "id",
            "version",
            "title",
            "description",
            "repetitions",
            "affinity",
            "directory",
            "longest_s",
            "benchmarks");
    private static final int MOST_STAGES = 200;
    private static final int MOST_VALUES = 1000;

    private final Keys keys;

    Reader(Keys keys) {
        this.keys = keys;
    }

    Plan plan() throws Unreadable {
        keys.whole(FORMAT, VERSION, VERSION);
        keys.allow(KEYS);
        return new Plan(
                id(),
                keys.whole("version", 1, 1_000_000),
                keys.text("title"),
                keys.text("description"),
                repetitions(Keys.of(keys.value("repetitions"), "repetitions")),
                affinity(keys.value("affinity")),
                directory(),
                Duration.ofSeconds(keys.whole("longest_s", 1, 7 * 86_400)),
                stages(keys.value("benchmarks")));
    }

    private String id() throws Unreadable {
        String id = keys.text("id");
        if (id.matches("[a-z0-9][a-z0-9._-]{0,63}")) return id;
        throw new Unreadable(
                keys.value("id").line(),
                "id: \"" + Document.shown(id) + "\"; allowed are small letters, digits, '.', '_' and '-'");
    }

    private String directory() throws Unreadable {
        Tree value = keys.maybe("directory");
        String directory = value == null ? "" : Keys.word(value, "directory");
        if (value == null || directory.isEmpty() || directory.matches("/[^\\p{Cntrl}]{0,1000}")) return directory;
        throw new Unreadable(
                value.line(), "directory: \"" + Document.shown(directory) + "\"; allowed is a path from the root, /");
    }

    private static Repetitions repetitions(Keys keys) throws Unreadable {
        keys.allow(List.of("warm_up", "at_least", "at_most", "target_percent"));
        int warmUp = keys.whole("warm_up", 0, 1000);
        int atLeast = keys.whole("at_least", 1, 100_000);
        int atMost = keys.whole("at_most", 1, 100_000);
        if (atMost < atLeast) throw new Unreadable(keys.value("at_most").line(), "at_most is less than at_least");
        Tree target = keys.value("target_percent");
        String text = Keys.word(target, "target_percent");
        BigDecimal share =
                text.matches("\\d{1,2}(\\.\\d{1,6})?") ? new BigDecimal(text).movePointLeft(2) : BigDecimal.ZERO;
        if (share.signum() == 0)
            throw new Unreadable(
                    target.line(),
                    "target_percent: \"" + Document.shown(text) + "\"; allowed is a number above 0 and below 100");
        return new Repetitions(warmUp, atLeast, atMost, share.doubleValue());
    }

    private static Affinity affinity(Tree value) throws Unreadable {
        List<String> words = Keys.words(value, "affinity");
        if (value instanceof Tree.Leaf && words.equals(List.of("free"))) return new Affinity.Free();
        if (value instanceof Tree.Leaf && words.equals(List.of("first-cores"))) return new Affinity.FirstCores();
        boolean cores = !words.isEmpty()
                && words.size() <= MOST_VALUES
                && words.stream().allMatch(word -> word.matches("\\d{1,5}"));
        if (cores)
            return new Affinity.Listed(words.stream().map(Integer::valueOf).toList());
        throw new Unreadable(
                value.line(), "affinity: allowed are free, first-cores, or a list of cores as in [0, 2, 4]");
    }

    private static List<Stage> stages(Tree value) throws Unreadable {
        if (!(value instanceof Tree.Items(var items, var line)) || items.isEmpty() || items.size() > MOST_STAGES)
            throw new Unreadable(
                    value.line(), "benchmarks: allowed is a list of 1 to " + MOST_STAGES + ", lines that begin with -");
        var stages = new ArrayList<Stage>();
        for (Tree item : items) stages.add(stage(Keys.of(item, "a benchmark")));
        return stages;
    }

    private static Stage stage(Keys keys) throws Unreadable {
        Tree id = keys.value("benchmark");
        String word = Keys.word(id, "benchmark");
        Optional<Benchmark> benchmark = Suite.byId(word);
        if (benchmark.isEmpty())
            throw new Unreadable(
                    id.line(),
                    "there is no benchmark \"" + Document.shown(word) + "\"; there are "
                            + Suite.all().stream().map(Benchmark::id).collect(Collectors.joining(", ")));
        List<Knob> knobs = benchmark.get().knobs();
        keys.allow(Stream.concat(Stream.of("benchmark"), knobs.stream().map(Knob::name))
                .toList());
        Map<String, List<String>> set = new LinkedHashMap<>();
        for (Knob knob : knobs) {
            Tree value = keys.maybe(knob.name());
            if (value != null) set.put(knob.name(), values(knob, value));
        }
        return new Stage(word, Settings.of(knobs, set));
    }

    private static List<String> values(Knob knob, Tree value) throws Unreadable {
        List<String> words = Keys.words(value, knob.name());
        if (!knob.many() && words.size() != 1)
            throw new Unreadable(value.line(), knob.name() + ": allowed is one value");
        if (words.size() > MOST_VALUES || (words.isEmpty() && !knob.usual().isEmpty()))
            throw new Unreadable(value.line(), knob.name() + ": allowed are 1 to " + MOST_VALUES + " values");
        for (int i = 0; i < words.size(); i++) {
            Optional<String> refusal = knob.refusal(words.get(i));
            if (refusal.isPresent())
                throw new Unreadable(
                        value instanceof Tree.Items(var items, var line)
                                ? items.get(i).line()
                                : value.line(),
                        knob.name() + ": \"" + Document.shown(words.get(i)) + "\"; allowed is " + refusal.get());
        }
        return words.stream().distinct().toList();
    }
}
