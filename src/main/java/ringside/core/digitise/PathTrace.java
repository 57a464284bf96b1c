package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.Progress;

/** The paths of one colour within a figure's area: curves, markers and bars with no pixel between them and us. */
final class PathTrace {
    /** Page units: what is nearer has nothing between it. */
    private static final double SEAM = 0.6;

    /** Two colours that print the same. */
    private static final double SAME = 0.012;

    /** Of the axis' length: so near to a value of x, a curve's corner is its point there. */
    private static final double NEAR = 0.004;

    private final Digitisation figure;
    private final List<Outline> all;
    private final List<Outline> ours;
    private final double blur;

    private PathTrace(Digitisation figure, List<Outline> all, List<Outline> ours) {
        this.figure = figure;
        this.all = all;
        this.ours = ours;
        this.blur = Quantum.of(ours);
    }

    static PathTrace of(Scan scan, Digitisation figure, Colour colour, double tolerance) {
        Area area = figure.area();
        List<Outline> within = scan.outlines().stream()
                .filter(one -> one.corners().stream().anyMatch(corner -> area.contains(corner, 0.01)))
                .filter(one -> !isFrame(one, area))
                .filter(one -> figure.ignored().stream()
                        .noneMatch(ignored -> one.corners().stream().allMatch(ignored::contains)))
                .toList();
        List<Outline> same = coloured(within, colour, SAME);
        return new PathTrace(figure, within, same.isEmpty() ? coloured(within, colour, tolerance) : same);
    }

    private static List<Outline> coloured(List<Outline> all, Colour colour, double tolerance) {
        return all.stream()
                .filter(one -> Colour.of(one.rgb()).distance(colour) <= tolerance)
                .toList();
    }

    /** Axes and tick marks begin on the frame and run along it or a little into it; grid lines cross all of it. */
    private static boolean isFrame(Outline one, Area area) {
        Area box = one.bounds();
        if (box.width() > 0.98 * area.width() && box.height() > 0.98 * area.height())
            return one.corners().size() <= 5;
        if (one.corners().size() != 2) return false;
        boolean level = box.height() < 1e-6;
        boolean upright = box.width() < 1e-6;
        if (!level && !upright) return false;
        double length = level ? box.width() : box.height();
        double whole = level ? area.width() : area.height();
        boolean onEdge = level
                ? near(box.left(), area.left()) || near(box.right(), area.right())
                : near(box.top(), area.top()) || near(box.bottom(), area.bottom());
        return length > 0.98 * whole || onEdge && length < 0.06 * whole;
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) < 0.75;
    }

    Track line() {
        List<List<Place>> chains = chains();
        return chains.isEmpty() ? Track.NONE : new Chains(chains, figure, blur);
    }

    /** Pieces that go on where the one before ended are one; of those above each other the longest is the curve. */
    private List<List<Place>> chains() {
        var joined = new ArrayList<List<Place>>();
        for (Outline one : ours) {
            Progress.checkCancelled();
            if (one.filled() || one.closed() || one.curved()) continue;
            List<Place> last = joined.isEmpty() ? List.of() : joined.getLast();
            if (!last.isEmpty() && last.getLast().distance(one.corners().getFirst()) < 1e-3)
                last.addAll(one.corners().subList(1, one.corners().size()));
            else joined.add(new ArrayList<>(one.corners()));
        }
        joined.sort(Comparator.comparingDouble((List<Place> chain) -> -width(chain)));
        var kept = new ArrayList<List<Place>>();
        for (List<Place> chain : joined) {
            Progress.checkCancelled();
            if (!kept.isEmpty() && isSample(chain, kept.getFirst())) continue;
            if (width(chain) > 1e-6 && kept.stream().allMatch(other -> overlap(chain, other) < width(chain) / 2))
                kept.add(chain);
        }
        return kept;
    }

    /** Two level places beside a curve that has more are a legend's sample. */
    private boolean isSample(List<Place> chain, List<Place> curve) {
        return chain.size() == 2
                && curve.size() > 2
                && Math.abs(chain.getFirst().y() - chain.getLast().y()) < 1e-3
                && width(chain) < 0.2 * figure.area().width();
    }

    private static double width(List<Place> chain) {
        return right(chain) - left(chain);
    }

    private static double left(List<Place> chain) {
        return chain.stream().mapToDouble(Place::x).min().orElseThrow();
    }

    private static double right(List<Place> chain) {
        return chain.stream().mapToDouble(Place::x).max().orElseThrow();
    }

    private static double overlap(List<Place> one, List<Place> other) {
        return Math.min(right(one), right(other)) - Math.max(left(one), left(other));
    }

    /** The curve as the corners of the paths that draw it. */
    private record Chains(List<List<Place>> chains, Digitisation figure, double blur) implements Track {
        @Override
        public List<Mark> corners() {
            return chains.stream()
                    .flatMap(List::stream)
                    .filter(place -> figure.area().contains(place, 0.01))
                    .sorted(Comparator.comparingDouble(Place::x))
                    .limit(Series.MOST_MARKS)
                    .map(place -> (Mark) new Mark.Seen(place, blur, ""))
                    .toList();
        }

        @Override
        public Optional<Mark.Seen> at(Knot knot) {
            Optional<Place> corner = corner(knot, 0.01 + blur).or(() -> corner(knot, NEAR * length()));
            return corner.or(() -> chains.stream()
                            .flatMap(chain -> crossing(chain, knot))
                            .findFirst())
                    .filter(place -> figure.area().contains(place, 0.01))
                    .map(place -> new Mark.Seen(place, blur, knot.x()));
        }

        /** The only corner this near: where the axis was not clicked quite right, the curve's own points still are. */
        private Optional<Place> corner(Knot knot, double most) {
            List<Place> near = chains.stream()
                    .flatMap(List::stream)
                    .filter(place -> Math.abs(off(place, knot)) < most)
                    .distinct()
                    .limit(2)
                    .toList();
            return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
        }

        private double length() {
            double length = figure.calibration().x().length();
            return length > 0 ? length : 1;
        }

        /** How far right of a knot a place is, in page units. */
        private double off(Place place, Knot knot) {
            return (figure.calibration().shares(place).x() - knot.share()) * length();
        }

        private Stream<Place> crossing(List<Place> chain, Knot knot) {
            for (int i = 1; i < chain.size(); i++) {
                double before = off(chain.get(i - 1), knot);
                double after = off(chain.get(i), knot);
                if (before * after > 0 || before == after) continue;
                double part = before / (before - after);
                Place from = chain.get(i - 1);
                Place to = chain.get(i);
                return Stream.of(from.plus(part * (to.x() - from.x()), part * (to.y() - from.y())));
            }
            return Stream.empty();
        }
    }

    /** Whether there are two kinds of markers: then there are two series in this colour. */
    boolean areOfSeveralShapes() {
        Map<String, Long> shapes = markerGroups().stream()
                .map(List::getFirst)
                .collect(Collectors.groupingBy(PathTrace::shape, Collectors.counting()));
        return shapes.values().stream().filter(count -> count >= 3).count() > 1;
    }

    private static String shape(Outline one) {
        Area box = one.bounds();
        return one.curved() + " " + one.corners().size() + " " + Math.round(2 * box.width()) + " "
                + Math.round(2 * box.height());
    }

    /** Small shapes, several paths on top of each other being one marker. */
    List<Mark.Seen> markers() {
        return markerGroups().stream()
                .map(group -> new Mark.Seen(centre(group), blur + lean(group), ""))
                .filter(mark -> figure.area().contains(mark.place(), 0.01))
                .limit(Series.MOST_MARKS)
                .toList();
    }

    /** That error bars stand on what was read: upright lines through it. */
    Doubt.Reading withWhiskers(Doubt.Reading read) {
        int count = (int) read.marks().stream()
                .filter(mark -> mark instanceof Mark.Seen seen
                        && all.stream().anyMatch(one -> isUpright(one) && isWhisker(one.bounds(), seen.place())))
                .count();
        return count == 0 ? read : read.and(List.of(Doubt.whiskers(count)));
    }

    private boolean isWhisker(Area line, Place centre) {
        double least = 0.01 * figure.area().height();
        return Math.abs(line.left() - centre.x()) < SEAM
                && Math.max(centre.y() - line.top(), line.bottom() - centre.y()) > least
                && line.top() < centre.y() + SEAM
                && line.bottom() > centre.y() - SEAM;
    }

    private List<List<Outline>> markerGroups() {
        Area area = figure.area();
        double most = 0.07 * Math.max(area.width(), area.height());
        var groups = new ArrayList<List<Outline>>();
        for (Outline one : ours) {
            Progress.checkCancelled();
            Area box = one.bounds();
            if (Math.max(box.width(), box.height()) > most) continue;
            groups.stream()
                    .filter(group -> sameMarker(group.getFirst(), one))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(one), () -> groups.add(new ArrayList<>(List.of(one))));
        }
        boolean some = groups.stream().anyMatch(group -> !isCap(group));
        if (some) groups.removeIf(PathTrace::isCap);
        // what a marker is made of says where it is, and not the error bar through its middle
        for (List<Outline> group : groups) group.sort(Comparator.comparing(PathTrace::isStroke));
        return groups.stream()
                .filter(group -> group.size() > 1
                        || group.getFirst().closed()
                        || group.getFirst().filled()
                        || group.getFirst().curved())
                .toList();
    }

    /** Nothing but level strokes, such as end error bars. */
    private static boolean isCap(List<Outline> group) {
        return group.stream().allMatch(one -> isStroke(one) && one.bounds().height() < 1e-3);
    }

    private static boolean isStroke(Outline one) {
        return one.corners().size() == 2 && !one.closed() && !one.curved();
    }

    private static boolean sameMarker(Outline one, Outline other) {
        if (one.stamp().isPresent() && one.stamp().equals(other.stamp()) && stamped(one)) return true;
        double size = Math.max(Math.max(one.bounds().width(), one.bounds().height()), 0.1);
        return middle(one.bounds()).distance(middle(other.bounds())) < 0.1 * size;
    }

    private static Place middle(Area box) {
        return new Place((box.left() + box.right()) / 2, (box.top() + box.bottom()) / 2);
    }

    /** Whether the stamp's origin is in the shape, as that of a marker is. */
    private static boolean stamped(Outline one) {
        Area box = one.bounds();
        return one.stamp()
                .filter(stamp -> box.contains(stamp, 0.1 * Math.max(box.width(), box.height())))
                .isPresent();
    }

    /** Programs differ in which middle of a triangle they put on the point. */
    private static double lean(List<Outline> group) {
        return stamped(group.getFirst())
                ? 0
                : centre(group).distance(middle(group.getFirst().bounds()));
    }

    private static Place centre(List<Outline> group) {
        Outline first = group.getFirst();
        if (stamped(first)) return first.stamp().orElseThrow();
        List<Place> corners = first.corners().stream().distinct().toList();
        if (corners.size() == 3 && !first.curved())
            return new Place(
                    corners.stream().mapToDouble(Place::x).average().orElseThrow(),
                    corners.stream().mapToDouble(Place::y).average().orElseThrow());
        return middle(first.bounds());
    }

    /** Filled rectangles. */
    List<Bar> bars() {
        return ours.stream()
                .filter(Outline::filled)
                .filter(PathTrace::isRectangle)
                .map(Outline::bounds)
                .map(box -> new Bar(box, blur, end(box, box.top()), end(box, box.bottom())))
                .toList();
    }

    private Bar.End end(Area box, double y) {
        boolean touches =
                all.stream().filter(Outline::filled).map(Outline::bounds).anyMatch(other -> isBeside(box, other, y));
        boolean whisker = all.stream().anyMatch(one -> isUpright(one) && crosses(one.bounds(), box, y));
        return new Bar.End(false, touches, whisker);
    }

    /** Whether another bar, as wide, begins where this one ends. */
    private boolean isBeside(Area box, Area other, double y) {
        boolean aligned = Math.abs(other.left() - box.left()) < 0.04 * box.width() + 2 * blur
                && Math.abs(other.right() - box.right()) < 0.04 * box.width() + 2 * blur;
        double begins = y == box.bottom() ? other.top() : other.bottom();
        return aligned && Math.abs(begins - y) < SEAM;
    }

    private static boolean crosses(Area line, Area box, double y) {
        double middle = (box.left() + box.right()) / 2;
        return Math.abs(line.left() - middle) < box.width() / 8 && line.top() < y - SEAM && line.bottom() > y + SEAM;
    }

    private static boolean isUpright(Outline one) {
        return one.corners().size() == 2 && !one.closed() && one.bounds().width() < 1e-3;
    }

    private static boolean isRectangle(Outline one) {
        Area box = one.bounds();
        double slack = 1e-3 + 1e-3 * Math.max(box.width(), box.height());
        return box.width() > 0.3
                && one.corners().size() >= 4
                && one.corners().stream().allMatch(corner -> isCorner(corner, box, slack));
    }

    private static boolean isCorner(Place corner, Area box, double slack) {
        boolean side = Math.min(Math.abs(corner.x() - box.left()), Math.abs(corner.x() - box.right())) < slack;
        boolean end = Math.min(Math.abs(corner.y() - box.top()), Math.abs(corner.y() - box.bottom())) < slack;
        return side && end;
    }
}
