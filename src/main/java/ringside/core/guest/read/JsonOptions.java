package ringside.core.guest.read;

import java.util.List;
import java.util.Map;
import ringside.core.json.Json;

/** QEMU's settings written as JSON, put as the list of settings that mean the same. */
final class JsonOptions {
    private JsonOptions() {}

    /** The text as it is, if it is not flat JSON. */
    static String flat(String json, String first) {
        try {
            var list = new StringBuilder();
            Map<String, Object> settings = Json.object(json);
            Object head = settings.remove(first);
            if (head != null) list.append(escaped(head));
            settings.forEach((key, value) -> add(key, value, list));
            return list.toString();
        } catch (IllegalArgumentException notJson) {
            return json;
        }
    }

    private static void add(String key, Object value, StringBuilder list) {
        if (value instanceof List<?> values) values.forEach(each -> add(key, each, list));
        else if (value instanceof Map<?, ?> inner) inner.forEach((below, each) -> add(key + "." + below, each, list));
        else
            list.append(list.isEmpty() ? "" : ",")
                    .append(key)
                    .append('=')
                    .append(value instanceof Boolean on ? on ? "on" : "off" : escaped(value));
    }

    private static String escaped(Object value) {
        return String.valueOf(value).replace(",", ",,");
    }
}
