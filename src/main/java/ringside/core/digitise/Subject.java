package ringside.core.digitise;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ringside.core.figure.Figure;
import ringside.core.result.Better;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/**
 * What the numbers of a figure are.
 *
 * @param x the parameter along the x axis, or {@link Figure#CONFIGURATION}
 * @param fixed parameters of every value
 * @param powers whether values of x are powers of two
 * @param hostHasNoImage whether the figure shows the host's own disk beside the guests' images
 */
public record Subject(
        String benchmark, Metric metric, String x, Parameters fixed, boolean powers, boolean hostHasNoImage) {
    /** Stands for the figures that are none of the catalogue. */
    public static final String FREE = "free";

    private static final String DISK = "disk";
    private static final String NATIVE = "native";

    public Subject {
        if (benchmark.isBlank()) throw new IllegalArgumentException("the benchmark is not said");
        if (x.isBlank()) throw new IllegalArgumentException("what stands along the x axis is not said");
    }

    /**
     * What a person says of a figure, or of the catalogue's more exactly; empty texts say nothing.
     *
     * @param better {@code higher} or {@code lower}
     * @param parameters of every value
     */
    public record Said(String benchmark, String metric, String unit, String better, String x, Parameters parameters) {
        public static final Said NOTHING = new Said("", "", "", "", "", Parameters.NONE);
    }

    /**
     * A figure's definition, with what was said besides; a word that was said wins.
     *
     * @throws IllegalArgumentException saying what has to be said yet
     */
    public static Subject of(Optional<Figure> figure, Said said) {
        if (figure.isEmpty() && said.better().isBlank())
            throw new IllegalArgumentException("whether higher or lower is better is not said");
        String metric = first(said.metric(), figure.map(Figure::metric).orElse(""));
        if (metric.isBlank()) throw new IllegalArgumentException("the metric is not said");
        Better better = said.better().isBlank() ? figure.orElseThrow().better() : Better.of(said.better());
        return new Subject(
                first(said.benchmark(), figure.map(Subject::only).orElse("")),
                new Metric(metric, first(said.unit(), figure.map(Figure::unit).orElse("")), better),
                first(said.x(), figure.map(Figure::x).orElse("")),
                figure.map(Subject::fixed).orElse(Parameters.NONE).with(said.parameters()),
                figure.filter(one -> one.xAxis().scale() == ringside.core.figure.Axis.Scale.LOG2)
                        .isPresent(),
                figure.filter(one -> one.where().getOrDefault(DISK, Set.of()).contains(NATIVE))
                        .isPresent());
    }

    private static String first(String said, String otherwise) {
        return said.isBlank() ? otherwise : said.strip();
    }

    private static String only(Figure figure) {
        return figure.benchmarks().size() == 1 ? figure.benchmarks().iterator().next() : "";
    }

    /** Of each parameter by which the figure chooses, the value that it leaves; whoever has another one says so. */
    private static Parameters fixed(Figure figure) {
        var fixed = new TreeMap<String, String>();
        figure.where().forEach((key, accepted) -> {
            List<String> left = accepted.stream()
                    .filter(value -> !value.equals("-") && !value.equals(NATIVE))
                    .toList();
            if (left.size() == 1) fixed.put(key, left.getFirst());
        });
        return Parameters.of(fixed);
    }

    /** The parameters of every value of a platform: the bare host has no image for a disk. */
    public Parameters fixed(String platform) {
        return hostHasNoImage && platform.equals("host") ? fixed.with(DISK, NATIVE) : fixed;
    }

    /** Whether categories along the x axis are the configurations that are compared. */
    public boolean byConfiguration() {
        return x.equals(Figure.CONFIGURATION);
    }
}
