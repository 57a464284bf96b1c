package ringside.core.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws plots. Safe to use from several threads at once. */
public interface Renderer {
    /** Draws for a screen. */
    Drawing draw(Plot plot, Look look);

    /**
     * Writes one file.
     *
     * @param texts name → value, kept in the file where its format can (PNG text chunks, PDF properties)
     */
    void write(Plot plot, Look look, Medium medium, Map<String, String> texts, OutputStream out) throws IOException;

    enum Medium {
        PNG,
        SVG,
        PDF
    }

    enum Theme {
        LIGHT,
        DARK
    }

    /**
     * @param width in points at {@code scale} 1; a PNG has width × scale pixels
     * @param scale pixels per point: 2 for a screen of double density, dpi / 96 for print
     * @param chrome whether title, caption and cautions are drawn; a thumbnail has none of them
     * @param zoom the part of the plot to show; null for all
     */
    record Look(
            Theme theme,
            int width,
            int height,
            double scale,
            boolean chrome,
            @Nullable Zoom zoom) {
        public static Look of(Theme theme, int width, int height) {
            return new Look(theme, width, height, 1, true, null);
        }
    }

    /** In data coordinates of both axes. */
    record Zoom(double xLow, double xHigh, double yLow, double yHigh) {}

    /**
     * Pixels and what stands where in them.
     *
     * @param argb row by row, not premultiplied
     * @param plotArea where data are drawn, in pixels; the axes' ranges there are in {@code shown}
     * @param shown what the axes show, in data coordinates
     * @param spots each drawn point, in pixels
     */
    record Drawing(int width, int height, int[] argb, Area plotArea, Zoom shown, List<Spot> spots) {}

    record Area(double x, double y, double width, double height) {}

    /** @param series index into {@link Plot#series}; @param point index into its points */
    record Spot(double x, double y, int series, int point) {}
}
