package ringside.adapter.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import ringside.core.RingsideException;
import ringside.core.digitise.Picture;

/** Pictures of any kind that Java reads, by their content; their size is known before they are unpacked. */
final class Pictures {
    private Pictures() {}

    static Picture read(Path file) throws IOException {
        try (var in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext())
                throw new RingsideException(
                        file.getFileName() + " is neither a PDF nor a picture that can be read",
                        "give a PDF, PNG, JPEG, GIF or BMP file");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                requireBounded(file, reader.getWidth(0), reader.getHeight(0));
                return of(reader.read(0), 1);
            } finally {
                reader.dispose();
            }
        } catch (RingsideException known) {
            throw known;
        } catch (RuntimeException | StackOverflowError e) {
            // Java's readers meet damaged files with whatever exception comes first
            throw new IOException("it is damaged", e);
        }
    }

    static void requireBounded(Path file, double width, double height) {
        if (!(width >= 1 && height >= 1 && width * height <= Documents.MOST_PIXELS))
            throw new RingsideException(
                    String.format(
                            Locale.ROOT,
                            "%s has %.0f x %.0f pixels, which is too large",
                            file.getFileName(),
                            width,
                            height),
                    "cut out the figure, or choose fewer dots per inch: 24 million pixels can be read");
    }

    /** On white, as paper would show it. The image's own pixels may become the picture's. */
    static Picture of(BufferedImage image, double unit) {
        int[] rgb = ((DataBufferInt) plain(image).getRaster().getDataBuffer()).getData();
        for (int i = 0; i < rgb.length; i++) rgb[i] &= 0xffffff;
        return new Picture(image.getWidth(), image.getHeight(), rgb, unit);
    }

    private static BufferedImage plain(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB && image.getRaster().getParent() == null) return image;
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = plain.createGraphics();
        try {
            g.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            g.dispose();
        }
        return plain;
    }
}
