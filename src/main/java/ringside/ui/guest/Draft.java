package ringside.ui.guest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import ringside.core.guest.Guest;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.json.Json;

/**
 * A guest in the making, as it is kept against a crash.
 *
 * @param id names its file
 * @param guest as it was last legal
 * @param form with what was not legal too
 */
record Draft(String id, Instant time, Guest guest, Form form, Step step) {
    private static final String FORMAT = "ringside-draft";
    private static final String FIELD = "field ";

    /** For a file of its own that no other draft has. */
    static String newId(Instant time) {
        return "guest-" + time.toString().replaceAll("[^0-9TZ]", "-");
    }

    String json() {
        var texts = new LinkedHashMap<String, String>();
        texts.put(FORMAT, "1");
        texts.put("time", time.toString());
        texts.put("step", step.name());
        texts.put("guest", GuestFile.write(guest));
        form.texts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> texts.put(FIELD + entry.getKey(), entry.getValue()));
        return Json.pretty(texts);
    }

    /** @throws RuntimeException of one kind or another for a text that is no draft */
    static Draft read(String id, String text) {
        Map<String, String> texts = Json.texts(text);
        if (!"1".equals(texts.get(FORMAT))) throw new IllegalArgumentException("not a draft of this version");
        var fields = new LinkedHashMap<String, String>();
        texts.forEach((key, value) -> {
            if (key.startsWith(FIELD)) fields.put(key.substring(FIELD.length()), value);
        });
        return new Draft(
                id,
                time(texts.getOrDefault("time", "")),
                GuestFile.read(id, texts.getOrDefault("guest", "")),
                new Form(fields),
                step(texts.getOrDefault("step", "")));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unknown) {
            return Instant.EPOCH;
        }
    }

    private static Step step(String name) {
        for (Step step : Step.values()) if (step.name().equals(name)) return step;
        return Step.PURPOSE;
    }
}
