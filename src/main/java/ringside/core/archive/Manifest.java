package ringside.core.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringside.core.json.Json;
import ringside.core.result.Citation;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.result.Origin;
import ringside.core.result.ResultSet;

/** The table of contents of an archive: its sets with their configurations, and each other entry's size and checksum. */
record Manifest(List<SetPart> sets, List<Entry> entries) {
    static final String FORMAT = "ringside";
    static final int VERSION = 1;

    record SetPart(ResultSet set, List<Configuration> configurations, long runs, long samples) {}

    record Entry(String path, String sha256, long size) {}

    String json() {
        var root = new LinkedHashMap<String, @Nullable Object>();
        root.put("format", FORMAT);
        root.put("version", VERSION);
        root.put("sets", sets.stream().map(Manifest::json).toList());
        root.put("plan", null);
        root.put(
                "entries",
                entries.stream()
                        .map(entry -> ordered("path", entry.path(), "sha256", entry.sha256(), "size", entry.size()))
                        .toList());
        return Json.pretty(root) + "\n";
    }

    private static Map<String, Object> json(SetPart part) {
        ResultSet set = part.set();
        var environments = new LinkedHashMap<String, Object>();
        for (Configuration configuration : part.configurations()) {
            Environment environment = configuration.environment();
            environments.put(environment.name(), ordered("name", environment.name(), "facts", environment.facts()));
        }
        return ordered(
                "name", set.name(),
                "origin", set.origin().word(),
                "title", set.title(),
                "citation",
                        ordered(
                                "text",
                                set.citation().text(),
                                "locator",
                                set.citation().locator()),
                "licence", set.licence(),
                "created", set.created().toString(),
                "notes", set.notes(),
                "environments", List.copyOf(environments.values()),
                "configurations",
                        part.configurations().stream().map(Manifest::json).toList(),
                "runs", part.runs(),
                "samples", part.samples());
    }

    private static Map<String, Object> json(Configuration configuration) {
        return ordered(
                "platform", configuration.platform(),
                "label", configuration.label(),
                "versions", configuration.versions(),
                "settings", configuration.settings(),
                "environment", configuration.environment().name());
    }

    static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], pairs[i + 1]);
        return map;
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    static Manifest parse(String text) {
        Map<String, Object> root = Json.object(text);
        if (!FORMAT.equals(root.get("format"))) throw new IllegalArgumentException("it is not a manifest of Ringside");
        if (number(root, "version") != VERSION)
            throw new IllegalArgumentException(
                    "its version is " + root.get("version") + ", this Ringside reads " + VERSION);
        var sets = new ArrayList<SetPart>();
        for (Object set : list(root, "sets")) sets.add(set(object(set)));
        var entries = new ArrayList<Entry>();
        for (Object entry : list(root, "entries")) {
            Map<String, Object> map = object(entry);
            entries.add(new Entry(text(map, "path"), text(map, "sha256"), number(map, "size")));
        }
        if (sets.isEmpty()) throw new IllegalArgumentException("it lists no set");
        return new Manifest(List.copyOf(sets), List.copyOf(entries));
    }

    private static SetPart set(Map<String, Object> map) {
        Map<String, Object> citation = object(map.getOrDefault("citation", Map.of()));
        var environments = new LinkedHashMap<String, Environment>();
        for (Object one : list(map, "environments")) {
            Map<String, Object> environment = object(one);
            String name = text(environment, "name");
            environments.put(name, new Environment(name, texts(environment, "facts")));
        }
        var configurations = new ArrayList<Configuration>();
        for (Object one : list(map, "configurations")) configurations.add(configuration(object(one), environments));
        var set = new ResultSet(
                text(map, "name"),
                Origin.of(text(map, "origin")),
                text(map, "title"),
                new Citation(optional(citation, "text"), optional(citation, "locator")),
                optional(map, "licence"),
                time("created", text(map, "created")),
                optional(map, "notes"));
        return new SetPart(set, configurations, number(map, "runs"), number(map, "samples"));
    }

    private static Configuration configuration(Map<String, Object> map, Map<String, Environment> environments) {
        String name = optional(map, "environment");
        Environment environment = name.isEmpty() ? Environment.UNKNOWN : environments.get(name);
        if (environment == null) throw new IllegalArgumentException("it does not describe the environment " + name);
        return new Configuration(
                text(map, "platform"), text(map, "label"), texts(map, "versions"), texts(map, "settings"), environment);
    }

    static String text(Map<String, Object> map, String key) {
        if (map.get(key) instanceof String text) return text;
        throw new IllegalArgumentException("\"" + key + "\" is missing or no text");
    }

    static Instant time(String key, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + key + "\" is no time: " + text, e);
        }
    }

    static String optional(Map<String, Object> map, String key) {
        return map.get(key) == null ? "" : text(map, key);
    }

    private static long number(Map<String, Object> map, String key) {
        if (map.get(key) instanceof Number number && number.longValue() >= 0) return number.longValue();
        throw new IllegalArgumentException("\"" + key + "\" is missing or no number");
    }

    static List<?> list(Map<String, Object> map, String key) {
        if (map.get(key) instanceof List<?> list) return list;
        throw new IllegalArgumentException("\"" + key + "\" is missing or no list");
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys
    static Map<String, Object> object(Object value) {
        if (value instanceof Map<?, ?> map) return (Map<String, Object>) map;
        throw new IllegalArgumentException("a part of it is no object where one belongs");
    }

    static Map<String, String> texts(Map<String, Object> map, String key) {
        var texts = new LinkedHashMap<String, String>();
        object(map.getOrDefault(key, Map.of()))
                .forEach((name, value) -> texts.put(name, String.valueOf(Objects.requireNonNullElse(value, ""))));
        return texts;
    }
}
