package ringside.core.help;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import ringside.core.json.Json;

/**
 * A place of the guided tour.
 *
 * @param page id of the page it is on
 * @param at what is pointed at there, as the toolkit looks nodes up
 * @param spans a sentence or two
 */
public record Stop(String page, String at, String title, List<Span> spans) {
    public Stop {
        spans = List.copyOf(spans);
    }

    /** All of them, in order. */
    public static List<Stop> bundled(Locale locale) {
        String text = Localised.text("/ringside/help/tour", ".json", locale)
                .orElseThrow(() -> new IllegalStateException("the tour is not in the program"));
        return Json.list(text).stream().map(Stop::of).toList();
    }

    private static Stop of(Object entry) {
        if (!(entry instanceof Map<?, ?> fields)) throw new IllegalStateException("not a stop of the tour: " + entry);
        return new Stop(text(fields, "page"), text(fields, "at"), text(fields, "title"), Span.of(text(fields, "text")));
    }

    private static String text(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof String text) return text;
        throw new IllegalStateException("a stop of the tour has no " + name);
    }
}
