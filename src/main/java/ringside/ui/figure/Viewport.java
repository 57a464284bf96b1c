package ringside.ui.figure;

import ringside.core.figure.Axis;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Area;
import ringside.core.figure.Renderer.Drawing;
import ringside.core.figure.Renderer.Zoom;

/**
 * The part of a plot that a drawing shows: which value lies under a pixel, and which part a gesture asks for next.
 *
 * @param area where data are drawn, in pixels
 * @param shown what the axes show there
 */
record Viewport(Area area, Zoom shown, Axis.Scale xScale, Axis.Scale yScale) {
    static Viewport of(Plot plot, Drawing drawing) {
        return new Viewport(
                drawing.plotArea(), drawing.shown(), plot.x().scale(), plot.y().scale());
    }

    Viewport showing(Zoom other) {
        return new Viewport(area, other, xScale, yScale);
    }

    boolean contains(double x, double y) {
        return x >= area.x() && x <= area.x() + area.width() && y >= area.y() && y <= area.y() + area.height();
    }

    double xAt(double pixel) {
        return value(xScale, shown.xLow(), shown.xHigh(), (pixel - area.x()) / area.width());
    }

    double yAt(double pixel) {
        return value(yScale, shown.yLow(), shown.yHigh(), 1 - (pixel - area.y()) / area.height());
    }

    /** A rectangle dragged from one corner to the opposite one, whichever they are. */
    Zoom inside(double x1, double y1, double x2, double y2) {
        double left = clampX(Math.min(x1, x2));
        double right = clampX(Math.max(x1, x2));
        double top = clampY(Math.min(y1, y2));
        double bottom = clampY(Math.max(y1, y2));
        return new Zoom(xAt(left), xAt(right), yAt(bottom), yAt(top));
    }

    /** What lies under the pixel stays there, and the ranges around it shrink by the factor (or grow, above 1). */
    Zoom around(double x, double y, double factor) {
        double right = (clampX(x) - area.x()) / area.width();
        double up = 1 - (clampY(y) - area.y()) / area.height();
        return part(right - right * factor, right + (1 - right) * factor, up - up * factor, up + (1 - up) * factor);
    }

    Zoom around(double factor) {
        return around(area.x() + area.width() / 2, area.y() + area.height() / 2, factor);
    }

    /** @param right in widths of the plot area; @param up in heights of it */
    Zoom moved(double right, double up) {
        return part(right, 1 + right, up, 1 + up);
    }

    private Zoom part(double left, double right, double bottom, double top) {
        return new Zoom(
                value(xScale, shown.xLow(), shown.xHigh(), left),
                value(xScale, shown.xLow(), shown.xHigh(), right),
                value(yScale, shown.yLow(), shown.yHigh(), bottom),
                value(yScale, shown.yLow(), shown.yHigh(), top));
    }

    private double clampX(double pixel) {
        return Math.clamp(pixel, area.x(), area.x() + area.width());
    }

    private double clampY(double pixel) {
        return Math.clamp(pixel, area.y(), area.y() + area.height());
    }

    private static double value(Axis.Scale scale, double low, double high, double share) {
        return switch (scale) {
            case LINEAR, CATEGORY -> low + (high - low) * share;
            case LOG10, LOG2 -> low * Math.pow(high / low, share);
        };
    }
}
