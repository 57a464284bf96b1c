package ringside.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words of the window out of a resource bundle, in the reader's language where somebody has translated them, else English. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "ringside.ui.texts",
            language(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Texts() {}

    /** The language that the window speaks where it can. */
    public static Locale language() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }

    /**
     * As it stands.
     *
     * @throws java.util.MissingResourceException for a key that the bundle does not have
     */
    public static String of(String key) {
        return BUNDLE.getString(key);
    }

    /** With {@code {0}} and so on filled; numbers are written as the reader's country writes them. */
    public static String of(String key, Object... values) {
        return new MessageFormat(of(key), Locale.getDefault(Locale.Category.FORMAT)).format(values);
    }
}
