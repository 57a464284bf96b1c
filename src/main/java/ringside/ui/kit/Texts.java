package ringside.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words of the window out of resource bundles, in the reader's language where somebody has translated them, else English. A
 * key begins with the name of its part of the window: {@code figure.export} is in {@code texts/figure.properties}, which is
 * read when that part is first shown; what has no file of its own is in {@code texts.properties}.
 */
public final class Texts {
    private static final String WINDOW = "ringside.ui.texts";
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Map<String, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private Texts() {}

    /** The language that the window speaks where it can. */
    public static Locale language() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }

    /**
     * As it stands.
     *
     * @throws java.util.MissingResourceException for a key that its bundle does not have
     */
    public static String of(String key) {
        String part = key.substring(0, key.indexOf('.'));
        return BUNDLES.computeIfAbsent(part, Texts::bundle).getString(key);
    }

    /** With {@code {0}} and so on filled; numbers are written as the reader's country writes them. */
    public static String of(String key, Object... values) {
        return new MessageFormat(of(key), Locale.getDefault(Locale.Category.FORMAT)).format(values);
    }

    private static ResourceBundle bundle(String part) {
        boolean own = Texts.class.getResource("/ringside/ui/texts/" + part + ".properties") != null;
        return ResourceBundle.getBundle(own ? WINDOW + "." + part : WINDOW, language(), NO_OTHER_LANGUAGE);
    }
}
