package ringside.adapter.plot;

import java.awt.Color;
import java.util.List;
import ringside.core.figure.Plot;

/**
 * What every part of one drawing shares.
 *
 * @param size of ordinary letters
 * @param styles one for each series of the plot
 * @param own a colour for each point, where a single series goes across platforms; else empty
 */
record Setting(Skin skin, Lettering type, double size, List<SeriesStyle> styles, List<Color> own) {

    static Setting of(Plot plot, Skin skin, Lettering type, double size) {
        Palette palette = Palette.of(plot, skin);
        List<Color> own = acrossPlatforms(plot)
                ? plot.series().getFirst().points().stream()
                        .map(point -> palette.colour(point.source().platform(), 0))
                        .toList()
                : List.of();
        return new Setting(skin, type, size, SeriesStyle.of(plot, skin, size / 12), own);
    }

    /** Whether there is one series only and each of its points is of another configuration. */
    static boolean acrossPlatforms(Plot plot) {
        return plot.series().size() == 1 && plot.series().getFirst().platform().isEmpty();
    }

    /** Strokes, markers and gaps grow with the letters: 1 where these are 12 high. */
    double unit() {
        return size / 12;
    }

    Color colour(int series, int point) {
        return own.isEmpty() ? styles.get(series).colour() : own.get(point);
    }
}
