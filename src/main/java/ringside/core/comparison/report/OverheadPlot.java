package ringside.core.comparison.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.core.comparison.Area;
import ringside.core.comparison.OverheadMap;
import ringside.core.figure.Axis;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Summary;
import ringside.core.figure.View;
import ringside.core.platform.Platforms;
import ringside.core.result.Better;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/** The map of overheads as a figure: percent of native by class of benchmarks, a bar for each platform. */
final class OverheadPlot {
    static final String ID = "overhead";

    private static final String UNIT = "% of native";

    private OverheadPlot() {}

    static Optional<Plot> of(OverheadMap map) {
        if (map.entries().isEmpty()) return Optional.empty();
        List<Area> areas = map.areas();
        var series = new ArrayList<Plot.Series>();
        for (String platform : map.platforms()) {
            var points = new ArrayList<Plot.Point>();
            for (Area area : areas)
                map.at(platform, area).ifPresent(entry -> points.add(point(entry, areas.indexOf(area))));
            series.add(new Plot.Series(
                    Platforms.of(platform).name(),
                    platform,
                    "",
                    Platforms.of(platform).name(),
                    series.size(),
                    points));
        }
        Figure figure = figure();
        return Optional.of(new Plot(
                figure,
                figure.xAxis(),
                figure.yAxis(),
                series,
                areas.stream().map(Area::title).toList(),
                List.of(),
                List.of(
                        "Each bar rests on its own programs: two platforms are compared only where one set measured both."),
                "Geometric means over programs, each as percent of its own set's host; bars: 95 % interval, where every"
                        + " ratio behind the mean has one.",
                View.DEFAULT));
    }

    private static Plot.Point point(OverheadMap.Entry entry, int x) {
        double share = 100 * entry.share();
        double low = entry.interval().map(interval -> 100 * interval.low()).orElse(share);
        double high = entry.interval().map(interval -> 100 * interval.high()).orElse(share);
        var summary = new Summary(
                new double[] {share}, share, share, low, high, entry.interval().isPresent() ? "95 % interval" : "");
        var source = new Plot.Source(
                String.join(" ", entry.sets()),
                entry.platform(),
                Platforms.of(entry.platform()).name(),
                entry.area().word(),
                Metric.higher("percent of native", UNIT),
                Parameters.NONE);
        return new Plot.Point(x, Optional.of(summary), "", source);
    }

    private static Figure figure() {
        return new Figure(
                ID,
                Figure.Group.TABLES,
                Figure.Kind.BARS,
                "Percent of native by platform and class of benchmarks",
                Set.of(),
                Set.of(),
                "",
                UNIT,
                Map.of(),
                "class",
                List.of(),
                List.of(),
                new Axis("Class of benchmarks", "", Axis.Scale.CATEGORY),
                new Axis("Performance", UNIT, Axis.Scale.LINEAR),
                Better.HIGHER,
                false,
                "");
    }
}
