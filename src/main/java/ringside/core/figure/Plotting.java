package ringside.core.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ringside.core.platform.Platforms;
import ringside.core.result.ResultStore;

/**
 * Makes plots of figures from what a store holds.
 *
 * <p>Two samples are drawn as repetitions of one point only if they agree in everything that was chosen before
 * the measurement; whatever else differs tells series apart, so no point ever averages over unlike settings.
 */
public final class Plotting {
    /** Values that span more than this many times get a logarithmic axis, because a linear one hides the small. */
    public static final double UNLIKE = 50;

    private static final int MOST_RENAMINGS = 20;

    private final ResultStore store;

    public Plotting(ResultStore store) {
        this.store = store;
    }

    /** How many samples of the store the figure would use. */
    public long samples(Figure figure) {
        return store.count(figure.selection(sets(figure, Set.of())));
    }

    /** Ids of the figures that show a benchmark which was run on one of these platforms. */
    public Set<String> measuredOn(Set<String> platforms, List<Figure> figures) {
        Map<String, Set<String>> benchmarks = new HashMap<>();
        for (ResultStore.StoredSet stored : store.sets()) {
            if (stored.platforms().stream().noneMatch(platforms::contains)) continue;
            String set = stored.set().name();
            store.runs(set).stream()
                    .filter(run -> platforms.contains(run.configuration().platform()))
                    .forEach(run -> benchmarks
                            .computeIfAbsent(set, any -> new HashSet<>())
                            .add(run.benchmark()));
        }
        return figures.stream()
                .filter(figure -> {
                    Set<String> sets = sets(figure, Set.of());
                    return benchmarks.entrySet().stream()
                            .filter(entry -> sets.isEmpty() || sets.contains(entry.getKey()))
                            .anyMatch(entry -> figure.benchmarks().isEmpty()
                                    || entry.getValue().stream().anyMatch(figure.benchmarks()::contains));
                })
                .map(Figure::id)
                .collect(Collectors.toSet());
    }

    /** The plot, also where there are no data: it then says what is missing. */
    public Plot plot(Figure figure, View view) {
        boolean relative = view.relative() || figure.relative();
        Cells cells = Cells.read(store, figure, sets(figure, view.sets()));
        Picked picked = pick(figure, cells.visible(view.hidden()));
        List<Cells.Cell> drawn = picked.cells();
        var missing = new ArrayList<String>();
        Map<Cells.Cell, Summary> values = new HashMap<>();
        for (Cells.Cell cell : drawn) cell.summary().ifPresent(summary -> values.put(cell, summary));
        var references = new ArrayList<String>();
        if (relative) drawn = relativeToHost(cells, drawn, values, missing, references);

        List<String> split = split(figure, drawn);
        Axis x = xAxis(figure, drawn);
        List<String> categories = categories(figure, x, drawn);
        List<Plot.Series> series = series(figure, x, categories, split, drawn, values);
        Remarks remarks = new Remarks(figure, store, drawn);
        missing.addAll(remarks.missing(view.sets()));
        var cautions = new ArrayList<>(picked.remarks());
        cautions.addAll(references);
        cautions.addAll(remarks.cautions());
        Axis y = relative ? figure.yAxis().with(figure.yAxis().label() + " relative to the host", "%") : figure.yAxis();
        y = y.with(yScale(figure, view, series, cautions));
        return new Plot(figure, x, y, series, categories, missing, cautions, remarks.caption(view, split), view);
    }

    /** The chosen sets, or those the figure is about, under the names they have now. */
    private Set<String> sets(Figure figure, Set<String> chosen) {
        if (!chosen.isEmpty() || figure.sets().isEmpty()) return chosen;
        var there = store.sets().stream().map(stored -> stored.set().name()).collect(Collectors.toSet());
        var names = new TreeSet<String>();
        for (String set : figure.sets()) {
            String name = set;
            for (int step = 0; step < MOST_RENAMINGS && !there.contains(name); step++)
                name = store.recall(ResultStore.RENAMED + name).orElse(name);
            names.add(name);
        }
        return names;
    }

    private record Picked(List<Cells.Cell> cells, List<String> remarks) {}

    /** Of parameters that a figure holds fixed without saying at what, the value that most configurations have. */
    private static Picked pick(Figure figure, List<Cells.Cell> cells) {
        List<Cells.Cell> rest = cells;
        var remarks = new ArrayList<String>();
        for (String key : figure.pick()) {
            Map<String, Set<String>> having = new LinkedHashMap<>();
            Map<String, Integer> points = new HashMap<>();
            for (Cells.Cell cell : rest) {
                String value = cell.parameter(key);
                having.computeIfAbsent(value, v -> new HashSet<>()).add(cell.subject());
                points.merge(value, 1, Integer::sum);
            }
            if (having.size() < 2) continue;
            String chosen = having.entrySet().stream()
                    .max(Comparator.comparingInt((Map.Entry<String, Set<String>> one) ->
                                    one.getValue().size())
                            .thenComparingInt(one -> points.getOrDefault(one.getKey(), 0))
                            .thenComparing(Map.Entry::getKey, Natural.ORDER))
                    .orElseThrow()
                    .getKey();
            rest = rest.stream()
                    .filter(cell -> cell.parameter(key).equals(chosen))
                    .toList();
            remarks.add("Shown: " + Words.parameter(key, chosen) + ", the one that most configurations have, of "
                    + having.size() + " measured.");
        }
        return new Picked(rest, remarks);
    }

    /** Drops what has no host to stand against, and says so. */
    private static List<Cells.Cell> relativeToHost(
            Cells all,
            List<Cells.Cell> cells,
            Map<Cells.Cell, Summary> values,
            List<String> missing,
            List<String> remarks) {
        Map<String, Summary> hosts = new HashMap<>();
        var references = new TreeSet<String>();
        for (Cells.Cell cell : all.cells()) {
            if (!cell.platform().equals("host") || cell.summary().isEmpty()) continue;
            if (hosts.putIfAbsent(cell.place(), cell.summary().get()) == null)
                references.add(cell.label() + " of " + cell.set());
        }
        var kept = new ArrayList<Cells.Cell>();
        var without = new TreeSet<String>();
        for (Cells.Cell cell : cells) {
            Summary host = hosts.get(cell.place());
            Summary own = values.get(cell);
            if (own == null) {
                kept.add(cell);
            } else if (host == null || host.median() == 0) {
                without.add(cell.set());
            } else {
                values.put(cell, own.times(100 / host.median()));
                kept.add(cell);
            }
        }
        if (!references.isEmpty()) remarks.add("100 % is at each point " + String.join(", or ", references) + ".");
        if (!without.isEmpty())
            missing.add("Points of " + String.join(", ", without)
                    + " whose host was not measured at the same point are left out: percent of host needs it.");
        return kept;
    }

    /** Whether the figure accepts several values of a parameter it splits by: which one it is must then be said. */
    private static boolean isChoice(Figure figure, String key) {
        return figure.split().contains(key)
                && figure.where().getOrDefault(key, Set.of()).size() > 1;
    }

    /** The parameters that tell series of one configuration apart: named by the figure, or differing unasked. */
    private static List<String> split(Figure figure, List<Cells.Cell> cells) {
        var keys = new TreeSet<String>();
        for (Cells.Cell cell : cells) keys.addAll(cell.point().asMap().keySet());
        keys.remove(figure.x());
        keys.removeIf(key -> !isChoice(figure, key)
                && cells.stream().map(cell -> cell.parameter(key)).distinct().count() < 2);
        var split = new ArrayList<>(figure.split());
        split.retainAll(keys);
        keys.stream().filter(key -> !split.contains(key)).forEach(split::add);
        return split;
    }

    private static Axis xAxis(Figure figure, List<Cells.Cell> cells) {
        Axis x = figure.xAxis();
        boolean logOfNothing = (x.scale() == Axis.Scale.LOG2 || x.scale() == Axis.Scale.LOG10)
                && cells.stream().anyMatch(cell -> cell.number(figure.x()) <= 0);
        boolean notNumbers = x.scale() != Axis.Scale.CATEGORY
                && cells.stream().anyMatch(cell -> Double.isNaN(cell.number(figure.x())));
        return logOfNothing || notNumbers ? x.with(Axis.Scale.CATEGORY) : x;
    }

    private static List<String> categories(Figure figure, Axis x, List<Cells.Cell> cells) {
        if (x.scale() != Axis.Scale.CATEGORY) return List.of();
        boolean severalSets = cells.stream().map(Cells.Cell::set).distinct().count() > 1;
        boolean severalMetrics =
                cells.stream().map(cell -> cell.metric().name()).distinct().count() > 1;
        var found = cells.stream()
                .map(cell -> cell.category(figure.x(), severalSets, severalMetrics))
                .distinct();
        boolean byNature =
                !figure.x().equals(Figure.CONFIGURATION) && !figure.x().equals(Figure.BENCHMARK);
        return (byNature ? found.sorted(Natural.ORDER) : found).toList();
    }

    private static List<Plot.Series> series(
            Figure figure,
            Axis x,
            List<String> categories,
            List<String> split,
            List<Cells.Cell> cells,
            Map<Cells.Cell, Summary> values) {
        boolean severalSets = cells.stream().map(Cells.Cell::set).distinct().count() > 1;
        boolean severalMetrics =
                cells.stream().map(cell -> cell.metric().name()).distinct().count() > 1;
        boolean byConfiguration = !figure.x().equals(Figure.CONFIGURATION);
        var grouped = cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.seriesName(
                                split,
                                byConfiguration,
                                severalSets,
                                severalMetrics && !figure.x().equals(Figure.BENCHMARK)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var series = new ArrayList<Plot.Series>();
        grouped.forEach((name, members) -> {
            var points = new ArrayList<Plot.Point>();
            for (Cells.Cell cell : members) {
                double at = x.scale() == Axis.Scale.CATEGORY
                        ? categories.indexOf(cell.category(figure.x(), severalSets, severalMetrics))
                        : cell.number(figure.x());
                Optional<Summary> value = Optional.ofNullable(values.get(cell));
                points.add(new Plot.Point(at, value, value.isPresent() ? "" : cell.failure(), cell.source()));
            }
            points.sort(Comparator.comparingDouble(Plot.Point::x));
            Cells.Cell first = members.getFirst();
            String platform = byConfiguration ? first.platform() : "";
            series.add(new Plot.Series(
                    name, platform, first.set(), byConfiguration ? first.label() : "", series.size(), points));
        });
        return series;
    }

    private static Axis.Scale yScale(Figure figure, View view, List<Plot.Series> series, List<String> cautions) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Plot.Series one : series) {
            for (Plot.Point point : one.points()) {
                if (point.y().isEmpty()) continue;
                least = Math.min(least, point.centre(view));
                most = Math.max(most, point.centre(view));
            }
        }
        boolean positive = least > 0 && most > 0 && least <= most;
        return switch (view.yScale()) {
            case LINEAR -> Axis.Scale.LINEAR;
            case LOG -> logarithmic(positive, most >= least, cautions);
            case AUTOMATIC -> {
                boolean unlike = positive && most / least > UNLIKE && figure.kind() != Figure.Kind.TABLE;
                if (unlike)
                    cautions.add(String.format(
                            Locale.ROOT, "The values span %,.0f times, so the axis is logarithmic.", most / least));
                Axis.Scale own = figure.yAxis().scale();
                yield unlike
                        ? Axis.Scale.LOG10
                        : own == Axis.Scale.LOG10 && most >= least ? logarithmic(positive, true, cautions) : own;
            }
        };
    }

    private static Axis.Scale logarithmic(boolean positive, boolean hasValues, List<String> cautions) {
        if (!positive && hasValues) cautions.add("Some values are zero or negative: the axis stays linear.");
        return positive ? Axis.Scale.LOG10 : Axis.Scale.LINEAR;
    }

    /** Platforms whose configurations the study compares, in its order. */
    static List<String> platformsOfTheStudy() {
        return Platforms.known().stream()
                .map(platform -> platform.id())
                .filter(id -> !id.equals("xen-pvh") && !id.equals("libvirt-qemu"))
                .toList();
    }
}
