package ringside.core.bench.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.bench.Settings;
import ringside.core.json.Json;
import ringside.core.result.Parameters;

/**
 * A plan and its measurements as a session keeps them. They are not read as plans of users are: a session goes on with
 * what it began with, whatever a later version would make of the same plan.
 */
final class PlanText {
    private PlanText() {}

    static Map<String, Object> of(Plan plan) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", plan.id());
        map.put("version", plan.version());
        map.put("title", plan.title());
        map.put("description", plan.description());
        map.put("warm_up", plan.repetitions().warmUp());
        map.put("at_least", plan.repetitions().atLeast());
        map.put("at_most", plan.repetitions().atMost());
        map.put("target", plan.repetitions().target());
        map.put("affinity", affinity(plan.affinity()));
        map.put("directory", plan.directory());
        map.put("longest", plan.longest().toNanos());
        map.put(
                "stages",
                plan.stages().stream()
                        .map(stage -> Map.of(
                                "benchmark",
                                stage.benchmark(),
                                "settings",
                                stage.settings().values()))
                        .toList());
        return map;
    }

    static Plan plan(Fields map) {
        return new Plan(
                map.text("id"),
                map.whole("version"),
                map.text("title"),
                map.text("description"),
                new Plan.Repetitions(
                        map.whole("warm_up"), map.whole("at_least"), map.whole("at_most"), map.real("target")),
                affinity(map.list("affinity")),
                map.text("directory"),
                map.duration("longest"),
                map.objects("stages").stream().map(PlanText::stage).toList());
    }

    private static Plan.Stage stage(Fields map) {
        var values = new LinkedHashMap<String, List<String>>();
        Fields settings = map.object("settings");
        settings.values().keySet().forEach(key -> values.put(String.valueOf(key), settings.words(String.valueOf(key))));
        return new Plan.Stage(map.text("benchmark"), new Settings(values));
    }

    private static List<?> affinity(Plan.Affinity affinity) {
        return switch (affinity) {
            case Plan.Affinity.Free free -> List.of("free");
            case Plan.Affinity.FirstCores first -> List.of("first-cores");
            case Plan.Affinity.Listed(var cores) -> cores;
        };
    }

    private static Plan.Affinity affinity(List<?> words) {
        if (words.equals(List.of("free"))) return new Plan.Affinity.Free();
        if (words.equals(List.of("first-cores"))) return new Plan.Affinity.FirstCores();
        return new Plan.Affinity.Listed(words.stream()
                .map(word -> Integer.valueOf(String.valueOf(word)))
                .toList());
    }

    static String of(List<Measurement> measurements) {
        return Json.compact(
                Map.of("measurements", measurements.stream().map(PlanText::of).toList()));
    }

    static List<Measurement> measurements(String text) {
        return Fields.parse(text).objects("measurements").stream()
                .map(PlanText::measurement)
                .toList();
    }

    private static Map<String, Object> of(Measurement one) {
        var map = new LinkedHashMap<String, Object>();
        map.put("benchmark", one.benchmark());
        map.put("point", one.point().asMap());
        map.put("given", one.given().asMap());
        map.put(
                "files",
                one.files().stream()
                        .map(file -> Map.of("name", file.name(), "text", file.text()))
                        .toList());
        map.put("command", one.command());
        map.put("cores", one.cores().count());
        map.put("confined", one.cores().confined());
        map.put("output", output(one.output()));
        map.put("expected", one.expected().toNanos());
        map.put("limit", one.limit().toNanos());
        return map;
    }

    private static Measurement measurement(Fields map) {
        return new Measurement(
                map.text("benchmark"),
                Parameters.of(map.texts("point")),
                Parameters.of(map.texts("given")),
                map.objects("files").stream()
                        .map(file -> new Measurement.InputFile(file.text("name"), file.text("text")))
                        .toList(),
                map.words("command"),
                new Measurement.Cores(map.whole("cores"), map.truth("confined")),
                output(map.words("output")),
                map.duration("expected"),
                map.duration("limit"));
    }

    private static List<String> output(Measurement.Output output) {
        return switch (output) {
            case Measurement.Output.Standard standard -> List.of("standard");
            case Measurement.Output.Errors errors -> List.of("errors");
            case Measurement.Output.File(var name) -> List.of("file", name);
        };
    }

    private static Measurement.Output output(List<String> words) {
        return switch (words.getFirst()) {
            case "standard" -> new Measurement.Output.Standard();
            case "errors" -> new Measurement.Output.Errors();
            default -> new Measurement.Output.File(words.getLast());
        };
    }
}
