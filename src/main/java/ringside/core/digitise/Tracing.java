package ringside.core.digitise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private @Nullable Turned turned;

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
        if (Turned.isNeeded(figure.calibration())) return readTurned(figure, series);
        Colour colour =
                series.colour().orElseThrow(() -> new IllegalArgumentException(series.name() + " has no colour"));
        List<Knot> knots = Knot.of(figure, subject);
        if (!scan.outlines().isEmpty()) {
            Doubt.Reading exact = paths(figure, series, colour, knots);
            if (!exact.marks().isEmpty()) return exact;
        }
        return pixels(figure, series, colour, knots);
    }

    /** Values that run across the page are read of the page that lies on its side. */
    private Doubt.Reading readTurned(Digitisation figure, Series series) {
        Turned page = turned;
        if (page == null) turned = page = new Turned(scan);
        return page.back(new Tracing(page.scan(), subject).reading(page.turned(figure), series));
    }

    private Doubt.Reading paths(Digitisation figure, Series series, Colour colour, List<Knot> knots) {
        var paths = PathTrace.of(scan, figure, colour, series.tolerance());
        return switch (series.method()) {
            case LINE -> paths.withWhiskers(line(paths.line(), figure, knots));
            case MARKERS ->
                paths.areOfSeveralShapes()
                        ? new Doubt.Reading(List.of(), List.of(Doubt.shapes()))
                        : paths.withWhiskers(snapped(paths.markers(), figure, knots));
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
        if (series.method() != Series.Method.BARS) ink.takeEdges();
        return switch (series.method()) {
            case LINE -> {
                Ink whole = ink.copy();
                Whiskers.clearColumns(ink);
                yield Whiskers.beside(line(track(ink, figure, knots), figure, knots), whole, picture);
            }
            case MARKERS -> markers(ink, figure, knots);
            case BARS -> Bar.ends(BarTrace.of(ink, picture), figure, knots);
            case CLICKS, VALUES -> Doubt.Reading.sure(series.marks());
        };
    }

    /** A line of their colour says better than their blobs where the markers on it are: it goes through their middles. */
    private Doubt.Reading markers(Ink ink, Digitisation figure, List<Knot> knots) {
        Picture picture = scan.picture();
        boolean joined = MarkerTrace.areJoined(ink);
        if (joined && !knots.isEmpty()) return line(track(ink, figure, knots), figure, knots);
        List<Knot> places = !joined
                ? List.of()
                : LineTrace.markers(ink, picture, figure.calibration()).stream()
                        .map(column -> new Knot("", share(figure, column + ink.left)))
                        .toList();
        if (places.size() > 1) return line(LineTrace.of(ink, picture, figure.calibration(), places), figure, places);
        Whiskers.Cleared whiskers = joined ? Whiskers.Cleared.NONE : Whiskers.clear(ink);
        return MarkerTrace.areOfSeveralShapes(ink)
                ? new Doubt.Reading(List.of(), List.of(Doubt.shapes()))
                : snapped(MarkerTrace.of(ink, picture, whiskers.thick()), figure, knots)
                        .and(whiskers.doubts());
    }

    private double share(Digitisation figure, double column) {
        double unit = scan.picture().unit();
        return figure.calibration()
                .shares(new Place(column * unit, figure.area().bottom()))
                .x();
    }

    private Track track(Ink ink, Digitisation figure, List<Knot> knots) {
        Gaps.clearSamples(ink);
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
        var hidden = new ArrayList<Doubt>();
        var missed = new ArrayList<Knot>();
        for (Knot knot : knots.isEmpty() ? Knot.even(figure, EVEN) : knots) {
            Optional<Mark.Seen> mark = track.at(knot);
            if (mark.isEmpty()) {
                // before its beginning and behind its end there is no curve
                if (!marks.isEmpty()) missed.add(knot);
                continue;
            }
            if (!missed.isEmpty()) hidden.add(Doubt.hidden(missed, figure.calibration()));
            missed.clear();
            marks.add(mark.get());
        }
        if (marks.size() < knots.size()) hidden.add(Doubt.found(marks.size(), knots.size()));
        return new Doubt.Reading(marks, hidden);
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
        long found = kept.stream().map(Mark::x).distinct().count();
        return new Doubt.Reading(
                kept, found < knots.size() ? List.of(Doubt.found((int) found, knots.size())) : List.of());
    }

    private static double spacing(List<Knot> knots) {
        double least = 1;
        for (int i = 1; i < knots.size(); i++)
            least = Math.min(
                    least, Math.abs(knots.get(i).share() - knots.get(i - 1).share()));
        return least;
    }
}
