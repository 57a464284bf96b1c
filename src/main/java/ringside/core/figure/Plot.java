package ringside.core.figure;

import java.util.List;
import java.util.Optional;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/**
 * A figure with its data, ready to be drawn: no pixels, no colours.
 *
 * @param x the axis as it applies here; {@code CATEGORY} means that points stand at {@code categories}
 * @param y the axis as it applies here, after the rule for unlike scales
 * @param categories labels along a category axis, in order; the row headings of a table
 * @param missing what is not there, and what would fill it: one sentence each
 * @param cautions what a reader must know before comparing: one sentence each
 * @param caption n, spread, hosts and sets, in a line or two
 * @param view how the reader wants it: its statistic is what a point.s centre is
 */
public record Plot(
        Figure figure,
        Axis x,
        Axis y,
        List<Series> series,
        List<String> categories,
        List<String> missing,
        List<String> cautions,
        String caption,
        View view) {
    public Plot {
        series = List.copyOf(series);
        categories = List.copyOf(categories);
        missing = List.copyOf(missing);
        cautions = List.copyOf(cautions);
    }

    /**
     * Points of one subject.
     *
     * @param name shown in the legend
     * @param platform the platform's id; series of one platform share a hue
     * @param set the result set it comes from
     * @param configuration the configuration's label in that set
     * @param index its place in the figure, from 0: with the platform it fixes colour, marker and dash
     */
    public record Series(
            String name, String platform, String set, String configuration, int index, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * @param x the number on a numeric axis, or the index into {@link Plot#categories}
     * @param failed why there is no value; empty where there is one
     * @param source whose value it is
     */
    public record Point(double x, Optional<Summary> y, String failed, Source source) {
        public double centre(View view) {
            return y.map(s -> view.statistic() == View.Statistic.MEAN ? s.mean() : s.median())
                    .orElse(Double.NaN);
        }
    }

    /** The configuration that gave a point, and the parameters that were chosen for it. */
    public record Source(
            String set, String platform, String configuration, String benchmark, Metric metric, Parameters point) {}

    /** Axes, legend and data alone; where there are no data, still what would fill it. */
    public Plot bare() {
        return new Plot(
                figure.untitled(), x, y, series, categories, isEmpty() ? missing : List.of(), List.of(), "", view);
    }

    public boolean isEmpty() {
        return series.stream().allMatch(s -> s.points().stream().allMatch(p -> p.y().isEmpty()));
    }
}
