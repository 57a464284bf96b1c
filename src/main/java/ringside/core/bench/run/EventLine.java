package ringside.core.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringside.core.bench.Measurement;
import ringside.core.json.Json;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** An event as a line of JSON, for scripts: {@code event} says what happened, {@code time} when. */
public final class EventLine {
    private EventLine() {}

    public static String json(Event event) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("event", word(event));
        map.put("time", event.time().toString());
        put(event, map);
        return Json.compact(map);
    }

    private static String word(Event event) {
        return switch (event) {
            case Event.Started e -> "started";
            case Event.Expanded e -> "expanded";
            case Event.Lacking e -> "lacking";
            case Event.RunStarted e -> "run-started";
            case Event.Printed e -> "printed";
            case Event.RunEnded e -> "run-ended";
            case Event.Recalled e -> "recalled";
            case Event.Cautioned e -> "caution";
            case Event.Settled e -> "settled";
            case Event.Skipped e -> "skipped";
            case Event.SubjectLost e -> e.again().isPresent() ? "subject-lost" : "subject-set-aside";
            case Event.SubjectBack e -> "subject-back";
            case Event.GuestPreparing e -> "guest-preparing";
            case Event.GuestStarted e -> "guest-started";
            case Event.GuestRemoved e -> "guest-removed";
            case Event.CleanedUp e -> "cleaned-up";
            case Event.Paused e -> "paused";
            case Event.Resumed e -> "resumed";
            case Event.Progressed e -> "progress";
            case Event.Noted e -> "noted";
            case Event.Finished e -> "finished";
        };
    }

    private static void put(Event event, Map<String, @Nullable Object> map) {
        switch (event) {
            case Event.Started(var time, var session, var resumed) -> started(session, resumed, map);
            case Event.Expanded(var time, var subject, var measurements, var done) -> {
                map.put("subject", subject);
                map.put(
                        "measurements",
                        measurements.stream().map(Measurement::id).toList());
                map.put("done", done);
            }
            case Event.Lacking(var time, var subject, var benchmark, var problem, var remedy) -> {
                map.put("subject", subject);
                map.put("benchmark", benchmark);
                trouble(problem, remedy, map);
            }
            case Event.RunStarted(var time, var slot, var command, var expected) -> {
                slot(slot, map);
                map.put("command", command);
                map.put("expected_ms", expected.toMillis());
            }
            case Event.Printed(var time, var slot, var error, var line) -> {
                slot(slot, map);
                map.put("error", error);
                map.put("line", line);
            }
            case Event.RunEnded ended -> ended(ended, map);
            case Event.Recalled(var time, var slot, var run, var outcome, var samples, var doubts) -> {
                slot(slot, map);
                map.put("run", run);
                map.put("outcome", outcome.word());
            }
            case Event.Cautioned(var time, var slot, var all, var caution) -> {
                slot(slot, map);
                map.put("about", all ? "all repetitions" : "run");
                map.put("caution", caution.word());
                map.put("text", caution.text());
                map.put("advice", caution.advice());
            }
            case Event.Settled(var time, var subject, var measurement, var repetitions) -> {
                map.put("subject", subject);
                map.put("measurement", measurement);
                map.put("repetitions", repetitions);
            }
            case Event.Skipped(var time, var subject, var measurement) -> {
                map.put("subject", subject);
                map.put("measurement", measurement);
            }
            case Event.SubjectLost(var time, var subject, var problem, var remedy, var again) -> {
                map.put("subject", subject);
                trouble(problem, remedy, map);
                again.ifPresent(wait -> map.put("again_s", wait.toMillis() / 1000.0));
            }
            case Event.SubjectBack(var time, var subject) -> map.put("subject", subject);
            case Event.GuestPreparing(var time, var subject, var step, var share) -> {
                map.put("subject", subject);
                map.put("step", step);
                map.put("share", share);
            }
            case Event.GuestStarted(var time, var subject, var took) -> {
                map.put("subject", subject);
                map.put("took_ms", took.toMillis());
            }
            case Event.GuestRemoved(var time, var subject) -> map.put("subject", subject);
            case Event.CleanedUp(var time, var subject, var what) -> {
                map.put("subject", subject);
                map.put("what", what);
            }
            case Event.Paused paused -> {}
            case Event.Resumed resumed -> {}
            case Event.Progressed(var time, var done, var expected, var left) -> {
                map.put("done", done);
                map.put("expected", expected);
                map.put("left_s", left.toMillis() / 1000.0);
            }
            case Event.Noted(var time, var text) -> map.put("text", text);
            case Event.Finished(var time, var complete, var cancelled, var remaining) -> {
                map.put("complete", complete);
                map.put("cancelled", cancelled);
                map.put("remaining", remaining);
            }
        }
    }

    private static void started(Session session, boolean resumed, Map<String, @Nullable Object> map) {
        map.put("session", session.id());
        map.put("resumed", resumed);
        map.put("set", session.set());
        map.put("plan", session.plan().id());
        map.put("seed", session.seed());
        map.put(
                "subjects",
                session.subjects().stream()
                        .map(subject -> Map.of(
                                "target", subject.target().text(),
                                "machine", subject.machine(),
                                "platform", subject.configuration().platform(),
                                "configuration", subject.configuration().label()))
                        .toList());
    }

    private static void slot(Slot slot, Map<String, @Nullable Object> map) {
        map.put("subject", slot.subject());
        map.put("measurement", slot.measurement());
        map.put("warm_up", slot.warmUp());
        map.put("repetition", slot.repetition());
    }

    private static void trouble(String problem, String remedy, Map<String, @Nullable Object> map) {
        map.put("problem", problem);
        map.put("remedy", remedy);
    }

    private static void ended(Event.RunEnded ended, Map<String, @Nullable Object> map) {
        slot(ended.slot(), map);
        map.put("run", ended.run());
        map.put("outcome", ended.outcome().word());
        map.put("reason", ended.outcome().reason());
        map.put("took_ms", ended.took().toMillis());
        List<Map<String, @Nullable Object>> samples = new ArrayList<>();
        for (Sample sample : ended.samples()) samples.add(sample(sample));
        map.put("samples", samples);
    }

    private static Map<String, @Nullable Object> sample(Sample sample) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("metric", sample.metric().name());
        map.put("unit", sample.metric().unit());
        map.put("better", sample.metric().better().word());
        var parameters = new LinkedHashMap<String, Object>();
        sample.parameters().asMap().forEach((key, value) -> parameters.put(key, Json.typed(value)));
        map.put("parameters", parameters);
        map.put("repetition", sample.repetition());
        switch (sample.value()) {
            case Value.Measured(var number) -> map.put("value", number);
            case Value.Missing(var reason) -> {
                map.put("value", null);
                map.put("failure", reason);
            }
        }
        return map;
    }
}
