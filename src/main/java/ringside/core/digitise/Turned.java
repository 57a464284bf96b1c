package ringside.core.digitise;

import java.util.ArrayList;
import java.util.List;

/**
 * A page turned to the left by a quarter, so that an axis of values which runs across it stands upright: bars that lie become
 * bars that stand, and are read as these.
 */
final class Turned {
    private final double width; // of the page as it was, in its units
    private final Scan scan;

    Turned(Scan page) {
        Picture picture = page.picture();
        width = picture.width() * picture.unit();
        scan = new Scan(
                page.name(),
                page.sha256(),
                page.page(),
                page.pages(),
                page.pdf(),
                turned(picture),
                page.outlines().stream().map(this::turned).toList());
    }

    /** Whether a figure's values run across the page rather than up. */
    static boolean isNeeded(Calibration axes) {
        Place from = axes.y().from();
        Place to = axes.y().to();
        return Math.abs(to.x() - from.x()) > Math.abs(to.y() - from.y());
    }

    Scan scan() {
        return scan;
    }

    Digitisation turned(Digitisation figure) {
        return new Digitisation(
                figure.set(),
                figure.source(),
                figure.figure(),
                figure.said(),
                figure.platforms(),
                figure.citation(),
                figure.licence(),
                new Calibration(
                        turned(figure.calibration().x()),
                        turned(figure.calibration().y())),
                figure.frame().map(this::turned),
                figure.ignored().stream().map(this::turned).toList(),
                figure.at(),
                figure.series());
    }

    /** What was read of the turned page, where it is on the page itself. */
    Doubt.Reading back(Doubt.Reading read) {
        var marks = new ArrayList<Mark>();
        for (Mark mark : read.marks())
            marks.add(
                    switch (mark) {
                        case Mark.Seen seen ->
                            new Mark.Seen(
                                    back(seen.place()),
                                    seen.blur(),
                                    seen.x(),
                                    seen.base().map(this::back));
                        case Mark.Printed printed -> printed;
                    });
        return new Doubt.Reading(marks, read.doubts());
    }

    private static Picture turned(Picture from) {
        int[] rgb = new int[from.rgb().length];
        int wide = from.height();
        for (int y = 0; y < from.height(); y++)
            for (int x = 0; x < from.width(); x++) rgb[(from.width() - 1 - x) * wide + y] = from.at(x, y);
        return new Picture(wide, from.width(), rgb, from.unit());
    }

    private Outline turned(Outline one) {
        List<Place> corners = one.corners().stream().map(this::turned).toList();
        return new Outline(
                one.rgb(),
                one.filled(),
                one.closed(),
                one.curved(),
                corners,
                one.stamp().map(this::turned));
    }

    private Axis turned(Axis axis) {
        return new Axis(axis.scale(), turned(axis.from()), turned(axis.to()), axis.blur());
    }

    private Area turned(Area area) {
        return Area.of(turned(new Place(area.left(), area.top())), turned(new Place(area.right(), area.bottom())));
    }

    private Place turned(Place place) {
        return new Place(place.y(), width - place.x());
    }

    private Place back(Place place) {
        return new Place(width - place.y(), place.x());
    }
}
