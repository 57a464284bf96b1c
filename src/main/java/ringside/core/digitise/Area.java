package ringside.core.digitise;

/** A rectangle of a page, in its units. */
public record Area(double left, double top, double right, double bottom) {
    public Area {
        if (!(left <= right && top <= bottom && right - left < 1e9 && bottom - top < 1e9))
            throw new IllegalArgumentException("a rectangle is left, top, right, bottom in this order");
    }

    /** The rectangle that two corners span, whichever they are. */
    public static Area of(Place one, Place other) {
        return new Area(
                Math.min(one.x(), other.x()),
                Math.min(one.y(), other.y()),
                Math.max(one.x(), other.x()),
                Math.max(one.y(), other.y()));
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public boolean contains(Place place) {
        return contains(place, 0);
    }

    /** @param margin how far outside still counts */
    public boolean contains(Place place, double margin) {
        return place.x() >= left - margin
                && place.x() <= right + margin
                && place.y() >= top - margin
                && place.y() <= bottom + margin;
    }

    public Area times(double factor) {
        return new Area(left * factor, top * factor, right * factor, bottom * factor);
    }
}
