package ringside.ui.digitise;

import ringside.core.digitise.Place;

/**
 * How a page lies on the screen.
 *
 * @param zoom screen points per page unit
 * @param x, y where the page's upper left corner is on the screen
 */
record Camera(double zoom, double x, double y) {
    static final double LEAST = 0.02;
    static final double MOST = 64;

    /** The whole page in the middle of a pane. */
    static Camera fitting(double pageWidth, double pageHeight, double width, double height) {
        double zoom = Math.clamp(Math.min((width - 24) / pageWidth, (height - 24) / pageHeight), LEAST, MOST);
        return new Camera(zoom, (width - zoom * pageWidth) / 2, (height - zoom * pageHeight) / 2);
    }

    double screenX(Place place) {
        return x + zoom * place.x();
    }

    double screenY(Place place) {
        return y + zoom * place.y();
    }

    Place place(double screenX, double screenY) {
        return new Place((screenX - x) / zoom, (screenY - y) / zoom);
    }

    /** What is at this place of the screen stays there. */
    Camera zoomed(double factor, double screenX, double screenY) {
        double next = Math.clamp(zoom * factor, LEAST, MOST);
        double by = next / zoom;
        return new Camera(next, screenX - by * (screenX - x), screenY - by * (screenY - y));
    }

    Camera moved(double dx, double dy) {
        return new Camera(zoom, x + dx, y + dy);
    }
}
