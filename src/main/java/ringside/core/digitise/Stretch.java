package ringside.core.digitise;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of ink in one column of pixels.
 *
 * @param top of its first pixel, in pixels
 * @param bottom of its last pixel, where that ends
 * @param centre weighted by ink
 * @param height as much as its ink fills
 */
record Stretch(int column, int top, int bottom, double centre, double height) {
    private static final double FAINT = 0.15;
    private static final double SOUND = 0.35;

    static List<Stretch> in(Ink ink, int column) {
        var found = new ArrayList<Stretch>();
        int y = 0;
        while (y < ink.height) {
            if (ink.at(column, y) < FAINT) {
                y++;
                continue;
            }
            int start = y;
            double mass = 0;
            double moment = 0;
            double peak = 0;
            for (; y < ink.height && ink.at(column, y) >= FAINT; y++) {
                double weight = ink.at(column, y);
                mass += weight;
                moment += weight * (y + 0.5);
                peak = Math.max(peak, weight);
            }
            if (peak >= SOUND) found.add(new Stretch(column, start, y, moment / mass, mass));
        }
        return found;
    }

    /** How far apart two are, up and down; 0 where they touch. */
    int gap(Stretch other) {
        return Math.max(0, Math.max(top - other.bottom, other.top - bottom));
    }
}
