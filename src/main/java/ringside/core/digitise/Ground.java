package ringside.core.digitise;

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
        var channels = new int[3][256];
        int count = 0;
        for (int y = window.top(); y < window.bottom(); y++)
            for (int x = window.left(); x < window.right(); x++) {
                int rgb = picture.at(x, y);
                if (bin(rgb) != bin) continue;
                count++;
                for (int c = 0; c < 3; c++) channels[c][rgb >> (8 * c) & 0xff]++;
            }
        if (count == 0) return 0xffffff;
        int rgb = 0;
        for (int c = 0; c < 3; c++) rgb |= median(channels[c], count) << (8 * c);
        return rgb;
    }

    /** @param counts how often each value of 0 to 255 was seen */
    private static int median(int[] counts, int all) {
        int value = 0;
        for (int below = counts[0]; below <= all / 2; below += counts[value]) value++;
        return value;
    }
}
