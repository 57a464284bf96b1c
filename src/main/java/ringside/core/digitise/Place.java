package ringside.core.digitise;

/**
 * A point of a page, in its own units from its upper left corner: pixels of a picture, where the first one's centre is
 * (0.5, 0.5), or points of 1/72 inch of a PDF's page.
 */
public record Place(double x, double y) {
    public Place plus(double dx, double dy) {
        return new Place(x + dx, y + dy);
    }

    public double distance(Place other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
