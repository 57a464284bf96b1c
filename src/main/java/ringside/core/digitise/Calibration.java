package ringside.core.digitise;

/**
 * From places to values and back. The axes need be neither upright nor square to each other: a scan that lies a little
 * aslant is read as well as a straight one.
 *
 * <p>How far a value may be off follows from how far the place and the two calibrated ones may be, taken as independent
 * (in quadrature), each along the axis.
 */
public record Calibration(Axis x, Axis y) {
    public Calibration {
        if (!(Math.abs(cross(along(x, y), up(x, y))) > 1e-9 * x.length() * y.length()) || y.length() < 1e-9)
            throw new IllegalArgumentException("the two places of each axis are apart, and the axes cross");
    }

    /** Shares of the way from the first calibrated place of each axis to the second. */
    public record Shares(double x, double y) {}

    public Shares shares(Place place) {
        Place along = along(x, y);
        Place up = up(x, y);
        double area = cross(along, up);
        return new Shares(cross(minus(place, x.from()), up) / area, cross(along, minus(place, y.from())) / area);
    }

    public Place place(Shares shares) {
        Place along = along(x, y);
        Place up = up(x, y);
        // the x axis' first place, moved along y to where y's share is 0
        double lift = -shares(x.from()).y();
        return x.from()
                .plus(
                        shares.x() * along.x() + (shares.y() + lift) * up.x(),
                        shares.x() * along.y() + (shares.y() + lift) * up.y());
    }

    /** @param blur how far off the place may be, in page units */
    public Uncertain x(Place place, double blur) {
        return value(x, shares(place).x(), blur, x.length());
    }

    public Uncertain y(Place place, double blur) {
        return value(y, shares(place).y(), blur, y.length());
    }

    /** How much lies between two places along y. @param blur how far off each may be */
    Uncertain between(Place from, Place to, double blur) {
        double low = shares(from).y();
        double high = shares(to).y();
        // both ends may be off, and the axis' own places as far as they stretch what lies between
        double off = Math.hypot(Math.sqrt(2) * blur, Math.sqrt(2) * (high - low) * y.blur()) / y.length();
        return new Uncertain(
                y.scale().value(high) - y.scale().value(low), Math.abs(y.scale().slope(high)) * off);
    }

    private static Uncertain value(Axis axis, double share, double blur, double length) {
        double off = Math.hypot(blur, Math.hypot((1 - share) * axis.blur(), share * axis.blur())) / length;
        return new Uncertain(axis.scale().value(share), Math.abs(axis.scale().slope(share)) * off);
    }

    /** A single category has one place: its axis then runs square to the other. */
    private static Place along(Axis x, Axis y) {
        Place along = minus(x.to(), x.from());
        if (Math.hypot(along.x(), along.y()) > 1e-9) return along;
        Place up = minus(y.to(), y.from());
        return new Place(-up.y(), up.x());
    }

    private static Place up(Axis x, Axis y) {
        return minus(y.to(), y.from());
    }

    private static Place minus(Place one, Place other) {
        return new Place(one.x() - other.x(), one.y() - other.y());
    }

    private static double cross(Place one, Place other) {
        return one.x() * other.y() - one.y() * other.x();
    }
}
