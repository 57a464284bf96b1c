package ringside.adapter.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.core.figure.Plot;

/**
 * How one series looks wherever it appears: with its marker, dash and hatching it is known without its colour.
 *
 * @param open whether the marker is an outline: the second ten series repeat the shapes of the first
 * @param hatch the pattern of its bars; 0 is none
 */
record SeriesStyle(Color colour, Shape marker, boolean open, BasicStroke line, int hatch) {
    private static final float[][] DASHES = {
        {}, {7, 3}, {2, 2.5f}, {9, 3, 2, 3}, {13, 4}, {6, 2, 1.5f, 2, 1.5f, 2},
    };

    /** @param unit the size of a point in this figure: 1 where the text is 12 high */
    static List<SeriesStyle> of(Plot plot, Skin skin, double unit) {
        Palette palette = Palette.of(plot, skin);
        int count = plot.series().size();
        double width = unit * (count <= 6 ? 2.0 : count <= 12 ? 1.6 : 1.2);
        double radius = unit * (count <= 6 ? 4.2 : count <= 12 ? 3.7 : 3.2);
        Map<String, Integer> variants = new HashMap<>();
        var styles = new ArrayList<SeriesStyle>();
        for (Plot.Series series : plot.series()) {
            int variant = variants.merge(series.platform(), 1, Integer::sum) - 1;
            int index = series.index();
            styles.add(new SeriesStyle(
                    palette.colour(series.platform(), variant),
                    Marker.of(index).shape(radius),
                    index / Marker.values().length % 2 == 1,
                    stroke(width, unit, index),
                    index % Hatching.PATTERNS));
        }
        return List.copyOf(styles);
    }

    private static BasicStroke stroke(double width, double unit, int index) {
        float[] pattern = DASHES[index % DASHES.length];
        if (pattern.length == 0) return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        float[] dash = new float[pattern.length];
        for (int i = 0; i < dash.length; i++) dash[i] = pattern[i] * (float) unit;
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }
}
