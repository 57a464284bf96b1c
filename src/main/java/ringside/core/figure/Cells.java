package ringside.core.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.core.platform.Platforms;
import ringside.core.result.Configuration;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** What a figure selects, gathered by point: one cell for each configuration, metric and point of the sweep. */
record Cells(List<Cell> cells) {
    /** Repetitions of one point. */
    static final class Cell {
        private final String set;
        private final Configuration configuration;
        private final String benchmark;
        private final Metric metric;
        private final Parameters point;
        private double[] values = new double[4];
        private int count;
        private final Set<String> failures = new LinkedHashSet<>();
        private Parameters latest = Parameters.NONE;
        private @Nullable Optional<Summary> summary;
        private String name;

        Cell(Key key, Configuration configuration) {
            this.set = key.set;
            this.configuration = configuration;
            this.name = configuration.label();
            this.benchmark = key.benchmark;
            this.metric = key.metric;
            this.point = key.point;
        }

        /** @param passes what {@link Sample#passes} says of its parameters */
        void add(Sample sample, boolean passes) {
            latest = sample.parameters();
            switch (sample.value()) {
                case Value.Missing(String reason) -> failures.add(reason);
                case Value.Measured(double number) -> {
                    if (!passes) {
                        failures.add("the tool's own check of the result failed (it printed " + number + ")");
                        return;
                    }
                    if (count == values.length) values = Arrays.copyOf(values, count * 2);
                    values[count++] = number;
                }
            }
        }

        /** Asked for more than once and costly to sort, so kept; a cell is complete before anybody asks. */
        Optional<Summary> summary() {
            if (summary == null) summary = summarise();
            return summary;
        }

        private Optional<Summary> summarise() {
            if (count == 0) return Optional.empty();
            double spread = Natural.number(
                    Optional.ofNullable(latest.get("reported_spread")).orElse("none"));
            if (count == 1 && spread >= 0) {
                String kind =
                        Optional.ofNullable(latest.get("reported_spread_kind")).orElse("spread as published");
                return Optional.of(Summary.published(values[0], spread, "± " + kind));
            }
            return Optional.of(Summary.of(Arrays.copyOf(values, count)));
        }

        String failure() {
            return String.join("; ", failures);
        }

        String set() {
            return set;
        }

        String platform() {
            return configuration.platform();
        }

        String label() {
            return configuration.label();
        }

        Configuration configuration() {
            return configuration;
        }

        Plot.Source source() {
            return new Plot.Source(set, platform(), label(), benchmark, metric, point);
        }

        Metric metric() {
            return metric;
        }

        Parameters point() {
            return point;
        }

        int repetitions() {
            return count;
        }

        /** The parameter's text, or the empty text. */
        String parameter(String key) {
            String value = point.get(key);
            return value == null ? "" : value;
        }

        double number(String key) {
            return Natural.number(parameter(key));
        }

        /** The configuration, told apart from those of other sets. */
        String subject() {
            return set + "\n" + configuration.platform() + "\n" + configuration.label();
        }

        /** What must be equal for a guest to be held against its host. Disks differ by nature, so they need not be. */
        String place() {
            return String.join(
                    "\n",
                    set,
                    benchmark,
                    metric.name(),
                    metric.unit(),
                    point.without("disk").toString());
        }

        String category(String x, boolean severalSets, boolean severalMetrics) {
            return switch (x) {
                case Figure.CONFIGURATION -> configurationName(severalSets);
                case Figure.BENCHMARK -> {
                    String name = benchmark.startsWith("pts/") ? benchmark.substring(4) : benchmark;
                    yield severalMetrics ? name + " " + metric.name() : name;
                }
                default -> parameter(x).isEmpty() ? "not stated" : parameter(x);
            };
        }

        String configurationName(boolean severalSets) {
            return severalSets && !name.equals(set) ? name + " (" + set + ")" : name;
        }

        String seriesName(List<String> split, boolean byConfiguration, boolean severalSets, boolean severalMetrics) {
            var parts = new ArrayList<String>();
            if (byConfiguration) parts.add(configurationName(severalSets));
            if (severalMetrics) parts.add(metric.name());
            for (String key : split) if (point.get(key) != null) parts.add(Words.parameter(key, parameter(key)));
            return parts.isEmpty() ? metric.name() : String.join(", ", parts);
        }
    }

    private record Key(String set, String platform, String label, String benchmark, Metric metric, Parameters point) {}

    static Cells read(ResultStore store, Figure figure, Set<String> sets) {
        var gatherer = new Gatherer();
        store.samples(figure.selection(sets), gatherer);
        // Sorting the repetitions is most of the work where there are many; cells know nothing of each other.
        gatherer.cells.values().parallelStream().forEach(Cell::summary);
        tellApart(gatherer.cells.values());
        return new Cells(gatherer.cells.values().stream().sorted(order(store)).toList());
    }

    /** A label that two platforms of a set share says too little: the platform joins it. */
    private static void tellApart(Collection<Cell> cells) {
        Map<String, Set<String>> platforms = new HashMap<>();
        for (Cell cell : cells)
            platforms
                    .computeIfAbsent(cell.set + "\n" + cell.label(), label -> new HashSet<>())
                    .add(cell.platform());
        for (Cell cell : cells) {
            if (platforms.getOrDefault(cell.set + "\n" + cell.label(), Set.of()).size() > 1)
                cell.name = cell.label() + ", " + Platforms.of(cell.platform()).name();
        }
    }

    /** Sorts samples into cells as they pass. */
    private static final class Gatherer implements ResultStore.Visitor {
        private final Map<Key, Cell> cells = new HashMap<>();
        private @Nullable Run run;
        private @Nullable Parameters parameters;
        private @Nullable Metric metric;
        private @Nullable Cell cell;
        private boolean passes;

        @Override
        public void sample(String set, Run ofRun, Sample sample) {
            Cell same = cell;
            // Successive samples are mostly repetitions of one point: no need to look it up again.
            if (same == null || ofRun != run || sample.parameters() != parameters || sample.metric() != metric) {
                Configuration of = ofRun.configuration();
                var key = new Key(
                        set,
                        of.platform(),
                        of.label(),
                        ofRun.benchmark(),
                        sample.metric(),
                        sample.parameters().point());
                cell = same = cells.computeIfAbsent(key, k -> new Cell(k, of));
                run = ofRun;
                parameters = sample.parameters();
                passes = Sample.passes(sample.parameters());
                metric = sample.metric();
            }
            same.add(sample, passes);
        }
    }

    /** By set, then platform, then as configurations stand in their set, then by point. */
    private static Comparator<Cell> order(ResultStore store) {
        Map<String, Integer> places = new HashMap<>();
        for (ResultStore.StoredSet stored : store.sets()) {
            String set = stored.set().name();
            for (Configuration configuration : store.configurations(set))
                places.put(set + "\n" + configuration.platform() + "\n" + configuration.label(), places.size());
        }
        return Comparator.comparing(Cell::set)
                .thenComparing(Cell::platform, Platforms.ORDER)
                .thenComparing(cell -> places.getOrDefault(cell.subject(), 0))
                .thenComparing(cell -> cell.benchmark)
                .thenComparing(cell -> cell.metric.name())
                .thenComparing(cell -> naturalKey(cell.point));
    }

    private static String naturalKey(Parameters point) {
        return point.asMap().entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + "0".repeat(Math.max(0, 20 - entry.getValue().length())) + entry.getValue())
                .collect(Collectors.joining(";"));
    }

    /** @param hidden configurations left out, as {@code set/label} */
    List<Cell> visible(Set<String> hidden) {
        return cells.stream()
                .filter(cell -> !hidden.contains(cell.set + "/" + cell.label()))
                .toList();
    }
}
