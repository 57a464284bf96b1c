package ringside.adapter.plot;

import java.awt.geom.Rectangle2D;

/** Where places on the axes lie on the sheet. */
record Places(Extents extents, Rectangle2D area) {
    double x(double place) {
        return area.getMinX() + (place - extents.left()) / (extents.right() - extents.left()) * area.getWidth();
    }

    double y(double place) {
        return area.getMaxY() - (place - extents.low()) / (extents.high() - extents.low()) * area.getHeight();
    }

    boolean shows(double xPlace, double yPlace) {
        return xPlace >= extents.left()
                && xPlace <= extents.right()
                && yPlace >= extents.low()
                && yPlace <= extents.high();
    }

    /** The width of one step along x. */
    double perX() {
        return area.getWidth() / (extents.right() - extents.left());
    }
}
