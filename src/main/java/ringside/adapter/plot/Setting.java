package ringside.adapter.plot;

import java.util.List;

/**
 * What every part of one drawing shares.
 *
 * @param size of ordinary letters
 * @param styles one for each series of the plot
 */
record Setting(Skin skin, Lettering type, double size, List<SeriesStyle> styles) {
    /** Strokes, markers and gaps grow with the letters: 1 where these are 12 high. */
    double unit() {
        return size / 12;
    }
}
