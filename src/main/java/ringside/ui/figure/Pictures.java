package ringside.ui.figure;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import ringside.core.figure.Renderer.Drawing;

/** Drawings as images of the window. */
final class Pictures {
    private Pictures() {}

    /** An opaque drawing's pixels are shown as they lie, without a copy. */
    static Image of(Drawing drawing) {
        var pixels = IntBuffer.wrap(opaque(drawing.argb()) ? drawing.argb() : premultiplied(drawing.argb()));
        return new WritableImage(
                new PixelBuffer<>(drawing.width(), drawing.height(), pixels, PixelFormat.getIntArgbPreInstance()));
    }

    /** With pixels of its own, as a clipboard needs them. */
    static Image copied(Drawing drawing) {
        var image = new WritableImage(drawing.width(), drawing.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        drawing.width(),
                        drawing.height(),
                        PixelFormat.getIntArgbInstance(),
                        drawing.argb(),
                        0,
                        drawing.width());
        return image;
    }

    private static boolean opaque(int[] argb) {
        for (int pixel : argb) if (pixel >>> 24 != 0xff) return false;
        return true;
    }

    private static int[] premultiplied(int[] argb) {
        int[] result = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            result[i] = alpha << 24
                    | share(argb[i] >> 16, alpha) << 16
                    | share(argb[i] >> 8, alpha) << 8
                    | share(argb[i], alpha);
        }
        return result;
    }

    private static int share(int channel, int alpha) {
        return ((channel & 0xff) * alpha + 127) / 255;
    }
}
