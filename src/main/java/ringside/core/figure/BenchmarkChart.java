package ringside.core.figure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/** A figure of a benchmark that none of the catalogue shows: what was swept along x, a series for each configuration. */
public final class BenchmarkChart {
    /** What ids of such figures begin with; no figure of the catalogue does. */
    private static final String PREFIX = "own-";

    private static final int FEWEST_OF_A_CURVE = 3;

    private BenchmarkChart() {}

    /** Whether the figure is in no catalogue, so that nothing can name it. */
    public static boolean is(Figure figure) {
        return figure.id().startsWith(PREFIX);
    }

    /**
     * Of one metric of a benchmark.
     *
     * @param points at which it was measured
     */
    public static Figure of(String benchmark, Metric metric, Collection<Parameters> points) {
        var values = new TreeMap<String, Set<String>>();
        for (Parameters point : points)
            point.asMap()
                    .forEach((key, value) ->
                            values.computeIfAbsent(key, any -> new TreeSet<>()).add(value));
        String x = values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .max(Comparator.comparing((Map.Entry<String, Set<String>> entry) -> isCurve(entry.getValue()))
                        .thenComparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse(Figure.CONFIGURATION);
        boolean curve = isCurve(values.getOrDefault(x, Set.of()));
        return new Figure(
                PREFIX + slug(benchmark) + "-" + slug(metric.name())
                        + (metric.unit().isEmpty() ? "" : "-" + slug(metric.unit())),
                Figure.Group.TABLES,
                curve ? Figure.Kind.LINES : Figure.Kind.BARS,
                benchmark + ": " + metric.name(),
                Set.of(),
                Set.of(benchmark),
                metric.name(),
                metric.unit(),
                Map.of(),
                x,
                List.of(),
                List.of(),
                new Axis(words(x), "", curve ? Axis.Scale.LOG2 : Axis.Scale.CATEGORY),
                new Axis(words(metric.name()), metric.unit().equals("us") ? "µs" : metric.unit(), Axis.Scale.LINEAR),
                metric.better(),
                false,
                "Drawn because no figure of the catalogue shows this benchmark.");
    }

    private static boolean isCurve(Set<String> values) {
        return values.size() >= FEWEST_OF_A_CURVE
                && values.stream().allMatch(value -> value.matches("\\d{1,15}(\\.\\d{1,9})?"));
    }

    /** Safe in names of files, in ids of a page and in addresses. */
    private static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.length() > 40 ? slug.substring(0, 40) : slug;
    }

    private static String words(String name) {
        String words = name.replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
