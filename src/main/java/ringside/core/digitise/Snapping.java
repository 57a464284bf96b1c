package ringside.core.digitise;

import java.util.List;

/** Moves places to the straight lines that a page's paths have near them: then they are exact, not as good as one clicks. */
public final class Snapping {
    private final List<Outline> outlines;

    private Snapping(List<Outline> outlines) {
        this.outlines = outlines;
    }

    public static Snapping of(Scan scan) {
        return new Snapping(scan.outlines());
    }

    /**
     * Its x that of the nearest upright line, its y that of the nearest level one; or those of a line's end.
     *
     * @param reach how far a place is moved at most, in page units
     */
    public Place snap(Place place, double reach) {
        return new Place(snapX(place, reach), snapY(place, reach));
    }

    private double snapX(Place place, double reach) {
        double best = place.x();
        double off = reach;
        for (Outline one : outlines)
            for (int i = 1; i < one.corners().size(); i++) {
                Place a = one.corners().get(i - 1);
                Place b = one.corners().get(i);
                boolean upright = Math.abs(a.x() - b.x()) < 1e-3 && Math.abs(a.y() - b.y()) > 1;
                boolean beside = between(place.y(), a.y(), b.y(), 2 * reach);
                if (!upright || !beside || Math.abs(a.x() - place.x()) >= off) continue;
                off = Math.abs(a.x() - place.x());
                best = a.x();
            }
        return best == place.x() ? corner(place, reach).x() : best;
    }

    private double snapY(Place place, double reach) {
        double best = place.y();
        double off = reach;
        for (Outline one : outlines)
            for (int i = 1; i < one.corners().size(); i++) {
                Place a = one.corners().get(i - 1);
                Place b = one.corners().get(i);
                boolean level = Math.abs(a.y() - b.y()) < 1e-3 && Math.abs(a.x() - b.x()) > 1;
                boolean beside = between(place.x(), a.x(), b.x(), 2 * reach);
                if (!level || !beside || Math.abs(a.y() - place.y()) >= off) continue;
                off = Math.abs(a.y() - place.y());
                best = a.y();
            }
        return best == place.y() ? corner(place, reach).y() : best;
    }

    /** The nearest corner of a path: where a line ends that nothing meets there. */
    private Place corner(Place place, double reach) {
        Place best = place;
        double off = reach;
        for (Outline one : outlines)
            for (Place corner : one.corners()) {
                if (one.curved() || corner.distance(place) >= off) continue;
                off = corner.distance(place);
                best = corner;
            }
        return best;
    }

    private static boolean between(double at, double one, double other, double margin) {
        return at >= Math.min(one, other) - margin && at <= Math.max(one, other) + margin;
    }
}
