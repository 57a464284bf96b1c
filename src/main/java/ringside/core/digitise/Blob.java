package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pixels of ink that touch each other, in pixels of the window. */
final class Blob {
    private int[] pixels = new int[16]; // y * the window's width + x
    private int count;
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right;
    int bottom;
    double mass;
    private double momentX;
    private double momentY;

    /** All of them; a pixel counts from so much ink on. */
    static List<Blob> in(Ink ink, double least) {
        var blobs = new ArrayList<Blob>();
        boolean[] seen = new boolean[ink.width * ink.height];
        for (int y = 0; y < ink.height; y++)
            for (int x = 0; x < ink.width; x++)
                if (!seen[y * ink.width + x] && ink.at(x, y) >= least) blobs.add(flood(ink, x, y, least, seen));
        return blobs;
    }

    private static Blob flood(Ink ink, int startX, int startY, double least, boolean[] seen) {
        var blob = new Blob();
        seen[startY * ink.width + startX] = true;
        blob.add(ink, startX, startY);
        for (int i = 0; i < blob.count; i++) {
            int atX = blob.pixels[i] % ink.width;
            int atY = blob.pixels[i] / ink.width;
            for (int y = Math.max(0, atY - 1); y <= Math.min(ink.height - 1, atY + 1); y++)
                for (int x = Math.max(0, atX - 1); x <= Math.min(ink.width - 1, atX + 1); x++) {
                    if (seen[y * ink.width + x] || ink.at(x, y) < least) continue;
                    seen[y * ink.width + x] = true;
                    blob.add(ink, x, y);
                }
        }
        return blob;
    }

    private void add(Ink ink, int x, int y) {
        if (count == pixels.length) pixels = Arrays.copyOf(pixels, 2 * count);
        pixels[count++] = y * ink.width + x;
        double weight = ink.at(x, y);
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x + 1);
        bottom = Math.max(bottom, y + 1);
        mass += weight;
        momentX += weight * (x + 0.5);
        momentY += weight * (y + 0.5);
    }

    boolean touchesEdge(Ink ink) {
        return left == 0 || top == 0 || right == ink.width || bottom == ink.height;
    }

    /** Whether nearly all of it lies along the window's edges: it is the figure's frame. */
    boolean isFrame(Ink ink) {
        int near = 2 + Math.max(ink.width, ink.height) / 200;
        int along = 0;
        for (int i = 0; i < count; i++) {
            int x = pixels[i] % ink.width;
            int y = pixels[i] / ink.width;
            if (Math.min(Math.min(x, ink.width - 1 - x), Math.min(y, ink.height - 1 - y)) < near) along++;
        }
        return along > 0.6 * count;
    }

    /** Of the same extent, and as full of ink. */
    boolean isLike(Blob other) {
        return Math.abs(width() - other.width()) <= 1
                && Math.abs(height() - other.height()) <= 1
                && Math.abs(mass - other.mass) <= 0.1 * mass;
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    double centreX() {
        return momentX / mass;
    }

    double centreY() {
        return momentY / mass;
    }

    double middleX() {
        return (left + right) / 2.0;
    }

    double middleY() {
        return (top + bottom) / 2.0;
    }
}
