package ringside.core.format;

import java.util.LinkedHashMap;
import java.util.Map;
import ringside.core.json.Json;

/** The JSON texts inside a Phoronix Test Suite result; what is not sound there costs only itself. */
final class PtsJson {
    private static final int LONGEST = 1 << 20;

    private PtsJson() {}

    /** The object's members as texts, those of objects inside it beside them; empty if the text is no JSON object. */
    static Map<String, String> texts(String json) {
        if (json.isBlank() || json.length() > LONGEST) return Map.of();
        try {
            var texts = new LinkedHashMap<String, String>();
            Json.object(json).forEach((key, value) -> {
                if (value instanceof Map<?, ?> inner)
                    inner.forEach((name, one) -> texts.putIfAbsent(String.valueOf(name), String.valueOf(one)));
                else texts.put(key, String.valueOf(value));
            });
            return texts;
        } catch (IllegalArgumentException notSound) {
            return Map.of();
        }
    }
}
