package ringside.adapter.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.IntFunction;
import ringside.core.RingsideException;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer;

/** Draws figures by JFreeChart into memory, with no display; every call stands on its own. */
public final class ChartRenderer implements Renderer {
    /** The pixels of an inch on screen, as CSS has them: what a look of scale 1 is drawn for. */
    static final double PIXELS_PER_INCH = 96;

    /** What one picture may take of the memory: a mistaken scale must not end the program. */
    private static final long MOST_PIXELS = 60_000_000;

    @Override
    public Drawing draw(Plot plot, Look look) {
        var image =
                new BufferedImage(pixels(look.width(), look), pixels(look.height(), look), BufferedImage.TYPE_INT_ARGB);
        Drawn drawn = paint(plot, look, image);
        double scale = look.scale();
        Rectangle2D area = drawn.area();
        return new Drawing(
                image.getWidth(),
                image.getHeight(),
                ((DataBufferInt) image.getRaster().getDataBuffer()).getData(),
                new Area(area.getX() * scale, area.getY() * scale, area.getWidth() * scale, area.getHeight() * scale),
                drawn.shown(),
                drawn.spots().stream()
                        .map(spot -> new Spot(spot.x() * scale, spot.y() * scale, spot.series(), spot.point()))
                        .toList());
    }

    /**
     * Writes pixels that something else draws, at {@code scale} pixels per point.
     *
     * @param rows the pixels of each row, asked for once and from the top, and not to be changed after
     */
    public static void png(
            IntFunction<int[]> rows, int width, int height, double scale, Map<String, String> texts, OutputStream out)
            throws IOException {
        PngFile.write(rows, width, height, scale * PIXELS_PER_INCH, texts, out);
    }

    private static Drawn paint(Plot plot, Look look, BufferedImage image) {
        Graphics2D g = image.createGraphics();
        try {
            g.scale(look.scale(), look.scale());
            return new Sheet(plot, look, true).draw(g);
        } finally {
            g.dispose();
        }
    }

    private static int pixels(int points, Look look) {
        double width = look.width() * look.scale();
        double height = look.height() * look.scale();
        if (!(width >= 1 && height >= 1)) throw new IllegalArgumentException("a picture has pixels, unlike " + look);
        if (width * height > MOST_PIXELS)
            throw new RingsideException(
                    "A picture of " + Math.round(width) + " x " + Math.round(height) + " pixels is too large",
                    "choose fewer dots per inch or a smaller size, or SVG or PDF, which have no pixels");
        return (int) Math.round(points * look.scale());
    }

    @Override
    public void write(Plot plot, Look look, Medium medium, Map<String, String> texts, OutputStream out)
            throws IOException {
        switch (medium) {
            case PNG -> {
                Drawing drawing = draw(plot, look);
                PngFile.write(
                        drawing.argb(), drawing.width(), drawing.height(), look.scale() * PIXELS_PER_INCH, texts, out);
            }
            case SVG -> SvgFile.write(plot, look, texts, out);
            case PDF -> PdfFile.write(plot, look, texts, out);
        }
    }
}
