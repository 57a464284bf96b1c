package ringside.core.digitise;

import java.util.Optional;

/**
 * A curve of straight pieces over its ink, in pixels of the window.
 *
 * @param columns of its knots, in their order
 * @param heights of its knots; NaN where none is known
 */
record Pieces(Ink ink, double[] columns, double[] heights) {
    interface Pixel {
        /**
         * @param share how far along the piece
         * @param across how far beside it, square to it; signed
         */
        void at(Piece piece, double share, double across, double weight, int x, int y);
    }

    Optional<Piece> piece(int knot) {
        if (knot < 0 || knot + 1 >= columns.length) return Optional.empty();
        double climb = heights[knot + 1] - heights[knot];
        return Double.isNaN(climb)
                ? Optional.empty()
                : Optional.of(new Piece(knot, columns[knot], heights[knot], columns[knot + 1] - columns[knot], climb));
    }

    /** All ink beside the pieces. */
    void near(double window, Pixel each) {
        for (int k = 0; k + 1 < columns.length; k++) piece(k).ifPresent(piece -> near(piece, window, each));
    }

    void near(Piece piece, double window, Pixel each) {
        double reach = window * Math.hypot(1, piece.slope());
        int last = (int) Math.min(ink.width - 1, piece.x() + piece.width() + window);
        for (int x = (int) Math.max(0, piece.x() - window); x <= last; x++) {
            double middle = piece.y() + (x + 0.5 - piece.x()) * piece.slope();
            int low = (int) Math.min(ink.height - 1, middle + reach);
            for (int y = (int) Math.max(0, middle - reach); y <= low; y++) {
                double weight = ink.at(x, y);
                if (weight == 0) continue;
                double share = piece.share(x + 0.5, y + 0.5);
                double across = piece.across(x + 0.5, y + 0.5);
                boolean beside = share >= 0 && share <= 1 && Math.abs(across) <= window;
                if (beside && isWhole(piece, across, x, y)) each.at(piece, share, across, weight, x, y);
            }
        }
    }

    /** Where the window's border cuts the line lengthwise, only one side of it would pull. */
    private boolean isWhole(Piece piece, double across, int x, int y) {
        double mirrorX = x + 0.5 + 2 * across * piece.climb() / piece.length();
        double mirrorY = y + 0.5 - 2 * across * piece.width() / piece.length();
        return mirrorX > 0 && mirrorY > 0 && mirrorX < ink.width && mirrorY < ink.height;
    }
}
