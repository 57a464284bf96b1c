package ringside.adapter.plot;

import java.awt.Color;
import ringside.core.figure.Renderer.Theme;

/**
 * The colours of everything in a figure that is not data, matched to the interface's Primer themes.
 *
 * @param faint for axis lines and rules
 * @param grid for grid lines, which must stay behind the data
 * @param attention for words that warn
 */
record Skin(Theme theme, Color background, Color text, Color muted, Color faint, Color grid, Color attention) {
    private static final Skin LIGHT = new Skin(
            Theme.LIGHT,
            new Color(0xffffff),
            new Color(0x1f2328),
            new Color(0x59636e),
            new Color(0xafb8c1),
            new Color(0xe4e8ec),
            new Color(0x8a5c00));
    private static final Skin DARK = new Skin(
            Theme.DARK,
            new Color(0x0d1117),
            new Color(0xe6edf3),
            new Color(0x9198a1),
            new Color(0x484f58),
            new Color(0x21262d),
            new Color(0xd29922));

    static Skin of(Theme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }

    /** How well a colour stands off this background: WCAG's contrast ratio, from 1 to 21. */
    double contrast(Color colour) {
        double one = luminance(colour) + 0.05;
        double other = luminance(background) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
