package ringside.adapter.plot;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shapes that mark points, of about the same area, centred on the origin. */
enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    TRIANGLE_DOWN,
    PLUS,
    STAR,
    CROSS,
    BAR,
    HEXAGON;

    static Marker of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }

    Shape shape(double radius) {
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
            case SQUARE -> new Rectangle2D.Double(-radius * 0.88, -radius * 0.88, radius * 1.76, radius * 1.76);
            case TRIANGLE -> ring(3, radius * 1.25, 1, -Math.PI / 2);
            case DIAMOND -> ring(4, radius * 1.25, 1, -Math.PI / 2);
            case TRIANGLE_DOWN -> ring(3, radius * 1.25, 1, Math.PI / 2);
            case PLUS -> plus(radius * 1.2, 0);
            case STAR -> ring(10, radius * 1.4, 0.45, -Math.PI / 2);
            case CROSS -> plus(radius * 1.2, Math.PI / 4);
            case BAR -> new Rectangle2D.Double(-radius * 1.2, -radius * 0.5, radius * 2.4, radius);
            case HEXAGON -> ring(6, radius * 1.1, 1, 0);
        };
    }

    /** Corners on a circle; every second one drawn in by {@code inner}. */
    private static Shape ring(int corners, double radius, double inner, double start) {
        var path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = start + 2 * Math.PI * i / corners;
            double reach = i % 2 == 0 ? radius : radius * inner;
            if (i == 0) path.moveTo(reach * Math.cos(angle), reach * Math.sin(angle));
            else path.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
        }
        path.closePath();
        return path;
    }

    private static Shape plus(double reach, double turn) {
        double half = reach * 0.32;
        double[][] corners = {
            {-half, -reach}, {half, -reach}, {half, -half}, {reach, -half}, {reach, half}, {half, half},
            {half, reach}, {-half, reach}, {-half, half}, {-reach, half}, {-reach, -half}, {-half, -half},
        };
        var path = new Path2D.Double();
        for (int i = 0; i < corners.length; i++) {
            double x = corners[i][0] * Math.cos(turn) - corners[i][1] * Math.sin(turn);
            double y = corners[i][0] * Math.sin(turn) + corners[i][1] * Math.cos(turn);
            if (i == 0) path.moveTo(x, y);
            else path.lineTo(x, y);
        }
        path.closePath();
        return path;
    }
}
