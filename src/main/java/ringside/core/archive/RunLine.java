package ringside.core.archive;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.core.json.Json;
import ringside.core.result.Configuration;
import ringside.core.result.Parameters;
import ringside.core.result.Run;

/** A run as a line of {@code runs.jsonl}. */
record RunLine(String set, Run run) {
    String json() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("set", set);
        map.put("id", run.id());
        map.put("platform", run.configuration().platform());
        map.put("configuration", run.configuration().label());
        map.put("benchmark", run.benchmark());
        map.put("given", run.given().asMap());
        map.put("command", run.command());
        map.put("started", run.started().map(String::valueOf).orElse(null));
        map.put("ended", run.ended().map(String::valueOf).orElse(null));
        map.put("outcome", run.outcome().word());
        map.put("reason", run.outcome().reason());
        map.put(
                "raw",
                run.raw()
                        .map(raw ->
                                Manifest.ordered("sha256", raw.sha256(), "format", raw.format(), "name", raw.name()))
                        .orElse(null));
        map.put("note", run.note());
        // Absent where there are none: archives of before have the same bytes as ever
        if (!run.conditions().isEmpty()) map.put("conditions", run.conditions());
        return Json.compact(map);
    }

    interface Configurations {
        /** @throws IllegalArgumentException if the manifest does not list it */
        Configuration find(String set, String platform, String label);
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    static RunLine parse(String line, Configurations configurations) {
        Map<String, Object> map = Json.object(line);
        String set = Manifest.text(map, "set");
        Configuration configuration =
                configurations.find(set, Manifest.text(map, "platform"), Manifest.text(map, "configuration"));
        List<String> command =
                Manifest.list(map, "command").stream().map(String::valueOf).toList();
        return new RunLine(
                set,
                new Run(
                        Manifest.text(map, "id"),
                        configuration,
                        Manifest.text(map, "benchmark"),
                        Parameters.of(Manifest.texts(map, "given")),
                        command,
                        instant(map, "started"),
                        instant(map, "ended"),
                        Run.Outcome.of(Manifest.text(map, "outcome"), Manifest.optional(map, "reason")),
                        raw(map.get("raw")),
                        Manifest.optional(map, "note"),
                        Manifest.texts(map, "conditions")));
    }

    private static Optional<Instant> instant(Map<String, Object> map, String key) {
        String text = Manifest.optional(map, key);
        return text.isEmpty() ? Optional.empty() : Optional.of(Manifest.time(key, text));
    }

    private static Optional<Run.Raw> raw(@Nullable Object value) {
        if (value == null) return Optional.empty();
        Map<String, Object> map = Manifest.object(value);
        return Optional.of(
                new Run.Raw(Manifest.text(map, "sha256"), Manifest.text(map, "format"), Manifest.text(map, "name")));
    }
}
