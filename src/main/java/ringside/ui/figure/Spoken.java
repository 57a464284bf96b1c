package ringside.ui.figure;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import ringside.core.figure.Plot;
import ringside.ui.kit.Texts;

/** A chart in words, for who cannot see it: what it is, its axes, and for each series how many points and their range. */
final class Spoken {
    private static final int MOST = 12; // series told one by one

    private Spoken() {}

    static String of(Plot plot) {
        var words = new ArrayList<String>();
        words.add(Texts.of(
                "figure.spoken.chart", plot.figure().id(), plot.figure().title()));
        words.add(Texts.of("figure.spoken.across", plot.x().caption()));
        words.add(Texts.of("figure.spoken.up", plot.y().caption()));
        if (plot.isEmpty()) words.add(Texts.of("figure.no-data-yet"));
        List<Plot.Series> series = plot.series();
        series.stream().limit(MOST).map(one -> of(one, plot)).forEach(words::add);
        if (series.size() > MOST) words.add(Texts.of("figure.spoken.more", series.size() - MOST));
        if (!plot.isEmpty()) words.add(Texts.of("figure.spoken.table"));
        return String.join(". ", words) + ".";
    }

    private static String of(Plot.Series series, Plot plot) {
        DoubleSummaryStatistics range = series.points().stream()
                .mapToDouble(point -> point.centre(plot.view()))
                .filter(Double::isFinite)
                .summaryStatistics();
        if (range.getCount() == 0) return Texts.of("figure.spoken.no-values", series.name());
        String points = Texts.of("figure.spoken.values", series.name(), (int) range.getCount());
        if (range.getMin() == range.getMax()) return points + ", " + Numbers.shown(range.getMin());
        return Texts.of("figure.spoken.range", points, Numbers.shown(range.getMin()), Numbers.shown(range.getMax()));
    }
}
