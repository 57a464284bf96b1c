package ringside.core.digitise;

import java.util.Locale;

/**
 * A colour as one sees it, in OKLab (Ottosson 2020): equal distances there look equally different, about 0.02 is the least
 * that one notices. Kept with the sRGB it was made of.
 *
 * @param rgb 0xRRGGBB
 */
public record Colour(int rgb, double lightness, double a, double b) {
    public static Colour of(int rgb) {
        double red = linear(rgb >> 16 & 0xff);
        double green = linear(rgb >> 8 & 0xff);
        double blue = linear(rgb & 0xff);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new Colour(
                rgb & 0xffffff,
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /** @throws IllegalArgumentException unless the text is {@code #rrggbb} */
    public static Colour of(String text) {
        if (!text.matches("#[0-9A-Fa-f]{6}"))
            throw new IllegalArgumentException("a colour is written as #rrggbb, unlike \"" + text + "\"");
        return of(Integer.parseInt(text.substring(1), 16));
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    public double distance(Colour other) {
        double dl = lightness - other.lightness;
        double da = a - other.a;
        double db = b - other.b;
        return Math.sqrt(dl * dl + da * da + db * db);
    }

    /** How far it is from grey. */
    public double chroma() {
        return Math.hypot(a, b);
    }

    /** {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    int red() {
        return rgb >> 16 & 0xff;
    }

    int green() {
        return rgb >> 8 & 0xff;
    }

    int blue() {
        return rgb & 0xff;
    }
}
