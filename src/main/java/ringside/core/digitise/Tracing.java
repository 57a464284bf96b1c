package ringside.core.digitise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.core.Progress;

/**
 * Reads the series of a figure off its page: from the page's own paths where it has some of their colour, else from its
 * pixels. What a person clicked, or typed off the page, stays as it is.
 */
public final class Tracing {
    /** Places at which a curve is read where nothing says at which x it has values. */
    private static final int EVEN = 60;

    private final Scan scan;
    private final Subject subject;

    public Tracing(Scan scan, Subject subject) {
        this.scan = scan;
        this.subject = subject;
    }

    /**
     * All series that are found by their colour.
     *
     * @return the same figure, with what was read of this page
     */
    public Digitisation all(Digitisation figure, Progress progress) {
        requireSameUnits(figure);
        Digitisation read = figure.with(figure.source().of(scan));
        for (int i = 0; i < figure.series().size(); i++) {
            Progress.checkCancelled();
            Series one = figure.series().get(i);
            progress.at(one.name(), (double) i / figure.series().size());
            if (one.method().automatic()) read = read.with(i, series(figure, one));
        }
        return read;
    }

    private void requireSameUnits(Digitisation figure) {
        figure.source().otherUnits(scan).ifPresent(other -> {
            throw new IllegalArgumentException("the figure " + other);
        });
    }

    /** One of the figure's series, with its points. */
    public Series series(Digitisation figure, Series series) {
        Doubt.Reading read = reading(figure, series);
        return series.read(read.marks(), read.doubts());
    }

    private Doubt.Reading reading(Digitisation figure, Series series) {
        if (!series.method().automatic()) return new Doubt.Reading(series.marks(), series.doubts());
        Colour colour =
                series.colour().orElseThrow(() -> new IllegalArgumentException(series.name() + " has no colour"));
        List<Knot> knots = Knot.of(figure, subject);
        if (!scan.outlines().isEmpty()) {
            Doubt.Reading exact = paths(figure, series, colour, knots);
            if (!exact.marks().isEmpty()) return exact;
        }
        return pixels(figure, series, colour, knots);
    }

    private Doubt.Reading paths(Digitisation figure, Series series, Colour colour, List<Knot> knots) {
        var paths = PathTrace.of(scan, figure, colour, series.tolerance());
        return switch (series.method()) {
            case LINE -> line(paths.line(), figure, knots);
            case MARKERS -> snapped(paths.markers(), figure, knots);
            case BARS -> Bar.ends(paths.bars(), figure, knots);
            case CLICKS, VALUES -> Doubt.Reading.sure(series.marks());
        };
    }

    private Doubt.Reading pixels(Digitisation figure, Series series, Colour colour, List<Knot> knots) {
        Picture picture = scan.picture();
        Area area = figure.area();
        var mixing = new Ink.Mixing(
                Ground.of(picture, picture.window(area)), colour, series.tolerance(), rivals(figure, series));
        Ink ink = Ink.of(picture, area, figure.ignored(), mixing);
        return switch (series.method()) {
            case LINE -> line(track(ink, figure, knots), figure, knots);
            case MARKERS -> snapped(MarkerTrace.of(ink, picture), figure, knots);
            case BARS -> Bar.ends(BarTrace.of(ink, picture), figure, knots);
            case CLICKS, VALUES -> Doubt.Reading.sure(series.marks());
        };
    }

    private Track track(Ink ink, Digitisation figure, List<Knot> knots) {
        return PolylineTrace.of(ink, scan.picture(), figure.calibration(), knots)
                .orElseGet(() -> LineTrace.of(ink, scan.picture(), figure.calibration(), knots));
    }

    private static List<Colour> rivals(Digitisation figure, Series series) {
        return figure.series().stream()
                .filter(other -> !other.name().equals(series.name()))
                .flatMap(other -> other.colour().stream())
                .toList();
    }

    private static Doubt.Reading line(Track track, Digitisation figure, List<Knot> knots) {
        List<Mark> corners = track.corners();
        if (knots.isEmpty() && !corners.isEmpty()) return Doubt.Reading.sure(corners);
        var marks = new ArrayList<Mark>();
        for (Knot knot : knots.isEmpty() ? Knot.even(figure, EVEN) : knots)
            track.at(knot).ifPresent(marks::add);
        return Doubt.Reading.sure(marks);
    }

    /** At the figure's own values of x, where it has some; what is near none of them is no point of the series. */
    private Doubt.Reading snapped(List<Mark.Seen> marks, Digitisation figure, List<Knot> knots) {
        if (knots.isEmpty()) return Doubt.Reading.sure(marks);
        double most = Math.max(
                3 * scan.picture().unit() / Math.max(1, figure.calibration().x().length()), spacing(knots) / 5);
        var kept = new ArrayList<Mark>();
        for (Mark.Seen mark : marks) {
            double share = figure.calibration().shares(mark.place()).x();
            Optional.ofNullable(Knot.near(knots, share, most))
                    .ifPresent(knot -> kept.add(new Mark.Seen(mark.place(), mark.blur(), knot.x())));
        }
        return Doubt.Reading.sure(kept);
    }

    private static double spacing(List<Knot> knots) {
        double least = 1;
        for (int i = 1; i < knots.size(); i++)
            least = Math.min(
                    least, Math.abs(knots.get(i).share() - knots.get(i - 1).share()));
        return least;
    }
}
