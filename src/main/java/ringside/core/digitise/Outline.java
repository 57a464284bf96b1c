package ringside.core.digitise;

import java.util.List;
import java.util.Optional;

/**
 * One connected path of a PDF's page, in page units: exactly where the program that wrote it put it.
 *
 * @param rgb as it looks on white
 * @param filled an area, else a line
 * @param curved whether some of it is curves, of which only the ends are kept
 * @param corners its vertices
 * @param stamp where it was set down, if it is a shape that the page sets down several times: a marker's own centre
 */
public record Outline(
        int rgb, boolean filled, boolean closed, boolean curved, List<Place> corners, Optional<Place> stamp) {
    public Outline {
        corners = List.copyOf(corners);
        if (corners.isEmpty()) throw new IllegalArgumentException("an outline has a corner");
    }

    Area bounds() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Place corner : corners) {
            left = Math.min(left, corner.x());
            right = Math.max(right, corner.x());
            top = Math.min(top, corner.y());
            bottom = Math.max(bottom, corner.y());
        }
        return new Area(left, top, right, bottom);
    }
}
