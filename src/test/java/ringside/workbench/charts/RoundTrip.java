package ringside.workbench.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.Progress;
import ringside.core.digitise.Area;
import ringside.core.digitise.Axis;
import ringside.core.digitise.Calibration;
import ringside.core.digitise.Colour;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.Mark;
import ringside.core.digitise.Place;
import ringside.core.digitise.Scale;
import ringside.core.digitise.Scan;
import ringside.core.digitise.Scans;
import ringside.core.digitise.Series;
import ringside.core.digitise.Snapping;
import ringside.core.digitise.Subject;
import ringside.core.digitise.Tracing;
import ringside.core.result.Better;
import ringside.core.result.Citation;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/** Reads a chart off again as a person would have it read: axes clicked to half a pixel, series by their colours. */
final class RoundTrip {
    private static final double CLICK = 2; // clicks to the pixel

    private final Scan scan;
    private final DrawnChart chart;

    private final double tolerance;

    private RoundTrip(Scan scan, DrawnChart chart, double tolerance) {
        this.scan = scan;
        this.chart = chart;
        this.tolerance = tolerance;
    }

    /**
     * How far points are off, as a share of the axis; infinite where nothing was read.
     *
     * @param covered of these how many are off by no more than what stands beside them as their uncertainty
     * @param more points that were read and do not exist
     */
    record Errors(DrawnChart chart, Digitisation read, List<Double> shares, int covered, int more) {
        long within(double most) {
            return shares.stream().filter(share -> share <= most).count();
        }
    }

    static Errors of(DrawnChart chart, Scans scans) {
        return of(chart, scans, Series.USUAL_TOLERANCE);
    }

    static Errors of(DrawnChart chart, Scans scans, double tolerance) {
        Scan scan = scans.open(chart.file(), 1, Scans.USUAL_DPI);
        return new RoundTrip(scan, chart, tolerance).errors();
    }

    /** Where a point is drawn. */
    static Place place(DrawnChart chart, double[] point) {
        Area frame = chart.frame();
        return new Place(
                frame.left() + chart.x().share(point[0]) * frame.width(),
                frame.bottom() - chart.y().share(point[1]) * frame.height());
    }

    Digitisation asked() {
        Area frame = chart.frame();
        var low = clicked(new Place(frame.left(), frame.bottom()));
        var right = clicked(new Place(frame.right(), frame.bottom()));
        var top = clicked(new Place(frame.left(), frame.top()));
        double blur = scan.pdf() ? 1e-4 : 0.5;
        Place first = low;
        Place last = right;
        if (chart.x() instanceof Scale.Categories(List<String> names)) {
            double step = (right.x() - low.x()) / names.size();
            first = low.plus(step / 2, 0);
            last = right.plus(-step / 2, 0);
        }
        var series = new ArrayList<Series>();
        for (DrawnChart.Curve curve : chart.curves())
            series.add(Series.of(curve.name(), Colour.of(curve.colour()), chart.method())
                    .tolerating(tolerance));
        boolean free = chart.method() == Series.Method.MARKERS || chart.x() instanceof Scale.Categories;
        List<String> at = free
                ? List.of()
                : chart.curves().getFirst().points().stream()
                        .map(point -> Double.toString(point[0]))
                        .toList();
        return new Digitisation(
                Optional.empty(),
                new Digitisation.Source("", "", 1, scan.pdf(), Scans.USUAL_DPI, ""),
                Subject.FREE,
                Subject.Said.NOTHING,
                Map.of(),
                Citation.NONE,
                "",
                new Calibration(new Axis(chart.x(), first, last, blur), new Axis(chart.y(), low, top, blur)),
                Optional.of(new Area(low.x(), top.y(), right.x(), low.y())),
                List.of(),
                at,
                series);
    }

    /** As exact as a click under a magnifier; on a page of paths it snaps to their lines. */
    private Place clicked(Place exact) {
        double unit = scan.picture().unit() / CLICK;
        var rounded = new Place(Math.rint(exact.x() / unit) * unit, Math.rint(exact.y() / unit) * unit);
        return Snapping.of(scan).snap(rounded, 2 * scan.picture().unit());
    }

    Digitisation read() {
        var subject = new Subject("test", new Metric("value", "", Better.HIGHER), "x", Parameters.NONE, false, false);
        return new Tracing(scan, subject).all(asked(), Progress.SILENT);
    }

    static RoundTrip on(Scan scan, DrawnChart chart) {
        return new RoundTrip(scan, chart, Series.USUAL_TOLERANCE);
    }

    private Errors errors() {
        Digitisation read = read();
        var shares = new ArrayList<Double>();
        int covered = 0;
        int more = 0;
        for (int i = 0; i < chart.curves().size(); i++) {
            List<Mark> marks = new ArrayList<>(read.series().get(i).marks());
            for (double[] point : chart.curves().get(i).points()) {
                double off = Double.POSITIVE_INFINITY;
                Mark best = null;
                for (Mark mark : marks) {
                    double share = off(read, (Mark.Seen) mark, point);
                    if (share < off) {
                        off = share;
                        best = mark;
                    }
                }
                if (best != null && off < 0.1) marks.remove(best);
                shares.add(off);
                if (best instanceof Mark.Seen seen && isCovered(read, seen, point)) covered++;
            }
            more += marks.size();
        }
        return new Errors(chart, read, shares, covered, more);
    }

    /** The larger of both axes' errors; along an axis of categories a point is right or wrong. */
    double off(Digitisation read, Mark.Seen mark, double[] point) {
        Calibration.Shares at = read.calibration().shares(mark.place());
        double y = Math.abs(at.y() - chart.y().share(point[1]));
        if (chart.x() instanceof Scale.Categories categories)
            return mark.x().equals(categories.names().get((int) point[0])) ? y : Double.POSITIVE_INFINITY;
        return Math.max(y, Math.abs(at.x() - chart.x().share(point[0])));
    }

    private static boolean isCovered(Digitisation read, Mark.Seen mark, double[] point) {
        var value = read.calibration().y(mark.place(), mark.blur());
        return Math.abs(value.value() - point[1]) <= value.uncertainty();
    }
}
