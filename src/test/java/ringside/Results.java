package ringside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import ringside.core.result.Better;
import ringside.core.result.Citation;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.result.Metric;
import ringside.core.result.Origin;
import ringside.core.result.Parameters;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;
import ringside.core.result.Value;

/** Result sets made up for tests, and what a store has to say of them. */
public final class Results {
    private static final List<String> HOSTILE = List.of(
            "",
            "-",
            "a;b",
            "%3B",
            "50%",
            "x=y",
            "line\nbreak",
            "\r",
            "tab\tstop",
            "\u0001",
            "\u001D\u001F",
            "ünï ☃ \uD83D\uDE00",
            "\"quoted\", and comma",
            " spaced ");
    private static final double[] NUMBERS = {
        0,
        -0.0,
        1,
        12.5,
        0.1,
        1e-300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        9007199254740993d,
        1e18,
        3.14159,
        123456.789,
        -42,
        1e15,
        999999999999999d,
        1.0 / 3
    };

    private Results() {}

    /** A sample and whose it is. */
    public record Row(String set, Run run, Sample sample) {}

    public static ResultSet set(String name) {
        return new ResultSet(
                name,
                Origin.MEASURED,
                "Made up for a test",
                new Citation("Nobody, Nothing, 2020", "https://example.org/" + name),
                "CC0",
                java.time.Instant.parse("2020-05-04T03:02:01Z"),
                "No note. Nor this: \"ünï\".");
    }

    public static Configuration configuration(String platform, String label, String machine) {
        return new Configuration(
                platform,
                label,
                Map.of("kernel", "6.1"),
                Map.of("vcpus", "2"),
                new Environment(machine, Map.of("cpu", "CPU of " + machine)));
    }

    public static Run run(String id, Configuration configuration, String benchmark) {
        return new Run(
                id,
                configuration,
                benchmark,
                Parameters.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Run.Outcome.COMPLETED,
                Optional.empty(),
                "");
    }

    public static Run run(String id, String platform, String benchmark) {
        return run(id, configuration(platform, platform, "one machine"), benchmark);
    }

    public static Sample sample(Metric metric, double value, int repetition, Object... parameters) {
        return new Sample(metric, Parameters.of(parameters), repetition, Value.of(value), 0);
    }

    /** Writes the rows, their sets and runs as they first come, in one transaction. */
    public static void put(ResultStore store, List<Row> rows) {
        try (ResultStore.Writing writing = store.write()) {
            write(writing, rows);
            writing.commit();
        }
    }

    public static void write(ResultStore.Writing writing, List<Row> rows) {
        var begun = new HashMap<String, Map<String, Run>>();
        for (Row row : rows) {
            Map<String, Run> runs = begun.get(row.set());
            if (runs == null) {
                writing.set(set(row.set()));
                begun.put(row.set(), runs = new HashMap<>());
            }
            Run run = runs.get(row.run().id());
            if (run == null) {
                writing.append(row.set());
                writing.run(run = row.run());
                runs.put(run.id(), run);
            }
            writing.sample(run, row.sample());
        }
    }

    /** What the store gives, in its order. */
    public static List<Row> rows(ResultStore store, Selection selection) {
        var rows = new ArrayList<Row>();
        store.samples(selection, (set, run, sample) -> rows.add(new Row(set, run, sample)));
        return rows;
    }

    /** Rows, each with how often it stands: equal for the same rows in any order. */
    public static <T> Map<T, Integer> counted(List<T> rows) {
        Map<T, Integer> counted = new HashMap<>();
        for (T row : rows) counted.merge(row, 1, Integer::sum);
        return counted;
    }

    /** Everything that a store tells of its sets. */
    public static Map<String, List<Object>> content(ResultStore store) {
        var content = new TreeMap<String, List<Object>>();
        for (ResultStore.StoredSet stored : store.sets()) {
            String name = stored.set().name();
            content.put(name, List.of(stored, store.configurations(name), store.runs(name)));
        }
        return content;
    }

    /** Samples of every awkward kind: hostile texts, tiny and huge numbers, gaps, many values of one parameter. */
    public static List<Row> random(long seed, int count, String... sets) {
        var random = new Random(seed);
        var runs = new LinkedHashMap<List<Object>, Run>();
        List<Metric> metrics = List.of(
                Metric.higher("throughput", "KB/s"),
                Metric.higher("throughput", "ops/s"),
                Metric.lower("latency, \"µs\"", "us"),
                new Metric("latency, \"µs\"", "us", Better.HIGHER));
        var rows = new ArrayList<Row>();
        for (int i = 0; i < count; i++) {
            String set = sets[random.nextInt(sets.length)];
            String platform = List.of("host", "kvm", "xen-pv").get(random.nextInt(3));
            String label = List.of(platform, "other; \"label\"\n2").get(random.nextInt(2));
            String benchmark = List.of("iozone", "lmbench-ctx", "pts/x,y").get(random.nextInt(3));
            Run run = runs.computeIfAbsent(
                    List.of(set, platform, label, benchmark),
                    key -> run(
                            "r" + (runs.size() + 1), configuration(platform, label, "machine of " + set), benchmark));
            Value value = random.nextInt(12) == 0 ? Value.missing(reason(random)) : Value.of(number(random));
            rows.add(new Row(
                    set,
                    run,
                    new Sample(
                            metrics.get(random.nextInt(metrics.size())),
                            parameters(random),
                            1 + random.nextInt(3) * random.nextInt(300),
                            value,
                            random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000))));
        }
        return rows;
    }

    private static String reason(Random random) {
        return "because " + HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    private static double number(Random random) {
        if (random.nextInt(3) > 0) return Math.round(random.nextDouble() * 1e6) / 100.0;
        if (random.nextBoolean()) return NUMBERS[random.nextInt(NUMBERS.length)];
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(any) ? any : 0;
    }

    private static Parameters parameters(Random random) {
        var values = new TreeMap<String, String>();
        if (random.nextInt(5) > 0)
            values.put("operation", List.of("read", "write", "rd").get(random.nextInt(3)));
        if (random.nextInt(5) > 0) values.put("cores", Integer.toString(1 << random.nextInt(4)));
        if (random.nextInt(3) > 0) values.put("size_kb", Integer.toString(random.nextInt(60)));
        if (random.nextInt(3) == 0) values.put("hostile", HOSTILE.get(random.nextInt(HOSTILE.size())));
        if (random.nextInt(4) == 0) values.put("key;%3B\t☃", HOSTILE.get(random.nextInt(HOSTILE.size())));
        return Parameters.of(values);
    }

    /** Parameters to select by, some with values that no sample has. */
    public static Map<String, java.util.Set<String>> where(Random random) {
        var where = new TreeMap<String, java.util.Set<String>>();
        List<String> keys = List.of("operation", "cores", "size_kb", "hostile", "key;%3B\t☃", "none has it");
        for (int i = random.nextInt(3); i > 0; i--) {
            var accepted = new java.util.TreeSet<String>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                accepted.add(
                        switch (random.nextInt(5)) {
                            case 0 -> Selection.ABSENT;
                            case 1 -> HOSTILE.get(random.nextInt(HOSTILE.size()));
                            case 2 -> List.of("read", "write", "rd").get(random.nextInt(3));
                            default -> Integer.toString(random.nextInt(60));
                        });
            }
            where.put(keys.get(random.nextInt(keys.size())), accepted);
        }
        return where;
    }
}
