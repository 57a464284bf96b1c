package ringside.core.digitise;

import java.util.Arrays;

/** What a figure is drawn on: the colour that most of its pixels have. */
final class Ground {
    private Ground() {}

    static Colour of(Picture picture, Picture.Window window) {
        int[] counts = new int[1 << 15];
        for (int y = window.top(); y < window.bottom(); y++)
            for (int x = window.left(); x < window.right(); x++) counts[bin(picture.at(x, y))]++;
        int most = 0;
        for (int i = 1; i < counts.length; i++) if (counts[i] > counts[most]) most = i;
        return Colour.of(middle(picture, window, most));
    }

    static int bin(int rgb) {
        return (rgb >> 19 & 0x1f) << 10 | (rgb >> 11 & 0x1f) << 5 | rgb >> 3 & 0x1f;
    }

    /** The median of what fell into the bin, channel by channel. */
    private static int middle(Picture picture, Picture.Window window, int bin) {
        int[] found = new int[Math.max(1, window.width() * window.height())];
        int count = 0;
        for (int y = window.top(); y < window.bottom(); y++)
            for (int x = window.left(); x < window.right(); x++) {
                int rgb = picture.at(x, y);
                if (bin(rgb) == bin) found[count++] = rgb;
            }
        if (count == 0) return 0xffffff;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int by = shift;
            int[] channel = Arrays.stream(found, 0, count)
                    .map(one -> one >> by & 0xff)
                    .sorted()
                    .toArray();
            rgb |= channel[count / 2] << shift;
        }
        return rgb;
    }
}
