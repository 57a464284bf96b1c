package ringside.ui.figure;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import ringside.core.figure.Plot;
import ringside.ui.kit.Amount;

/** A chart in words, for who cannot see it: what it is, its axes, and for each series how many points and their range. */
final class Spoken {
    private static final int MOST = 12; // series told one by one

    private Spoken() {}

    static String of(Plot plot) {
        var words = new ArrayList<String>();
        words.add("Chart of figure " + plot.figure().id() + ": " + plot.figure().title());
        words.add("Across: " + plot.x().caption());
        words.add("Up: " + plot.y().caption());
        if (plot.isEmpty()) words.add("No data yet");
        List<Plot.Series> series = plot.series();
        series.stream().limit(MOST).map(one -> of(one, plot)).forEach(words::add);
        if (series.size() > MOST) words.add("And " + (series.size() - MOST) + " more series");
        if (!plot.isEmpty()) words.add("The table beside it has every value");
        return String.join(". ", words) + ".";
    }

    private static String of(Plot.Series series, Plot plot) {
        DoubleSummaryStatistics range = series.points().stream()
                .mapToDouble(point -> point.centre(plot.view()))
                .filter(Double::isFinite)
                .summaryStatistics();
        if (range.getCount() == 0) return series.name() + ": no values";
        String points = series.name() + ": " + Amount.of((int) range.getCount(), "value", "values");
        if (range.getMin() == range.getMax()) return points + ", " + Numbers.shown(range.getMin());
        return points + ", from " + Numbers.shown(range.getMin()) + " to " + Numbers.shown(range.getMax());
    }
}
