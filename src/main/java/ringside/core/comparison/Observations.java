package ringside.core.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Configuration;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;
import ringside.core.result.Value;

/** What was observed in a set: its samples, by task and configuration. */
final class Observations {
    private final Map<Task, Map<Configuration, Growing>> byTask = new HashMap<>();

    /** Repetitions as they come. */
    private static final class Growing {
        private double[] values = new double[4];
        private int[] repetitions = new int[4];
        private int n;
        private double stolen = Double.NaN;
        private Parameters latest = Parameters.NONE;
        private final SequencedSet<String> failures = new LinkedHashSet<>();

        void add(Sample sample, double share) {
            latest = sample.parameters();
            switch (sample.value()) {
                case Value.Missing(String reason) -> failures.add(reason);
                case Value.Measured(double number) -> {
                    if (Sample.passes(latest)) add(number, sample.repetition());
                    else failures.add("the tool's own check of the result failed");
                }
            }
            if (!Double.isNaN(share)) stolen = Double.isNaN(stolen) ? share : Math.max(stolen, share);
        }

        private void add(double number, int repetition) {
            if (n == values.length) {
                values = Arrays.copyOf(values, 2 * n);
                repetitions = Arrays.copyOf(repetitions, 2 * n);
            }
            values[n] = number;
            repetitions[n++] = repetition;
        }

        /** Repetition by repetition, so that the order of a file's rows tells nothing. */
        Repetitions done() {
            double[] ordered = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer i) -> repetitions[i])
                            .thenComparingDouble(i -> values[i]))
                    .mapToDouble(i -> values[i])
                    .toArray();
            return new Repetitions(ordered, reported(), List.copyOf(new TreeSet<>(failures)), stolen);
        }

        private Optional<Repetitions.Reported> reported() {
            String spread = latest.get("reported_spread");
            String runs = latest.get("reported_n");
            if (n != 1 || (spread == null && runs == null)) return Optional.empty();
            String kind = latest.get("reported_spread_kind");
            return Optional.of(new Repetitions.Reported(
                    (int) number(runs, 0), number(spread, Double.NaN), kind == null ? "as published" : kind));
        }

        private static double number(@Nullable String text, double otherwise) {
            try {
                return text == null ? otherwise : Double.parseDouble(text);
            } catch (NumberFormatException notANumber) {
                return otherwise;
            }
        }
    }

    static Map<String, Observations> of(ResultStore store, SortedSet<String> sets) {
        var observed = new HashMap<String, Observations>();
        if (sets.isEmpty()) return observed;
        var reader = new ResultStore.Visitor() {
            private @Nullable Run run;
            private @Nullable Parameters parameters;
            private @Nullable Sample before;
            private @Nullable Growing latest;
            private double stolen = Double.NaN;

            @Override
            public void sample(String set, Run ofRun, Sample sample) {
                Growing same = latest;
                Sample last = before;
                // Successive samples are mostly repetitions of one point: no need to look it up again.
                if (same == null
                        || last == null
                        || ofRun != run
                        || sample.parameters() != parameters
                        || sample.metric() != last.metric()) {
                    if (ofRun != run) stolen = Steal.of(ofRun);
                    var task = new Task(
                            set,
                            ofRun.benchmark(),
                            sample.metric(),
                            sample.parameters().point());
                    latest = same = observed.computeIfAbsent(set, any -> new Observations())
                            .byTask
                            .computeIfAbsent(task, any -> new HashMap<>())
                            .computeIfAbsent(ofRun.configuration(), any -> new Growing());
                    run = ofRun;
                    parameters = sample.parameters();
                }
                before = sample;
                same.add(sample, stolen);
            }
        };
        store.samples(Selection.ofSets(sets), reader);
        return observed;
    }

    boolean has(Configuration configuration) {
        return byTask.values().stream()
                .anyMatch(task -> task.containsKey(configuration) && task.getOrDefault(configuration, NOTHING).n > 0);
    }

    private static final Growing NOTHING = new Growing();

    /** By task, configurations in their order. */
    Map<Task, Map<Configuration, Repetitions>> measured() {
        var ordered = new TreeMap<String, Task>(); // their texts are made once
        byTask.keySet().forEach(task -> ordered.put(task.key(), task));
        var measured = new LinkedHashMap<Task, Map<Configuration, Repetitions>>();
        ordered.values().forEach(task -> {
            var done = new TreeMap<Configuration, Repetitions>(Subjects.ORDER);
            byTask.getOrDefault(task, Map.of())
                    .forEach((configuration, values) -> done.put(configuration, values.done()));
            measured.put(task, done);
        });
        return measured;
    }
}
