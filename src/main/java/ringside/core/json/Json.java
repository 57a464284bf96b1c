package ringside.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps, lists, strings, numbers and booleans as JSON text and back. Maps keep their order. */
public final class Json {
    /** No document of ours nests deeper or has longer strings; hostile ones are refused early. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(60)
                    .maxStringLength(4_000_000)
                    .build())
            .build();

    private static final JSON COMPACT = JSON.builder(FACTORY)
            .disable(JSON.Feature.WRITE_NULL_PROPERTIES)
            .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
            .build();
    private static final JSON PRETTY = COMPACT.with(JSON.Feature.PRETTY_PRINT_OUTPUT);
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?([eE][-+]?\\d{1,2})?");

    private Json() {}

    static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text);
    }

    public static String compact(@Nullable Object value) {
        try {
            return COMPACT.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String pretty(@Nullable Object value) {
        try {
            return PRETTY.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException saying where the text is not a JSON object */
    public static Map<String, Object> object(String text) {
        return parse(text, () -> COMPACT.mapFrom(text));
    }

    /** @throws IllegalArgumentException saying where the text is not a JSON array */
    public static List<Object> list(String text) {
        return parse(text, () -> COMPACT.listOfFrom(Object.class, text));
    }

    /** An object whose values are all texts. */
    public static Map<String, String> texts(String text) {
        var texts = new LinkedHashMap<String, String>();
        object(text).forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }

    /** A parameter's text as JSON would have it: a number or truth value where it reads as one, else itself. */
    public static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    private interface Parsing<T> {
        @Nullable
        T parse() throws IOException;
    }

    private static <T> T parse(String text, Parsing<T> parsing) {
        try {
            T parsed = parsing.parse();
            if (parsed == null) throw new IllegalArgumentException("there is nothing");
            return parsed;
        } catch (IOException | RuntimeException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("not JSON");
            throw new IllegalArgumentException("not the JSON that is expected here: " + message, e);
        }
    }
}
