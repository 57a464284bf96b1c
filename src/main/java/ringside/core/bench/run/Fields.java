package ringside.core.bench.run;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.core.json.Json;

/** An object of a session's files. What is missing or of another kind is an {@link IllegalArgumentException}. */
record Fields(Map<?, ?> values) {
    static Fields parse(String json) {
        return new Fields(Json.object(json));
    }

    private Object value(String key) {
        Object value = values.get(key);
        if (value == null) throw new IllegalArgumentException("\"" + key + "\" is missing");
        return value;
    }

    String text(String key) {
        return value(key) instanceof String text ? text : wrong(key, "text");
    }

    long number(String key) {
        return value(key) instanceof Number number ? number.longValue() : wrong(key, "number");
    }

    int whole(String key) {
        return Math.toIntExact(number(key));
    }

    double real(String key) {
        return value(key) instanceof Number number ? number.doubleValue() : wrong(key, "number");
    }

    boolean truth(String key) {
        return value(key) instanceof Boolean truth ? truth : wrong(key, "truth value");
    }

    Duration duration(String key) {
        return Duration.ofNanos(number(key));
    }

    Instant time(String key) {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + key + "\" is no time", e);
        }
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    Fields object(String key) {
        return of(value(key));
    }

    List<?> list(String key) {
        return value(key) instanceof List<?> list ? list : wrong(key, "list");
    }

    List<Fields> objects(String key) {
        return list(key).stream().map(Fields::of).toList();
    }

    List<String> words(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    Map<String, String> texts(String key) {
        var texts = new LinkedHashMap<String, String>();
        object(key).values.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
        return texts;
    }

    private static Fields of(Object value) {
        if (value instanceof Map<?, ?> map) return new Fields(map);
        throw new IllegalArgumentException("a part of it is no object where one belongs");
    }

    private static <T> T wrong(String key, String what) {
        throw new IllegalArgumentException("\"" + key + "\" is no " + what);
    }
}
