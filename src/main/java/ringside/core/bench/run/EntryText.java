package ringside.core.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.core.json.Json;
import ringside.core.result.Better;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** An entry of the journal as JSON. */
final class EntryText {
    private EntryText() {}

    static String of(Entry entry) {
        return Json.compact(
                switch (entry) {
                    case Ran ran -> map(ran);
                    case Entry.Expanded expanded -> map(expanded);
                    case Entry.Skipped(var subject, var measurement) ->
                        ordered("entry", "skipped", "subject", subject, "measurement", measurement);
                    case Entry.Noted(var time, var text) ->
                        ordered("entry", "noted", "time", time.toString(), "text", text);
                    case Entry.Finished(var time) -> ordered("entry", "finished", "time", time.toString());
                });
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    static Entry parse(String json) {
        Fields map = Fields.parse(json);
        return switch (map.text("entry")) {
            case "ran" -> ran(map);
            case "expanded" ->
                new Entry.Expanded(
                        map.whole("subject"),
                        SessionText.configuration(map.object("configuration")),
                        map.texts("programs"),
                        map.text("sha256"),
                        map.whole("cores"),
                        map.number("memory"));
            case "skipped" -> new Entry.Skipped(map.whole("subject"), map.text("measurement"));
            case "noted" -> new Entry.Noted(map.time("time"), map.text("text"));
            case "finished" -> new Entry.Finished(map.time("time"));
            default -> throw new IllegalArgumentException("an entry of a kind that is not known: " + map.text("entry"));
        };
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        return map;
    }

    private static Map<String, Object> map(Entry.Expanded expanded) {
        return ordered(
                "entry",
                "expanded",
                "subject",
                expanded.subject(),
                "configuration",
                SessionText.of(expanded.configuration()),
                "programs",
                expanded.programs(),
                "sha256",
                expanded.sha256(),
                "cores",
                expanded.cores(),
                "memory",
                expanded.memory());
    }

    private static Map<String, Object> map(Ran ran) {
        Map<String, Object> map = ordered(
                "entry",
                "ran",
                "run",
                ran.run(),
                "subject",
                ran.slot().subject(),
                "measurement",
                ran.slot().measurement(),
                "warm_up",
                ran.slot().warmUp(),
                "repetition",
                ran.slot().repetition());
        map.put("benchmark", ran.benchmark());
        map.put("given", ran.given().toString());
        map.put("command", ran.command());
        map.put("started", ran.started().toString());
        map.put("ended", ran.ended().toString());
        map.put("took", ran.took().toNanos());
        map.put("outcome", ran.outcome().word());
        map.put("reason", ran.outcome().reason());
        ran.raw()
                .ifPresent(raw ->
                        map.put("raw", ordered("sha256", raw.sha256(), "format", raw.format(), "name", raw.name())));
        map.put(
                "parts",
                ran.parts().stream()
                        .map(part -> ordered(
                                "benchmark",
                                part.benchmark(),
                                "note",
                                part.note(),
                                "samples",
                                part.samples().stream().map(EntryText::sample).toList()))
                        .toList());
        map.put("conditions", ran.conditions());
        map.put("note", ran.note());
        return map;
    }

    private static List<@Nullable Object> sample(Sample sample) {
        var row = new ArrayList<@Nullable Object>();
        row.add(sample.metric().name());
        row.add(sample.metric().unit());
        row.add(sample.metric().better().word());
        row.add(sample.parameters().toString());
        row.add(sample.repetition());
        row.add(sample.line());
        switch (sample.value()) {
            case Value.Measured(var number) -> row.add(number);
            case Value.Missing(var reason) -> row.add(reason);
        }
        return row;
    }

    private static Ran ran(Fields map) {
        return new Ran(
                new Slot(map.whole("subject"), map.text("measurement"), map.truth("warm_up"), map.whole("repetition")),
                map.text("run"),
                map.text("benchmark"),
                Parameters.parse(map.text("given")),
                map.words("command"),
                map.time("started"),
                map.time("ended"),
                map.duration("took"),
                Run.Outcome.of(map.text("outcome"), map.text("reason")),
                map.has("raw") ? Optional.of(raw(map.object("raw"))) : Optional.empty(),
                map.objects("parts").stream().map(EntryText::part).toList(),
                map.texts("conditions"),
                map.text("note"));
    }

    private static Run.Raw raw(Fields map) {
        return new Run.Raw(map.text("sha256"), map.text("format"), map.text("name"));
    }

    private static Ran.Part part(Fields map) {
        List<Sample> samples =
                map.list("samples").stream().map(EntryText::sample).toList();
        return new Ran.Part(map.text("benchmark"), samples, map.text("note"));
    }

    private static Sample sample(Object row) {
        if (!(row instanceof List<?> list) || list.size() != 7)
            throw new IllegalArgumentException("a sample that is none");
        Value value = list.get(6) instanceof Number number
                ? Value.of(number.doubleValue())
                : Value.missing(String.valueOf(list.get(6)));
        return new Sample(
                new Metric(
                        String.valueOf(list.get(0)),
                        String.valueOf(list.get(1)),
                        Better.of(String.valueOf(list.get(2)))),
                Parameters.parse(String.valueOf(list.get(3))),
                Integer.parseInt(String.valueOf(list.get(4))),
                value,
                Integer.parseInt(String.valueOf(list.get(5))));
    }
}
