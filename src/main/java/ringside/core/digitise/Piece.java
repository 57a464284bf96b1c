package ringside.core.digitise;

/** A straight piece of a curve, from one knot to the next, in pixels. */
record Piece(int knot, double x, double y, double width, double climb) {
    double slope() {
        return climb / width;
    }

    double length() {
        return Math.hypot(width, climb);
    }

    double share(double atX, double atY) {
        return ((atX - x) * width + (atY - y) * climb) / (width * width + climb * climb);
    }

    double across(double atX, double atY) {
        return ((atY - y) * width - (atX - x) * climb) / length();
    }
}
