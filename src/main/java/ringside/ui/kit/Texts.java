package ringside.ui.kit;

import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Words of the window out of resource bundles, in the reader's language where somebody has translated them, else English.
 *
 * <p>The first word of a key is the package that shows the text, and names its bundle: {@code host.cancel} stands in
 * {@code ringside/ui/host/texts.properties}. A translation is a file beside it, {@code texts_de.properties}, which need
 * not have every text. A bundle is read when its first text is asked for.
 *
 * <p>What is not the window's alone is not here: the words of the command line and of the core stand in the code that
 * says them, what the features, the platforms and the glossary say in data files.
 */
public final class Texts {
    private static final ResourceBundle.Control NAMES =
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
     * @throws java.util.MissingResourceException for a key that no bundle has
     */
    public static String of(String key) {
        return BUNDLES.computeIfAbsent(key.substring(0, key.indexOf('.')), Texts::bundle)
                .getString(key);
    }

    /**
     * With {@code {0}} and so on filled. A value is put in as it is, so whoever wants a number as the reader's country
     * writes it gives {@link Amount#count}; one that {@code choice} chooses by is given as a number, and is written so.
     */
    public static String of(String key, @Nullable Object... values) {
        var message = new MessageFormat(of(key), Locale.getDefault(Locale.Category.FORMAT));
        Format[] formats = message.getFormatsByArgumentIndex();
        var written = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++)
            written[i] = i < formats.length && formats[i] != null ? values[i] : String.valueOf(values[i]);
        return message.format(written);
    }

    private static ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("ringside.ui." + name + ".texts", language(), NAMES);
    }
}
