package ringside.core.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** A text that comes with the program, in the reader's language where somebody has translated it, else in English. */
public final class Localised {
    private static final ResourceBundle.Control NAMES =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Localised() {}

    /** @param name without its ending; a German one has {@code _de} behind it, as with resource bundles */
    public static Optional<String> text(String name, String ending, Locale locale) {
        List<Locale> candidates = NAMES.getCandidateLocales(name, locale);
        return candidates.stream()
                .map(candidate -> NAMES.toBundleName(name, candidate) + ending)
                .flatMap(file -> read(file).stream())
                .findFirst();
    }

    private static Optional<String> read(String file) {
        try (InputStream in = Localised.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
